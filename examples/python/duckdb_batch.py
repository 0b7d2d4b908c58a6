"""python duckdb_batch.py HEAD.onnx PRODUCTS.csv PHOTO_FOLDER ANSWERS.csv

DuckDB streams the table in chunks of 2,048 rows, larger than memory if need be; ONNX Runtime uses the cores.
"""

import os
import sys

import duckdb
import pyarrow as pa
from aisle_head import AisleHead
from duckdb.sqltypes import VARCHAR

model, table, folder, answers = sys.argv[1:]
head = AisleHead(model)
BATCH = 16


def label(photos: pa.ChunkedArray) -> pa.Array:
    paths = [os.path.join(folder, photo) for photo in photos.to_pylist()]
    found = []
    for start in range(0, len(paths), BATCH):
        for name, probability in head.classify(paths[start : start + BATCH]):
            found.append(None if name is None else {"label": name, "probability": probability})
    return pa.array(found, pa.struct({"label": pa.string(), "probability": pa.float64()}))


answer = duckdb.struct_type({"label": VARCHAR, "probability": "DOUBLE"})
duckdb.create_function("aisle", label, [VARCHAR], answer, type="arrow")
duckdb.sql(
    f"""
    COPY (
        SELECT photo, answer.label, answer.probability
        FROM (SELECT photo, aisle(photo) AS answer FROM read_csv('{table}', header = true))
    ) TO '{answers}' (HEADER)
    """
)
