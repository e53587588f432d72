"""What was written down about a pupil's stay.

Rules of the room: facts only, no rule and no number of guidance. Values are frozen; `None` is *not recorded*
and `()` is *none*; shapes are checked when a value is made, contradictions are found by `find_problems`.
"""

__all__ = [
    "as_of",
    "assessment",
    "attendance",
    "behaviour",
    "characteristics",
    "check_in",
    "contacts",
    "dataset",
    "experience",
    "hand_over",
    "journey",
    "learning",
    "placement",
    "problems",
    "provision",
    "pseudonyms",
    "pupil",
    "pupil_choice",
    "redaction",
    "referral",
    "return_plan",
    "review",
    "safeguarding",
    "school",
    "stream",
    "support",
    "timetable",
    "transition",
    "way_back",
]
