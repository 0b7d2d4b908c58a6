"""python ray_batch.py HEAD.onnx PRODUCTS.csv PHOTO_FOLDER ANSWER_FOLDER

Ray runs as many copies of the head as it is given, on one machine or a cluster, and streams the table through them.
"""

import os
import sys

import ray
from aisle_head import AisleHead

model, table, folder, answers = sys.argv[1:]
ray.init()
# Each copy holds a core for itself; reading and writing need one, too, or everything waits for ever.
COPIES = max(1, int(ray.cluster_resources()["CPU"]) - 1)


class Classify:
    def __init__(self):
        self.head = AisleHead(model, threads=1)

    def __call__(self, batch):
        found = self.head.classify([os.path.join(folder, photo) for photo in batch["photo"]])
        return {
            "photo": batch["photo"],
            "label": [name for name, _ in found],
            "probability": [probability for _, probability in found],
        }


copies = ray.data.ActorPoolStrategy(size=COPIES)
rows = ray.data.read_csv(table).map_batches(Classify, batch_size=16, compute=copies)
rows.write_csv(answers)
