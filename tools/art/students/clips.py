"""The fourteen motions, each a function of time that poses the body. Loops are made of sines, so they close.

The body faces +z with the desk ahead; x is its left. All seated motions are for one chair and one desk.
"""

import math

from mathutils import Quaternion, Vector

SEAT, DESK = 0.43, 0.71
"""Heights of the seat and of the desk's top, in metres."""
REACH = 0.39
"""How far ahead of the pelvis hands rest on the desk."""
FINGER = 0.008
"""Half a finger's thickness."""
FLATTER = 0.42
"""How much straighter than at rest fingers are on a desk."""
THUMB = -0.6
"""Thumbs lie beside the hand."""
FPS = 10
SECONDS = {
    "idle": 4, "listen": 4, "write": 4, "type": 2, "raise_hand": 4, "phone": 2, "talk": 4,
    "laugh": 1, "sleep": 4, "nod": 2, "shake": 2, "throw": 1.6, "stand": 1.6, "walk": 1,
}  # fmt: skip
SIDES = (("l", 1), ("r", -1))
FINGERS = ("index", "middle", "ring", "pinky")
X, Y, Z = (1, 0, 0), (0, 1, 0), (0, 0, 1)


def wave(t, cycles_per_second, phase=0.0):
    """A sine of time."""
    return math.sin(2 * math.pi * cycles_per_second * t + phase)


def eased(share):
    """From 0 to 1 without jerks."""
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


class Motions:
    """Poses one body; every motion is a method named after its clip."""

    def __init__(self, poser):
        self.p = poser
        s = poser.skeleton
        self.arm = s.length("upperarm_l", "lowerarm_l") + s.length("lowerarm_l", "hand_l")
        self.palm_drop = 0.022 + 0.012 * self.arm / 0.5
        # Short arms rest nearer to the desk's edge.
        self.reach = min(REACH, 0.80 * self.arm + 0.02)
        self.lean = max(0.0, (0.44 - self.arm) * 55)

    def sit(self, lean, spread=0.0):
        """On the chair, thighs ahead, feet on the floor where legs are long enough."""
        p, s = self.p, self.p.skeleton
        p.reset()
        hip = s.rest["thigh_l"].to_translation()
        shank, thigh = s.length("calf_l", "foot_l"), s.length("thigh_l", "calf_l")
        flesh = 0.085 * min(1.12, thigh / 0.36)
        p.shift = Vector((0, SEAT + flesh - hip.y, 0))
        drop = SEAT + flesh - shank - s.rest["foot_l"].to_translation().y
        tilt = max(-0.3, min(0.26 if shank < 0.3 else 0.38, drop / thigh))
        for side, sign in SIDES:
            p.aim(f"thigh_{side}", f"calf_{side}", (sign * (0.14 + spread), -tilt, 1))
            p.aim(f"calf_{side}", f"foot_{side}", (0, -1, -0.10))
            p.aim(f"foot_{side}", f"ball_{side}", (sign * 0.12, -0.42, 1))
        for bone, share in (("spine_01", 0.4), ("spine_02", 0.3), ("spine_03", 0.3)):
            p.turn(bone, X, (lean + self.lean) * share)

    def seated(self, t, lean=8, breath=0.25, spread=0.0):
        """Sits and breathes."""
        self.sit(lean, spread)
        b = wave(t, breath)
        self.p.turn("spine_03", X, -1.2 * b)
        self.p.turn("clavicle_l", Z, 0.8 * b)
        self.p.turn("clavicle_r", Z, -0.8 * b)

    def rest_hand(self, side, x, z, lift=0.0, curl=0.35, inward=0.35, **more):
        """A hand on the desk: `x` towards its own side, `z` ahead. Fingertips touch the desk and do not sink into it."""
        before = {name: turn.copy() for name, turn in self.p.turns.items()}
        self.put_hand(side, x, z, self.palm_drop + lift, curl, inward, **more)
        sunk = DESK + FINGER + lift - self.p.lowest_finger(side)
        if sunk > 0:
            self.p.turns = before
            self.put_hand(side, x, z, self.palm_drop + lift + sunk, curl, inward, **more)

    def put_hand(self, side, x, z, height, curl, inward, palm=(0, -1, 0), thumb=THUMB, elbow=(0.35, -0.6, -0.35)):
        """A wrist at a height above the desk, with fingers bent; `elbow` is where it points, outwards first."""
        p, sign = self.p, 1 if side == "l" else -1
        z = z - REACH + self.reach
        shoulder = p.place(f"upperarm_{side}")
        p.reach(side, Vector((sign * x, DESK + height, z)), shoulder + Vector((sign * elbow[0], elbow[1], elbow[2])))
        p.aim(f"hand_{side}", f"middle_01_{side}", (-sign * inward, 0.02, 1))
        p.palm(side, palm)
        # Fingers at rest are half bent already: on a desk they are flatter.
        each = curl if isinstance(curl, dict) else dict.fromkeys(FINGERS, curl)
        p.curl(side, {finger: 0.8 * share - FLATTER for finger, share in each.items()}, thumb)

    def look(self, yaw, pitch):
        """Turns neck and head: left and down are positive."""
        for bone, share in (("neck_01", 0.4), ("head", 0.6)):
            self.p.turn(bone, X, pitch * share)
            self.p.turn(bone, Y, yaw * share)

    def idle(self, t):
        """Sits, hands on the desk."""
        self.seated(t, 6)
        for side, _ in SIDES:
            self.rest_hand(side, 0.13, REACH, curl=0.3)
        self.look(8 * wave(t, 0.25), 4 + 2 * wave(t, 0.5))

    def listen(self, t):
        """Sits up, arms folded on the desk."""
        self.seated(t, 4)
        self.rest_hand("l", 0.12, 0.37, curl=0.35, inward=1.2)
        self.rest_hand("r", 0.10, 0.43, lift=0.012, curl=0.3, inward=1.2)
        self.look(3 * wave(t, 0.25), -2)

    def write(self, t):
        """Writes on paper."""
        self.seated(t, 18)
        across, jitter = 0.035 * wave(t, 0.25), wave(t, 2.5)
        self.rest_hand("l", 0.16, 0.47, curl=0.2, inward=0.7)
        grip = {"index": 0.45, "middle": 0.5, "ring": 0.65, "pinky": 0.7}
        self.rest_hand(
            "r", 0.11 + across, 0.43 - 0.006 * jitter, lift=0.008, curl=grip, inward=-0.2, palm=(0.4, -0.9, 0), thumb=0.2
        )
        self.look(-8 - 3 * wave(t, 0.25), 26)

    def type(self, t):
        """Types."""
        self.seated(t, 10)
        for side, q in (("l", wave(t, 3)), ("r", wave(t, 3.5, 1))):
            bend = {"index": 0.3 + 0.08 * q, "middle": 0.35 - 0.08 * q, "ring": 0.4 + 0.06 * q, "pinky": 0.4}
            self.rest_hand(side, 0.085, REACH, lift=0.02 + 0.004 * q, curl=bend, inward=0.25)
        self.look(2 * wave(t, 0.25), 14)

    def raise_hand(self, t):
        """Raises the right hand and lowers it."""
        p = self.p
        up = eased(t / 0.7) * eased((SECONDS["raise_hand"] - t) / 0.7)
        self.seated(t, 6 - 5 * up)
        self.rest_hand("l", 0.13, 0.37, curl=0.3, inward=0.9)
        down = Vector((-0.13, DESK + self.palm_drop, self.reach))
        p.turn("clavicle_r", Z, -16 * up)
        p.turn("spine_02", Z, -3 * up)
        shoulder = p.place("upperarm_r")
        high = shoulder + Vector((-0.07 + 0.02 * wave(t, 1.2), self.arm * 0.97, 0.12))
        middle = shoulder + Vector((-0.25, 0.05, 0.33))
        target = (1 - up) ** 2 * down + 2 * up * (1 - up) * middle + up * up * high
        p.reach("r", target, shoulder + Vector((-0.4, -0.6 * (1 - up) - 0.05, -0.1 - 0.1 * up)))
        fore = (p.place("hand_r") - p.place("lowerarm_r")).normalized()
        flat = Vector((0.35, -0.12, 1))
        p.aim("hand_r", "middle_01_r", flat * (1 - up) + (fore + Vector((0, 0.2, 0.15))) * up)
        p.palm("r", Vector((0, -1, 0)) * (1 - up) + Vector((0.2, 0, 1)) * up)
        p.curl("r", 0.3 * (1 - up) + 0.06 * up, 0.3)
        self.look(2, 5 - 9 * up)

    def phone(self, t):
        """Thumbs a phone below the desk."""
        p = self.p
        self.seated(t, 16)
        for side, sign in SIDES:
            shoulder = p.place(f"upperarm_{side}")
            target = Vector((sign * 0.055, DESK - 0.12, 0.23 * self.reach / REACH))
            p.reach(side, target, shoulder + Vector((sign * 0.35, -0.6, -0.25)))
            p.aim(f"hand_{side}", f"middle_01_{side}", (-sign * 0.35, 0.25, 0.8))
            p.palm(side, (-sign * 0.6, 0.9, -0.15))
            p.curl(side, 0.5, 0.2 + 0.2 * wave(t, 2))
        self.look(0, 34)

    def talk(self, t):
        """Talks to whoever sits to the left."""
        p, beat = self.p, wave(t, 0.5)
        self.seated(t, 7)
        p.turn("spine_02", Y, 14)
        p.turn("spine_03", Y, 12)
        self.rest_hand("r", 0.08, 0.37, curl=0.35, inward=0.9)
        shoulder = p.place("upperarm_l")
        target = Vector((0.22 + 0.02 * beat, DESK + 0.17 + 0.03 * beat, 0.33 * self.reach / REACH))
        p.reach("l", target, shoulder + Vector((0.4, -0.6, -0.2)))
        p.aim("hand_l", "middle_01_l", (0.1, 0.4 + 0.2 * beat, 1))
        p.palm("l", (-0.5, 0.6, 0))
        p.curl("l", 0.25, 0.2)
        self.look(38 + 4 * beat, 3 + 2 * wave(t, 1))

    def laugh(self, t):
        """Laughs."""
        shake = wave(t, 4)
        self.seated(t, 4 + 2 * shake, 0.5)
        self.p.turn("clavicle_l", Z, 4 + 2 * shake)
        self.p.turn("clavicle_r", Z, -4 - 2 * shake)
        for side, _ in SIDES:
            self.rest_hand(side, 0.12, 0.37, curl=0.4)
        self.look(12, -10 + 3 * shake)

    def sleep(self, t):
        """Head on the arms on the desk."""
        # As far down as it takes for the head to lie on the arms.
        for lean in range(34, 78, 4):
            self.seated(t, lean - 0.6 * self.lean, 0.25)
            if self.p.place("head").y < DESK + 0.14:
                break
        aside = (1.0, -0.02, 0.35)
        self.rest_hand("l", -0.02, 0.47, lift=0.01, curl=0.3, inward=2.2, elbow=aside)
        self.rest_hand("r", -0.02, 0.41, lift=0.04, curl=0.3, inward=2.2, elbow=aside)
        self.p.turn("neck_01", X, 14)
        self.p.turn("head", X, 6)
        self.p.turn("head", Z, -38)
        self.p.turn("head", Y, 30)

    def nod(self, t):
        """Nods."""
        self.listen(t)
        self.p.turn("head", X, 9 * wave(t, 1.5) * math.sin(math.pi * t / 2))

    def shake(self, t):
        """Shakes the head."""
        self.listen(t)
        self.p.turn("head", Y, 16 * wave(t, 1.5) * math.sin(math.pi * t / 2))

    def throw(self, t):
        """Throws something overarm."""
        p = self.p
        back, swing, end = eased(t / 0.5), eased((t - 0.55) / 0.2), eased((t - 0.9) / 0.6)
        self.seated(t, 4 - 10 * back + 20 * swing - 8 * end)
        p.turn("spine_02", Y, -22 * back + 36 * swing - 14 * end)
        self.rest_hand("l", 0.14, 0.37, curl=0.3)
        shoulder = p.place("upperarm_r")
        rest = Vector((-0.13, DESK + self.palm_drop, self.reach))
        behind, ahead = shoulder + Vector((-0.22, 0.24, -0.18)), shoulder + Vector((-0.02, 0.12, 0.48))
        target = rest.lerp(behind, back).lerp(ahead, swing).lerp(rest, end)
        p.reach("r", target, shoulder + Vector((-0.5, 0.1 - 0.5 * end - 0.5 * (1 - back), -0.1)))
        p.curl("r", 0.8 * (1 - swing) + 0.1, 0.5)
        self.look(6, -3)

    def stand(self, t):
        """Stands up; the last frame is upright."""
        p = self.p
        up = eased(t / SECONDS["stand"])
        self.sit(8)
        turns, shift = {name: turn.copy() for name, turn in p.turns.items()}, p.shift.copy()
        p.reset()
        self.straight_legs()
        for name in p.turns:
            p.turns[name] = turns[name].slerp(p.turns[name], up)
        p.shift = shift * (1 - up) + Vector((0, self.standing_drop * up, 0.10 * math.sin(math.pi * up)))
        for bone, share in (("spine_01", 0.5), ("spine_02", 0.3), ("spine_03", 0.2)):
            p.turn(bone, X, math.sin(math.pi * up) * 34 * share)
        self.hang_arms()

    def straight_legs(self):
        """Closes the base mesh's spread legs; sets how much the pelvis sinks or rises by it."""
        p = self.p
        before = p.place("foot_l").y
        for side, sign in SIDES:
            p.aim(f"thigh_{side}", f"calf_{side}", (sign * 0.035, -1, 0.03))
            p.aim(f"calf_{side}", f"foot_{side}", (sign * 0.02, -1, -0.05))
            ankle, ball = p.skeleton.rest[f"foot_{side}"], p.skeleton.rest[f"ball_{side}"]
            level = (ball.to_translation() - ankle.to_translation()).normalized()
            p.aim(f"foot_{side}", f"ball_{side}", (sign * 0.14, level.y, math.hypot(level.x, level.z)))
        self.standing_drop = before - p.place("foot_l").y

    def hang_arms(self):
        """Arms at the sides."""
        p = self.p
        for side, sign in SIDES:
            p.aim(f"upperarm_{side}", f"lowerarm_{side}", (sign * 0.17, -1, -0.03))
            p.aim(f"lowerarm_{side}", f"hand_{side}", (sign * 0.06, -1, 0.22))
            p.aim(f"hand_{side}", f"middle_01_{side}", (0, -1, 0.1))
            p.palm(side, (-sign, 0, 0))
            p.curl(side, 0.25, 0.3)

    def walk(self, t):
        """Walks on the spot."""
        p = self.p
        p.reset()
        self.straight_legs()
        angle = 2 * math.pi * t / SECONDS["walk"]
        low = self.standing_drop - 0.018 + 0.014 * math.cos(2 * angle)
        p.shift = Vector((0.012 * math.sin(angle), low, 0))
        p.turn("pelvis", Y, 5 * math.sin(angle))
        p.turn("spine_02", Y, -8 * math.sin(angle))
        p.turn("spine_01", X, 3)
        for side, phase in (("l", 0.0), ("r", math.pi)):
            a = angle + phase
            p.turn(f"thigh_{side}", X, -26 * math.sin(a) - 3)
            p.turn(f"calf_{side}", X, 8 + 50 * max(0.0, math.cos(a)) ** 1.5)
            p.turn(f"foot_{side}", X, -12 * max(0.0, math.sin(a)) + 16 * max(0.0, -math.sin(a)) * (math.cos(a) < 0.3))
        self.hang_arms()
        for side, phase in (("l", math.pi), ("r", 0.0)):
            p.turn(f"upperarm_{side}", X, -22 * math.sin(angle + phase))
            p.turn(f"lowerarm_{side}", X, -14 - 8 * math.sin(angle + phase))


def record(poser):
    """Every clip as frames of (rotation, place) by joint, 10 a second."""
    motions, result = Motions(poser), {}
    for name, seconds in SECONDS.items():
        frames = []
        for frame in range(round(seconds * FPS) + 1):
            getattr(motions, name)(frame / FPS)
            frames.append(poser.locals()[0])
        result[name] = frames
    return {name: signed(frames) for name, frames in result.items()}


def signed(frames):
    """Quaternions of neighbouring frames on the same side, so that they blend the short way."""
    for joint in frames[0]:
        before = None
        for frame in frames:
            turn, place = frame[joint]
            if before is not None and before.dot(turn) < 0:
                turn = Quaternion([-x for x in turn])
                frame[joint] = (turn, place)
            before = turn
    return frames
