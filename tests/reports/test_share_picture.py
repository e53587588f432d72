"""The share of the week in mainstream: two lines that can be told apart, and a table of the same numbers."""

import itertools
from datetime import date
from fractions import Fraction
from typing import Final
from xml.etree import ElementTree as ET

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.record.journey import Journey
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.reports.pictures import Picture, draw_share
from tests import stories
from tests.stories import BEGAN, ON

SVG: Final = "{http://www.w3.org/2000/svg}"
TOP, BOTTOM = 112, 312


def planned(*weeks: tuple[date, str], day: date = date(2026, 11, 6)) -> ReturnPlan:
    return ReturnPlan(
        day=day,
        weeks=tuple(
            PlannedWeek(starts=starts, back=tuple(PlannedLesson(slot=slot) for slot in stories.slots(back)))
            for starts, back in weeks
        ),
    )


PLAN: Final = planned(
    (date(2026, 11, 9), "Mon:1 Mon:2"), (date(2026, 11, 16), "Tue:1"), (date(2026, 12, 7), "Tue:2 Tue:3")
)


def drawn(journey: Journey, plan: ReturnPlan | None = None, on: date = ON) -> Picture:
    return draw_share(journey, plan=plan, on=on)


DRAWN: Final = drawn(stories.hybrid(), PLAN)


def lines(picture: Picture) -> list[tuple[str | None, list[tuple[int, int]]]]:
    """Each line of the chart that stands for a series: its dashes, and where it goes."""
    found = [one for one in ET.fromstring(picture.svg).iter(f"{SVG}polyline") if one.get("stroke-width")]
    return [
        (
            one.get("stroke-dasharray"),
            [(int(x), int(y)) for x, y in (place.split(",") for place in (one.get("points") or "").split())],
        )
        for one in found[2:]  # the first two are the key
    ]


def test_its_words_are_the_table() -> None:
    assert str(DRAWN).splitlines() == [
        "The share of the week in mainstream, seen on 20 November 2026",
        "week of            as it was           planned",
        "2 November 2026    0 of 25 (0 %)       0 of 25 (0 %)",
        "9 November 2026    2 of 25 (8 %)       2 of 25 (8 %)",
        "16 November 2026   5 of 25 (20 %)      3 of 25 (12 %)",
        "23 November 2026   -                   3 of 25 (12 %)",
        "30 November 2026   -                   3 of 25 (12 %)",
        "7 December 2026    -                   5 of 25 (20 %)",
    ]


def test_the_table_stands_in_the_picture_too() -> None:
    top = ET.fromstring(DRAWN.svg)
    shown = [one.text or "" for one in top.iter(f"{SVG}text")]
    cells = [cell for line in DRAWN.words.splitlines()[1:] for cell in line.split("  ") if cell.strip()]
    assert shown[-len(cells) :] == [cell.strip() for cell in cells]
    assert top.findtext(f"{SVG}desc") == DRAWN.words
    assert top.get("aria-label") == DRAWN.words.splitlines()[0]


def test_the_two_lines_differ_in_dash_and_mark() -> None:
    assert [dash for dash, _ in lines(DRAWN)] == ["5 4", None]
    top = ET.fromstring(DRAWN.svg)
    assert len(list(top.iter(f"{SVG}circle"))) == 3 + 1
    squares = [one for one in top.iter(f"{SVG}rect") if one.get("width") == one.get("height") == "16"]
    assert len(squares) == 6 + 1


def test_each_line_goes_where_its_numbers_are() -> None:
    (_, plan), (_, actual) = lines(DRAWN)
    assert [Fraction(BOTTOM - y, BOTTOM - TOP) for _, y in actual] == [0, Fraction(2, 25), Fraction(1, 5)]
    assert [Fraction(BOTTOM - y, BOTTOM - TOP) for _, y in plan][-1] == Fraction(1, 5)
    assert [x for x, _ in plan[:3]] == [x for x, _ in actual]
    assert len({later[0] - earlier[0] for earlier, later in itertools.pairwise(plan)} - {74, 75}) <= 1


def test_no_line_goes_on_beyond_the_plan_or_the_day() -> None:
    [(dash, actual)] = lines(drawn(stories.hybrid()))
    assert (dash, len(actual)) == (None, 3)
    assert "planned" in drawn(stories.hybrid()).words.splitlines()[1]
    assert all(line.endswith("-") for line in drawn(stories.hybrid()).words.splitlines()[2:])


def test_the_latest_recorded_plan_is_the_one_in_question() -> None:
    assert drawn(evolve(stories.hybrid(), plans=(PLAN,))) == DRAWN


def test_a_line_stops_where_nothing_is_known() -> None:
    journey = evolve(
        stories.hybrid(),
        timetables=(
            stories.week(BEGAN, stories.ALL_IN_BASE),
            stories.week(date(2026, 11, 9), "??BBB BBBBB BBBBB BBBBB BBBBB"),
            stories.week(date(2026, 11, 16), stories.FIVE_BACK),
        ),
    )
    picture = drawn(journey)
    assert picture.words.splitlines()[3] == "9 November 2026    not known           -"
    assert [len(places) for _, places in lines(picture)] == [1, 1]


def test_a_holiday_is_a_band() -> None:
    def bands(picture: Picture) -> int:
        return sum(one.get("height") == "200" for one in ET.fromstring(picture.svg).iter(f"{SVG}rect"))

    assert bands(drawn(stories.half_days())) == 1
    assert bands(DRAWN) == 0


def test_one_week_alone() -> None:
    picture = drawn(stories.hybrid(), on=date(2026, 11, 4))
    assert picture.words.splitlines()[2:] == ["2 November 2026    0 of 25 (0 %)       -"]
    assert lines(picture) == [(None, [(80, BOTTOM)])]


def test_many_weeks_have_narrow_marks_and_fewer_days() -> None:
    calendar = stories.hybrid().calendar
    assert calendar is not None
    last = calendar.weeks_after(ON)[18]
    picture = drawn(stories.hybrid(), planned((last, "Tue:1"), day=ON))
    top = ET.fromstring(picture.svg)
    assert [one for one in top.iter(f"{SVG}rect") if one.get("width") == one.get("height") == "9"]
    days = [one for one in top.iter(f"{SVG}text") if one.get("y") == str(BOTTOM + 22)]
    across = [int(one.get("x") or 0) for one in days]
    assert 4 <= len(days) < 12
    assert all(later - earlier >= 52 for earlier, later in itertools.pairwise(across))


@given(st.integers(0, 60), st.sampled_from(["hybrid", "back in full", "half-days"]))
def test_every_share_is_the_count_of_its_week(later: int, name: str) -> None:
    journey, _ = stories.STORIES[name]
    on = date.fromordinal(BEGAN.toordinal() + later)
    picture = drawn(journey, on=on)
    assert picture == drawn(journey, on=on)
    versions = sorted(journey.timetables or (), key=lambda one: one.starts)
    seen = [version for version in versions if version.starts <= on][-1]
    back = sum(lesson.where is not None and lesson.where.value == "mainstream" for lesson in seen.lessons)
    assert f"{back} of {len(seen.lessons)} (" in picture.words.splitlines()[-1]
