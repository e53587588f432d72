"""What law, guidance, research and the school lay down.

Rules of the room: norms only, no pupil. Every number has a day, a basis and a place in a source; what only
someone remembers stays out; what no source gives is the school's choice and says so.
"""

__all__ = [
    "dated",
    "design_table",
    "expectations",
    "library",
    "policy",
    "policy_words",
    "practices",
    "profiles",
    "sources",
    "steps",
    "tenets",
    "thresholds",
    "way_in",
    "way_out",
    "way_through",
]
