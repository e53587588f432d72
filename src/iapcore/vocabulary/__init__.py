"""The closed words, codes and days of the field.

Rule of the room: a word means one thing. Lists with the same letters are different types, codes are enums,
days are plain dates, and nothing here knows a pupil or a rule.
"""

__all__ = [
    "academic_years",
    "attendance_codes",
    "characteristics",
    "circumstances",
    "colours",
    "extents",
    "grounds",
    "identifiers",
    "instruments",
    "lessons",
    "local_authorities",
    "lost_learning",
    "money",
    "offers",
    "people",
    "provision_kinds",
    "qualifications",
    "recipients",
    "school_days",
    "sen",
    "settings",
    "shape",
    "spans",
    "suspension_codes",
    "symbols",
    "tiers",
    "unification",
    "value",
    "wording",
    "year_groups",
]
