"""Textures of the big surfaces: wood, floor, ceiling, plaster, and the view through the windows."""

import numpy as np
from PIL import Image, ImageFilter

from noise import blend, noise, picture

VIEW_DEGREES = (-35.0, 65.0)
"""Lowest and highest elevation that the view outside covers."""

JPEG = {"quality": 86, "optimize": True}


def wood(path, rng):
    """Beech laminate; the grain runs along u."""
    size = 512
    _, across = np.mgrid[0:size, 0:size] / size
    wave = noise(size, size, 26, 2, rng, 2) * 0.5 + noise(size, size, 4, 2, rng) * 1.4
    rings = 0.5 + 0.5 * np.sin(wave * 26)
    fibres = noise(size, size, 220, 5, rng)
    shade = 0.45 * rings + 0.55 * fibres
    picture(blend((201, 160, 112), (224, 189, 144), shade)).save(path, **JPEG)


def floor(path, rng):
    """Warm grey linoleum with fine marbling; one repeat covers two metres."""
    size = 1024
    clouds = noise(size, size, 24, 24, rng, 4)
    flecks = noise(size, size, 150, 150, rng)
    colour = np.array([178, 173, 162]) * (0.88 + 0.2 * clouds[..., None])
    colour += (flecks[..., None] > 0.8) * np.array([20, 18, 14]) - (flecks[..., None] < 0.2) * 15.0
    picture(colour).filter(ImageFilter.GaussianBlur(0.8)).save(path, **JPEG)


def ceiling(path, rng):
    """One mineral-fibre tile of 60 x 60 cm with its grid edge."""
    size = 512
    down, across = np.mgrid[0:size, 0:size] / size
    pits = noise(size, size, 130, 130, rng) > 0.84
    edge = np.minimum.reduce([across, 1 - across, down, 1 - down])
    shade = 238 - 16.0 * pits
    shade = np.where(edge < 0.02, 222, shade)
    shade = np.where(edge < 0.006, 178, shade)
    picture(np.repeat(shade[..., None], 3, 2)).filter(ImageFilter.GaussianBlur(0.7)).save(path, **JPEG)


def plaster(path, rng):
    """Painted wall, nearly white so that a material colour can tint it; one repeat covers 1.5 metres."""
    size = 512
    grain = noise(size, size, 110, 110, rng, 2)
    clouds = noise(size, size, 4, 4, rng, 3)
    shade = 255 * (0.93 + 0.035 * grain + 0.035 * clouds)
    picture(np.repeat(shade[..., None], 3, 2)).save(path, **JPEG)


def floor_warm(path, rng):
    """Honey-coloured linoleum with marbled streaks, dulled where many feet go; one repeat covers two metres."""
    size = 1024
    streaks = noise(size, size, 16, 34, rng, 5)
    clouds = noise(size, size, 5, 5, rng, 3)
    flecks = noise(size, size, 170, 130, rng)
    colour = blend((176, 142, 102), (206, 174, 134), streaks) * (0.93 + 0.1 * clouds[..., None])
    colour += (flecks[..., None] > 0.82) * np.array([16, 14, 12]) - (flecks[..., None] < 0.2) * 13.0
    picture(colour).filter(ImageFilter.GaussianBlur(0.8)).save(path, **JPEG)


def carpet(path, rng):
    """Sixteen carpet tiles of 50 cm laid a quarter turn to each other; one repeat covers two metres."""
    size, tiles = 1024, 4
    cell = size // tiles
    colour = np.zeros((size, size, 3))
    tones = rng.random((tiles, tiles))
    for row in range(tiles):
        for column in range(tiles):
            ribs = noise(cell, cell, 64, 6, rng) * 0.6 + noise(cell, cell, 128, 128, rng) * 0.4
            ribs = ribs.T if (row + column) % 2 else ribs
            tone = blend((70, 82, 96), (104, 117, 130), ribs) * (0.94 + 0.12 * tones[row, column])
            tone[:1] *= 0.86
            tone[:, :1] *= 0.86
            colour[row * cell : (row + 1) * cell, column * cell : (column + 1) * cell] = tone
    colour *= 0.95 + 0.08 * noise(size, size, 3, 3, rng, 3)[..., None]
    picture(colour).save(path, quality=80, optimize=True)


def dado(path, rng):
    """Washable paint, nearly white: a brushed line on top, rubbed at chair height, scuffed and dusty at the foot."""
    height, width = 512, 1024
    up = 1 - (np.arange(height)[:, None] + 0.5) / height * np.ones((1, width))
    grain = noise(height, width, 110, 220, rng, 2)
    shade = 0.94 + 0.05 * grain
    rubbed = np.exp(-(((up - 0.66) / 0.07) ** 2)) * np.clip(noise(height, width, 24, 12, rng, 3) - 0.45, 0, 1)
    dust = np.exp(-up / 0.07) * (0.3 + 0.7 * noise(height, width, 6, 30, rng, 3))
    scuffs = (noise(height, width, 70, 9, rng, 2) > 0.78) * np.exp(-(((up - 0.18) / 0.1) ** 2))
    shade = shade * (1 - 0.16 * rubbed - 0.13 * dust - 0.1 * scuffs)
    shade = np.where(up > 0.985, 1.0, np.where(up > 0.972, 0.62, shade))
    picture(255 * np.repeat(shade[..., None], 3, 2)).filter(ImageFilter.GaussianBlur(0.8)).save(path, **JPEG)


def cloth(path, rng):
    """Woven stuff, nearly white so that the mesh's colour tints it; one repeat covers a metre."""
    size = 256
    down, across = np.mgrid[0:size, 0:size]
    weave = 0.5 + 0.25 * np.sin(down * np.pi / 2) * np.sign(np.sin(across * np.pi / 4))
    shade = 0.8 + 0.12 * weave + 0.1 * noise(size, size, 20, 20, rng, 3)
    picture(255 * np.repeat(shade[..., None], 3, 2)).save(path, **JPEG)


def outside(path, rng):
    """Panorama for the window dome: u from left to right over 190 degrees, v over VIEW_DEGREES of elevation."""
    width, height = 4096, 1024
    low, high = VIEW_DEGREES
    elevation = high - (high - low) * (np.arange(height) + 0.5)[:, None] / height * np.ones((1, width))
    climb = np.clip(elevation / 60, 0, 1)
    sky = blend((214, 230, 242), (112, 168, 226), climb**0.7)
    cover = noise(height, width, 9, 14, rng, 5)
    clouds = np.clip((cover - 0.52) * 3.6, 0, 1) * np.clip(elevation / 8, 0, 1) * np.clip(1.2 - climb, 0, 1)
    view = sky + (np.array([252, 252, 253]) - sky) * clouds[..., None]
    view = hills(view, elevation, rng)
    view = trees(view, elevation, rng, 0.0, 5.0, (104, 134, 96), 40)
    view = trees(view, elevation, rng, -4.0, 9.5, (78, 116, 56), 24)
    view = ground(view, elevation, rng)
    picture(view).filter(ImageFilter.GaussianBlur(1.1)).save(path, quality=82, optimize=True)


def hills(view, elevation, rng):
    """A hazy row of hills on the horizon."""
    width = view.shape[1]
    skyline = 2.0 + 4.0 * noise(2, width, 1, 10, rng, 3)[0]
    return np.where((elevation < skyline)[..., None], np.array([158, 182, 190.0]), view)


def trees(view, elevation, rng, base, rise, colour, crowns):
    """A row of round tree crowns with lit tops and dark gaps."""
    height, width = elevation.shape
    bumps = np.abs(np.sin(np.linspace(0, crowns * np.pi, width) + 3 * noise(2, width, 1, crowns, rng)[0]))
    skyline = base + rise * (0.35 + 0.65 * noise(2, width, 1, crowns // 2, rng, 2)[0]) * (0.6 + 0.4 * bumps)
    skyline = skyline + 1.2 * (noise(height, width, 90, 420, rng, 2) - 0.5)
    leaves = noise(height, width, 130, 520, rng, 3)
    light = np.clip(1 - (skyline - elevation) / rise * 0.75, 0.25, 1)
    shade = (0.55 + 0.65 * leaves) * (0.45 + 0.7 * light)
    return np.where((elevation < skyline)[..., None], np.array(colour) * shade[..., None] * 1.15, view)


def ground(view, elevation, rng):
    """Lawn, a path and the paved yard under the windows."""
    height, width = elevation.shape
    grass = noise(height, width, 260, 700, rng, 2)
    lawn = blend((104, 138, 62), (136, 166, 86), grass)
    view = np.where((elevation < -5.5)[..., None], lawn, view)
    slabs = noise(height, width, 120, 120, rng)
    paving = blend((172, 166, 156), (190, 184, 172), slabs)
    view = np.where((elevation < -16)[..., None], paving, view)
    kerb = (elevation < -15.6) & (elevation > -16.2)
    return np.where(kerb[..., None], np.array([206, 202, 194.0]), view)


def draw_all(folder, rng):
    """Write every surface texture into ``folder``."""
    for name, draw in (("wood", wood), ("floor", floor), ("ceiling", ceiling), ("plaster", plaster)):
        draw(folder / f"{name}.jpg", rng)
    outside(folder / "outside.jpg", rng)
    for name, draw in (("floor_warm", floor_warm), ("carpet", carpet), ("dado", dado), ("cloth", cloth)):
        draw(folder / f"{name}.jpg", rng)
    Image.new("RGB", (8, 8), "#20262b").save(folder / "off.png")
