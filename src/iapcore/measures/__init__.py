"""Counts, rates and durations of many pupils.

Rules of the room: exact numbers over a named base, with what is excluded and what is not known beside them.
"""

__all__ = [
    "before_and_after",
    "counting",
    "disclosure",
    "durations",
    "effect",
    "experience",
    "inference",
    "lasting",
    "lengths",
    "measure",
    "occupancy",
    "places_ahead",
    "published",
    "returns",
    "wellbeing",
]
