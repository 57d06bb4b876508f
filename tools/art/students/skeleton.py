"""The 55 joints: rest matrices as Blender gives them, turned to y up, and forward kinematics over them."""

import math

import bpy
import numpy as np
from mathutils import Matrix, Quaternion, Vector

import makehuman as mh

TO_Y_UP = Matrix(((1, 0, 0, 0), (0, 0, 1, 0), (0, -1, 0, 0), (0, 0, 0, 1)))
EYE_LENGTH = 0.03


def to_blender(point):
    """A place with z up and the figure facing -y."""
    return Vector((point[0], -point[2], point[1]))


def rest_of(head, tail, roll):
    """Rest matrix of a bone in y up; its y axis runs along the bone."""
    head, tail = to_blender(head), to_blender(tail)
    turned = bpy.types.Bone.MatrixFromAxisRoll((tail - head).normalized(), roll)
    return TO_Y_UP @ (Matrix.Translation(head) @ turned.to_4x4())


class Skeleton:
    """Rest matrices, parents and order of the joints of one body."""

    def __init__(self, person):
        self.parent, rest = {}, {}
        self.reach = {name: float(np.linalg.norm(tail - head)) for name, (head, tail) in person.joints.items()}
        for name, bone in mh.rig().items():
            self.parent[name] = bone["parent"] or None
            rest[name] = rest_of(*person.joints[name], bone["roll"])
        for side in "lr":
            centre = Vector(person.eyes[side])
            self.parent[f"eye_{side}"] = "head"
            rest[f"eye_{side}"] = rest_of(centre, centre + Vector((0, 0, EYE_LENGTH)), 0.0)
        self.names = []
        self.visit(None)
        self.rest = {name: rest[name] for name in self.names}
        self.bind = {
            name: (self.rest[self.parent[name]].inverted() if self.parent[name] else Matrix()) @ self.rest[name]
            for name in self.names
        }

    def visit(self, parent):
        """Lists joints so that parents come first."""
        for name in [n for n, p in self.parent.items() if p == parent]:
            self.names.append(name)
            self.visit(name)

    def length(self, first, second):
        """Distance of two joints at rest."""
        return (self.rest[first].to_translation() - self.rest[second].to_translation()).length


class Poser:
    """A pose that is being made: rotations in the body's space on top of the parents' ones."""

    def __init__(self, skeleton):
        self.skeleton = skeleton
        self.reset()

    def reset(self):
        """Back to the rest pose."""
        self.shift = Vector()
        self.turns = {name: Quaternion() for name in self.skeleton.names}

    def matrix(self, name):
        """Where a joint is, in the body's space."""
        parent = self.skeleton.parent[name]
        above = self.matrix(parent) @ self.skeleton.bind[name] if parent else self.skeleton.rest[name]
        place = above.to_translation() + (self.shift if name == "pelvis" else Vector())
        return Matrix.Translation(place) @ (self.turns[name].to_matrix() @ above.to_3x3()).to_4x4()

    def place(self, name):
        """Place of a joint."""
        return self.matrix(name).to_translation()

    def lowest_finger(self, side):
        """Height of the lowest finger joint or tip of a hand."""
        heights = []
        for finger in ("thumb", "index", "middle", "ring", "pinky"):
            last = self.matrix(f"{finger}_03_{side}")
            tip = last @ Vector((0, self.skeleton.reach[f"{finger}_03_{side}"], 0))
            heights += [last.to_translation().y, tip.y, self.place(f"{finger}_02_{side}").y]
        return min(heights)

    def turn(self, name, axis, degrees):
        """Turns a joint about an axis of the body's space."""
        self.turns[name] = Quaternion(Vector(axis), math.radians(degrees)) @ self.turns[name]

    def aim(self, name, child, direction):
        """Turns a joint so that the line to another one points in a direction."""
        line = self.place(child) - self.place(name)
        self.turns[name] = line.rotation_difference(Vector(direction)) @ self.turns[name]

    def reach(self, side, target, pole):
        """Bends an arm so that the wrist comes to a place, or as near as it can; the elbow points to the pole."""
        upper, lower, hand = f"upperarm_{side}", f"lowerarm_{side}", f"hand_{side}"
        start = self.place(upper)
        first, second = self.skeleton.length(upper, lower), self.skeleton.length(lower, hand)
        line = Vector(target) - start
        distance = min(line.length, (first + second) * 0.995)
        line.normalize()
        cosine = max(-1.0, min(1.0, (first**2 + distance**2 - second**2) / (2 * first * distance)))
        aside = Vector(pole) - start
        aside = (aside - line * aside.dot(line)).normalized()
        elbow = line * (first * cosine) + aside * (first * math.sqrt(max(0.0, 1 - cosine**2)))
        self.aim(upper, lower, elbow)
        self.aim(lower, hand, line * distance - elbow)

    def palm(self, side, towards):
        """Rolls a hand so that its palm faces a direction."""
        hand = self.place(f"hand_{side}")
        along = (self.place(f"middle_01_{side}") - hand).normalized()
        across = self.place(f"index_01_{side}") - self.place(f"pinky_01_{side}")
        facing = across.cross(along) if side == "r" else along.cross(across)
        facing = (facing - along * facing.dot(along)).normalized()
        wanted = Vector(towards)
        wanted = (wanted - along * wanted.dot(along)).normalized()
        angle = math.atan2(along.dot(facing.cross(wanted)), facing.dot(wanted))
        self.turns[f"hand_{side}"] = Quaternion(along, angle) @ self.turns[f"hand_{side}"]

    def curl(self, side, amount, thumb=0.4):
        """Bends fingers: 0 is straight, 1 a fist; `amount` may be given for each finger."""
        along = self.place(f"middle_01_{side}") - self.place(f"hand_{side}")
        across = self.place(f"index_01_{side}") - self.place(f"pinky_01_{side}")
        axis = along.cross(across).cross(along).normalized()
        sign = 1 if side == "l" else -1
        for finger in ("index", "middle", "ring", "pinky"):
            bend = amount[finger] if isinstance(amount, dict) else amount
            for number, most in (("01", 55), ("02", 75), ("03", 45)):
                self.turn(f"{finger}_{number}_{side}", axis, -sign * most * bend)
        for number, most in (("01", 20), ("02", 30), ("03", 30)):
            self.turn(f"thumb_{number}_{side}", along.normalized(), sign * most * thumb)

    def locals(self):
        """Rotation and place of every joint against its parent."""
        found, result = {}, {}
        for name in self.skeleton.names:
            parent = self.skeleton.parent[name]
            above = found[parent] @ self.skeleton.bind[name] if parent else self.skeleton.rest[name]
            place = above.to_translation() + (self.shift if name == "pelvis" else Vector())
            found[name] = Matrix.Translation(place) @ (self.turns[name].to_matrix() @ above.to_3x3()).to_4x4()
            local = found[parent].inverted() @ found[name] if parent else found[name]
            result[name] = (local.to_quaternion(), local.to_translation())
        return result, found
