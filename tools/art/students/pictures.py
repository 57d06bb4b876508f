"""Pictures that all students share, hair and brows, and small generated ones: irises and noise."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from scipy.ndimage import gaussian_filter, map_coordinates, zoom


def noise(shape, cells, rng, octaves=3):
    """Smooth noise from 0 to 1 that repeats at the edges."""
    total, strength = np.zeros(shape), 1.0
    for octave in range(octaves):
        rows, columns = (max(1, int(c * 2**octave)) for c in cells)
        raw = rng.random((rows, columns))
        y = np.arange(shape[0]) / shape[0] * rows
        x = np.arange(shape[1]) / shape[1] * columns
        total += strength * map_coordinates(raw, np.meshgrid(y, x, indexing="ij"), order=3, mode="grid-wrap")
        strength *= 0.5
    return (total - total.min()) / np.ptp(total)


def combed(rows, columns, rng):
    """Brightness and cover of combed strands, root at the top."""
    y, x = np.mgrid[0:rows, 0:columns] / np.array([rows, columns]).reshape(2, 1, 1)
    bend = (noise((rows, columns), (2, 4), rng) - 0.5) * 0.035
    strands = np.zeros(columns)
    for cells, share in ((12, 0.34), (40, 0.3), (120, 0.24), (256, 0.18)):
        strands += share * noise((1, columns), (1, cells), rng, 1)[0]
    at = ((x + bend) % 1) * columns
    strand = map_coordinates(strands, [at], order=1, mode="grid-wrap")
    strand = (strand - strand.min()) / np.ptp(strand)
    bright = 0.48 + 0.5 * strand
    bright *= 1 + 0.10 * np.exp(-(((y - 0.30) / 0.10) ** 2)) * (strand - 0.2)
    tips = map_coordinates(
        gaussian_filter(rng.random(columns), 1.2, mode="wrap"), [(at * 0.999) % columns], order=1, mode="grid-wrap"
    )
    tips = (tips - tips.min()) / np.ptp(tips)
    clump = map_coordinates(noise((1, columns), (1, 14), rng, 1)[0], [at], order=1, mode="grid-wrap")
    reach = 0.72 + 0.26 * (0.5 * tips + 0.5 * clump)
    cover = np.clip((reach - y) * 22 + 0.5, 0, 1)
    roots = 0.004 + 0.035 * map_coordinates(rng.random(columns), [at], order=1, mode="grid-wrap")
    cover *= np.clip((y - roots) * 60 + 0.5, 0, 1)
    return bright, cover


def coiled(rows, columns, rng):
    """Brightness and cover of small coils."""
    scale = 2
    height, width = rows * scale, columns * scale
    image = Image.new("L", (width, height), 0)
    depth = Image.new("L", (width, height), 40)
    pen, shade = ImageDraw.Draw(image), ImageDraw.Draw(depth)
    for _ in range(1900):
        x, y = rng.uniform(0, width), rng.uniform(0, height)
        size, turn = rng.uniform(7, 17), rng.uniform(0, 360)
        light = int(rng.uniform(85, 255))
        for dx in (-width, 0, width):
            box = [x + dx - size, y - size * 0.8, x + dx + size, y + size * 0.8]
            pen.arc(box, turn, turn + rng.uniform(180, 320), fill=255, width=4)
            shade.arc(box, turn, turn + 300, fill=light, width=4)
    bright, cover = (
        np.asarray(im.filter(ImageFilter.GaussianBlur(1)).resize((columns, rows), Image.LANCZOS)) / 255 for im in (depth, image)
    )
    return 0.35 + 0.6 * bright, np.clip(cover * 1.6, 0, 1)


def hair(path, size=512, seed=4):
    """The hair picture: combed strands above, coils below."""
    rng = np.random.default_rng(seed)
    straight_rows = int(size * 0.68)
    bright = np.full((size, size), 0.6)
    cover = np.ones((size, size))
    bright[: int(size * 0.66)], cover[: int(size * 0.66)] = combed(int(size * 0.66), size, rng)
    bright[int(size * 0.66) : straight_rows], cover[int(size * 0.66) : straight_rows] = 0.5, 0
    rows = size - int(size * 0.70)
    coil, open_ = coiled(rows, size, rng)
    bright[size - rows :], cover[size - rows :] = coil, np.maximum(open_, 0.0)
    cover[straight_rows : size - rows] = 0
    grey = np.repeat(np.clip(bright, 0, 1)[..., None], 3, 2)
    Image.fromarray((np.dstack([grey, cover]) * 255).astype(np.uint8), "RGBA").save(path, optimize=True)


def brow(path, width=256, seed=9):
    """One brow: hairs that lie flat towards its end; white, tinted by the material."""
    rng = np.random.default_rng(seed)
    height = width // 4
    image = Image.new("L", (width * 2, height * 2), 0)
    pen = ImageDraw.Draw(image)
    for _ in range(1150):
        t = rng.beta(1.1, 1.1)
        thick = np.interp(t, [0, 0.12, 0.6, 1], [0.34, 0.66, 0.5, 0.04])
        x, y = t * width * 1.9 + 6, height + (rng.random() - 0.5) * thick * height * 1.25
        angle = np.interp(t, [0, 0.25, 1], [-1.1, -0.4, 0.1]) + rng.normal() * 0.16
        reach = rng.uniform(16, 30)
        pen.line([x, y, x + np.cos(angle) * reach, y + np.sin(angle) * reach * 0.9], fill=int(rng.uniform(110, 235)), width=2)
    cover = np.asarray(image.filter(ImageFilter.GaussianBlur(1.1)).resize((width, height), Image.LANCZOS))
    Image.fromarray(np.dstack([np.full((height, width, 3), 255, np.uint8), cover]), "RGBA").save(path, optimize=True)


def iris(colour, size=96, seed=3, limit=72.0):
    """An eye seen from ahead: the edge is `limit` degrees away from where it looks."""
    rng = np.random.default_rng(seed)
    big = size * 4
    y, x = (np.mgrid[0:big, 0:big] + 0.5) / big * 2 - 1
    reach, turn = np.hypot(x, y) * limit, np.arctan2(y, x) / (2 * np.pi) % 1
    outer, pupil = 29.0, 11.5
    fibres = noise((64, 1024), (3, 90), rng, 2)
    row = np.clip((reach - pupil) / (outer - pupil), 0, 0.999)
    fibre = fibres[(row * 63).astype(int), (turn * 1023).astype(int)]
    base = np.array(colour, float)
    look = base * (0.62 + 0.7 * fibre[..., None]) * (1.22 - 0.42 * row[..., None])
    look += np.array([70, 48, 16]) * (0.4 * np.exp(-(((reach - pupil) / 4) ** 2)))[..., None]
    look *= (1 - 0.62 * np.clip((reach - outer * 0.84) / (outer * 0.16), 0, 1))[..., None]
    # Light that falls in from above gathers in the lower part of an iris.
    look *= (1 + 0.35 * np.clip(y * limit / outer, -0.6, 1))[..., None]
    white = np.array([233, 228, 224]) * (1 - 0.16 * np.clip((reach - 34) / 34, 0, 1))[..., None]
    white = white * (1 - np.array([0.0, 0.05, 0.06]) * np.clip((np.abs(x) * limit - 38) / 26, 0, 1)[..., None])
    look = mixed(look, white, np.clip((reach - outer) / 2.2 + 0.5, 0, 1))
    look = mixed(look, np.array([9, 8, 8]), np.clip((pupil - reach) / 1.6 + 0.5, 0, 1))
    # The upper lid's shadow, then the wet highlights.
    look *= (1 - 0.55 * np.clip((-y * limit - 4) / 22, 0, 1) ** 1.2)[..., None]
    glint = np.exp(-(((((x - 0.13) * limit) / 3.6) ** 2 + (((y + 0.16) * limit) / 4.2) ** 2) ** 2))
    small = 0.35 * np.exp(-((((x + 0.17) * limit) / 3.4) ** 2 + (((y - 0.2) * limit) / 2.6) ** 2))
    look = mixed(look, np.array([250, 252, 255]), np.clip(0.95 * glint + small, 0, 1))
    return zoom(gaussian_filter(np.clip(look, 0, 255), (1.5, 1.5, 0)), (0.25, 0.25, 1), order=1)


def mixed(first, second, share):
    """Two colours mixed by a share at each pixel."""
    return first * (1 - share[..., None]) + second * share[..., None]
