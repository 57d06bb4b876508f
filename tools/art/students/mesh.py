"""Pieces of clothes and skin whose vertices are mixtures of the base mesh's vertices.

A piece is cut once, on the neutral body; on any other body its vertices follow from the same mixtures.
A vertex may have one texture place for each chart; a face belongs to one chart.
"""

from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp


@dataclass
class Piece:
    """Polygons over mixtures of base vertices."""

    mix: sp.csr_matrix
    faces: list
    tags: np.ndarray
    charts: np.ndarray = None
    places: np.ndarray = None
    extra: dict = field(default_factory=dict)

    @classmethod
    def of(cls, base_count, faces):
        """The given polygons of the base mesh."""
        used = np.unique([v for face in faces for v in face])
        at = {v: i for i, v in enumerate(used)}
        ones = np.ones(len(used))
        mix = sp.csr_matrix((ones, (np.arange(len(used)), used)), (len(used), base_count))
        return cls(mix, [[at[v] for v in face] for face in faces], np.zeros(len(faces), int))

    def values(self, of_base):
        """What base vertices have, carried over to this piece."""
        return self.mix @ of_base

    def keep(self, wanted):
        """Drops the other faces and the vertices that only they used."""
        faces = [face for face, keep in zip(self.faces, wanted) if keep]
        used = np.unique([v for face in faces for v in face])
        at = {v: i for i, v in enumerate(used)}
        self.mix = self.mix[used]
        self.faces = [[at[v] for v in face] for face in faces]
        self.tags = self.tags[np.asarray(wanted, bool)]

    def refine(self):
        """Splits every polygon with n corners into n quads."""
        middles, rows, faces, tags = {}, [], [], []
        count = self.mix.shape[0]

        def new(corners):
            rows.append(corners)
            return count + len(rows) - 1

        def middle(a, b):
            key = (min(a, b), max(a, b))
            if key not in middles:
                middles[key] = new(key)
            return middles[key]

        for face, tag in zip(self.faces, self.tags):
            centre = new(tuple(face))
            for i, corner in enumerate(face):
                faces.append([corner, middle(corner, face[(i + 1) % len(face)]), centre, middle(face[i - 1], corner)])
                tags.append(tag)
        self.append_rows(rows)
        self.faces, self.tags = faces, np.array(tags)

    def append_rows(self, rows):
        """Adds vertices halfway between others."""
        if rows:
            at = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
            share = np.concatenate([np.full(len(r), 1 / len(r)) for r in rows])
            new = sp.csr_matrix((share, (at, np.concatenate(rows))), (len(rows), self.mix.shape[0]))
            self.mix = sp.vstack([self.mix, new @ self.mix]).tocsr()

    def split(self, value, inside, mask=None):
        """Cuts faces where a value changes its sign; returns for each new face whether it is on the positive side.

        `value` is given on base vertices. Only faces whose corners all have `mask` above one half are cut.
        With `inside` true, what is on the negative side goes.
        """
        here = self.values(value)
        masked = np.ones(len(here)) if mask is None else self.values(mask.astype(float))
        cuts, rows, shares = {}, [], []
        faces, tags, sides = [], [], []
        count = self.mix.shape[0]

        def cut(a, b):
            key = (min(a, b), max(a, b))
            if key not in cuts:
                share = here[key[0]] / (here[key[0]] - here[key[1]])
                cuts[key] = count + len(rows)
                rows.append(key)
                shares.append(share)
            return cuts[key]

        for face, tag in zip(self.faces, self.tags):
            touched = all(masked[v] > 0.5 for v in face)
            signs = [here[v] > 0 for v in face]
            if not touched or all(signs) or not any(signs):
                side = (not touched) or all(signs)
                if side or not inside:
                    faces.append(face), tags.append(tag), sides.append(all(signs) and touched)
                continue
            positive, negative = [], []
            for i, v in enumerate(face):
                (positive if signs[i] else negative).append(v)
                following = (i + 1) % len(face)
                if signs[i] != signs[following]:
                    new = cut(v, face[following])
                    positive.append(new), negative.append(new)
            faces.append(positive), tags.append(tag), sides.append(True)
            if not inside:
                faces.append(negative), tags.append(tag), sides.append(False)
        if rows:
            at = np.repeat(np.arange(len(rows)), 2)
            share = np.array([[1 - s, s] for s in shares]).ravel()
            new = sp.csr_matrix((share, (at, np.array(rows).ravel())), (len(rows), count))
            self.mix = sp.vstack([self.mix, new @ self.mix]).tocsr()
        self.faces, self.tags = faces, np.array(tags)
        sides = np.array(sides)
        self.drop_unused()
        return sides

    def drop_unused(self):
        """Drops vertices that no face uses."""
        self.keep(np.ones(len(self.faces), bool))

    def triangulate(self):
        """Turns polygons into triangles."""
        faces, tags = [], []
        for face, tag in zip(self.faces, self.tags):
            for i in range(1, len(face) - 1):
                faces.append([face[0], face[i], face[i + 1]])
                tags.append(tag)
        self.faces, self.tags = faces, np.array(tags)

    def triangles(self):
        """Faces as an array; all must be triangles."""
        return np.array(self.faces, int)


def normals(points, triangles):
    """Smooth normals by area."""
    across = np.cross(points[triangles[:, 1]] - points[triangles[:, 0]], points[triangles[:, 2]] - points[triangles[:, 0]])
    total = np.zeros_like(points)
    for corner in range(3):
        np.add.at(total, triangles[:, corner], across)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    return total / np.where(length < 1e-12, 1, length)


def neighbours(count, triangles):
    """Matrix that takes the mean of each vertex's neighbours; at an open edge, of those along the edge."""
    a = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    edge = np.array(boundary_edges(triangles)).reshape(-1, 2)
    a = np.concatenate([a, a[:, ::-1]])
    if len(edge):
        on_edge = np.zeros(count, bool)
        on_edge[edge] = True
        a = np.concatenate([a[~on_edge[a[:, 0]]], edge, edge[:, ::-1]])
    matrix = sp.csr_matrix((np.ones(len(a)), (a[:, 0], a[:, 1])), (count, count))
    matrix.data[:] = 1
    total = np.asarray(matrix.sum(1)).ravel()
    return sp.diags(1 / np.where(total == 0, 1, total)) @ matrix


def smoothed(points, triangles, times, share=0.5, keep_volume=0.6, pinned=None):
    """Points evened out, without shrinking much; `pinned` from 0 to 1 holds vertices back."""
    mean = neighbours(len(points), triangles)
    hold = 1 if pinned is None else (1 - pinned)[:, None]
    for _ in range(times):
        once = points + share * hold * (mean @ points - points)
        points = once - share * keep_volume * hold * (mean @ once - once)
    return points


def boundary_edges(triangles):
    """Directed edges that belong to one triangle only."""
    edges = {}
    for face in triangles:
        for i in range(3):
            a, b = int(face[i]), int(face[(i + 1) % 3])
            edges.setdefault((min(a, b), max(a, b)), []).append((a, b))
    return [found[0] for found in edges.values() if len(found) == 1]
