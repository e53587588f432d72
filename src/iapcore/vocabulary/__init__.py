"""The closed words, codes and days of the field.

Rule of the room: a word means one thing. Lists with the same letters are different types, codes are enums,
days are plain dates, and nothing here knows a pupil or a rule.
"""

__all__ = [
    "attendance_codes",
    "colours",
    "grounds",
    "identifiers",
    "instruments",
    "people",
    "provision_kinds",
    "school_days",
    "settings",
    "spans",
    "value",
    "wording",
    "year_groups",
]
