"""Counts, rates and durations of many pupils.

Rules of the room: exact numbers over a named base, with what is excluded and what is not known beside them.
"""

__all__ = [
    "before_and_after",
    "costs",
    "counting",
    "disclosure",
    "durations",
    "effect",
    "experience",
    "fairness",
    "inference",
    "lasting",
    "lengths",
    "looks",
    "measure",
    "milestones",
    "occupancy",
    "places_ahead",
    "published",
    "ratios",
    "returns",
    "room",
    "self_review",
    "signals",
    "waiting",
    "wellbeing",
]
