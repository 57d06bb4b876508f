"""Tileable value noise for the drawn textures."""

import numpy as np
from PIL import Image


def noise(height, width, rows, columns, rng, octaves=1):
    """Fractal value noise of ``rows`` x ``columns`` cells, scaled to 0..1."""
    total = np.zeros((height, width))
    weight = 1.0
    for octave in range(octaves):
        cells = rng.random((int(rows * 2**octave), int(columns * 2**octave))).astype(np.float32)
        cells = np.pad(cells, ((0, 1), (0, 1)), mode="wrap")
        total += weight * np.asarray(Image.fromarray(cells, mode="F").resize((width, height), Image.BICUBIC))
        weight *= 0.5
    return (total - total.min()) / (total.max() - total.min())


def blend(low, high, amount):
    """Mix two RGB colours by a field of weights 0..1."""
    low, high = np.array(low, float), np.array(high, float)
    return low + (high - low) * amount[..., None]


def picture(pixels):
    """Pillow image of an array of 0..255 values."""
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
