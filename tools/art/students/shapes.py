"""The seventeen shapes of a face, mixed from the CC0 face units: eight for speech, nine for feelings."""

import functools

import numpy as np

import makehuman as mh


def both(name, share):
    """The same on the left and on the right."""
    return {f"{name}Left": share, f"{name}Right": share}


SHAPES = {
    "v_aa": {"jawOpen": 0.62, **both("mouthLowerDown", 0.25), **both("mouthUpperUp", 0.15)},
    "v_e": {"jawOpen": 0.28, **both("mouthStretch", 0.45), **both("mouthLowerDown", 0.3)},
    "v_i": {"jawOpen": 0.15, **both("mouthSmile", 0.35), **both("mouthStretch", 0.4), **both("mouthLowerDown", 0.25)},
    "v_o": {"jawOpen": 0.42, "mouthFunnel": 0.65, "mouthPucker": 0.25},
    "v_u": {"jawOpen": 0.16, "mouthPucker": 0.8, "mouthFunnel": 0.25},
    "v_mbp": {**both("mouthPress", 0.6), "mouthRollLower": 0.3, "mouthRollUpper": 0.3},
    "v_fv": {"mouthRollLower": 0.7, **both("mouthUpperUp", 0.35), "jawOpen": 0.08},
    "v_s": {"jawOpen": 0.1, **both("mouthStretch", 0.3), **both("mouthLowerDown", 0.35), **both("mouthUpperUp", 0.2)},
    "blink": both("eyeBlink", 1),
    "smile": {**both("mouthSmile", 0.8), **both("cheekSquint", 0.4)},
    "laugh": {
        "jawOpen": 0.45, **both("mouthSmile", 0.9), **both("cheekSquint", 0.7), **both("eyeSquint", 0.6), **both("mouthUpperUp", 0.25),
    },
    "sad": {**both("mouthFrown", 0.8), "browInnerUp": 0.7},
    "angry": {**both("browDown", 0.9), **both("mouthPress", 0.5), **both("noseSneer", 0.4)},
    "surprise": {"browInnerUp": 0.8, **both("browOuterUp", 0.8), **both("eyeWide", 0.8), "jawOpen": 0.3},
    "bored": {**both("eyeBlink", 0.45), **both("mouthFrown", 0.25)},
    "brows_up": {"browInnerUp": 0.7, **both("browOuterUp", 0.6)},
    "squint": both("eyeSquint", 0.9),
}  # fmt: skip


@functools.lru_cache(None)
def offsets():
    """For each shape, how far every base vertex moves on a grown-up head, in metres."""
    result = {}
    for name, units in SHAPES.items():
        total = np.zeros((len(mh.base().vertices), 3))
        for unit, share in units.items():
            at, move = mh.target(f"faceunits/{unit}")
            total[at] += 0.1 * share * move
        result[name] = total
    return result
