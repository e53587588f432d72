"""Values flattened to rows of plain columns.

Rules of the room: every row of a table has the same keys; every cell is an `int`, a `str`, a `date` or `None`;
an exact share stays as numerator and base. No library is needed to read it. Small numbers are hidden unless somebody
asks for them in so many words.
"""

from datetime import date
from typing import TypeAlias

from iapcore.measures.disclosure import THRESHOLD
from iapcore.measures.measure import Measure
from iapcore.measures.published import PublishedPart, publish_measure

__all__ = ["Cell", "to_rows"]

Cell: TypeAlias = int | str | date | None


def to_rows(measure: Measure, *, threshold: int = THRESHOLD, internal: bool = False) -> list[dict[str, Cell]]:
    """One row for the whole and one for each group, ready for any data frame.

    Columns: `measure`, `group` (`None` for the whole), `on`, `numerator`, `base`, `not_known`, one `excluded: …`
    column for each reason, and `hidden_below`. Counts below the threshold, and those from which they could be worked
    out, are hidden as `c`, so counts are texts: see `publish_measure`, and what it refuses.

    With `internal=True`, for those who know the pupils, counts are numbers, and none is hidden.

    >>> from datetime import date
    >>> from iapcore.measures.returns import RETURNS
    >>> back = Measure(definition=RETURNS, on=date(2026, 11, 20), numerator=20, base=33, excluded=(("open", 2),))
    >>> [(name, to_rows(back)[0][name]) for name in ("group", "numerator", "base", "excluded: other reasons")]
    [('group', None), ('numerator', '20'), ('base', '33'), ('excluded: other reasons', 'c')]
    >>> row = to_rows(back, internal=True)[0]
    >>> [(name, row[name]) for name in ("group", "numerator", "base", "not_known", "excluded: open")]
    [('group', None), ('numerator', 20), ('base', 33), ('not_known', 0), ('excluded: open', 2)]
    """
    if internal:
        parts: list[tuple[str | None, Measure]] = [(None, measure), *measure.groups]
        reasons = sorted({reason for _, part in parts for reason, _ in part.excluded})
        return [_row(group, part, reasons) for group, part in parts]
    published = publish_measure(measure, threshold=threshold)
    shown: list[tuple[str | None, PublishedPart]] = [(None, published.whole), *published.groups]
    return [_published_row(measure, group, part, threshold) for group, part in shown]


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


def _published_row(
    measure: Measure, group: str | None, part: PublishedPart, threshold: int
) -> dict[str, Cell]:
    row: dict[str, Cell] = {
        "measure": measure.definition.key,
        "group": group,
        "on": measure.on,
        "numerator": str(part.numerator),
        "base": str(part.base),
        "not_known": str(part.not_known),
    }
    left_out: dict[str, Cell] = {f"excluded: {reason}": str(cell) for reason, cell in part.excluded}
    return row | left_out | {"hidden_below": threshold}
