"""Puts one student together and writes the model file."""

import io
import random
import zlib

import numpy as np
from PIL import Image
from scipy.ndimage import distance_transform_edt

import brows
import clips
import garments as g
import glb
import hair_sheets
import head as h
import makehuman as mh
import paint_cloth as cloth
import paint_skin as skin
import parts
import shapes
import skeleton
import solids
from hair_styles import STYLES
from parts import BODY, FACE, from_template
from person import Person, drawn_face
from scalp import Scalp
from template import HALF

TOPS = {
    # Sleeve, hem, width, neck, ribs.
    "sweater": (0.95, -0.01, 0.016, 0.24, True),
    "hoodie": (0.95, -0.02, 0.020, 0.18, True),
    "zip": (0.95, -0.02, 0.019, 0.18, True),
    "tshirt": (0.36, -0.02, 0.015, 0.17, False),
    "longsleeve": (0.95, -0.015, 0.012, 0.18, False),
    "shirt": (0.94, -0.03, 0.015, 0.19, False),
    "polo": (0.36, -0.015, 0.013, 0.19, False),
}


def seed_of(text):
    """A number that is the same in every run."""
    return zlib.crc32(text.encode())


class Student:
    """One student: body, parts, picture and file."""

    def __init__(self, spec):
        self.spec, self.look = spec, spec["look"]
        self.rng = np.random.default_rng(seed_of(spec["name"]) + spec.get("seed", 0))
        self.body = Person(face=self.face(), **spec["body"])
        self.skeleton = skeleton.Skeleton(self.body)
        self.make_parts()
        self.make_hair()
        self.shade()

    def face(self):
        """Local shapes of the head: drawn ones, then those asked for."""
        face = drawn_face(
            random.Random(seed_of(self.spec["name"] + "face") + self.spec.get("face_seed", 0)), self.spec["body"]["years"]
        )
        for side in ("Left", "Right"):
            face[f"faceunits/mouthSmile{side}"] = 0.16
            face[f"faceunits/mouthPress{side}"] = 0.22
        face.update(self.spec.get("face", {}))
        return face

    def make_parts(self):
        """Skin, clothes and things worn."""
        look, body = self.look, self.body
        sleeve, hem, loose, neck, ribbed = TOPS[look["outfit"]]
        self.top = g.top(sleeve, hem, loose, neck, ribbed)
        if look.get("skirt"):
            self.bottom = g.trousers(0.97, 0.004, 0.2)
        else:
            width = {"jeans": 0.012, "joggers": 0.015, "chinos": 0.011, "leggings": 0.004}[look["legs"]]
            self.bottom = g.trousers(0.97, width, 0.5)
        self.parts = [
            from_template(h.head(), body, FACE, 1),
            from_template(h.eyes(), body, FACE, 1, ("eye_l", "eye_r")),
            from_template(h.teeth(), body, FACE, 1, ("head", "head"), 1),
            from_template(h.tongue(), body, FACE, 1, ("head", "head"), 1),
            from_template(h.lashes(), body, FACE, 1, ("head", "head"), 1),
            from_template(self.top, body, BODY, 0),
            from_template(self.bottom, body, BODY, 0),
            from_template(g.shoes(), body, BODY, 0),
            from_template(h.hands(min(sleeve, 0.9)), body, BODY, 0),
        ]
        if look.get("skirt"):
            self.parts.append(from_template(g.skirt(look.get("skirt_length", 0.42)), body, BODY, 0))
        # Mouths of many forms: teeth stay behind the lips.
        for part in self.parts[2:4]:
            part.points[:, 2] -= 0.004 * body.head_scale
        self.by_name = {part.name: part for part in self.parts}
        cloth_parts = [self.part(self.top), self.by_name["head"]]
        self.obstacle = parts.Obstacle([(part.fine_points, part.template.triangles) for part in cloth_parts])
        self.scalp = Scalp(body, look.get("hairline", 0.0))
        self.parts += solids.worn(self)

    def ear(self, side):
        """Where an ear joins the head above."""
        at = mh.target(f"ears/{side}-ear-scale-incr")[0]
        points = self.body.points[at]
        top = points[points[:, 1] > np.quantile(points[:, 1], 0.7)]
        sign = 1 if side == "l" else -1
        return np.array(
            [sign * np.quantile(np.abs(top[:, 0]), 0.25), np.quantile(points[:, 1], 0.86), np.quantile(top[:, 2], 0.45)]
        )

    def bone_shares(self, points):
        """Head above, chest below, in the body's order of bones."""
        neck, head = self.body.joints["neck_01"][0][1], self.body.joints["head"][0][1]
        up = np.clip((points[:, 1] - neck - 0.01) / (head - neck), 0, 1)
        weights = np.zeros((len(points), len(self.body.bones)))
        low = np.clip((points[:, 1] - neck + 0.05) / 0.06, 0, 1)
        for bone, share in (("head", up), ("neck_01", (1 - up) * low), ("spine_03", (1 - up) * (1 - low))):
            weights[:, self.body.bones.index(bone)] = share
        return weights

    def part(self, template):
        """The part made from a template."""
        return self.by_name[template.name]

    def make_hair(self):
        """Hair in three versions."""
        style, options = self.look["hair"], self.look.get("hair_options", {})
        ties = []
        sheets = STYLES[style](self.scalp, self.obstacle, self.rng, ties, **options)
        self.parts += solids.ties(self, ties)
        self.hair = [hair_sheets.build(sheets, self.scalp.middle, level, np.random.default_rng(5)) for level in range(3)]

    def shade(self):
        """How much sky each fine vertex sees, with everything worn around it."""
        shapes_, hair = [], self.hair[1]
        for part in self.parts:
            if part.name not in ("eyes", "lashes", "teeth", "tongue"):
                shapes_.append((part.points, part.versions[0]))
        tree = parts.Obstacle(shapes_ + [(hair[0], hair[4])]).tree
        for part in self.parts:
            if part.flat:
                part.shade = parts.occlusion(tree, part.points, part.normals)
            elif part.name in ("eyes", "lashes", "teeth", "tongue") or part.name.startswith("hands"):
                part.shade = np.ones(len(part.fine_points))
            else:
                part.shade = parts.occlusion(tree, part.fine_points, part.fine_normals)
        body = parts.Obstacle(shapes_).tree
        self.hair_sky = [parts.occlusion(body, version[0], version[3], 12, 0.12, 0.006) for version in self.hair]

    # ---- picture -------------------------------------------------------------------------------------------------------

    def colours_of(self, part):
        """Texels and colours of a part."""
        look, template = self.look, part.template
        if part.flat:
            return solids.painted(part, self)
        if part.name == "head":
            sky = template.at_texels(part.shade)
            cover = self.scalp.inside(template.at_texels(part.fine_points))
            return template.texels[0], skin.head_colours(template, look, sky, cover, self.rng)
        if part.name in ("eyes", "teeth", "tongue", "lashes"):
            return template.texels[0], skin.small_colours(part.name, template, look)
        if part.name.startswith("hands"):
            return template.texels[0], skin.hand_colours(template, look, template.at_texels(part.shade))
        here = cloth.Cloth(template)
        painter = {"top": cloth.top_colours, "tro": cloth.bottom_colours, "ski": cloth.skirt_colours, "sho": cloth.shoe_colours}
        settings = dict(look, legs="leggings", bottom=look.get("tights", "2a2c33")) if look.get("skirt") else look
        colours = painter[part.name[:3]](here, settings)
        sky = 0.38 + 0.62 * template.at_texels(part.shade)
        height = cloth.folds("top" if part.name[:3] == "top" else "low", here.points, here.arm, here.leg)
        self.heights.append((template.texels[0], height * (0.4 if part.name[:3] == "sho" else 1)))
        return template.texels[0], colours * (sky * (1 + 22 * np.clip(height, -0.007, 0.005)))[:, None]

    def pictures(self):
        """The colour picture and the relief of the body half, as JPEG bytes."""
        canvas = np.zeros((2, HALF * HALF, 3))
        known = np.zeros((2, HALF * HALF), bool)
        self.heights = []
        for part in self.parts:
            texels, colours = self.colours_of(part)
            canvas[part.half][texels], known[part.half][texels] = colours, True
        halves = []
        for half in range(2):
            picture, there = canvas[half].reshape(HALF, HALF, 3), known[half].reshape(HALF, HALF)
            near = distance_transform_edt(~there, return_distances=False, return_indices=True)
            halves.append(picture[near[0], near[1]])
        whole = np.clip(np.hstack(halves), 0, 255).round().astype(np.uint8)
        texels = np.concatenate([t for t, _ in self.heights])
        relief = cloth.relief(np.concatenate([height for _, height in self.heights]), texels)
        return jpeg(whole, 90), jpeg(relief, 86)

    # ---- file ----------------------------------------------------------------------------------------------------------

    def write(self, path):
        """Writes the file; returns its size and triangles by version."""
        file = glb.File()
        prefix = self.spec["name"]
        materials = self.materials(file, prefix)
        self.columns = [(self.body.bones + ["eye_l", "eye_r"]).index(name) for name in self.skeleton.names]
        counts = [0, 0, 0]
        nodes = self.joints(file)
        meshes = {}
        for level in range(3):
            for mesh_name in (BODY, FACE) if level == 0 else (BODY,):
                wanted = [p for p in self.parts if len(p.versions) > level and (level or p.mesh == mesh_name)]
                arrays, triangles, offsets = self.joined(wanted, level, mesh_name)
                entry = glb.primitive(file, arrays, triangles, materials[mesh_name if level == 0 else f"body{level}"], offsets)
                meshes[f"{prefix}_{mesh_name}_lod{level}"] = entry
                counts[level] += len(triangles)
            meshes[f"{prefix}_hair_lod{level}"] = self.hair_primitive(file, level, materials["hair"])
            counts[level] += len(self.hair[level][4])
        meshes[f"{prefix}_brow_lod0"], brow_count = self.brow_primitive(file, materials["brow"])
        counts[0] += brow_count
        self.finish(file, prefix, nodes, meshes)
        return file.write(path), counts

    def materials(self, file, prefix):
        """Materials and their pictures."""
        colour, relief = self.pictures()
        for name, data in ((f"{prefix}_body_n", relief), (f"{prefix}_shared_c", colour)):
            file.add("images", {"name": name, "mimeType": "image/jpeg", "bufferView": file.view(data)})
        for name in ("brow", "hair"):
            file.add("images", {"name": name, "uri": f"{name}.png"})
        for source in range(4):
            file.add("textures", {"sampler": 0, "source": source})
        result = {}
        for key, name, rough in (
            (BODY, "body_lod0", 0.8),
            ("body1", "body_lod1", 0.8),
            ("body2", "body_lod2", 0.8),
            (FACE, "face_lod0", 0.62),
        ):
            surface = {"baseColorTexture": {"index": 1}, "metallicFactor": 0, "roughnessFactor": rough}
            entry = {"name": f"{prefix}_{name}_m", "doubleSided": True, "pbrMetallicRoughness": surface}
            if key == BODY:
                entry["normalTexture"] = {"index": 0, "texCoord": 1}
            result[key] = file.add("materials", entry)
        hair = linear(skin.srgb(self.look["hair_colour"]))
        brow = linear(skin.srgb(self.look.get("brow_colour", self.look["hair_colour"]))) * 0.45
        for key, source, tint, rough in (("brow", 2, brow, 0.8), ("hair", 3, hair * 1.5, 0.5)):
            factor = [float(min(1.0, x)) for x in tint] + [1.0]
            surface = {
                "baseColorFactor": factor,
                "baseColorTexture": {"index": source},
                "metallicFactor": 0,
                "roughnessFactor": rough,
            }
            entry = {"name": f"{prefix}_{key}", "doubleSided": True, "alphaMode": "BLEND", "pbrMetallicRoughness": surface}
            result[key] = file.add("materials", entry)
        return result

    def joined(self, wanted, level, mesh_name):
        """Arrays of several parts as one mesh."""
        arrays = {name: [] for name in ("points", "normals", "places", "weights", "detail")}
        triangles, offsets, start = [], [], 0
        for part in wanted:
            arrays["points"].append(part.points), arrays["normals"].append(part.normals)
            arrays["places"].append(part.picture_places())
            arrays["weights"].append(self.joint_weights(part.weights))
            flat = np.tile([250 / HALF, 500 / HALF], (len(part.points), 1))
            arrays["detail"].append(part.places if part.half == 0 else flat)
            triangles.append(part.versions[level] + start)
            offsets.append(part.mix)
            start += len(part.points)
        arrays = {name: np.concatenate(found) for name, found in arrays.items()}
        if level or mesh_name == FACE:
            del arrays["detail"]
        moves = []
        if level == 0 and mesh_name == FACE:
            for of_base in shapes.offsets().values():
                moved = [np.zeros((len(p.points), 3)) if p.name == "eyes" else p.mix @ of_base for p in wanted]
                moves.append(np.concatenate(moved) * self.body.head_scale)
        return arrays, np.concatenate(triangles), moves

    def joint_weights(self, weights):
        """Weights in the skeleton's order of joints."""
        if weights.shape[1] < len(self.columns):
            weights = np.hstack([weights, np.zeros((len(weights), len(self.columns) - weights.shape[1]))])
        return weights[:, self.columns]

    def bone_weights(self, points, low_bone="spine_03"):
        """Head above, and lower down more and more of a bone below the neck."""
        neck, head = self.body.joints["neck_01"][0][1], self.body.joints["head"][0][1]
        share = np.clip((points[:, 1] - neck + 0.05) / (head - neck + 0.05), 0, 1)
        weights = np.zeros((len(points), len(self.columns)))
        names = self.skeleton.names
        weights[:, names.index("head")], weights[:, names.index(low_bone)] = share, 1 - share
        return weights

    def hair_primitive(self, file, level, material):
        """Hair of one version; colours carry root and nearby shadow."""
        points, places, shades, outs, triangles = self.hair[level]
        sky = 0.35 + 0.65 * self.hair_sky[level]
        grey = np.clip(shades * sky, 0, 1)[:, None] ** 1.4
        colours = np.hstack([np.repeat(grey, 3, 1), np.ones((len(grey), 1))])
        arrays = {"points": points, "normals": outs, "places": places, "weights": self.bone_weights(points), "colours": colours}
        return glb.primitive(file, arrays, triangles, material)

    def brow_primitive(self, file, material):
        """Brows."""
        points, normals, places, faces = brows.on(self.body, self.look.get("brows", 1.0))
        weights = np.zeros((len(points), len(self.columns)))
        weights[:, self.skeleton.names.index("head")] = 1
        arrays = {"points": points, "normals": normals, "places": places, "weights": weights}
        return glb.primitive(file, arrays, faces, material), len(faces)

    def joints(self, file):
        """Joint nodes at rest; returns their numbers."""
        numbers = {}
        for name in self.skeleton.names:
            matrix = self.skeleton.bind[name]
            turn, place = matrix.to_quaternion(), matrix.to_translation()
            numbers[name] = file.add(
                "nodes", {"name": name, "rotation": [turn.x, turn.y, turn.z, turn.w], "translation": list(place)}
            )
        for name, number in numbers.items():
            children = [numbers[child] for child, parent in self.skeleton.parent.items() if parent == name]
            if children:
                file.document["nodes"][number]["children"] = children
        return numbers

    def finish(self, file, prefix, nodes, meshes):
        """Mesh nodes, skin, clips and scene."""
        inverse = [self.skeleton.rest[name].inverted() for name in self.skeleton.names]
        columns = np.array([[m[row][column] for column in range(4) for row in range(4)] for m in inverse], np.float32)
        file.add(
            "skins",
            {"name": f"{prefix}_rig", "joints": list(nodes.values()), "inverseBindMatrices": file.accessor(columns, "MAT4")},
        )
        children = []
        for name in sorted(meshes):
            entry = {"name": name, "primitives": [meshes[name]]}
            if "targets" in meshes[name]:
                entry |= {"extras": {"targetNames": list(shapes.SHAPES)}, "weights": [0] * len(shapes.SHAPES)}
            number = file.add("meshes", entry)
            children.append(file.add("nodes", {"name": name, "mesh": number, "skin": 0}))
        root = file.add("nodes", {"name": f"{prefix}_rig", "children": children + [nodes["Root"]]})
        file.add("scenes", {"name": "Scene", "nodes": [root]})
        recorded = clips.record(skeleton.Poser(self.skeleton))
        glb.clips(file, recorded, nodes)


def linear(colour):
    """From sRGB, 0 to 255, to linear light."""
    share = np.asarray(colour) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def jpeg(picture, quality):
    """A picture as JPEG bytes."""
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=quality, subsampling=0 if quality > 88 else 2, optimize=True)
    return out.getvalue()
