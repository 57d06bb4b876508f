"""The haircuts: each gives sheets of guides for one head."""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from hair_sheets import COILS, Sheet
from scalp import angles, arc, direction

GUIDES, STEPS = 64, 24


def placed(grid):
    """A place function that interpolates a grid of guides."""
    rows, columns = grid.shape[0] - 1, grid.shape[1] - 1

    def place(across, along):
        across, along = np.broadcast_arrays(np.asarray(across, float), np.asarray(along, float))
        x, y = np.clip(across, 0, 1) * rows, np.clip(along, 0, 1) * columns
        i, j = np.minimum(x.astype(int), rows - 1), np.minimum(y.astype(int), columns - 1)
        u, v = (x - i)[..., None], (y - j)[..., None]
        return (
            grid[i, j] * (1 - u) * (1 - v)
            + grid[i + 1, j] * u * (1 - v)
            + grid[i, j + 1] * (1 - u) * v
            + grid[i + 1, j + 1] * u * v
        )

    return place


def wobble(rng, count, strength, width=2.5, closed=True):
    """Smooth random numbers along the guides."""
    mode = "wrap" if closed else "nearest"
    raw = gaussian_filter1d(rng.standard_normal(count), width, mode=mode)
    if closed:
        raw[-1] = raw[0]
    return raw / max(np.abs(raw).max(), 1e-9) * strength


def clumps(rng, strength=5.0):
    """Lengths in degrees that differ from lock to lock, with a few long ones."""
    raw = wobble(rng, GUIDES + 1, strength * 0.5, 2.0) + rng.uniform(-0.5, 0.5, GUIDES + 1) * strength * 0.9
    raw[-1] = raw[0]
    return raw


def ring():
    """Azimuths of guides all around, from behind to behind, and shares along them."""
    return np.linspace(-np.pi, np.pi, GUIDES + 1), np.linspace(0, 1, STEPS + 1)


def crown(tilt=0.1):
    """Where hair whirls out from."""
    return direction(np.pi - tilt, np.radians(66))


def short(scalp, cloth, rng, ties, top=0.022, side=0.007, fringe=6.0, sweep=22.0, back=4.0, rise=0.0, slant=4.0, **_):
    """Short hair from the crown; `fringe` is how many degrees it hangs over the forehead, `sweep` how far sideways."""
    azimuth, t = ring()
    degrees = np.degrees(np.abs(azimuth))
    front = np.clip(1 - degrees / 58, 0, 1) ** 0.6
    ear = np.exp(-(((degrees - 98) / 12) ** 2))
    over = np.interp(degrees, [0, 45, 65, 80, 100, 180], [fringe, fringe, 5, 6, 5, back + 3])
    over = over + slant * np.sin(azimuth * 1.4) * front + clumps(rng) * (0.5 + front)
    end_azimuth = azimuth + np.radians(sweep) * front
    ends = direction(end_azimuth, scalp.line(azimuth) - np.radians(over))
    path = arc(crown(np.sign(sweep or 1) * 0.25)[None, None], ends[:, None], t[None, :, None])
    _, height = angles(path)
    above = np.degrees(height) - np.degrees(scalp.line(azimuth))[:, None]
    lift = np.interp(np.degrees(height), [-20, 15, 48], [side, side * 1.25, top])
    lift = np.maximum(lift, (top * 0.55 + rise * t[None] ** 2) * front[:, None] * np.clip(t[None] * 2, 0, 1))
    tip = np.clip((above + over[:, None]) / 24, 0, 1) ** 0.8
    tip = np.maximum(tip, front[:, None] * 0.45)
    lift = 0.0025 + lift * (0.12 + 0.88 * tip) * np.clip(0.55 + t[None] * 3, 0, 1)
    lift = lift * (1 - 0.45 * ear[:, None] * (above < 12)) + wobble(rng, GUIDES + 1, 0.0016)[:, None] * t[None]
    lift = lift * scalp.scale
    outer = Sheet(placed(scalp.at(path, lift)), 52, 8, True, rows=(0.0, 0.60), locks=62, lock_width=0.015, lock_range=(0.25, 1.0))
    inner_path = arc(path[:, :1], path[:, -1:], t[None, :, None])
    inner = Sheet(
        placed(scalp.at(inner_path, lift * 0.35 + 0.001)),
        30,
        4,
        True,
        rows=(0.0, 0.58),
        root_shade=0.45,
        tip_shade=0.72,
        far=False,
    )
    return [outer, inner]


def curtain(starts, downs, length, cloth, steps, gather, tuck, scale):
    """Paths that go on from the head: down, drawn to the neck, kept off head and clothes."""
    points, paths = starts.copy(), [starts]
    step = length[:, None] / steps
    heading = downs.copy()
    for number in range(steps):
        share = (number + 1) / steps
        flat = points * [1, 0, 1]
        away = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-6)
        heading = heading * 0.55 + np.array([0, -1, 0]) * 0.45 - away * (gather + tuck * share**3) * 0.3
        heading /= np.linalg.norm(heading, axis=1, keepdims=True)
        points = cloth.keep_out(points + heading * step, 0.011 * scale)
        paths.append(points)
    return np.stack(paths, 1)


def parted(scalp, rng, side, part, ear_lift, front_azimuth, volume):
    """The part of long hair that lies on the head: directions and lifts from the parting to ear height."""
    q, t = np.linspace(0, 1, GUIDES + 1), np.linspace(0, 1, STEPS + 1)
    along_part = arc(direction(part, scalp.line(part) + 0.02), direction(np.pi, np.radians(58)), (q**0.9)[:, None])
    end_azimuth = side * np.radians(np.interp(q, [0, 0.25, 0.6, 1], [front_azimuth, 88, 128, 180]))
    end_height = np.radians(np.interp(q, [0, 0.3, 0.6, 1], [-4, -8, -16, -20]))
    path = arc(along_part[:, None], direction(end_azimuth, end_height)[:, None], t[None, :, None])
    azimuth, height = angles(path)
    least = scalp.line(azimuth) - np.radians(1.5)
    ahead = np.degrees(np.abs(azimuth)) < 72
    height = np.where(ahead, np.maximum(height, least), height)
    path = direction(azimuth, height)
    low = np.clip((40 - np.degrees(height)) / 40, 0, 1)
    lift = volume * np.clip(0.25 + t[None] * 2.6, 0, 1) + ear_lift * low**1.5 * np.clip(t[None] * 1.3, 0, 1)
    lift = lift + wobble(rng, GUIDES + 1, 0.0016, closed=False)[:, None] * t[None]
    return path, lift * scalp.scale


def long(
    scalp,
    cloth,
    rng,
    ties,
    length=0.26,
    part=0.35,
    tuck=0.0,
    fringe=False,
    volume=0.011,
    layers=0.05,
    front_azimuth=66,
    gather=0.12,
    wave=0.0,
    **_,
):
    """Hair that falls from a parting; short lengths make a bob."""
    sheets = []
    for side in (1, -1):
        path, lift = parted(scalp, rng, side, part, 0.016, front_azimuth, volume)
        head = scalp.at(path, lift)
        q = np.linspace(0, 1, GUIDES + 1)
        lengths = (length - layers * (1 - q) ** 2) * scalp.scale * (1 + wobble(rng, GUIDES + 1, 0.05, 1.0, False))
        down = head[:, -1] - head[:, -3]
        down /= np.linalg.norm(down, axis=1, keepdims=True)
        fall = curtain(head[:, -1], down, lengths, cloth, STEPS, gather, tuck, scalp.scale)
        grid = np.concatenate([head, fall[:, 1:]], 1)
        if wave:
            grid = waved(grid, scalp, wave, rng)
        sheets.append(Sheet(placed(grid), 22, 12, locks=34, lock_range=(0.1, 1.0), lock_width=0.016))
        middle = scalp.middle + [0, -0.04, 0]
        inner = grid + (middle - grid) * np.array([0.10, 0.04, 0.10])
        inner = inner[:, : int(inner.shape[1] * 0.97)]
        sheets.append(Sheet(placed(inner), 13, 8, root_shade=0.35, tip_shade=0.6, far=False))
    if fringe:
        sheets.append(bangs(scalp, rng))
    return sheets


def waved(grid, scalp, strength, rng):
    """Gives hanging hair waves."""
    t = np.linspace(0, 1, grid.shape[1])
    phase = np.cumsum(rng.uniform(0, 0.5, grid.shape[0]))[:, None]
    away = (grid - scalp.middle) * [1, 0, 1]
    away /= np.maximum(np.linalg.norm(away, axis=-1, keepdims=True), 1e-6)
    swing = np.sin(t[None] * 22 + phase) * np.clip(t[None] * 2 - 0.7, 0, 1)
    return grid + away * (strength * swing + strength)[..., None] * np.clip(t * 2 - 0.7, 0, 1)[None, :, None]


def bangs(scalp, rng, low=1.5, width=47, lift=0.012):
    """A straight fringe down to the brows."""
    q, t = np.linspace(-1, 1, GUIDES + 1), np.linspace(0, 1, STEPS + 1)
    roots = direction(np.radians(q * width * 0.8), np.radians(58 - 8 * np.abs(q)))
    end = np.radians(low + 4 * np.abs(q) ** 3 + wobble(rng, GUIDES + 1, 1.3, 1.0, False))
    ends = direction(np.radians(q * width), end)
    path = arc(roots[:, None], ends[:, None], t[None, :, None])
    lifts = (0.004 + lift * np.sin(np.clip(t * 1.7, 0, 1) * np.pi / 2)) * scalp.scale
    grid = scalp.at(path, np.broadcast_to(lifts[None], path.shape[:2]))
    return Sheet(placed(grid), 16, 5, locks=16, lock_range=(0.1, 1.0), root_shade=0.75, lock_width=0.012)


def tied_back(scalp, rng, tie, volume=0.007, azimuths=None):
    """Hair combed from the hairline to a tie."""
    azimuth = np.linspace(-np.pi, np.pi, GUIDES + 1) if azimuths is None else azimuths
    t = np.linspace(0, 1, STEPS + 1)
    starts = scalp.line_direction(azimuth, wobble(rng, GUIDES + 1, 0.8, 1.0, azimuths is None))
    path = arc(starts[:, None], tie[None, None], t[None, :, None])
    lift = 0.0012 + volume * np.sin(np.clip(t * 1.5, 0, 1) * np.pi / 2) ** 1.3
    ridges = wobble(rng, GUIDES + 1, 0.0012, 0.8, azimuths is None)[:, None] * np.sin(np.pi * t)[None]
    grid = scalp.at(path, (lift[None] + ridges) * scalp.scale)
    return Sheet(
        placed(grid),
        48,
        7,
        azimuths is None,
        root_shade=0.8,
        tip_shade=0.85,
        locks=20,
        lock_range=(0.0, 0.8),
        lock_lift=0.0012,
        lock_width=0.012,
    )


def tail(scalp, cloth, start, heading, length, thick, rng, plaits=0, fall=0.42, sides=9):
    """A tail of hair around a falling path; with plaits it bulges like a braid."""
    steps = STEPS * 2
    point, heading = np.array(start), np.array(heading, float)
    path = [np.array(start)]
    for _ in range(steps):
        heading = heading / np.linalg.norm(heading) + np.array([0, -fall * 24 / steps, 0])
        heading /= np.linalg.norm(heading)
        point = cloth.keep_out((point + heading * length / steps)[None], thick * 1.05)[0]
        path.append(point)
    path = gaussian_filter1d(np.array(path), 3, axis=0, mode="nearest")
    t, angle = np.linspace(0, 1, steps + 1), np.linspace(0, 2 * np.pi, GUIDES + 1)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, [1.0, 0.2, 0])
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    other = np.cross(along, side)
    if plaits:
        round_ = thick * np.interp(t, [0, 0.06, 0.85, 0.93, 1], [0.6, 1, 0.75, 0.4, 0.6])
        beat = t * plaits * np.pi
        bulge = 1 + 0.22 * np.abs(np.sin(beat)) - 0.1
        sway = 0.22 * thick * np.sign(np.sin(beat)) * np.abs(np.sin(beat)) ** 0.7
    else:
        round_ = thick * np.interp(t, [0, 0.05, 0.3, 0.75, 1], [0.55, 0.8, 1.15, 0.9, 0.25])
        bulge, sway = np.ones_like(t), np.zeros_like(t)
    radius = (round_ * bulge)[None] * (1 + wobble(rng, GUIDES + 1, 0.07)[:, None])
    grid = path[None] + (sway[:, None] * other)[None]
    grid = grid + radius[..., None] * (np.cos(angle)[:, None, None] * side[None] + np.sin(angle)[:, None, None] * other[None])
    return Sheet(
        placed(grid),
        sides,
        26 if plaits else 9,
        True,
        locks=0 if plaits else 12,
        root_shade=0.7,
        lock_width=0.014,
        tiles=1,
        tube=True,
    )


def ponytail(scalp, cloth, rng, ties, height=30.0, length=0.24, thick=0.026, fringe=False, **_):
    """Combed back to a tail."""
    tie = direction(np.pi, np.radians(height))
    start = scalp.at(tie[None], 0.006 * scalp.scale)[0]
    sheets = [tied_back(scalp, rng, tie)]
    heading = tie + np.array([0, 0.25, 0])
    ties.append((start + heading * 0.004, heading, thick * 0.62 * scalp.scale))
    sheets.append(tail(scalp, cloth, start, heading, length * scalp.scale, thick * scalp.scale, rng))
    if fringe:
        sheets.append(bangs(scalp, rng, low=4, lift=0.009))
    return sheets


def bun(scalp, cloth, rng, ties, height=48.0, thick=0.034, fringe=False, **_):
    """Combed back to a bun."""
    tie = direction(np.pi, np.radians(height))
    middle = scalp.at(tie[None], thick * 0.62 * scalp.scale)[0]
    turn, t = np.linspace(0, 2 * np.pi, GUIDES + 1), np.linspace(0, 1, STEPS + 1)
    side = np.array([1.0, 0, 0])
    other = np.cross(tie, side)
    polar = np.radians(8 + 150 * t)
    swirl = turn[:, None] + 1.3 * t[None]
    ridge = 1 + 0.05 * np.sin(6 * turn)[:, None]
    flat = np.sin(polar)[None] * ridge
    grid = middle + thick * scalp.scale * (
        flat[..., None] * (np.cos(swirl)[..., None] * side + np.sin(swirl)[..., None] * other)
        + 0.8 * np.cos(polar)[None, :, None] * tie
    )
    sheets = [
        tied_back(scalp, rng, tie),
        Sheet(placed(grid), 14, 7, True, locks=6, root_shade=0.9, tip_shade=0.6, tiles=2, tube=True),
    ]
    if fringe:
        sheets.append(bangs(scalp, rng, low=4, lift=0.009))
    return sheets


def braids(scalp, cloth, rng, ties, length=0.22, thick=0.015, fringe=False, height=-28.0, **_):
    """A middle parting and two braids."""
    sheets = []
    for side in (1, -1):
        tie = direction(side * np.radians(142), np.radians(height))
        q, t = np.linspace(0, 1, GUIDES + 1), np.linspace(0, 1, STEPS + 1)
        ahead = np.clip(q / 0.45, 0, 1)
        parting = arc(direction(0.0, scalp.line(0.0)), direction(np.pi, np.radians(-20)), (1 - ahead)[:, None])
        azimuth = side * np.radians(180 * np.clip((q - 0.45) / 0.55, 0, 1))
        starts = np.where((q < 0.45)[:, None], parting, scalp.line_direction(azimuth))
        path = arc(starts[:, None], tie[None, None], t[None, :, None])
        lift = 0.0015 + 0.008 * np.sin(np.clip(t * 1.5, 0, 1) * np.pi / 2)
        lift = np.broadcast_to(lift, path.shape[:2]) * scalp.scale
        grid = scalp.at(path, lift)
        sheets.append(Sheet(placed(grid), 30, 7, root_shade=0.72, tip_shade=0.85, locks=10, lock_lift=0.001, lock_range=(0, 0.8)))
        start = scalp.at(tie[None], 0.008 * scalp.scale)[0]
        heading = direction(side * np.radians(118), np.radians(-30))
        ties.append((start + heading * 0.006, heading, thick * 0.75 * scalp.scale))
        sheets.append(
            tail(scalp, cloth, start, heading, length * scalp.scale, thick * scalp.scale, rng, plaits=9, sides=7, fall=0.7)
        )
    if fringe:
        sheets.append(bangs(scalp, rng, low=3, lift=0.010))
    return sheets


def coils(scalp, cloth, rng, ties, puff=0.045, side=0.8, drop=4.0, **_):
    """Tight coils: a soft rounded shape of three layers, the outer ones open."""
    azimuth, t = ring()
    degrees = np.degrees(np.abs(azimuth))
    ends = scalp.line_direction(azimuth, -np.interp(degrees, [0, 60, 80, 180], [-2, 1, 2, drop]))
    path = arc(crown(0.0)[None, None], ends[:, None], t[None, :, None])
    _, height = angles(path)
    edge = np.clip((1 - t) / 0.22, 0, 1) ** 0.55
    shape = np.interp(np.degrees(height), [-40, 0, 40, 80], [side * 0.75, side, 1.0, 1.0])
    noise = gaussian_filter1d(gaussian_filter1d(rng.standard_normal((GUIDES + 1, STEPS + 1)), 1.4, 0, mode="wrap"), 1.2, 1)
    noise[-1] = noise[0]
    noise = noise / np.abs(noise).max()
    sheets = []
    for share, dark, far in ((0.55, 0.42, True), (0.82, 0.74, True), (1.0, 1.0, False)):
        lift = (0.002 + puff * share * shape * (0.12 + 0.88 * edge)[None]) * (1 + 0.20 * noise * share)
        grid = scalp.at(path, lift * scalp.scale)
        rows = COILS if share > 0.8 else (0.12, 0.45)
        sheets.append(
            Sheet(
                placed(grid),
                38 if share > 0.8 else 26,
                11 if share > 0.8 else 8,
                True,
                rows=rows,
                coils=True,
                root_shade=dark,
                tip_shade=dark,
                tiles=5,
                far=far,
            )
        )
    return sheets


def buzz(scalp, cloth, rng, ties, thick=0.005, **_):
    """Cut very short all over."""
    azimuth, t = ring()
    ends = scalp.line_direction(azimuth, 1.5)
    path = arc(crown(0.0)[None, None], ends[:, None], t[None, :, None])
    lift = 0.0012 + thick * np.clip((1 - t) / 0.3, 0, 1) ** 0.6
    grid = scalp.at(path, np.broadcast_to(lift * scalp.scale, path.shape[:2]))
    return [Sheet(placed(grid), 40, 8, True, rows=COILS, coils=True, root_shade=0.8, tip_shade=0.8, tiles=9)]


def wisps(scalp, cloth, rng, ties, **_):
    """Hardly any: strands at the temples under a headscarf."""
    sheets = []
    for side in (1, -1):
        q, t = np.linspace(0, 1, GUIDES + 1), np.linspace(0, 1, STEPS + 1)
        azimuth = side * np.radians(44 + 6 * q)
        starts = scalp.line_direction(azimuth, 3)
        ends = direction(azimuth + side * 0.12, scalp.line(azimuth) - np.radians(3))
        path = arc(starts[:, None], ends[:, None], t[None, :, None])
        sheets.append(Sheet(placed(scalp.at(path, np.full(path.shape[:2], 0.0012))), 4, 3, tiles=0.2))
    return sheets


STYLES = {
    "short": short, "long": long, "ponytail": ponytail, "bun": bun, "braids": braids, "coils": coils, "buzz": buzz, "wisps": wisps,
}  # fmt: skip
