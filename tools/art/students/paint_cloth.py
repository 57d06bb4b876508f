"""Paints clothes: weave, ribs, folds, stripes, prints, pockets and seams; and the relief of folds."""

import numpy as np
from PIL import Image, ImageDraw
from scipy.ndimage import gaussian_filter, map_coordinates

from garments import HIP, NECK, RIB, SOLE
from paint_skin import srgb
from template import HALF
from template import NEUTRAL as N

NECKBAND = 0.028
"""Width of a top's neckband, over the distance of its edge's points."""
CHEST = NECK[1] - 0.165


def lump(points, cells, seed):
    """Smooth noise in space, about -1 to 1."""
    rng = np.random.default_rng(seed)
    grid = rng.uniform(-1, 1, (40, 40, 40))
    at = (points * cells + rng.uniform(0, 20, 3)).T
    return map_coordinates(grid, at, order=3, mode="grid-wrap") * 1.3


def folds(name, points, along_arm, along_leg):
    """Height of folds in metres at neutral points."""
    height = 0.0030 * lump(points, np.array([9.0, 5.5, 9.0]), 3) + 0.0004 * lump(points, np.array([20.0, 12.0, 20.0]), 4)
    if name == "top":
        elbow = np.exp(-(((along_arm - 0.52) / 0.11) ** 2)) + 0.7 * np.exp(-(((along_arm - 0.86) / 0.08) ** 2))
        waist = np.exp(-(((points[:, 1] - HIP[1] - 0.09) / 0.07) ** 2)) * (along_arm < 0.05)
        height = height + 0.0026 * elbow * np.sin(along_arm * 70 + 3 * lump(points, 12.0, 5))
        height = height + 0.0022 * waist * np.sin(points[:, 1] * 170 + 4 * lump(points, np.array([7.0, 3.0, 7.0]), 6))
        armpit = np.exp(-(((np.abs(points[:, 0]) - 0.13) / 0.04) ** 2 + ((points[:, 1] - NECK[1] + 0.14) / 0.06) ** 2))
        diagonal = (np.abs(points[:, 0]) * 0.8 + points[:, 1] * 0.6) * 190
        height = height + 0.0022 * armpit * np.sin(diagonal + 2 * lump(points, 14.0, 7))
    else:
        knee = np.exp(-(((along_leg - 0.5) / 0.09) ** 2)) + 0.9 * np.exp(-(((along_leg - 0.95) / 0.08) ** 2))
        hip = np.exp(-(((points[:, 1] - HIP[1] + 0.02) / 0.05) ** 2))
        height = height + 0.0024 * knee * np.sin(points[:, 1] * 150 + 3 * lump(points, 11.0, 8))
        height = height + 0.0018 * hip * np.sin(np.abs(points[:, 0]) * 120 + points[:, 1] * 130)
    return height


def rays(size, count, reaches):
    """Corners around the middle of a square: `reaches` in turn are their distances as shares of its side."""
    turns = np.radians(-90 + 360 * np.arange(count) / count)
    far = np.resize(reaches, count) * size
    return [(size / 2 + r * np.cos(turn), size / 2 + r * np.sin(turn)) for r, turn in zip(far, turns)]


def shape_picture(kind):
    """A print as a mask, 128 texels wide."""
    size = 128
    image = Image.new("L", (size * 2, size * 2), 0)
    pen = ImageDraw.Draw(image)
    s = size * 2
    if kind == "star":
        pen.polygon(rays(s, 10, [0.47, 0.2]), fill=255)
    elif kind == "sun":
        pen.polygon(rays(s, 32, [0.47, 0.33]), fill=255)
        pen.ellipse([s * 0.27, s * 0.27, s * 0.73, s * 0.73], fill=0)
        pen.ellipse([s * 0.31, s * 0.31, s * 0.69, s * 0.69], fill=255)
    elif kind == "peak":
        pen.polygon([(0, s * 0.8), (s * 0.36, s * 0.2), (s * 0.56, s * 0.52), (s * 0.68, s * 0.36), (s, s * 0.8)], fill=255)
        pen.polygon(
            [(s * 0.36, s * 0.2), (s * 0.27, s * 0.36), (s * 0.35, s * 0.33), (s * 0.40, s * 0.4), (s * 0.46, s * 0.37)], fill=0
        )
    elif kind == "ball":
        pen.ellipse([s * 0.05, s * 0.05, s * 0.95, s * 0.95], fill=255)
        pen.polygon(rays(s, 5, [0.17]), fill=0)
        for x, y in rays(s, 5, [0.44]):
            pen.line([s / 2 + (x - s / 2) * 0.38, s / 2 + (y - s / 2) * 0.38, x, y], fill=0, width=7)
    elif kind == "heart":
        t = np.linspace(0, 2 * np.pi, 80)
        x, y = 16 * np.sin(t) ** 3, 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
        pen.polygon([(s / 2 + a * s / 36, s * 0.46 - b * s / 36) for a, b in zip(x, y)], fill=255)
    elif kind == "bolt":
        points = [(0.58, 0.02), (0.22, 0.56), (0.46, 0.56), (0.38, 0.98), (0.78, 0.40), (0.53, 0.40)]
        pen.polygon([(x * s, y * s) for x, y in points], fill=255)
    else:
        for i in range(3):
            pen.rounded_rectangle([s * 0.04, s * (0.22 + 0.22 * i), s * (0.96 - 0.2 * i), s * (0.34 + 0.22 * i)], 16, fill=255)
    return np.asarray(image.resize((size, size), Image.LANCZOS), float) / 255


def line(distance, width):
    """A soft line: 1 on it."""
    return np.exp(-((distance / width) ** 2))


class Cloth:
    """What painters need to know at the texels of one garment."""

    def __init__(self, template):
        self.points = template.at_texels(template.neutral)
        self.tags = template.tag_at_texels()
        mix = template.piece.mix
        arms = np.maximum(mix @ N.arm("l"), mix @ N.arm("r"))
        arm = np.where(template.neutral[:, 0] > 0, mix @ N.arm_along("l"), mix @ N.arm_along("r"))
        leg = np.where(template.neutral[:, 0] > 0, mix @ N.leg_along("l"), mix @ N.leg_along("r"))
        self.on_arm = template.at_texels(arms) > 0.5
        self.arm = np.where(self.on_arm, template.at_texels(arm), 0)
        self.leg = template.at_texels(leg)
        self.front = self.points[:, 2] > 0.02
        self.rib = self.ribs(getattr(template, "cut", None))
        self.around = np.arctan2(self.points[:, 0], self.points[:, 2] - 0.02)

    def ribs(self, cut):
        """Where a top has ribbed bands: neck, and with `ribbed` cuffs and hem."""
        if cut is None:
            return self.tags == RIB
        neck = (cut["neck_edge"].query(self.points)[0] < NECKBAND) & ~self.on_arm
        if not cut["ribbed"]:
            return neck
        hem = ~self.on_arm & (self.points[:, 1] < cut["hem"] + 0.042)
        return neck | hem | (self.on_arm & (self.arm > cut["sleeve"] - 0.10))


def top_colours(cloth, look):
    """Colours of a top."""
    main, second, third = (srgb(look[key]) for key in ("top", "top2", "top3"))
    p = cloth.points
    colours = np.tile(main, (len(p), 1))
    pattern = look.get("pattern")
    along = np.where(cloth.on_arm, NECK[1] - 0.04 - cloth.arm * 0.42, p[:, 1])
    if pattern == "stripes":
        colours[np.sin(along * 2 * np.pi / 0.062) > 0.25] = second
    elif pattern == "thin":
        colours[np.sin(along * 2 * np.pi / 0.030) > 0.45] = second
    elif pattern == "block":
        colours[along < CHEST - 0.035] = second
        colours[np.abs(along - CHEST + 0.035) < 0.007] = third
    elif pattern == "band":
        colours[(along < CHEST + 0.02) & (along > CHEST - 0.06)] = second
        colours[np.abs(along - CHEST + 0.02) < 0.013] = third
    elif pattern == "sleeves":
        colours[cloth.on_arm & (cloth.arm > 0.02)] = second
    elif pattern == "check":
        tone = 0.5 * (np.sin(p[:, 0] * 2 * np.pi / 0.05) > 0) + 0.5 * (np.sin(along * 2 * np.pi / 0.05) > 0)
        colours = colours * (1 - 0.55 * tone[:, None]) + second * 0.55 * tone[:, None]
        thin = np.maximum(line(np.sin(p[:, 0] * np.pi / 0.05), 0.08), line(np.sin(along * np.pi / 0.05), 0.08))
        colours = colours * (1 - 0.35 * thin[:, None]) + third * 0.35 * thin[:, None]
    elif pattern == "dots":
        x, y = p[:, 0] / 0.028, along / 0.028
        x = x + 0.5 * (np.floor(y) % 2)
        inside = (x % 1 - 0.5) ** 2 + (y % 1 - 0.5) ** 2 < 0.045
        colours[inside] = second
    rib = cloth.rib
    colours[rib] = srgb(look.get("rib", look["top"])) if pattern != "sleeves" else second
    if look.get("print"):
        colours = printed(colours, cloth, look["print"], srgb(look.get("print_colour", look["top3"])))
    return details(colours, cloth, look, rib)


def printed(colours, cloth, kind, colour):
    """A print on the chest."""
    p, size = cloth.points, 0.15
    mask = shape_picture(kind)
    x, y = p[:, 0] / size + 0.5, (CHEST + 0.045 - p[:, 1]) / size
    inside = (x > 0) & (x < 1) & (y > 0) & (y < 1) & cloth.front & ~cloth.on_arm
    share = np.zeros(len(p))
    share[inside] = map_coordinates(mask, [y[inside] * 127, x[inside] * 127], order=1)
    return colours * (1 - 0.92 * share[:, None]) + colour * 0.92 * share[:, None]


def details(colours, cloth, look, rib):
    """Ribs, weave, seams, pockets, zips and buttons of a top."""
    p, kind = cloth.points, look["outfit"]
    dark = np.zeros(len(p))
    turn = np.where(cloth.on_arm, np.arctan2(p[:, 1] - NECK[1], p[:, 2]) * 0.5, cloth.around)
    dark += np.where(rib, 0.16 * (0.5 + 0.5 * np.sin(turn * np.where(cloth.on_arm, 160, 170))), 0)
    shoulder = line(cloth.arm - 0.03, 0.006) * cloth.on_arm
    dark += 0.16 * shoulder
    if kind in ("hoodie", "zip"):
        x, y = np.abs(p[:, 0]), p[:, 1] - HIP[1]
        slope = np.clip((0.16 - y) / 0.08, 0, 1)
        edge = 0.075 + 0.035 * slope
        pocket = cloth.front & ~cloth.on_arm & (y < 0.165) & (y > 0.045)
        rim = np.maximum(line(x - edge, 0.0028), line(y - 0.163, 0.0025) * (x < 0.078)) * pocket
        dark += 0.30 * rim + 0.05 * pocket * (x < edge)
    if kind == "zip":
        middle = cloth.front & ~cloth.on_arm
        dark += 0.45 * line(np.abs(p[:, 0]) - 0.006, 0.002) * middle
        zipper = line(p[:, 0], 0.0035) * middle
        colours = colours * (1 - zipper[:, None]) + np.array([150.0, 152, 156]) * zipper[:, None]
    if kind == "shirt":
        middle = cloth.front & ~cloth.on_arm
        dark += 0.20 * np.maximum(line(p[:, 0] - 0.015, 0.0016), line(p[:, 0] + 0.015, 0.0016)) * middle
        spacing = (p[:, 1] - HIP[1]) / 0.072 % 1 - 0.5
        button = ((p[:, 0] / 0.0048) ** 2 + (spacing * 0.072 / 0.0048) ** 2 < 1) * middle
        colours = np.where(button[:, None], np.array([232.0, 230, 224]), colours)
        x, y = p[:, 0] - 0.075, p[:, 1] - CHEST - 0.015
        chest = middle & (np.abs(x) < 0.042) & (np.abs(y) < 0.05)
        dark += 0.18 * np.maximum(line(np.abs(x) - 0.038, 0.0016), line(np.abs(y) - 0.046, 0.0016)) * chest
    grain = 0.035 * np.sin(p[:, 1] * 2400) * np.sin(p[:, 0] * 2100 + p[:, 2] * 2100) + 0.03 * lump(p, 140.0, 11)
    return colours * (1 - np.clip(dark, 0, 0.75) + grain)[:, None]


def bottom_colours(cloth, look):
    """Colours of trousers."""
    p = cloth.points
    colours = np.tile(srgb(look["bottom"]), (len(p), 1))
    kind = look["legs"]
    dark = np.zeros(len(p))
    hem = cloth.tags == RIB
    if kind == "jeans":
        worn = np.exp(-(((cloth.leg - 0.32) / 0.22) ** 2)) * np.clip(p[:, 2] * 18, 0, 1)
        dark -= 0.20 * worn + 0.05 * lump(p, np.array([60.0, 9.0, 60.0]), 15)
        dark += 0.05 * np.sin((p[:, 1] + p[:, 0] + p[:, 2]) * 1700)
        x, y = np.abs(p[:, 0]), p[:, 1] - HIP[1]
        pocket = (x - 0.055) ** 2 / 0.055**2 + (y - 0.075) ** 2 / 0.06**2
        rim = line(pocket - 1, 0.06) * (y < 0.075) * (x > 0.055) * cloth.front
        back = line(np.maximum(np.abs(x - 0.065) - 0.042, np.abs(y - 0.015) - 0.045), 0.003) * ~cloth.front
        dark += 0.38 * np.maximum(rim, back)
        dark += 0.3 * line(p[:, 0], 0.003) * cloth.front * (y > -0.05)
        dark -= 0.18 * hem
    elif kind == "joggers":
        stripe = line(np.abs(np.arctan2(p[:, 2] - 0.02, np.abs(p[:, 0]) - 0.09)), 0.10) * look.get("side_stripe", 0)
        colours = colours * (1 - stripe[:, None]) + srgb("e8e6e0") * stripe[:, None]
        dark += hem * 0.12 * (1 + np.sin(np.arctan2(p[:, 0], p[:, 2]) * 200))
    else:
        crease = line(np.abs(p[:, 0]) - 0.095, 0.004) * cloth.front * (cloth.leg > 0.1)
        dark += 0.06 * crease if kind == "chinos" else 0
    grain = 0.03 * lump(p, 130.0, 12)
    return colours * (1 - np.clip(dark, -0.5, 0.7) + grain)[:, None]


def skirt_colours(cloth, look):
    """Colours of a skirt: pleats, or plain."""
    p = cloth.points
    pleat = 0.14 * (0.5 + 0.5 * np.sin(np.arctan2(p[:, 0], p[:, 2] - 0.01) * 34)) * look.get("pleats", 1)
    return np.tile(srgb(look["skirt"]), (len(p), 1)) * (1 - pleat + 0.03 * lump(p, 130.0, 13))[:, None]


def shoe_colours(cloth, look):
    """Colours of sneakers: upper, sole, toe, laces and a stripe."""
    p = cloth.points
    colours = np.tile(srgb(look["shoes"]), (len(p), 1))
    sole, accent = srgb(look.get("sole", "f0eee8")), srgb(look.get("shoe2", "f4f2ec"))
    toe, heel = p[:, 2].max(), p[:, 2].min()
    x = np.abs(p[:, 0]) - 0.5 * (np.abs(p[:, 0]).max() + np.abs(p[:, 0]).min())
    along = (p[:, 2] - heel) / (toe - heel)
    lace = (np.abs(x) < 0.018) & (along > 0.42) & (along < 0.72) & (p[:, 1] > 0.035)
    colours[lace] = srgb(look["shoes"]) * 0.75
    rungs = lace & (np.sin(along * 150) > 0.1)
    colours[rungs] = accent
    swoosh = line((p[:, 1] - 0.030) - 0.05 * (0.62 - along), 0.0055) * (along > 0.25) * (along < 0.6) * (np.abs(x) > 0.02)
    colours = colours * (1 - swoosh[:, None]) + accent * swoosh[:, None]
    low = cloth.tags == SOLE
    colours[low] = sole
    colours[low & (np.abs(p[:, 1] - 0.013) < 0.0022)] = sole * 0.82
    cap = ~low & (along > 0.86) & (p[:, 1] < 0.042)
    colours[cap] = accent * 0.95
    return colours * (1 + 0.02 * lump(p, 120.0, 14))[:, None]


def relief(heights, texels):
    """A normal map of a half picture from heights in metres at texels; untouched texels are flat."""
    field = np.zeros(HALF * HALF)
    known = np.zeros(HALF * HALF, bool)
    field[texels], known[texels] = heights, True
    field, known = field.reshape(HALF, HALF), known.reshape(HALF, HALF)
    inner = gaussian_filter(known.astype(float), 1.5) > 0.97
    smooth = gaussian_filter(field, 0.7)
    dx, dy = np.gradient(smooth, axis=1) * 640, np.gradient(smooth, axis=0) * 640
    dx, dy = np.where(inner, dx, 0), np.where(inner, dy, 0)
    normal = np.dstack([-dx, dy, np.ones_like(dx)])
    normal /= np.linalg.norm(normal, axis=2, keepdims=True)
    return ((normal * 0.5 + 0.5) * 255).round().astype(np.uint8)
