"""Paints heads, hands, eyes and mouths, texel by texel."""

import functools
import os

import numpy as np
from PIL import Image, ImageFilter
from scipy.ndimage import map_coordinates

import head as h
import makehuman as mh
import pictures
from template import NEUTRAL as N

TONES = {
    "porcelain": "eac4ab", "fair": "e2b294", "light": "d6a07e", "olive": "c28f68", "tan": "ad7850", "brown": "875636", "deep": "5d3a25",
}  # fmt: skip
"""Skin tones in sRGB."""


def srgb(text):
    """A colour from six hexadecimal digits, 0 to 255."""
    return np.array([int(text[i : i + 2], 16) for i in (0, 2, 4)], float)


@functools.lru_cache(None)
def skin_picture():
    """The CC0 skin in logarithms of brightness against its face's colour, without spots and pores too large for children."""
    image = Image.open(os.environ["SKIN"]).convert("RGB").filter(ImageFilter.GaussianBlur(2.0))
    light = np.asarray(image, float) / 255
    rows, columns = light.shape[:2]
    face = light[int(0.36 * rows) : int(0.66 * rows), int(0.74 * columns) : int(0.97 * columns)].reshape(-1, 3)
    return np.log(np.clip(light, 0.02, 1)) - np.log(np.median(face, 0))


@functools.lru_cache(None)
def lips_picture():
    """Where lips are, on the skin's own layout."""
    return np.asarray(Image.open(mh.PEOPLE / "textures/mpfb_lips.jpg").convert("L"), float) / 255


def sampled(picture, places):
    """A picture's values at texture places that count from the bottom."""
    rows, columns = picture.shape[:2]
    at = [(1 - places[:, 1]) * rows - 0.5, places[:, 0] * columns - 0.5]
    if picture.ndim == 2:
        return map_coordinates(picture, at, order=1, mode="nearest")
    return np.stack([map_coordinates(picture[..., i], at, order=1, mode="nearest") for i in range(picture.shape[2])], -1)


@functools.lru_cache(None)
def own_places(template):
    """Places on the skin's own layout at each texel, and where they can be trusted."""
    base = mh.base()
    first = np.zeros((len(base.vertices), 2))
    for i in base.faces_of("body")[::-1]:
        first[base.faces[i]] = base.places[base.face_places[i]]
    of_vertices = first[np.asarray(template.piece.mix.argmax(1)).ravel()]
    corners = of_vertices[template.triangles]
    wide = np.ptp(corners, axis=1).max(1) > 0.06
    return template.at_texels(of_vertices), ~wide[template.texels[1]]


def detail(template):
    """Skin detail at each texel, as logarithms."""
    places, known = own_places(template)
    found = sampled(skin_picture(), places)
    found[~known] = 0
    return found


def toned(log_detail, tone):
    """A skin tone with the detail of the picture."""
    grey = log_detail.mean(-1, keepdims=True)
    colour = log_detail - grey
    strength = np.interp(tone.mean() / 255, [0.2, 0.75], [0.9, 1.5])
    return tone * np.exp(np.clip(grey, -0.9, 0.2) * 0.8 + colour * strength)


def spot(points, centre, size):
    """Soft round spot in space: 1 in its middle."""
    return np.exp(-(((points - centre) / size) ** 2).sum(-1))


def face_marks(points, tone, look, rng):
    """Factors on red, green and blue for blush, shadows and freckles, at neutral points."""
    eye, mouth = N.eyes["l"], h.MOUTH
    pale = np.clip((tone.mean() - 70) / 120, 0.15, 1)
    factor = np.ones(points.shape)
    aside = np.stack([np.abs(points[:, 0]), points[:, 1], points[:, 2]], -1)
    cheek = spot(aside, [eye[0] + 0.010, eye[1] - 0.038, mouth[2] - 0.02], [0.021, 0.018, 0.05])
    nose = spot(points, [0, eye[1] - 0.034, mouth[2] + 0.02], [0.013, 0.012, 0.02])
    ear = np.clip((np.abs(points[:, 0]) - 0.068) / 0.012, 0, 1) * (np.abs(points[:, 1] - eye[1] + 0.01) < 0.05)
    warm = (0.75 * cheek * look.get("blush", 1.0) + 0.45 * nose + 0.5 * ear) * pale
    factor *= 1 - warm[:, None] * np.array([0.0, 0.15, 0.13])
    under = spot(aside, [eye[0], eye[1] - 0.017, eye[2] + 0.02], [0.014, 0.006, 0.03])
    factor *= 1 - under[:, None] * np.array([0.07, 0.09, 0.05])
    lid = spot(aside, [eye[0], eye[1] + 0.012, eye[2] + 0.02], [0.017, 0.0055, 0.03])
    factor *= 1 - lid[:, None] * np.array([0.12, 0.16, 0.15])
    if look.get("freckles"):
        factor *= freckles(points, look["freckles"], rng)[:, None] ** np.array([0.75, 1.1, 1.35])
    return factor


def freckles(points, count, rng):
    """Factor for freckles over nose and cheeks."""
    eye, depth = N.eyes["l"], h.MOUTH[2]
    result = np.ones(len(points))
    for _ in range(count):
        x, y = rng.normal(0, 0.030), eye[1] - 0.030 + rng.normal(0, 0.0125)
        size, dark = rng.uniform(0.0006, 0.0014), rng.uniform(0.08, 0.24)
        near = (np.abs(points[:, 0] - x) < 0.006) & (np.abs(points[:, 1] - y) < 0.006) & (points[:, 2] > depth - 0.06)
        off = points[near][:, :2] - [x, y]
        result[near] = np.minimum(result[near], 1 - dark * np.exp(-(off**2).sum(1) / size**2))
    return result


def hair_under(points, colour, cover, noise):
    """Colour of skin under hair, and how much of it shows, from degrees inside the hairline."""
    share = np.clip((cover + (noise - 0.5) * 7 - 0.5) / 5.0, 0, 1)
    return colour * (0.75 + 0.4 * noise[:, None]), share


def brow_under(points, thick):
    """Share of brow colour painted under the brow strips."""
    share = np.zeros(len(points))
    for side, sign in (("l", 1), ("r", -1)):
        eye = N.eyes[side]
        along = ((points[:, 0] - eye[0]) * sign + 0.018) / 0.042
        arch = (
            eye[1]
            + 0.0162
            + 0.0042 * np.sin(np.pi * np.clip(along * 0.9, 0, 1) ** 0.9)
            - 0.0045 * np.clip(along - 0.55, 0, 1) / 0.45
        )
        half = np.interp(along, [0, 0.12, 0.6, 1], [0.003, 0.0045, 0.0036, 0.0008]) * thick
        inside = np.exp(-(((points[:, 1] - arch) / np.maximum(half, 1e-4)) ** 2)) * (along > -0.05) * (along < 1.03)
        share = np.maximum(share, inside * (points[:, 2] > eye[2] - 0.02))
    return share * 0.62


def head_colours(template, look, sky, cover, rng):
    """Colours of a head's texels. `sky` and `cover` are given at texels."""
    tone = srgb(TONES[look["skin"]])
    points = template.at_texels(template.neutral)
    colours = toned(detail(template), tone)
    colours *= face_marks(points, tone, look, rng)
    lips = sampled(lips_picture(), own_places(template)[0]) * (points[:, 2] > h.MOUTH[2] - 0.03)
    strength = look.get("lips", 0.5) * np.interp(tone.mean(), [70, 200], [0.55, 1.0])
    colours *= 1 - (lips * strength)[:, None] * np.array([0.13, 0.40, 0.36])
    hair, brow = srgb(look["hair_colour"]), srgb(look.get("brow_colour", look["hair_colour"])) * 0.62
    share = brow_under(points, look.get("brows", 1.0))
    colours = pictures.mixed(colours, brow, share)
    noise = speckle(len(points), points, rng)
    under, covered = hair_under(points, hair * 0.55, cover, noise)
    colours = pictures.mixed(colours, under, covered * look.get("scalp", 0.93))
    lining = template.tag_at_texels() == 1
    colours[lining] = np.array([120.0, 52, 50]) * 0.6
    shade = np.clip(sky, 0, 1) ** 0.9
    light = 0.40 + 0.60 * shade
    # Shadow on skin is warm: blood scatters red light into it.
    return colours * np.where(lining[:, None], 1.0, light[:, None] ** np.array([0.82, 1.05, 1.08]))


def speckle(count, points, rng):
    """Fine noise in space, 0 to 1."""
    offset = rng.uniform(0, 9, 3)
    p = points * 900 + offset
    value = np.sin(p[:, 0] * 1.3 + 2 * np.sin(p[:, 1])) * np.sin(p[:, 1] * 1.7 + 2 * np.sin(p[:, 2])) + 0.6 * np.sin(
        p @ [2.1, 0.3, 1.9]
    )
    fine = rng.random(count)
    return np.clip(0.5 + 0.22 * value + 0.25 * (fine - 0.5), 0, 1)


def hand_colours(template, look, sky):
    """Colours of hands and bare fore-arms."""
    tone = srgb(TONES[look["skin"]])
    colours = toned(detail(template) * 0.7, tone)
    return colours * ((0.5 + 0.5 * sky)[:, None] ** np.array([0.85, 1.05, 1.08]))


def small_colours(name, template, look):
    """Colours of eyes, teeth, tongue and lashes."""
    count = len(template.texels[0])
    if name == "eyes":
        size = h.EYE_PATCH[2]
        picture = pictures.iris(srgb(look["iris"]), size)
        left, top, _ = h.EYE_PATCH
        row, column = template.texels[0] // 512 - top, template.texels[0] % 512 - left
        return picture[np.clip(row, 0, size - 1), np.clip(column, 0, size - 1)]
    points = template.at_texels(template.neutral)
    if name == "teeth":
        edge = np.clip((h.MOUTH[2] + 0.004 - points[:, 2]) / 0.03, 0, 1)[:, None]
        return np.array([232.0, 224, 210]) * (1 - 0.45 * edge)
    lash = np.array([38.0, 29, 25]) * 0.6 + srgb(TONES[look["skin"]]) * (0.06 if look["lips"] > 0.5 else 0.22)
    flat = {"tongue": [168.0, 88, 84], "lashes": lash}[name]
    return np.tile(flat, (count, 1))
