"""Rows as CSV text that a spreadsheet cannot mistake for a formula.

Rule of the room: a cell that begins with a sign that starts a formula gets an apostrophe before it.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Final

__all__ = ["as_csv"]

_STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(rows: Sequence[Mapping[str, object]]) -> str:
    r"""Rows with the same keys as CSV, with a line of names first; `None` is an empty cell.

    >>> as_csv([{"name": "=1+1", "count": 2}, {"name": None, "count": 3}])
    "name,count\r\n'=1+1,2\r\n,3\r\n"
    """
    text = io.StringIO()
    writer = csv.writer(text)
    if rows:
        writer.writerow([_safe(name) for name in rows[0]])
        writer.writerows([_safe(row[name]) for name in rows[0]] for row in rows)
    return text.getvalue()


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_FORMULA) else cell
