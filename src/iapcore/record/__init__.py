"""What was written down about a pupil's stay.

Rules of the room: facts only, no rule and no number of guidance. Values are frozen; `None` is *not recorded*
and `()` is *none*; shapes are checked when a value is made, contradictions are found by `find_problems`.
"""

__all__ = [
    "as_of",
    "assessment",
    "attendance",
    "behaviour",
    "dataset",
    "journey",
    "placement",
    "problems",
    "provision",
    "pupil",
    "referral",
    "review",
    "stream",
    "timetable",
    "transition",
]
