"""What makes each room the room it is, by the plan's name."""

import fittings_computer
import fittings_primary
import fittings_secondary

BUILDERS = {
    "primary": fittings_primary.build,
    "secondary": fittings_secondary.build,
    "computer": fittings_computer.build,
}


def build(m, plan):
    """Every fitting of a room that stays where it is."""
    return BUILDERS[plan.name](m, plan)
