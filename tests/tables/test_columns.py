"""Columns have one type each, and what is not recorded keeps that of its column."""

from datetime import date, datetime
from typing import Any

import pytest

import iapcore as iap
from iapcore.samples import cohort
from iapcore.tables.columns import column_types
from iapcore.tables.effects import effect_to_rows
from iapcore.tables.rules import rules_to_rows
from iapcore.tables.weeks import timetable_to_rows

JOURNEYS = list(cohort(30, missing=0))
POLICY, DAY = iap.profile("half-term"), date(2026, 11, 20)
BACK = iap.count_returns(JOURNEYS, policy=POLICY, on=DAY, by=lambda one: one.pupil.year_group)
EFFECT = iap.count_before_and_after(JOURNEYS, area=iap.Area.INCIDENTS, policy=POLICY, on=DAY)
WEEK = next(one.timetables[0] for one in JOURNEYS if one.timetables)
PUBLISHED = iap.to_open_data([iap.publish_measure(BACK)], place=iap.Geography(), group="year_group")
TABLES: list[Any] = [
    pytest.param(iap.to_rows(BACK), id="published"),
    pytest.param(iap.to_rows(BACK, internal=True), id="internal"),
    pytest.param(effect_to_rows(EFFECT), id="effect"),
    pytest.param(effect_to_rows(EFFECT, internal=True), id="effect, internal"),
    pytest.param(timetable_to_rows(WEEK), id="week"),
    pytest.param(PUBLISHED.rows, id="open data"),
    pytest.param(PUBLISHED.meta, id="open data, described"),
    pytest.param(rules_to_rows(), id="rules"),
]


@pytest.mark.parametrize("rows", TABLES)
def test_every_table_of_ours_has_typed_columns(rows: list[dict[str, Any]]) -> None:
    types = column_types(rows)
    assert list(types) == list(rows[0])
    for row in rows:
        assert {
            type(cell) for name, cell in row.items() if cell is not None and type(cell) is not types[name]
        } == set()


def test_counts_are_numbers_for_those_who_know_the_pupils_and_text_for_others() -> None:
    internal, published = column_types(iap.to_rows(BACK, internal=True)), column_types(iap.to_rows(BACK))
    assert (internal["numerator"], internal["on"], internal["group"]) == (int, date, str)
    assert (published["numerator"], published["hidden_below"]) == (str, int)


def test_where_nothing_is_recorded_flags_stay_flags_and_the_rest_is_text() -> None:
    bare = iap.Timetable(starts=DAY, lessons=(iap.Lesson(slot=iap.Slot.parse("Mon:1")),))
    types = column_types(timetable_to_rows(bare))
    assert types["specialist_room"] is types["accompanied"] is bool
    assert types["teacher"] is types["room"] is str
    assert timetable_to_rows(bare)[0]["accompanied"] is None


def test_no_rows_have_no_columns() -> None:
    assert column_types([]) == {}


@pytest.mark.parametrize("cells", [(1, "kept secret"), (True, 2), (1.5,), (datetime(2026, 11, 20),)])  # noqa: DTZ001
def test_a_column_of_two_types_or_of_another_is_told(cells: tuple[Any, ...]) -> None:
    with pytest.raises(iap.InvalidRecordError) as refused:
        column_types([{"share": cell, "on": DAY} for cell in cells])
    [problem] = refused.value.problems
    assert (problem.path, problem.kind) == ("share", iap.ProblemKind.WRONG_TYPE)
    assert "secret" not in str(refused.value)
