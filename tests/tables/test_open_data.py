"""A data file in the Department's shape, held against the rules of the Analysts' guide as read a second time here.

`complaints` is written from the guide alone and knows nothing of how the file is made.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.guidance.profiles import profile
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, by_purpose, count
from iapcore.measures.lasting import RELAPSES, SUSTAINED, TO_COME
from iapcore.measures.measure import Definition, Measure
from iapcore.measures.published import publish_measure
from iapcore.measures.returns import ANSWERED, FOLLOWED, PURPOSE_CHANGES, RETURNS, count_answered
from iapcore.samples import cohort
from iapcore.tables.open_data import META_COLUMNS, Geography, OpenData, to_open_data
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.identifiers import Laestab, Urn
from tests.stories import ON

DEFINITIONS: Final = (RETURNS, ANSWERED, PURPOSE_CHANGES, *FOLLOWED.values(), SUSTAINED, RELAPSES)
CAMDEN: Final = Geography(
    region_code="E12000007",
    region_name="London",
    la_name="Camden",
    old_la_code="202",
    new_la_code="E09000007",
)
SCHOOL: Final = evolve(
    CAMDEN, school_name="Elmsworth (made up)", school_urn=Urn("123456"), school_laestab=Laestab("2024999")
)
PLACES: Final = (Geography(), Geography(region_code="E12000007", region_name="London"), CAMDEN, SCHOOL)

TIME_AND_PLACE: Final = {
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
    "school_name",
    "school_urn",
    "school_laestab",
}
BY_LEVEL: Final = {
    "National": set[str](),
    "Regional": {"region_code", "region_name"},
    "Local authority": {"region_code", "region_name", "old_la_code", "new_la_code", "la_name"},
    "School": {"old_la_code", "new_la_code", "la_name", "school_name", "school_urn", "school_laestab"},
}
DIGITS: Final = {"Academic year": 6, "Reporting year": 4}
SYMBOLS: Final = {"z", "x", "c", "low", "u"}
GEOGRAPHY_IN_DISGUISE: Final = re.compile(
    r"(country|sch|prov|inst|estab|reg|la|local|mat).*(name|code|urn|number|id)"
)


Rows = Sequence[Mapping[str, Any]]
Meta = Sequence[Mapping[str, str]]


def complaints(rows: Rows, meta: Meta) -> list[str]:
    """What the guide, its screening rules and its limits of length would object to."""
    return [
        *of_columns(rows, meta),
        *of_filters(rows, meta),
        *of_indicators(rows, meta),
        *of_rows(rows, meta),
    ]


def of_columns(rows: Rows, meta: Meta) -> Iterator[str]:
    columns, described = list(rows[0]), {one["col_name"] for one in meta}
    if any(not re.fullmatch("[a-z][a-z0-9_]{0,49}", name) for name in columns):
        yield "a column is not in snake case, or longer than fifty"
    if any(one["col_type"] not in ("Filter", "Indicator") for one in meta):
        yield "a column is neither a filter nor an indicator"
    if not described <= set(columns) - TIME_AND_PLACE:
        yield "described is what is not in the file"
    if len({one["label"] for one in meta}) < len(meta) or any(
        not 1 <= len(one["label"]) <= 100 for one in meta
    ):
        yield "a label is there twice, empty or longer than a hundred"
    for name in set(columns) - TIME_AND_PLACE - described:
        if len({row[name] for row in rows}) > 1:
            yield f"{name} is not described"


def of_filters(rows: Rows, meta: Meta) -> Iterator[str]:
    for one in meta:
        name = one["col_name"]
        if one["col_type"] != "Filter":
            continue
        values = [row[name] for row in rows]
        if (
            "Total" not in values
            or len(set(values)) < 2
            or any(each != each.strip() or not each for each in values)
        ):
            yield f"the filter {name} has no total, one value, or blanks"
        if one["indicator_unit"] or one["indicator_dp"] or one["indicator_grouping"]:
            yield f"the filter {name} is described as an indicator"
        if GEOGRAPHY_IN_DISGUISE.fullmatch(name):
            yield f"the filter {name} looks like a place"


def of_indicators(rows: Rows, meta: Meta) -> Iterator[str]:
    for one in meta:
        name = one["col_name"]
        if one["col_type"] != "Indicator":
            continue
        if one["indicator_unit"] not in ("", "%") or not one["indicator_dp"].isdigit() or one["filter_hint"]:
            yield f"the indicator {name} is badly described"
        if any(not (row[name] in SYMBOLS or re.fullmatch(r"\d+(\.\d+)?", row[name])) for row in rows):
            yield f"{name} has a cell that is neither a number nor a symbol"


def of_rows(rows: Rows, meta: Meta) -> Iterator[str]:
    filters = [one["col_name"] for one in meta if one["col_type"] == "Filter"]
    for row in rows:
        if not re.fullmatch(rf"\d{{{DIGITS[row['time_identifier']]}}}", row["time_period"]):
            yield "the time period has the wrong length"
        if (row["country_code"], row["country_name"]) != ("E92000001", "England"):
            yield "the country is missing"
        if any(not row.get(name) for name in BY_LEVEL[row["geographic_level"]]):
            yield "a column of the level is missing"
    keys = [tuple(row[name] for name in filters) for row in rows]
    if len(set(keys)) < len(keys):
        yield "two rows are about the same"


def measured(definition: Definition, placed: list[tuple[str, object]]) -> Measure:
    return count(definition, placed, on=ON, grouped=True)


PLACED: Final = st.lists(
    st.tuples(
        st.sampled_from([HIT, BASE, NOT_KNOWN, "open", "in a further stay", "not begun"]),
        st.sampled_from(["a", "b", None]),
    ),
    min_size=1,
    max_size=60,
)


@given(
    st.lists(st.sampled_from(DEFINITIONS), min_size=1, max_size=3, unique_by=lambda one: one.key),
    st.lists(PLACED, min_size=3, max_size=3),
    st.sampled_from(PLACES),
    st.sampled_from([None, AcademicYear(2026)]),
    st.integers(2, 12),
)
def test_the_guide_has_nothing_to_object_to(
    definitions: list[Definition],
    placed: list[list[tuple[str, object]]],
    place: Geography,
    year: AcademicYear | None,
    threshold: int,
) -> None:
    measures = [
        publish_measure(measured(definition, one), threshold=threshold)
        for definition, one in zip(definitions, placed, strict=False)
    ]
    data = to_open_data(measures, place=place, year=year, group="sort_of_pupil")
    assert complaints(data.rows, data.meta) == []
    for row in data.rows:
        for name, cell in row.items():
            if name.endswith(("_count", "_base", "_not_known")) or "_left_out_" in name:
                assert isinstance(cell, str)
                assert cell in SYMBOLS or int(cell) >= threshold


def test_the_second_reading_objects() -> None:
    """Each fault is put into a good file."""
    good = to_open_data(
        [publish_measure(measured(RETURNS, [(HIT, "a")] * 30 + [(BASE, "a")] * 20))],
        place=CAMDEN,
        group="sort",
    )
    for name, cell in {
        "time_period": "2026/27",
        "country_code": "",
        "la_name": None,
        "returns_count": "",
        "returns_percent": "~",
        "sort": "",
    }.items():
        assert complaints([row | {name: cell} for row in good.rows], good.meta), name
    for name, text in {"label": "", "indicator_dp": "", "col_type": "Time"}.items():
        assert complaints(good.rows, [one | {name: text} for one in good.meta]), name
    assert complaints(good.rows[:1], good.meta)
    assert complaints(good.rows * 2, good.meta)
    assert complaints([row | {"extra": str(place)} for place, row in enumerate(good.rows)], good.meta)


def one(numerator: int, base: int, definition: Definition = RETURNS, **more: Any) -> Measure:
    return Measure(definition=definition, on=ON, numerator=numerator, base=base, **more)


def data(*measures: Measure, **more: Any) -> OpenData:
    return to_open_data([publish_measure(each) for each in measures], **({"place": Geography()} | more))


def test_a_file_in_full() -> None:
    groups = (("7", one(11, 25)), ("8", one(16, 33, excluded=(("open", 12),))))
    back = one(27, 58, excluded=(("open", 12),), groups=groups)
    file = data(back, place=SCHOOL, year=AcademicYear(2026), group="year_group")
    assert file.rows[0] == {
        "time_period": "202627",
        "time_identifier": "Academic year",
        "geographic_level": "School",
        "country_code": "E92000001",
        "country_name": "England",
        "region_code": "E12000007",
        "region_name": "London",
        "old_la_code": "202",
        "new_la_code": "E09000007",
        "la_name": "Camden",
        "school_name": "Elmsworth (made up)",
        "school_urn": "123456",
        "school_laestab": "2024999",
        "as_at": "2026-11-20",
        "year_group": "Total",
        "returns_count": "27",
        "returns_base": "58",
        "returns_percent": "46.551724",
        "returns_left_out_open": "12",
        "returns_left_out_other_reasons": "c",
        "returns_not_known": "c",
    }
    assert [(row["year_group"], row["returns_count"], row["returns_left_out_open"]) for row in file.rows] == [
        ("Total", "27", "12"),
        ("7", "11", "c"),
        ("8", "16", "c"),
    ]
    assert [tuple(one.values()) for one in file.meta] == [
        ("year_group", "Filter", "Year group", "", "", "", "Filter by year group", ""),
        (
            "returns_count",
            "Indicator",
            "Returns: stays that ended with all lessons back in mainstream",
            "Returns",
            "",
            "0",
            "",
            "",
        ),
        ("returns_base", "Indicator", "Returns, of: ended", "Returns", "", "0", "", ""),
        ("returns_percent", "Indicator", "Returns: per cent", "Returns", "%", "1", "", ""),
        ("returns_left_out_open", "Indicator", "Returns, left out: open", "Returns", "", "0", "", ""),
        (
            "returns_left_out_other_reasons",
            "Indicator",
            "Returns, left out: other reasons",
            "Returns",
            "",
            "0",
            "",
            "",
        ),
        ("returns_not_known", "Indicator", "Returns, not known", "Returns", "", "0", "", ""),
    ]
    assert tuple(file.meta[0]) == META_COLUMNS


def test_without_a_group_there_is_one_row_and_no_filter() -> None:
    file = data(one(27, 58))
    [row] = file.rows
    assert (row["time_period"], row["time_identifier"]) == ("2026", "Reporting year")
    assert {one["col_type"] for one in file.meta} == {"Indicator"}
    assert complaints(file.rows, file.meta) == []


def test_a_measure_without_the_group_is_not_available_there() -> None:
    grouped = one(27, 58, groups=(("7", one(27, 58)),))
    file = data(grouped, one(30, 60, ANSWERED), group="year_group")
    assert [
        (row["answered_count"], row["answered_base"], row["answered_not_known"]) for row in file.rows
    ] == [
        ("30", "60", "c"),
        ("x", "x", "x"),
    ]


@given(st.integers(10, 400), st.integers(10, 400))
def test_a_per_cent_is_exact_to_six_places_and_rounded_half_up(numerator: int, rest: int) -> None:
    share = Fraction(numerator, numerator + rest)
    exact = Decimal(100 * share.numerator) / Decimal(
        share.denominator
    )  # 28 digits, and a denominator below 801
    [row] = data(one(numerator, numerator + rest)).rows
    assert row["returns_percent"] == str(exact.quantize(Decimal("0.000001"), ROUND_HALF_UP))


def test_a_share_that_rounds_to_nought_is_low() -> None:
    [row] = data(one(10, 10**10)).rows
    assert row["returns_percent"] == "low"


@pytest.mark.parametrize("definition", [SUSTAINED, RELAPSES], ids=lambda one: one.key)
def test_the_longest_name_of_ours_is_short_enough(definition: Definition) -> None:
    file = data(one(27, 58, definition, excluded=((TO_COME, 12),)))
    assert complaints(file.rows, file.meta) == []
    assert any("left_out_follow_up_point_to_come" in name for name in file.columns)


def test_of_a_cohort() -> None:
    answered = count_answered(cohort(90, missing=0), policy=profile("half-term"), on=ON, by=by_purpose)
    file = data(answered, group="purpose", year=AcademicYear(2026), place=CAMDEN)
    assert complaints(file.rows, file.meta) == []
    assert file.rows[0]["answered_base"] == str(answered.base)


EARLIER: Final = publish_measure(evolve(one(9, 9, ANSWERED), on=date(2026, 11, 13)))


@pytest.mark.parametrize(
    ("measures", "group", "path"),
    [
        ([], None, "measures"),
        ([one(27, 58)], None, "measures[0]"),
        ([publish_measure(one(27, 58)), publish_measure(one(30, 58))], None, "measures"),
        ([publish_measure(one(27, 58)), EARLIER], None, "measures"),
        ([publish_measure(one(27, 58))], "year_group", "group"),
        ([publish_measure(one(27, 58, groups=(("7", one(27, 58)),)))], None, "group"),
        ([publish_measure(one(27, 58, groups=(("7", one(27, 58)),)))], "Year group", "group"),
        ([publish_measure(one(27, 58, groups=(("7", one(27, 58)),)))], "la_name", "group"),
        ([publish_measure(one(27, 58, groups=(("7", one(27, 58)),)))], "returns_count", "group"),
        ([publish_measure(one(27, 58, groups=(("total", one(27, 58)),)))], "year_group", "measures"),
        ([publish_measure(one(27, 58, groups=((" 7", one(27, 58)),)))], "year_group", "measures"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_data_file_is_told(measures: list[Any], group: str | None, path: str) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        to_open_data(measures, place=Geography(), group=group)
    assert path in [problem.path for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"region_name": "London"}, ["region_code"]),
        ({"la_name": "Camden"}, ["region_code", "region_name", "old_la_code"]),
        (
            {
                "school_urn": Urn("123456"),
                "la_name": "Camden",
                "region_code": "E12000007",
                "region_name": "London",
            },
            ["old_la_code", "school_name", "school_laestab"],
        ),
    ],
)
def test_a_place_needs_the_columns_of_its_level(given: dict[str, Any], missing: list[str]) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        Geography(**given)
    assert [problem.path for problem in refused.value.problems] == missing


def test_an_abolished_authority_may_have_no_new_code() -> None:
    place = evolve(CAMDEN, new_la_code=None)
    assert place.columns["new_la_code"] is None
