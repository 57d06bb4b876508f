"""A body of a given age, build and face: vertices, joints and weights, and the coordinates garments are cut by."""

import numpy as np

import makehuman as mh

LOOKS_LIKE = ([5, 8, 10, 12, 14, 16, 18], [4.5, 6.6, 8.0, 9.6, 11.6, 14.8, 18.5])
"""Real ages and the ages at which the base mesh looks like them: it looks too old while growing."""

FINGERS = ("thumb", "index", "middle", "ring", "pinky")
SIDES = ("l", "r")

FEATURES = [
    # Targets come in pairs: a positive draw takes the second, a negative the first. Both sides move together.
    ("nose/nose-scale-horiz-decr", "nose/nose-scale-horiz-incr", 0.55),
    ("nose/nose-scale-vert-decr", "nose/nose-scale-vert-incr", 0.45),
    ("nose/nose-scale-depth-decr", "nose/nose-scale-depth-incr", 0.4),
    ("nose/nose-point-down", "nose/nose-point-up", 0.55),
    ("nose/nose-hump-decr", "nose/nose-hump-incr", 0.4),
    ("nose/nose-point-width-decr", "nose/nose-point-width-incr", 0.6),
    ("nose/nose-flaring-decr", "nose/nose-flaring-incr", 0.5),
    ("mouth/mouth-scale-horiz-decr", "mouth/mouth-scale-horiz-incr", 0.3),
    ("mouth/mouth-lowerlip-height-decr", "mouth/mouth-lowerlip-height-incr", 0.55),
    ("mouth/mouth-upperlip-height-decr", "mouth/mouth-upperlip-height-incr", 0.5),
    ("mouth/mouth-cupidsbow-decr", "mouth/mouth-cupidsbow-incr", 0.6),
    ("mouth/mouth-trans-down", "mouth/mouth-trans-up", 0.3),
    ("mouth/mouth-angles-down", "mouth/mouth-angles-up", 0.4),
    ("chin/chin-width-decr", "chin/chin-width-incr", 0.6),
    ("chin/chin-height-decr", "chin/chin-height-incr", 0.45),
    ("chin/chin-prominent-decr", "chin/chin-prominent-incr", 0.5),
    ("chin/chin-bones-decr", "chin/chin-bones-incr", 0.5),
    ("forehead/forehead-scale-vert-decr", "forehead/forehead-scale-vert-incr", 0.4),
    ("forehead/forehead-temple-decr", "forehead/forehead-temple-incr", 0.5),
    ("eyebrows/eyebrows-trans-down", "eyebrows/eyebrows-trans-up", 0.5),
    ("eyebrows/eyebrows-angle-down", "eyebrows/eyebrows-angle-up", 0.5),
    ("head/head-scale-horiz-decr", "head/head-scale-horiz-incr", 0.35),
    ("head/head-scale-vert-decr", "head/head-scale-vert-incr", 0.3),
    ("eyes/*-eye-trans-in", "eyes/*-eye-trans-out", 0.45),
    ("eyes/*-eye-trans-down", "eyes/*-eye-trans-up", 0.3),
    ("eyes/*-eye-corner2-down", "eyes/*-eye-corner2-up", 0.55),
    ("eyes/*-eye-eyefold-down", "eyes/*-eye-eyefold-up", 0.5),
    ("eyes/*-eye-height2-decr", "eyes/*-eye-height2-incr", 0.4),
    ("cheek/*-cheek-bones-decr", "cheek/*-cheek-bones-incr", 0.55),
    ("cheek/*-cheek-volume-decr", "cheek/*-cheek-volume-incr", 0.5),
    ("ears/*-ear-scale-decr", "ears/*-ear-scale-incr", 0.5),
    ("ears/*-ear-wing-decr", "ears/*-ear-wing-incr", 0.5),
    ("ears/*-ear-lobe-decr", "ears/*-ear-lobe-incr", 0.6),
]
HEAD_SHAPES = ("oval", "round", "invertedtriangular", "square", "rectangular", "triangular", "diamond")
"""The first three suit children."""


def drawn_face(rng, years, picks=14):
    """Shares of local targets that make one head unlike the others, with a little asymmetry."""
    child = float(np.interp(years, [7, 16], [1, 0]))
    shape = rng.choice(HEAD_SHAPES[: 3 if years < 12 else None])
    shares = {f"head/head-{shape}": rng.uniform(0.25, 0.55), "head/head-age-decr": (0.12 + 0.38 * child) * (years < 20)}
    for low, high, most in rng.sample(FEATURES, picks):
        draw = rng.choice((-1, 1)) * rng.uniform(0.45, 1.0) * most
        if child and low.startswith(("chin", "nose/nose-hump", "cheek/*-cheek-bones")):
            draw = -abs(draw) * 0.7 if child > 0.5 else draw * 0.7
        name = low if draw < 0 else high
        for side in SIDES if "*" in name else ("",):
            shares[name.replace("*", side)] = abs(draw) * rng.uniform(0.88, 1.12)
    big = float(np.interp(years, [6, 12, 18, 30], [0.34, 0.26, 0.16, 0.06]))
    for side in SIDES:
        shares[f"eyes/{side}-eye-scale-incr"] = big * rng.uniform(0.9, 1.1)
    return shares


class Person:
    """A body; `points` in metres, y up, facing +z."""

    def __init__(self, years, male, weight, stature, race, face=None, muscle=0.42):
        age = float(np.interp(years, *LOOKS_LIKE)) if years < 18.5 else years
        # Children's torsos are the same for girls and boys.
        male = 0.5 if years < 14.5 else min(max(male, 0.22), 0.95)
        shares = mh.macro_shares(age, male, muscle, weight, race)
        shares.update(face or {})
        self.points = mh.shaped(shares)
        self.points *= stature / self.points[: mh.base().body_count, 1].max()
        self.years, self.stature = years, stature
        self.bones = list(mh.rig())
        self.weights = mh.weights()
        self.joints = {
            name: (mh.joint_place(self.points, bone["head"]), mh.joint_place(self.points, bone["tail"]))
            for name, bone in mh.rig().items()
        }
        self.eyes = {side: self.points[mh.base().vertices_of(f"helper-{side}-eye")].mean(0) for side in SIDES}

    @property
    def head_scale(self):
        """Size of the head against that of a grown-up."""
        return (self.eyes["l"][0] - self.eyes["r"][0]) / 0.0625

    def share_of(self, *prefixes):
        """How much bones with these name beginnings move each vertex."""
        at = [i for i, bone in enumerate(self.bones) if bone.startswith(prefixes)]
        return self.weights[:, at].sum(1)

    def arm(self, side):
        """How much of a vertex belongs to an arm."""
        fingers = tuple(f"{finger}_0{n}_{side}" for finger in FINGERS for n in "123")
        return self.share_of(f"upperarm_{side}", f"lowerarm_{side}", f"hand_{side}", *fingers)

    def leg(self, side):
        """How much of a vertex belongs to a leg."""
        return self.share_of(*(f"{bone}_{side}" for bone in ("thigh", "calf", "foot", "ball")))

    def along(self, bones):
        """Place of each vertex along a chain of joints: 0 at the first, 1 at the last."""
        chain = [self.joints[bone][0] for bone in bones]
        steps = [b - a for a, b in zip(chain, chain[1:])]
        lengths = [float(np.linalg.norm(step)) for step in steps]
        nearest = np.full(len(self.points), np.inf)
        result = np.zeros(len(self.points))
        done = 0.0
        for number, (start, step, length) in enumerate(zip(chain, steps, lengths)):
            off = self.points - start
            reach = off @ (step / length)
            low = -np.inf if number == 0 else 0.0
            high = np.inf if number == len(steps) - 1 else length
            reach = np.clip(reach, low, high)
            distance = np.linalg.norm(off - np.outer(reach, step / length), axis=1)
            closer = distance < nearest
            nearest[closer] = distance[closer]
            result[closer] = (done + reach[closer]) / sum(lengths)
            done += length
        return result

    def arm_along(self, side):
        """From shoulder, 0, to wrist, 1."""
        return self.along([f"upperarm_{side}", f"lowerarm_{side}", f"hand_{side}"])

    def leg_along(self, side):
        """From hip, 0, to ankle, 1."""
        return self.along([f"thigh_{side}", f"calf_{side}", f"foot_{side}"])


def neutral():
    """The body on which garments and simpler versions are worked out once for all."""
    return Person(years=12, male=0.5, weight=0.5, stature=1.5, race={"caucasian": 0.7, "african": 0.15, "asian": 0.15})
