"""Small numbers hidden before a table leaves the team, and enough others that they cannot be worked out.

Rules of the room: a count below the threshold is hidden, nought among them: that nobody of a group did something, or
that all of them did, tells of each of them. Then others are hidden until no hidden count has only one possible value
(`inference`). Nothing is blurred or made up: a count is shown as it is, or a symbol stands in its place. The hidden
numbers are not in the result at all.

Sources: Office for National Statistics, *Output checking guidance* (2023), on counts below ten; Department for
Education, *Analysts' guide* (August 2026), on symbols and on rounding half up. No source gives one threshold for all.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.guidance.library import ANALYSTS_GUIDE
from iapcore.guidance.thresholds import LEAST_SHOWN
from iapcore.measures.inference import Count, Knot, cover
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.symbols import Symbol
from iapcore.vocabulary.value import Word, stop_if_any

__all__ = [
    "CITES",
    "THRESHOLD",
    "PublishedCell",
    "PublishedRow",
    "PublishedTable",
    "Suppression",
    "Table",
    "publish_table",
]

THRESHOLD: Final = LEAST_SHOWN.value.versions[-1][1]
"""Counts below this are hidden, unless the caller says otherwise."""

CITES: Final = (*LEAST_SHOWN.cites, ANALYSTS_GUIDE.at("symbols and rounding in data files"))
"""What hiding and symbols rest on."""

TOTAL: Final = "total"


class Suppression(Word):
    """Why a count is hidden: small itself, or to keep a small one from being worked out.

    >>> Suppression("complementary").name
    'COMPLEMENTARY'
    """

    PRIMARY = "primary"
    COMPLEMENTARY = "complementary"


@frozen(kw_only=True, field_transformer=shaped)
class Table:
    """Counts in rows and columns, as they are: **internal**. Totals are worked out, so they always add up.

    With one row it is a table in one way, with more in two, and columns have totals too. `None` stands where there can
    be nothing to count.

    >>> stays = Table(columns=("returned", "other"), rows=(("7", (11, 14)), ("8", (2, 31))))
    >>> stays.total
    58

    Raises `InvalidRecordError` for an empty table, rows of another length, a name twice or a negative count.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        names = {"columns": self.columns, "rows": tuple(label for label, _ in self.rows)}
        for path, given in names.items():
            if not given or len(set(given)) < len(given):
                remedy = "Give at least one, and each name once."
                yield Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)
        for position, (_, counts) in enumerate(self.rows):
            if len(counts) != len(self.columns):
                remedy = "Give one count for each column, or None where there can be nothing to count."
                yield Problem(path=f"rows[{position}]", kind=ProblemKind.MALFORMED, remedy=remedy)
            if any(count is not None and count < 0 for count in counts):
                remedy = "Give counts that are not negative."
                yield Problem(path=f"rows[{position}]", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy)

    @property
    def total(self) -> int | None:
        """All counts together; `None` where there is nothing to count."""
        return _sum(count for _, counts in self.rows for count in counts)


@frozen(field_transformer=shaped)
class PublishedCell:
    """A count as it is shown, or the symbol in its place; `why` it is hidden is for those who publish, not to be shown.

    >>> print(PublishedCell(41), PublishedCell(Symbol.CONFIDENTIAL, Suppression.PRIMARY))
    41 c
    """

    value: int | Symbol
    why: Suppression | None = None

    def __str__(self) -> str:
        return self.value.value if isinstance(self.value, Symbol) else str(self.value)


@frozen(field_transformer=shaped)
class PublishedRow:
    """A row as it is shown: its label, its cells and its total."""

    label: str
    cells: tuple[PublishedCell, ...]
    total: PublishedCell


@frozen(kw_only=True, field_transformer=shaped)
class PublishedTable:
    """A table as it may be shown. `totals` are those of the columns, where there is more than one row."""

    columns: tuple[str, ...]
    rows: tuple[PublishedRow, ...]
    totals: PublishedRow | None
    threshold: int

    @property
    def hidden(self) -> tuple[tuple[str, str, Suppression], ...]:
        """Row, column and reason of everything that is hidden: for those who publish, not to be shown.

        >>> stays = Table(columns=("returned", "other"), rows=(("7", (11, 14)), ("8", (2, 31))))
        >>> [(row, column, why.name) for row, column, why in publish_table(stays).hidden if row == "8"]
        [('8', 'returned', 'PRIMARY'), ('8', 'other', 'COMPLEMENTARY')]
        """
        return tuple(
            (row.label, column, cell.why)
            for row in (*self.rows, *filter(None, [self.totals]))
            for column, cell in zip((*self.columns, TOTAL), (*row.cells, row.total), strict=True)
            if cell.why is not None
        )

    def __str__(self) -> str:
        rows = (*self.rows, *filter(None, [self.totals]))
        lines = [(row.label, *map(str, row.cells), str(row.total)) for row in rows]
        return "\n".join(" | ".join(line) for line in [("", *self.columns, TOTAL), *lines])


def publish_table(table: Table, *, threshold: int = THRESHOLD) -> PublishedTable:
    """The table with every count below the threshold hidden, and enough others that none can be worked out.

    Whoever knows the totals, that they add up and that no count is negative, finds at least two values for each hidden
    count. Two tables about the same pupils, shown to the same reader, can still tell more together than each alone.

    >>> print(publish_table(Table(columns=("returned", "other"), rows=(("7", (11, 14)), ("8", (2, 31))))))
     | returned | other | total
    7 | c | c | 25
    8 | c | c | 33
    total | 13 | 45 | 58

    Raises `InvalidRecordError` for a threshold below 2, which would hide nothing, or noughts alone.
    """
    if threshold <= 1:
        remedy = "Give a whole number from 2 on; a Measure or a Table shows its counts as they are."
        raise InvalidRecordError(Problem(path="threshold", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
    lines = _with_totals(table)
    places = [
        (row, column)
        for row, line in enumerate(lines)
        for column, value in enumerate(line)
        if value is not None
    ]
    in_all = table.total or 0
    counts = [_link(table, lines, in_all, *place) for place in places]
    small = frozenset(position for position, one in enumerate(counts) if one.value < threshold)
    hidden = {places[position]: position in small for position in cover(counts, small)}
    labels = (*(label for label, _ in table.rows), TOTAL)
    shown: list[PublishedRow] = []
    for row, line in enumerate(lines):
        *cells, total = (_cell(value, hidden.get((row, column))) for column, value in enumerate(line))
        shown.append(PublishedRow(labels[row], tuple(cells), total))
    return PublishedTable(
        columns=table.columns,
        rows=tuple(shown[: len(table.rows)]),
        totals=shown[-1] if len(table.rows) < len(lines) else None,
        threshold=threshold,
    )


def _with_totals(table: Table) -> list[tuple[int | None, ...]]:
    """Each row with its total at the end, and below them the totals of the columns where there are several rows."""
    lines = [(*counts, _sum(counts)) for _, counts in table.rows]
    return [*lines, tuple(map(_sum, zip(*lines, strict=True)))] if len(lines) > 1 else lines


def _sum(counts: Iterable[int | None]) -> int | None:
    given = [count for count in counts if count is not None]
    return sum(given) if given else None


def _link(table: Table, lines: list[tuple[int | None, ...]], total: int, row: int, column: int) -> Count:
    """A count as a link between its row and its column: a total runs the other way, the total of totals as a count.

    In one way the counts need not add up by column, so all of them share one. Totals are hidden last.
    """
    value = lines[row][column] or 0
    across: Knot = ("row", row)
    down: Knot = ("column", column if len(lines) > 1 else 0)
    is_row, is_column = row < len(table.rows), column < len(table.columns)
    tail, head = (across, down) if is_row == is_column else (down, across)
    return Count(tail=tail, head=head, value=value, cost=value if is_row and is_column else value + total)


def _cell(value: int | None, small: bool | None) -> PublishedCell:  # noqa: FBT001
    if value is None:
        return PublishedCell(Symbol.NOT_APPLICABLE)
    if small is None:
        return PublishedCell(value)
    return PublishedCell(Symbol.CONFIDENTIAL, Suppression.PRIMARY if small else Suppression.COMPLEMENTARY)
