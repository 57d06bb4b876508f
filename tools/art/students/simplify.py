"""Makes simpler versions of a mesh by collapsing edges onto one of their ends.

No vertex moves or is made: texture places, weights and shapes stay those of the vertices that are left.
"""

import heapq

import numpy as np

import mesh


def quadrics(points, triangles, edge_weight):
    """Error matrix of each vertex: distance to the planes around it, and to its open edges."""
    total = np.zeros((len(points), 4, 4))
    a, b, c = (points[triangles[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    area = np.linalg.norm(across, axis=1, keepdims=True)
    unit = across / np.where(area < 1e-15, 1, area)
    plane = np.concatenate([unit, -(unit * a).sum(1, keepdims=True)], 1)
    outer = plane[:, :, None] * plane[:, None, :] * area[:, :, None]
    for corner in range(3):
        np.add.at(total, triangles[:, corner], outer)
    owner = {}
    for number, face in enumerate(triangles):
        for i in range(3):
            owner[int(face[i]), int(face[(i + 1) % 3])] = number
    for p, q in mesh.boundary_edges(triangles):
        along = points[q] - points[p]
        side = np.cross(along, unit[owner[p, q]])
        length = np.linalg.norm(side)
        if length > 1e-12:
            side = np.append(side / length, -(side / length) @ points[p])
            matrix = np.outer(side, side) * length * length * edge_weight
            total[p] += matrix
            total[q] += matrix
    return total


class Collapse:
    """The state of a mesh that is being simplified."""

    def __init__(self, points, triangles, charts, importance, edge_weight):
        self.points = points
        self.faces = {i: tuple(int(v) for v in face) for i, face in enumerate(triangles)}
        self.charts = charts
        self.importance = importance
        self.quadric = quadrics(points, triangles, edge_weight)
        self.around = {}
        for number, face in self.faces.items():
            for v in face:
                self.around.setdefault(v, set()).add(number)
        self.of = {v: {charts[f] for f in faces} for v, faces in self.around.items()}
        self.version = dict.fromkeys(self.around, 0)
        self.heap = []
        for v in self.around:
            self.offer(v)

    def ring(self, v):
        """Vertices next to a vertex, with how many faces they share with it."""
        found = {}
        for number in self.around[v]:
            for other in self.faces[number]:
                if other != v:
                    found[other] = found.get(other, 0) + 1
        return found

    def offer(self, v):
        """Puts the best collapse of a vertex on the heap."""
        ring = self.ring(v)
        open_edge = any(count == 1 for count in ring.values())
        best = None
        for other, count in ring.items():
            if open_edge and count != 1 or not self.of[v] <= self.of[other]:
                continue
            here = np.append(self.points[other], 1)
            cost = here @ (self.quadric[v] + self.quadric[other]) @ here
            cost = (cost + 1e-9 * np.sum((self.points[v] - self.points[other]) ** 2)) * self.importance[v]
            if best is None or cost < best[0]:
                best = cost, other
        if best:
            heapq.heappush(self.heap, (best[0], v, best[1], self.version[v]))

    def allowed(self, v, other):
        """Whether no face turns over or becomes a sliver, and no fold appears."""
        ring, ring_other = self.ring(v), self.ring(other)
        shared = sum(1 for number in self.around[v] if other in self.faces[number])
        if len(set(ring) & set(ring_other)) != shared:
            return False
        for number in self.around[v]:
            face = self.faces[number]
            if other in face:
                continue
            old = self.points[list(face)]
            new = self.points[[other if x == v else x for x in face]]
            before = np.cross(old[1] - old[0], old[2] - old[0])
            after = np.cross(new[1] - new[0], new[2] - new[0])
            size = np.linalg.norm(after)
            longest = max(np.sum((new[i] - new[i - 1]) ** 2) for i in range(3))
            if before @ after < 0.25 * np.linalg.norm(before) * size or size < 0.06 * longest:
                return False
        return True

    def run(self, wanted):
        """Collapses until so many faces are left, or nothing more can go."""
        while len(self.faces) > wanted and self.heap:
            _, v, other, version = heapq.heappop(self.heap)
            if v not in self.around or other not in self.around or self.version[v] != version:
                continue
            if not self.allowed(v, other):
                continue
            ring = set(self.ring(v)) | set(self.ring(other))
            for number in list(self.around[v]):
                face = self.faces[number]
                if other in face:
                    for x in face:
                        self.around[x].discard(number)
                    del self.faces[number]
                else:
                    self.faces[number] = tuple(other if x == v else x for x in face)
                    self.around[other].add(number)
            self.quadric[other] = self.quadric[other] + self.quadric[v]
            del self.around[v]
            for x in ring - {v}:
                if x in self.around:
                    self.version[x] += 1
                    self.offer(x)


def simplify(points, triangles, charts, counts, importance=None, edge_weight=20.0):
    """Triangles and their charts for each of the falling numbers of triangles."""
    weight = np.ones(len(points)) if importance is None else importance
    state = Collapse(points, np.asarray(triangles), list(charts), weight, edge_weight)
    versions = []
    for wanted in counts:
        state.run(wanted)
        numbers = sorted(state.faces)
        versions.append((np.array([state.faces[n] for n in numbers], int), np.array([charts[n] for n in numbers], int)))
    return versions
