"""Puts a compressed copy with smaller versions beside each picture of the models: BC7 in KTX2.

Run ``python tools/art/compress.py`` after models were made. Pictures that are still inside a model are taken out first, so
that models which have the same share it, and the application reads either the copy (where the graphics card takes BC7) or
the picture. Says how far each copy is from its picture, and fails on one that is too far.
"""

import pathlib
import sys

import etcpak
import ktx2
import numpy as np
import picture_files
import texture2ddecoder
from glb_write import write
from PIL import Image

MODELS = pathlib.Path(__file__).resolve().parent.parent.parent / "assets" / "models"

CUT = 0.5
"""Alpha from which a cut-out, such as hair, is there; smaller versions keep the share of it."""

BODY_LEVELS = 1
"""Versions of a body's picture: with five, seams seen at a slant took colours of the part beside them and were specked. More
than one wants parts that lie further apart, and a look at faces and seams close up."""

LEAST_DB = 34
"""Peak signal to noise ratio, in decibels, that a copy must reach: strands of hair are the worst."""


def to_light(picture):
    """Shares of light for colour bytes."""
    share = picture / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def to_bytes(light):
    """Colour values, 0 to 255, for shares of light."""
    return 255 * np.where(light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 1e-9) ** (1 / 2.4) - 0.055)


def fitted(picture):
    """The picture with sides that are multiples of four, as the format wants."""
    wide, high = (-(-side // 4) * 4 for side in picture.size)
    return picture if picture.size == (wide, high) else picture.resize((wide, high), Image.LANCZOS)


def levels(picture, use):
    """The picture and its smaller versions as bytes (height, width, 4), largest first."""
    base = np.asarray(picture).astype(float)
    islands = parts(picture.size[::-1], use.triangles) if use.triangles else None
    count = BODY_LEVELS if islands is not None else int(np.log2(max(picture.size))) + 1
    colour = to_light(base[..., :3]) if use.colour else base[..., :3]
    result, share = [base], (base[..., 3] >= CUT * 255).mean()
    for number in range(1, count):
        step = 2**number
        if islands is not None:
            small, alpha = within_parts(colour, islands, step), np.full([side // step for side in islands.shape], 255.0)
        else:
            small, alpha = means(colour, base[..., 3], step)
        if use.colour:
            small = to_bytes(small)
        else:
            small = unit(small)
        if use.cut_out:
            alpha = with_coverage(alpha, share)
        result.append(np.dstack([small, alpha]))
    return [np.clip(np.round(level), 0, 255).astype(np.uint8) for level in result]


def blocks(values, step):
    """Values in blocks of step by step texels, cut off at the edges: (rows, columns, step * step, ...)."""
    high, wide = (max(1, side // step) for side in values.shape[:2])
    down, along = (min(step, side) for side in values.shape[:2])
    cut = values[: high * down, : wide * along].reshape(high, down, wide, along, *values.shape[2:])
    return np.moveaxis(cut, 2, 1).reshape(high, wide, down * along, *values.shape[2:])


def means(colour, alpha, step):
    """Mean colour and alpha of each block; colours count as much as they are there."""
    weights = blocks(alpha, step) + 0.01
    mixed = (blocks(colour, step) * weights[..., None]).sum(2) / weights.sum(2)[..., None]
    return mixed, blocks(alpha, step).mean(2)


def within_parts(colour, islands, step):
    """Mean colour of each block over that part of the body which has most of it: eyes are not mixed with lips."""
    wanted = blocks(islands, step)
    best = np.zeros(wanted.shape[:2], int)
    most = np.full(wanted.shape[:2], -1)
    for part in np.unique(islands):
        count = (wanted == part).sum(2)
        best, most = np.where(count > most, part, best), np.maximum(count, most)
    weights = (wanted == best[..., None]).astype(float)
    return (blocks(colour, step) * weights[..., None]).sum(2) / weights.sum(2)[..., None]


def unit(normals):
    """Normals of unit length again."""
    way = normals / 127.5 - 1
    return (way / np.maximum(np.linalg.norm(way, axis=-1, keepdims=True), 1e-6) + 1) * 127.5


def with_coverage(alpha, share):
    """Alpha scaled until as much is there as in the first version (after Castaño, "Computing Alpha Mipmaps", 2010)."""
    low, high = 1.0, 4.0
    if (alpha >= CUT * 255).mean() >= share:
        return alpha
    for _ in range(10):
        middle = (low + high) / 2
        low, high = (middle, high) if (alpha * middle >= CUT * 255).mean() < share else (low, middle)
    return np.minimum(np.ceil(alpha * high), 255)


def parts(size, triangles):
    """The number of the part of the body at each texel: what hangs together in the texture's layout."""
    corners = np.concatenate(triangles)
    _, known = np.unique(np.round(corners.reshape(-1, 2) * 8192).astype(int), axis=0, return_inverse=True)
    known = known.reshape(-1, 3)
    label = np.arange(known.max() + 1)
    while True:
        least = label[known].min(1)
        before = label.copy()
        np.minimum.at(label, known, least[:, None])
        label = label[label]
        if (label == before).all():
            break
    number = np.unique(label[known[:, 0]], return_inverse=True)[1]
    high, wide = size
    found = np.full(size, -1)
    for triangle, part in zip(corners * (wide, high), number):
        fill(found, triangle, part)
    return spread(found)


def fill(found, triangle, part):
    """Note a part at the texels of a triangle."""
    low = np.maximum(np.floor(triangle.min(0)).astype(int), 0)
    top = np.minimum(np.ceil(triangle.max(0)).astype(int), found.shape[::-1])
    if (top <= low).any():
        return
    x, y = np.meshgrid(np.arange(low[0], top[0]) + 0.5, np.arange(low[1], top[1]) + 0.5)
    sides = []
    for at in range(3):
        (ax, ay), (bx, by) = triangle[at], triangle[(at + 1) % 3]
        sides.append((bx - ax) * (y - ay) - (by - ay) * (x - ax))
    inside = (np.min(sides, 0) >= -1e-6) | (np.max(sides, 0) <= 1e-6)
    found[low[1] : top[1], low[0] : top[0]][inside] = part


def spread(found):
    """The part at each texel, where none is that of the nearest within some texels."""
    for _ in range(16):
        for axis, way in ((0, 1), (0, -1), (1, 1), (1, -1)):
            near = np.roll(found, way, axis)
            found = np.where(found < 0, near, found)
    return found


def packed(level):
    """A version as bytes of BC7, its edges repeated up to a multiple of four."""
    high, wide = level.shape[:2]
    whole = np.pad(level, ((0, -high % 4), (0, -wide % 4), (0, 0)), mode="edge")
    settings = etcpak.BC7CompressBlockParams()
    settings.m_uber_level, settings.m_max_partitions = 2, 64
    return etcpak.compress_bc7(np.ascontiguousarray(whole).tobytes(), whole.shape[1], whole.shape[0], settings)


def likeness(level, data):
    """How near the copy of a version is, in decibels; where nothing is there, colours do not count."""
    high, wide = level.shape[:2]
    seen = np.frombuffer(texture2ddecoder.decode_bc7(data, wide, high), np.uint8).reshape(high, wide, 4)[..., [2, 1, 0, 3]]
    there = level[..., 3] > 8
    wrong = ((seen.astype(float) - level)[there] ** 2).mean() + 1e-9
    return 10 * np.log10(255**2 / wrong)


def compress(picture, use):
    """Make one copy; returns how near it is."""
    versions = levels(fitted(Image.open(picture).convert("RGBA")), use)
    data = [packed(version) for version in versions]
    ktx2.write_bc7(picture_files.compressed(picture), versions[0].shape[:2], data, use.colour)
    return likeness(versions[0], data[0])


def main(models):
    """Compress all pictures of the models in a folder."""
    poor = []
    for picture, use in sorted(picture_files.take_out(models, write).items()):
        near = compress(picture, use)
        print(f"{picture.relative_to(models)}: {near:.1f} dB", flush=True)
        if near < LEAST_DB:
            poor.append(picture.name)
    if poor:
        raise SystemExit(f"copies too far from their pictures: {', '.join(poor)}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else MODELS)
