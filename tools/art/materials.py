"""The materials that rooms and pieces are made of; one mesh per material is what the application draws."""

import json

import bpy

from plan import SECONDARY
from shapes import linear


class Materials:
    """Creates materials on first use, from the textures in one folder and the finishes of a room."""

    def __init__(self, textures, plan=SECONDARY):
        self.textures = textures
        atlas = f"pictures{plan.suffix}"
        self.regions = json.loads((textures / f"{atlas}.json").read_text())
        self.recipes = RECIPES | {"pictures": RECIPES["pictures"] | {"image": f"{atlas}.jpg"}} | plan.finishes
        self.made = {}

    def __getattr__(self, name):
        if name.startswith("_") or name not in self.recipes:
            raise AttributeError(name)
        if name not in self.made:
            self.made[name] = self.make(name, **self.recipes[name])
        return self.made[name]

    def make(self, name, colour="ffffff", rough=0.6, image=None, painted=False, glow=0.0):
        """Principled material; ``painted`` takes its colour from the mesh, ``glow`` makes the picture shine."""
        material = bpy.data.materials.new(name)
        material.use_nodes = True
        material.use_backface_culling = True
        tree = material.node_tree
        surface = tree.nodes["Principled BSDF"]
        surface.inputs["Roughness"].default_value = rough
        surface.inputs["Metallic"].default_value = 0.0
        colours = "Emission Color" if glow else "Base Color"
        surface.inputs[colours].default_value = linear(colour)
        if glow:
            surface.inputs["Base Color"].default_value = (0, 0, 0, 1)
            surface.inputs["Emission Strength"].default_value = glow
        if image:
            picture = tree.nodes.new("ShaderNodeTexImage")
            picture.image = bpy.data.images.load(str(self.textures / image), check_existing=True)
            uv = tree.nodes.new("ShaderNodeUVMap")
            uv.uv_map = "UVMap"
            tree.links.new(uv.outputs[0], picture.inputs[0])
            self.connect(tree, picture.outputs[0], surface.inputs[colours], colour)
        if painted:
            paint = tree.nodes.new("ShaderNodeVertexColor")
            paint.layer_name = "Color"
            self.paint_on(tree, paint.outputs[0], surface.inputs["Base Color"])
        return material

    @staticmethod
    def paint_on(tree, paint, target):
        """Link the mesh's colour; where a picture is linked already, the two multiply."""
        if not target.is_linked:
            tree.links.new(paint, target)
            return
        mix = tree.nodes.new("ShaderNodeMix")
        mix.data_type, mix.blend_type = "RGBA", "MULTIPLY"
        mix.inputs["Factor"].default_value = 1.0
        tree.links.new(target.links[0].from_socket, mix.inputs[6])
        tree.links.new(paint, mix.inputs[7])
        tree.links.new(mix.outputs[2], target)

    @staticmethod
    def connect(tree, picture, target, colour):
        """Link a picture, tinted where the colour is not white."""
        if colour == "ffffff":
            tree.links.new(picture, target)
            return
        tint = tree.nodes.new("ShaderNodeMix")
        tint.data_type, tint.blend_type = "RGBA", "MULTIPLY"
        tint.inputs["Factor"].default_value = 1.0
        tint.inputs["B"].default_value = linear(colour)
        tint.inputs[7].default_value = linear(colour)
        tree.links.new(picture, tint.inputs[6])
        tree.links.new(tint.outputs[2], target)


RECIPES = {
    "floor": {"image": "floor.jpg", "rough": 0.38},
    "ceiling": {"image": "ceiling.jpg", "rough": 0.95},
    "wall": {"image": "plaster.jpg", "colour": "f6f1e6", "rough": 0.92},
    "wall_accent": {"image": "plaster.jpg", "colour": "93b8b0", "rough": 0.92},
    "wood": {"image": "wood.jpg", "rough": 0.5},
    "pictures": {"image": "pictures.jpg", "rough": 0.7},
    "paint": {"painted": True, "rough": 0.6},
    "cloth": {"image": "cloth.jpg", "painted": True, "rough": 0.95},
    "gloss": {"painted": True, "rough": 0.3},
    "door_wood": {"image": "wood.jpg", "rough": 0.45},
    "door_paint": {"painted": True, "rough": 0.4},
    "clock_hour": {"colour": "1b1d20", "rough": 0.5},
    "clock_minute": {"colour": "1b1d20", "rough": 0.5},
    "lamp": {"colour": "fffaf2", "glow": 2.5},
    "outside": {"image": "outside.jpg", "glow": 1.0},
    "board_screen": {"image": "board.jpg", "glow": 1.0},
    "screen": {"image": "screen.jpg", "glow": 1.0},
    "monitors": {"image": "pictures_computer.jpg", "glow": 1.0},
    "keys": {"image": "keyboard.jpg", "rough": 0.5},
    "book": {"image": "exercise_book.jpg", "rough": 0.85},
    "shell": {"colour": "3a6ea5", "rough": 0.42},
    "led": {"colour": "39d353", "glow": 1.0},
}
"""Material names with their looks; textures come from ``surfaces.py``, ``atlas.py`` and ``drawings.py``."""
