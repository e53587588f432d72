"""Values flattened to plain columns, and back.

Rule of the room: no format and no library, only rows of plain scalars.
"""

__all__ = ["columns", "effects", "open_data", "rows", "rules", "weeks"]
