"""What the columns of a table hold, so that a data frame need not guess.

Rule of the room: an empty cell is not recorded. A column of flags stays one of flags where nobody recorded any, and
what is not recorded becomes neither `False` nor nought.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, TypeAlias, cast

from iapcore.errors import Problem, ProblemKind
from iapcore.tables.rows import Cell
from iapcore.vocabulary.value import stop_if_any

__all__ = ["CellType", "column_types"]

CellType: TypeAlias = type[bool] | type[int] | type[str] | type[date]
"""What a column holds, beside cells that are empty."""

_TYPES: Final = frozenset({bool, int, str, date})
_FLAGS: Final = frozenset({"specialist_room", "accompanied"})
"""Columns of flags, also where nobody recorded one."""


def column_types(rows: Iterable[Mapping[str, Cell]]) -> dict[str, CellType]:
    """The type of each column of `to_rows`, or of another table of ours: `bool`, `int`, `str` or `date`.

    Polars takes it as it is: `pl.DataFrame(rows, schema=column_types(rows))`. A column in which nothing is recorded
    holds text, unless it is one of flags.

    >>> from datetime import date
    >>> from iapcore.measures.measure import Measure
    >>> from iapcore.measures.returns import RETURNS
    >>> from iapcore.tables.rows import to_rows
    >>> back = Measure(definition=RETURNS, on=date(2026, 11, 20), numerator=20, base=33)
    >>> types = column_types(to_rows(back, internal=True))
    >>> types["group"], types["on"], types["numerator"]
    (<class 'str'>, <class 'datetime.date'>, <class 'int'>)

    Raises `InvalidRecordError` where a column holds cells of two types, or of none of these.
    """
    held: dict[str, set[type]] = {}
    for row in rows:
        for column, cell in row.items():
            kinds = held.setdefault(column, set())
            if cell is not None:
                kinds.add(type(cell))
    remedy = "Give cells of one type in a column: true or false, whole numbers, text or dates."
    stop_if_any(
        [
            Problem(path=column, kind=ProblemKind.WRONG_TYPE, remedy=remedy)
            for column, kinds in held.items()
            if len(kinds) > 1 or kinds - _TYPES
        ]
    )
    return {
        column: cast("CellType", next(iter(kinds), bool if column in _FLAGS else str))
        for column, kinds in held.items()
    }
