"""Published measures in the shape of the Department for Education's data files, with what describes their columns.

Rules of the room: only what is already published comes in, so no small number can come out. A cell of an indicator is a
number or a symbol and never blank. One file is about one place and one day: files about a school and about its
authority, side by side, could give away what each hides.

Source: Department for Education, *Analysts' guide* (August 2026), open data standards.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Final

from attrs import frozen

from iapcore.errors import Problem, ProblemKind
from iapcore.measures.published import PublishedMeasure, PublishedPart
from iapcore.tables.rows import Cell
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.identifiers import Laestab, Urn
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.symbols import Symbol
from iapcore.vocabulary.value import stop_if_any
from iapcore.vocabulary.wording import spelt

__all__ = ["META_COLUMNS", "GeographicLevel", "Geography", "OpenData", "to_open_data"]

META_COLUMNS: Final = (
    "col_name",
    "col_type",
    "label",
    "indicator_grouping",
    "indicator_unit",
    "indicator_dp",
    "filter_hint",
    "filter_grouping_column",
)
"""The columns of the file that describes a data file."""

_COUNTRY: Final = {"country_code": "E92000001", "country_name": "England"}
_TOTAL: Final = "Total"
_IN_FILE, _SHOWN = "6", "1"
"""Decimal places of a per cent: in the file, and where the platform shows it."""


class GeographicLevel(Enum):
    """How far a row reaches, in the words of data files."""

    NATIONAL = "National"
    REGIONAL = "Regional"
    LOCAL_AUTHORITY = "Local authority"
    SCHOOL = "School"


@frozen(kw_only=True, field_transformer=shaped)
class Geography:
    """The place in England that a file is about: all of it, a region, a local authority or one school.

    What is given says the level. An authority that was abolished may have no nine-digit `new_la_code`; `x` as a code
    with the name `Not available` stands for a place that is not known.

    >>> place = Geography(region_code="E12000007", region_name="London", la_name="Camden", old_la_code="202")
    >>> place.level.value
    'Local authority'

    Raises `InvalidRecordError` where a column that the level needs is missing.
    """

    region_code: str | None = None
    region_name: str | None = None
    old_la_code: str | None = None
    new_la_code: str | None = None
    la_name: str | None = None
    school_name: str | None = None
    school_urn: Urn | None = None
    school_laestab: Laestab | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(
            Problem(
                path=name,
                kind=ProblemKind.MISSING_KEY,
                remedy=f"A row of this place needs it: {self.level.value}.",
            )
            for name in _NEEDED[self.level]
            if not getattr(self, name)
        )

    @property
    def level(self) -> GeographicLevel:
        """The level: that of the smallest place of which something is given."""
        for level, names in _OWN.items():
            if any(getattr(self, name) is not None for name in names):
                return level
        return GeographicLevel.NATIONAL

    @property
    def columns(self) -> dict[str, Cell]:
        """The columns of the level and of what it lies in, in the order of data files."""
        given: dict[str, Cell] = {}
        for level in (*_OWN,)[::-1]:
            cells = {name: getattr(self, name) for name in _OWN[level]}
            if any(cell is not None for cell in cells.values()):
                given |= {name: _written(cell) for name, cell in cells.items()}
        return {"geographic_level": self.level.value, **_COUNTRY, **given}


def _written(cell: Urn | Laestab | str | None) -> str | None:
    return cell.format() if isinstance(cell, Urn | Laestab) else cell


_OWN: Final = {
    GeographicLevel.SCHOOL: ("school_name", "school_urn", "school_laestab"),
    GeographicLevel.LOCAL_AUTHORITY: ("old_la_code", "new_la_code", "la_name"),
    GeographicLevel.REGIONAL: ("region_code", "region_name"),
}
_OF_AUTHORITY: Final = ("region_code", "region_name", "old_la_code", "la_name")
_REMEDY: Final = (
    "A row about this place needs it; where it is not known, x as a code and Not available as a name."
)
_NEEDED: Final = {
    GeographicLevel.NATIONAL: (),
    GeographicLevel.REGIONAL: _OWN[GeographicLevel.REGIONAL],
    GeographicLevel.LOCAL_AUTHORITY: _OF_AUTHORITY,
    GeographicLevel.SCHOOL: (*_OF_AUTHORITY, *_OWN[GeographicLevel.SCHOOL]),
}


@frozen(kw_only=True, field_transformer=shaped)
class OpenData:
    """A data file and the file that describes it, as lines of cells; `rows` and `meta` give them with their names."""

    columns: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]
    described: tuple[tuple[str | None, ...], ...]

    @property
    def rows(self) -> list[dict[str, Cell]]:
        """The data file, row by row: one for the whole and one for each group."""
        return [dict(zip(self.columns, line, strict=True)) for line in self.lines]

    @property
    def meta(self) -> list[dict[str, str]]:
        """The file that describes it: a row for the filter and for each indicator."""
        return [
            {name: cell or "" for name, cell in zip(META_COLUMNS, line, strict=True)}
            for line in self.described
        ]


def to_open_data(
    measures: Sequence[PublishedMeasure],
    *,
    place: Geography,
    year: AcademicYear | None = None,
    group: str | None = None,
) -> OpenData:
    """Published measures as a data file: a row for the whole and for each group, indicators as columns.

    With `year` the rows are of an academic year, without it of the calendar year of the day on which the measures
    stood; that day stands in `as_at`. `group` names the column by which they are grouped, such as `year_group`. Each
    measure has columns for its numerator, its base, its per cent, each reason for which things are not counted, and
    what is not known. A per cent is exact to six places, rounded half up. Where a measure has no such group, it is `x`.

    Several measures about the same pupils can tell more together than each alone: see `publish_measure`.

    >>> from datetime import date
    >>> from iapcore.measures.measure import Measure
    >>> from iapcore.measures.published import publish_measure
    >>> from iapcore.measures.returns import RETURNS
    >>> back = publish_measure(Measure(definition=RETURNS, on=date(2026, 11, 20), numerator=20, base=33, not_known=2))
    >>> data = to_open_data([back], place=Geography(), year=AcademicYear(2026))
    >>> [(name, data.rows[0][name]) for name in ("time_period", "time_identifier", "geographic_level")]
    [('time_period', '202627'), ('time_identifier', 'Academic year'), ('geographic_level', 'National')]
    >>> [(name, data.rows[0][name]) for name in ("returns_percent", "returns_not_known")]
    [('returns_percent', '60.606061'), ('returns_not_known', 'c')]
    >>> data.meta[2]["col_name"], data.meta[2]["indicator_unit"], data.meta[2]["indicator_dp"]
    ('returns_percent', '%', '1')

    Raises `InvalidRecordError` for measures that are not published, a measure twice, days that differ, groups without a
    name of their column or the other way round, and labels that a data file cannot tell from the total.
    """
    stop_if_any(_problems(measures, group))
    labels = sorted({label for one in measures for label, _ in one.groups})
    on = measures[0].on
    shared: dict[str, Cell] = {
        "time_period": year.code if year else f"{on.year:04}",
        "time_identifier": "Academic year" if year else "Reporting year",
        **place.columns,
        "as_at": on.isoformat(),
    }
    rows = [shared | _row(measures, group, label) for label in (None, *labels)]
    described = tuple(_described(measures, group if labels else None))
    return OpenData(
        columns=tuple(rows[0]), lines=tuple(tuple(row.values()) for row in rows), described=described
    )


_SHARED: Final = {"time_period", "time_identifier", "geographic_level", *_COUNTRY, "as_at"}.union(
    *_OWN.values()
)
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


def _problems(measures: Sequence[object], group: str | None) -> Iterator[Problem]:
    published = [one for one in measures if isinstance(one, PublishedMeasure)]
    for position, one in enumerate(measures):
        if not isinstance(one, PublishedMeasure):
            remedy = "Hide its small numbers first: publish_measure."
            yield Problem(path=f"measures[{position}]", kind=ProblemKind.WRONG_TYPE, remedy=remedy)
    if not measures:
        yield Problem(path="measures", kind=ProblemKind.MISSING_KEY, remedy="Give at least one measure.")
    if len({one.definition.key for one in published}) < len(published):
        remedy = "Give each measure once; those of several follow-up points go into files of their own."
        yield Problem(path="measures", kind=ProblemKind.DUPLICATE, remedy=remedy)
    if len({one.on for one in published}) > 1:
        remedy = "Count all measures on one day, which a reader takes them to be of."
        yield Problem(path="measures", kind=ProblemKind.CONTRADICTION, remedy=remedy)
    taken = {name for one in published for name, _ in _columns(one)} | _SHARED
    yield from _problems_of_groups([label for one in published for label, _ in one.groups], group, taken)


def _problems_of_groups(labels: list[str], group: str | None, taken: set[str]) -> Iterator[Problem]:
    if bool(labels) is (group is None):
        remedy = "Name the column by which the measures are grouped, or leave it out where none is."
        yield Problem(path="group", kind=ProblemKind.CONTRADICTION, remedy=remedy)
    elif group is not None and (group in taken or not _NAME.fullmatch(group)):
        remedy = "Write a column of its own in small letters, digits and underscores, as year_group."
        yield Problem(path="group", kind=ProblemKind.MALFORMED, remedy=remedy)
    if any(label != label.strip() or label.casefold() in ("", "total", "all") for label in labels):
        remedy = "Give each group a label that is no total, not empty and without blanks around it."
        yield Problem(path="measures", kind=ProblemKind.MALFORMED, remedy=remedy)


def _row(measures: Sequence[PublishedMeasure], group: str | None, label: str | None) -> dict[str, Cell]:
    row: dict[str, Cell] = {} if group is None else {group: label or _TOTAL}
    for one in measures:
        part = one.whole if label is None else dict(one.groups).get(label)
        names = [name for name, _ in _columns(one)]
        cells = _cells(part) if part else [Symbol.NOT_AVAILABLE.value] * len(names)
        row |= zip(names, cells, strict=True)
    return row


def _cells(part: PublishedPart) -> list[str]:
    share = part.percent(int(_IN_FILE))
    return [
        str(part.numerator),
        str(part.base),
        share.value if isinstance(share, Symbol) else str(share),
        *(str(cell) for _, cell in part.excluded),
        str(part.not_known),
    ]


def _columns(measure: PublishedMeasure) -> Iterator[tuple[str, str]]:
    """The columns of a measure, each with a label that no other has."""
    definition = measure.definition
    key, title = _snake(definition.key), _title(definition.key)
    yield f"{key}_count", f"{title}: {definition.numerator}"
    yield f"{key}_base", f"{title}, of: {definition.base}"
    yield f"{key}_percent", f"{title}: per cent"
    for reason, _ in measure.whole.excluded:
        yield f"{key}_left_out_{_snake(reason)}", f"{title}, left out: {reason}"
    yield f"{key}_not_known", f"{title}, not known"


def _title(key: str) -> str:
    return spelt(_snake(key)).capitalize()


def _snake(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")


def _described(measures: Sequence[PublishedMeasure], group: str | None) -> Iterator[tuple[str | None, ...]]:
    if group is not None:
        words = spelt(group)
        yield group, "Filter", words.capitalize(), None, None, None, f"Filter by {words}", None
    for one in measures:
        for name, label in _columns(one):
            unit, places = ("%", _SHOWN) if name.endswith("_percent") else (None, "0")
            yield name, "Indicator", label, _title(one.definition.key), unit, places, None, None
