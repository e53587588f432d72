"""Values flattened to rows of plain columns.

Rules of the room: every row of a table has the same keys; every cell is an `int`, a `str`, a `date` or `None`;
an exact share stays as numerator and base. No library is needed to read it.
"""

from datetime import date
from typing import TypeAlias

from iapcore.measures.measure import Measure

__all__ = ["Cell", "to_rows"]

Cell: TypeAlias = int | str | date | None


def to_rows(measure: Measure) -> list[dict[str, Cell]]:
    """One row for the whole and one for each group, ready for any data frame.

    Columns: `measure`, `group` (`None` for the whole), `on`, `numerator`, `base`, `not_known`, and one
    `excluded: …` column for each reason that occurs. Small numbers are **not** hidden here.

    >>> from datetime import date
    >>> from iapcore.measures.returns import RETURNS
    >>> rows = to_rows(Measure(definition=RETURNS, on=date(2026, 11, 20), numerator=2, base=3, excluded=(("open", 1),)))
    >>> [(name, rows[0][name]) for name in ("group", "numerator", "base", "not_known", "excluded: open")]
    [('group', None), ('numerator', 2), ('base', 3), ('not_known', 0), ('excluded: open', 1)]
    """
    parts: list[tuple[str | None, Measure]] = [(None, measure), *measure.groups]
    reasons = sorted({reason for _, part in parts for reason, _ in part.excluded})
    return [_row(group, part, reasons) for group, part in parts]


def _row(group: str | None, part: Measure, reasons: list[str]) -> dict[str, Cell]:
    counts = dict(part.excluded)
    row: dict[str, Cell] = {
        "measure": part.definition.key,
        "group": group,
        "on": part.on,
        "numerator": part.numerator,
        "base": part.base,
        "not_known": part.not_known,
    }
    return row | {f"excluded: {reason}": counts.get(reason, 0) for reason in reasons}
