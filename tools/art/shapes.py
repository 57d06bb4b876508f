"""Small modelling kit: boxes, slabs, tubes, sheets and cylinders as Blender mesh objects.

Every shape carries the UV layer ``UVMap`` and the colour layer ``Color``, so that any of them can be joined into one
mesh per material.  Coordinates are Blender's (z up); see ``plan.py``.
"""

import math

import bmesh
import bpy
from mathutils import Euler, Matrix, Vector


def linear(hex_colour):
    """Turn an sRGB colour such as ``"8fb3ad"`` into linear RGBA, as vertex colours need it."""
    channels = (int(hex_colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels) + (1.0,)


def finish(name, bm, material, colour="ffffff", smooth=False, matrix=None):
    """Make an object of a bmesh; where the mesh has no UVs yet, project them from the dominant axis."""
    if bm.loops.layers.uv.get("UVMap") is None:
        project_uvs(bm)
    layer = bm.loops.layers.float_color.get("Color") or bm.loops.layers.float_color.new("Color")
    rgba = linear(colour)
    for face in bm.faces:
        face.smooth = smooth
        for loop in face.loops:
            loop[layer] = rgba
    if matrix is not None:
        bmesh.ops.transform(bm, matrix=matrix, verts=bm.verts)
    mesh = bpy.data.meshes.new(name)
    bm.to_mesh(mesh)
    bm.free()
    mesh.materials.append(material)
    thing = bpy.data.objects.new(name, mesh)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def project_uvs(bm, scale=1.0):
    """Box projection in metres; u runs along the longer side, which is where wood grain runs."""
    layer = bm.loops.layers.uv.new("UVMap")
    bm.normal_update()
    low = [min(v.co[i] for v in bm.verts) for i in range(3)]
    size = [max(v.co[i] for v in bm.verts) - low[i] for i in range(3)]
    for face in bm.faces:
        across = max(range(3), key=lambda i: abs(face.normal[i]))
        u, v = sorted((i for i in range(3) if i != across), key=lambda i: -size[i])
        for loop in face.loops:
            loop[layer].uv = (loop.vert.co[u] * scale, loop.vert.co[v] * scale)


def placement(location, rotation=None):
    """Matrix for a location and optional Euler rotation in radians."""
    matrix = Matrix.Translation(location)
    if rotation:
        matrix = matrix @ Euler(rotation).to_matrix().to_4x4()
    return matrix


def box(name, size, at, material, colour="ffffff", bevel=0.0, segments=1, rotation=None, uv_scale=1.0):
    """Box of ``size`` with its centre at ``at``; bevelled boxes are shaded smooth."""
    bm = bmesh.new()
    bmesh.ops.create_cube(bm, size=1)
    bmesh.ops.scale(bm, vec=size, verts=bm.verts)
    if bevel:
        width = min(bevel, min(size) * 0.45)
        bmesh.ops.bevel(bm, geom=bm.edges[:], offset=width, segments=segments, profile=0.6, affect="EDGES")
    project_uvs(bm, uv_scale)
    thing = finish(name, bm, material, colour, False, placement(at, rotation))
    if bevel:
        shade_by_angle(thing, 50)
    return thing


def shade_by_angle(thing, degrees):
    """Smooth shading whose edges sharper than ``degrees`` stay hard."""
    mesh = thing.data
    for polygon in mesh.polygons:
        polygon.use_smooth = True
    mesh.set_sharp_from_angle(angle=math.radians(degrees))


def slab(name, outline, bottom, top, material, colour="ffffff", round_top=0.0, uv_scale=1.0):
    """Prism over a 2D outline (counter-clockwise points), optionally with a bevelled rim on top and bottom."""
    bm = bmesh.new()
    rings = [(bottom, 0.0), (top, 0.0)]
    if round_top:
        rings = [(bottom, round_top), (bottom + round_top, 0.0), (top - round_top, 0.0), (top, round_top)]
    centre = Vector((sum(p[0] for p in outline) / len(outline), sum(p[1] for p in outline) / len(outline)))
    loops = []
    for height, inset in rings:
        ring = []
        for point in outline:
            outward = Vector(point) - centre
            moved = Vector(point) - outward.normalized() * inset
            ring.append(bm.verts.new((moved.x, moved.y, height)))
        loops.append(ring)
    count = len(outline)
    for low, high in zip(loops, loops[1:]):
        for i in range(count):
            bm.faces.new((low[i], low[(i + 1) % count], high[(i + 1) % count], high[i]))
    bm.faces.new(reversed(loops[0]))
    bm.faces.new(loops[-1])
    project_uvs(bm, uv_scale)
    thing = finish(name, bm, material, colour)
    shade_by_angle(thing, 40)
    return thing


def rounded_rectangle(width, depth, radius, steps=4):
    """Counter-clockwise outline of a rectangle with round corners around the origin."""
    points = []
    corners = ((1, 1, 0), (-1, 1, 90), (-1, -1, 180), (1, -1, 270))
    for sx, sy, start in corners:
        cx, cy = sx * (width / 2 - radius), sy * (depth / 2 - radius)
        for step in range(steps + 1):
            angle = math.radians(start + 90 * step / steps)
            points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return points


def rounded_path(points, radius=0.05, steps=3):
    """Replace every inner corner of a polyline by a short curve."""
    points = [Vector(p) for p in points]
    path = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:]):
        a, b = before - corner, after - corner
        reach = min(radius, a.length / 2.2, b.length / 2.2)
        start, end = corner + a.normalized() * reach, corner + b.normalized() * reach
        for step in range(steps + 1):
            t = step / steps
            path.append((1 - t) ** 2 * start + 2 * t * (1 - t) * corner + t * t * end)
    path.append(points[-1])
    return path


def tube(name, points, radius, material, colour="ffffff", sides=8, corner=0.05, steps=3, caps=True):
    """Round bar swept along a polyline with rounded corners; ``radius`` may be a function of 0..1 along it."""
    path = rounded_path(points, corner, steps)
    bm = bmesh.new()
    normal = None
    rings = []
    for i, point in enumerate(path):
        direction = (path[min(i + 1, len(path) - 1)] - path[max(i - 1, 0)]).normalized()
        if normal is None:
            normal = direction.orthogonal().normalized()
        normal = (normal - direction * normal.dot(direction)).normalized()
        side = direction.cross(normal)
        r = radius(i / (len(path) - 1)) if callable(radius) else radius
        angles = (2 * math.pi * k / sides for k in range(sides))
        rings.append([bm.verts.new(point + (normal * math.cos(a) + side * math.sin(a)) * r) for a in angles])
    for low, high in zip(rings, rings[1:]):
        for k in range(sides):
            bm.faces.new((low[k], low[(k + 1) % sides], high[(k + 1) % sides], high[k]))
    if caps:
        bm.faces.new(reversed(rings[0]))
        bm.faces.new(rings[-1])
    thing = finish(name, bm, material, colour)
    shade_by_angle(thing, 50)
    return thing


def sheet(name, surface, columns, rows, material, colour="ffffff", thickness=0.0):
    """Curved sheet ``surface(u, v)`` over 0..1 squared, with a back and a rim where it has a thickness."""
    bm = bmesh.new()
    layer = bm.loops.layers.uv.new("UVMap")
    grid = [[bm.verts.new(surface(i / columns, j / rows)) for j in range(rows + 1)] for i in range(columns + 1)]
    place = {grid[i][j]: (i / columns, j / rows) for i in range(columns + 1) for j in range(rows + 1)}
    for i in range(columns):
        for j in range(rows):
            bm.faces.new((grid[i][j], grid[i + 1][j], grid[i + 1][j + 1], grid[i][j + 1]))
    bm.normal_update()
    if thickness:
        add_back(bm, grid, place, thickness)
    for face in bm.faces:
        for loop in face.loops:
            loop[layer].uv = place[loop.vert]
    thing = finish(name, bm, material, colour)
    shade_by_angle(thing, 60)
    return thing


def add_back(bm, grid, place, thickness):
    """Second side of a sheet and the rim between both."""
    back = {}
    for vert in list(place):
        back[vert] = bm.verts.new(vert.co - vert.normal * thickness)
        place[back[vert]] = place[vert]
    for face in list(bm.faces):
        bm.faces.new([back[v] for v in reversed(face.verts)])
    last_column, last_row = len(grid) - 1, len(grid[0]) - 1
    rim = [grid[i][0] for i in range(last_column)] + [grid[last_column][j] for j in range(last_row)]
    rim += [grid[i][last_row] for i in range(last_column, 0, -1)] + [grid[0][j] for j in range(last_row, 0, -1)]
    for a, b in zip(rim, rim[1:] + rim[:1]):
        bm.faces.new((b, a, back[a], back[b]))


def quad(name, centre, across, up, material, colour="ffffff", region=(0, 0, 1, 1)):
    """Flat picture: ``across`` is its full width vector, ``up`` its height vector, ``region`` its UVs."""
    centre, across, up = Vector(centre), Vector(across) / 2, Vector(up) / 2
    bm = bmesh.new()
    layer = bm.loops.layers.uv.new("UVMap")
    corners = (centre - across - up, centre + across - up, centre + across + up, centre - across + up)
    face = bm.faces.new([bm.verts.new(c) for c in corners])
    u0, v0, u1, v1 = region
    for loop, uv in zip(face.loops, ((u0, v0), (u1, v0), (u1, v1), (u0, v1))):
        loop[layer].uv = uv
    return finish(name, bm, material, colour)


def cylinder(name, radius, height, at, material, colour="ffffff", sides=24, rotation=None, top_radius=None):
    """Upright cylinder or cone with its centre at ``at``."""
    bm = bmesh.new()
    top = radius if top_radius is None else top_radius
    bmesh.ops.create_cone(bm, cap_ends=True, segments=sides, radius1=radius, radius2=top, depth=height)
    thing = finish(name, bm, material, colour, False, placement(at, rotation))
    shade_by_angle(thing, 50)
    return thing


def ball(name, radius, at, material, colour="ffffff", segments=16):
    """Sphere with its centre at ``at``."""
    bm = bmesh.new()
    bmesh.ops.create_uvsphere(bm, u_segments=segments, v_segments=segments // 2, radius=radius)
    return finish(name, bm, material, colour, True, placement(at))


def turn(things, degrees, at=(0, 0, 0)):
    """Rotate meshes about the vertical through the origin, then move them by ``at``."""
    matrix = placement(at, (0, 0, math.radians(degrees)))
    for thing in things:
        thing.data.transform(matrix)
    return things


def merge(things, name):
    """Join objects (their transforms applied) into one object called ``name``."""
    for thing in things:
        thing.data.transform(thing.matrix_basis)
        thing.matrix_basis = Matrix.Identity(4)
    bpy.ops.object.select_all(action="DESELECT")
    for thing in things:
        thing.select_set(True)
    bpy.context.view_layer.objects.active = things[0]
    if len(things) > 1:
        bpy.ops.object.join()
    joined = bpy.context.view_layer.objects.active
    joined.name = joined.data.name = name
    return joined


def triangles(thing):
    """Triangles that an object's mesh will export as."""
    return sum(len(polygon.vertices) - 2 for polygon in thing.data.polygons)
