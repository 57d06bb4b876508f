"""Second UV layer for the lightmap: charts by direction, packed on shelves, big surfaces finer than clutter.

Blender's own packer spends half the atlas on the gaps between thousands of tiny islands; this one gives the floor and
the walls about twice the texels per metre.
"""

import math
from dataclasses import dataclass, field

import bmesh

PAD = 2
"""Empty texels around a chart, so that filtering does not mix neighbours."""


@dataclass
class Chart:
    """Connected faces that look along the same axis, flattened along it."""

    faces: list
    axes: tuple
    low: tuple = (0.0, 0.0)
    size: tuple = (0.0, 0.0)
    turned: bool = False
    weight: float = 1.0
    place: tuple = (0, 0)
    texels: tuple = field(default=(1, 1))


def facing(face):
    """Index of the axis a face looks along, with its sign."""
    axis = max(range(3), key=lambda i: abs(face.normal[i]))
    return axis, face.normal[axis] > 0


def place_of(face):
    """Sorting key by where a face lies: Blender does not always make the faces of a shape in the same order."""
    return [round(c, 5) for c in (*face.calc_center_median(), *face.normal)]


def charts_of(bm, clutter):
    """Flood-fill the faces into charts."""
    charts, taken = [], set()
    for start in sorted(bm.faces, key=place_of):
        if start.index in taken:
            continue
        key, stack, faces = facing(start), [start], []
        taken.add(start.index)
        while stack:
            face = stack.pop()
            faces.append(face)
            for edge in face.edges:
                for other in edge.link_faces:
                    if other.index not in taken and facing(other) == key:
                        taken.add(other.index)
                        stack.append(other)
        charts.append(measure(Chart(faces, tuple(i for i in range(3) if i != key[0])), clutter))
    return charts


def measure(chart, clutter):
    """Find the chart's extent, lay it with its long side along u, and weigh it by area (small: ``clutter``)."""
    u, v = chart.axes
    points = [vert.co for face in chart.faces for vert in face.verts]
    low = [min(p[i] for p in points) for i in (u, v)]
    high = [max(p[i] for p in points) for i in (u, v)]
    size = [h - l for l, h in zip(low, high)]
    if size[1] > size[0]:
        chart.turned = True
        low, size = low[::-1], size[::-1]
    chart.low, chart.size = tuple(low), tuple(size)
    area = size[0] * size[1]
    chart.weight = 1.0 if area > 1.0 else 0.7 if area > 0.03 else clutter
    return chart


def pack(charts, density, size):
    """Place every chart at a density (texels per metre); returns whether they fit into size x size."""
    for chart in charts:
        chart.texels = tuple(max(2, math.ceil(extent * density * chart.weight)) for extent in chart.size)
    x = y = row = 0
    for chart in sorted(charts, key=lambda c: (-c.texels[1], -c.texels[0])):
        wide, tall = (texels + 2 * PAD for texels in chart.texels)
        if wide > size:
            return False
        if x + wide > size:
            x, y, row = 0, y + row, 0
        if y + tall > size:
            return False
        chart.place = (x + PAD, y + PAD)
        x, row = x + wide, max(row, tall)
    return True


def best_density(charts, size):
    """Largest density that fits, by bisection."""
    low, high = 4.0, 400.0
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if pack(charts, middle, size) else (low, middle)
    pack(charts, low, size)
    return low


def unwrap(thing, size, clutter, name="Lightmap"):
    """Add the UV layer to an object; returns the density of big surfaces in texels per metre."""
    bm = bmesh.new()
    bm.from_mesh(thing.data)
    bm.normal_update()
    bm.faces.index_update()
    charts = charts_of(bm, clutter)
    density = best_density(charts, size)
    layer = bm.loops.layers.uv.new(name)
    for chart in charts:
        u, v = chart.axes[::-1] if chart.turned else chart.axes
        for face in chart.faces:
            for loop in face.loops:
                loop[layer].uv = [
                    (corner + (loop.vert.co[axis] - low) / max(extent, 1e-6) * texels) / size
                    for corner, axis, low, extent, texels in zip(
                        chart.place, (u, v), chart.low, chart.size, chart.texels
                    )
                ]
    bm.to_mesh(thing.data)
    bm.free()
    print(f"lightmap: {len(charts)} charts, {density:.0f} texels per metre")
    return density
