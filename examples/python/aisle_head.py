"""A head that was taken away from Aisle as ONNX, with its network: photos in, labels and probabilities out.

Needs numpy, pillow and onnxruntime. Nothing here knows how many photos there are: see duckdb_batch.py and
ray_batch.py for engines that do.
"""

import json

import numpy as np
import onnxruntime as ort
from PIL import Image, ImageOps


class AisleHead:
    def __init__(self, path: str, threads: int = 0):
        """threads: 0 for as many as there are cores; 1 where an engine runs one process a core."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self.session = ort.InferenceSession(path, options, providers=ort.get_available_providers())
        about = self.session.get_modelmeta().custom_metadata_map
        self.labels: list[str] = json.loads(about["labels"])
        self.preprocessing = json.loads(about["preprocessing"])[0]

    def probabilities(self, pixels: np.ndarray) -> np.ndarray:
        """[n, size, size, 3], RGB, 0-255, to [n, labels]."""
        (answers,) = self.session.run(None, {"photo": pixels.astype(np.float32)})
        return answers

    def classify(self, paths: list[str]) -> list[tuple[str | None, float | None]]:
        """The most probable label of each photo; None for one that cannot be read."""
        pixels = []
        readable = []
        for at, path in enumerate(paths):
            try:
                pixels.append(prepare(Image.open(path), **self._wanted()))
                readable.append(at)
            except OSError:
                continue
        answers: list[tuple[str | None, float | None]] = [(None, None)] * len(paths)
        if pixels:
            for at, own in zip(readable, self.probabilities(np.stack(pixels))):
                best = int(own.argmax())
                answers[at] = (self.labels[best], float(own[best]))
        return answers

    def _wanted(self):
        return {key: self.preprocessing[key] for key in ("size", "background")}


def prepare(image: Image.Image, size: int, background: list[float]) -> np.ndarray:
    """A photo as Aisle's network saw its photos: the whole of it, padded to a square, shrunk with a triangle filter.

    Pillow's own resize rounds in between and pads by whole pixels, which changes answers in the third digit.
    """
    image = ImageOps.exif_transpose(image).convert("RGBA")
    rgba = np.asarray(image, dtype=np.float64)
    alpha = rgba[..., 3:] / 255
    rgb = rgba[..., :3] * alpha + np.asarray(background) * (1 - alpha)
    height, width = rgb.shape[:2]
    down, down_padding = _taps(height, max(height, width), size)
    across, across_padding = _taps(width, max(height, width), size)
    rows = np.einsum("ow,hwc->hoc", across, rgb, optimize=True)
    rows += across_padding[None, :, None] * np.asarray(background)
    shrunk = np.einsum("oh,hxc->oxc", down, rows, optimize=True)
    shrunk += down_padding[:, None, None] * np.asarray(background)
    return np.clip(np.floor(shrunk + 0.5), 0, 255).astype(np.uint8)


def _taps(length: int, side: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Which source pixels make each output pixel along one axis, [size, length], and its share of padding, [size]."""
    scale = side / size
    support = max(1.0, scale)
    margin = (side - length) / 2
    centres = (np.arange(size) + 0.5) * scale - margin
    reach = int(np.ceil(margin)) + 1
    pixels = np.arange(-reach, length + reach)
    weights = np.maximum(0, 1 - np.abs(pixels[None, :] + 0.5 - centres[:, None]) / support)
    weights[:, (pixels + 0.5 < -margin) | (pixels + 0.5 > length + margin)] = 0
    weights /= weights.sum(axis=1, keepdims=True)
    inside = (pixels >= 0) & (pixels < length)
    return weights[:, inside], weights[:, ~inside].sum(axis=1)
