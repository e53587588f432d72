"""The week: slots, lessons, the pupil's colours, and the way back.

Expected (case study two): every pupil rates the timetable green, amber or red and returns first to the green
lessons; how many lessons are back is how pupils see their success.
"""

import json
import pickle
from collections import Counter
from datetime import UTC, date, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.timetable import (
    Blank,
    Lesson,
    PeriodTime,
    Rating,
    Slot,
    Timetable,
    TrafficLights,
    Weekday,
    coloured_week,
    latest_ratings,
    timetable_on,
)
from iapcore.strategies import records
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where

MONDAY = date(2026, 11, 2)
PERIODS = [str(number) for number in range(1, 13)]


def lesson(slot: str, where: Where | None = None, subject: str | None = None) -> Lesson:
    return Lesson(slot=Slot.parse(slot), where=where, subject=subject)


def week(*lessons: Lesson, starts: date = MONDAY) -> Timetable:
    return Timetable(starts=starts, lessons=lessons)


# Slots


@given(st.from_type(Slot))
def test_a_slot_parses_as_it_is_formatted(slot: Slot) -> None:
    assert Slot.parse(slot.format()) == slot
    again = pickle.loads(pickle.dumps(slot))
    assert (again, hash(again), again.order) == (slot, hash(slot), slot.order)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mon",
        "Mon:",
        "Mon:0",
        "Mon:13",
        "Mon:01",
        "mon:1",
        "Sat:1",
        "3Mon:1",
        "0Mon:1",
        "Mon:1\n",
        "Mon:PM",
    ],
)
def test_any_other_text_is_no_slot(text: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Slot.parse(text)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("", ProblemKind.MALFORMED)


@pytest.mark.parametrize(("period", "week_"), [("13", None), ("1", 0), ("1", 3), ("noon", None), ("1", -1)])
def test_what_has_no_notation_is_no_slot(period: str, week_: int | None) -> None:
    """Otherwise two slots could be written alike."""
    with pytest.raises(InvalidRecordError):
        Slot(Weekday.MONDAY, period, week_)


def test_slots_run_as_the_week_runs() -> None:
    """Periods by number and not by letter, mornings first, then the second week."""
    texts = [
        f"{week_}{weekday.value}:{period}"
        for week_ in ("1", "2")
        for weekday in Weekday
        for period in ("am", *PERIODS, "pm")
    ]
    assert sorted(sorted(texts), key=lambda text: Slot.parse(text).order) == texts
    orders = [Slot.parse(text).order for text in texts]
    assert len(set(orders)) == len(orders)


def test_weekdays_count_as_dates_do() -> None:
    for offset, weekday in enumerate(Weekday):
        assert weekday.position == offset == (MONDAY + timedelta(days=offset)).weekday()
        assert (MONDAY + timedelta(days=offset)).strftime("%a") == weekday.value


# The grid of colours


def test_thirteen_greens() -> None:
    """The worked example of the design."""
    lights = TrafficLights.parse("GGARR GGGAR RRRRR GGGGG GAGAG")
    assert {colour: lights.count(colour) for colour in LessonColour} == {
        LessonColour.GREEN: 13,
        LessonColour.AMBER: 4,
        LessonColour.RED: 8,
    }
    assert lights.count(Blank.UNRATED) == lights.count(Blank.NOT_TAUGHT) == 0


@given(st.from_type(TrafficLights))
def test_a_grid_parses_as_it_is_formatted(lights: TrafficLights) -> None:
    text = lights.format()
    assert TrafficLights.parse(text) == lights
    cells = [*LessonColour, *Blank]
    signs = Counter(text.replace(" ", ""))
    assert [lights.count(cell) for cell in cells] == [signs[sign] for sign in "GAR-."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "    ",
        "G",
        "G G G G",
        "G G G G G G",
        "GG G G G G",
        "G  G G G G",
        " G G G G G",
        "G G G G G ",
        "G G G G G\n",
        "G\tG G G G",
        "g g g g g",
        "G G X G G",
    ],
)
def test_any_other_text_is_no_grid(text: str) -> None:
    """One grid, one notation: nothing is forgiven that would then be written otherwise."""
    with pytest.raises(InvalidRecordError) as caught:
        TrafficLights.parse(text)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("", ProblemKind.MALFORMED)


# Timetables


def test_one_lesson_in_a_slot() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        week(lesson("Mon:1"), lesson("Tue:1"), lesson("Mon:1", Where.BASE), lesson("Mon:1"))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("lessons[2].slot", ProblemKind.DUPLICATE),
        ("lessons[3].slot", ProblemKind.DUPLICATE),
    ]


def test_every_slot_names_a_week_of_the_cycle_or_none_does() -> None:
    """A week that is alike every week and yet the first of two could not be drawn."""
    with pytest.raises(InvalidRecordError) as caught:
        week(lesson("Mon:1"), lesson("1Mon:1"), lesson("2Mon:1"))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("lessons[1].slot", ProblemKind.CONTRADICTION),
        ("lessons[2].slot", ProblemKind.CONTRADICTION),
    ]


@given(st.from_type(Timetable), st.from_type(Slot))
def test_a_timetable_finds_its_lessons(timetable: Timetable, slot: Slot) -> None:
    for one in timetable.lessons:
        assert timetable.lesson(one.slot) is one
    assert (timetable.lesson(slot) is None) is (slot not in {one.slot for one in timetable.lessons})
    for where in Where:
        found = timetable.slots(where)
        assert set(found) == {one.slot for one in timetable.lessons if one.where is where}
        assert all(first.order < second.order for first, second in pairwise(found))


# Ratings


def at(days: int, slot: str, colour: str, by: Informant = Informant.PUPIL) -> Rating:
    return Rating(
        day=MONDAY + timedelta(days=days), slot=Slot.parse(slot), colour=LessonColour(colour), by=by
    )


ratings = st.lists(
    st.builds(
        at,
        st.integers(0, 2),
        st.sampled_from(["Mon:1", "Tue:1"]),
        st.sampled_from(["green", "amber", "red"]),
        st.sampled_from([Informant.PUPIL, Informant.TEACHER]),
    ),
    max_size=8,
)


@given(ratings)
def test_the_latest_rating_counts(given_: list[Rating]) -> None:
    """Of two on one day the one written later; an adult's colour never takes the place of the pupil's."""
    latest = latest_ratings(given_, by=Informant.PUPIL)
    own = [rating for rating in given_ if rating.by is Informant.PUPIL]
    assert set(latest) == {rating.slot for rating in own}
    for slot, rating in latest.items():
        of_slot = [one for one in own if one.slot == slot]
        assert rating is max(reversed(of_slot), key=lambda one: one.day)


def test_a_week_is_coloured_by_the_pupil() -> None:
    timetable = week(*(lesson(slot) for slot in ("Mon:1", "Mon:2", "Tue:10", "Fri:2")))
    given_ = [
        at(0, "Mon:1", "red"),
        at(1, "Mon:1", "green"),
        at(2, "Mon:1", "red", Informant.TEACHER),
        at(0, "Tue:10", "amber"),
        at(0, "Wed:1", "green"),  # not taught in this version
    ]
    assert coloured_week(timetable, given_, by=Informant.PUPIL).format() == "G-. ..A ... ... .-."
    assert coloured_week(timetable, given_, by=Informant.TEACHER).format() == "R-. ..- ... ... .-."


def test_a_two_week_cycle_has_ten_days_and_one_week_of_it_five() -> None:
    both = week(lesson("1Mon:1"), lesson("2Fri:1"))
    assert coloured_week(both, [at(0, "2Fri:1", "green")], by=Informant.PUPIL).format() == (
        "- . . . . . . . . G"
    )
    assert coloured_week(week(lesson("2Fri:1")), (), by=Informant.PUPIL).format() == ". . . . -"


def test_half_days_and_lessons_in_one_week_stand_in_one_order() -> None:
    mixed = week(lesson("Mon:pm"), lesson("Mon:1"), lesson("Mon:am"))
    given_ = [at(0, "Mon:am", "green"), at(0, "Mon:1", "amber"), at(0, "Mon:pm", "red")]
    assert coloured_week(mixed, given_, by=Informant.PUPIL).format() == "GAR ... ... ... ..."


def test_an_empty_timetable_has_no_picture() -> None:
    with pytest.raises(InvalidRecordError):
        coloured_week(week(), (), by=Informant.PUPIL)


@given(st.from_type(Timetable), st.lists(st.from_type(Rating), max_size=4))
def test_every_lesson_has_one_cell(timetable: Timetable, given_: list[Rating]) -> None:
    """Whatever can be recorded can be coloured."""
    if not timetable.lessons:
        return
    lights = coloured_week(timetable, given_, by=Informant.PUPIL)
    taught = sum(lights.count(cell) for cell in [*LessonColour, Blank.UNRATED])
    assert taught == len(timetable.lessons)
    rated = {one.slot for one in given_ if one.by is Informant.PUPIL}
    assert lights.count(Blank.UNRATED) == sum(one.slot not in rated for one in timetable.lessons)


# Versions


def test_any_past_week_can_be_asked_for() -> None:
    first, second, again = (Timetable(starts=day, lessons=(), ref=day.isoformat()) for day in VERSIONS)
    assert timetable_on([second, first, again], VERSIONS[0] - timedelta(days=1)) is None
    assert timetable_on([second, first, again], VERSIONS[0]) is first
    assert timetable_on([second, first, again], VERSIONS[1] - timedelta(days=1)) is first
    assert timetable_on([second, first, again], date(2027, 7, 1)) is again


VERSIONS = (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 9))


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        ({"period": "13"}, "period"),
        ({"period": "1st"}, "period"),
        ({"begins": time(10), "ends": time(10)}, "ends"),
        ({"begins": time(11), "ends": time(10)}, "ends"),
        ({"begins": time(9, 0, 10)}, "begins"),
        ({"ends": time(10, 0, 0, 1)}, "ends"),
        ({"ends": time(10, tzinfo=UTC)}, "ends"),
    ],
)
def test_a_period_has_a_name_and_ends_after_it_begins(given_: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        PeriodTime(**({"period": "1", "begins": time(9), "ends": time(10)} | given_))
    assert [problem.path for problem in caught.value.problems] == [path]


def test_all_that_is_wrong_with_a_period_is_told_at_once() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        PeriodTime(period="noon", begins=time(12), ends=time(12))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("period", ProblemKind.MALFORMED),
        ("ends", ProblemKind.OUT_OF_ORDER),
    ]


@pytest.mark.parametrize("period", ["am", "pm", *PERIODS])
def test_every_period_of_a_slot_has_a_time(period: str) -> None:
    assert PeriodTime(period=period, begins=time(9), ends=time(9, 1)).period == period
    assert Slot(Weekday.MONDAY, period).period == period


TIMED = Timetable(
    starts=MONDAY,
    lessons=(Lesson(slot=Slot.parse("Mon:1"), subject="Maths", teacher="key-of-an-adult", where=Where.BASE),),
    times=(
        PeriodTime(period="1", begins=time(9, 5), ends=time(10)),
        PeriodTime(period="pm", begins=time(13, 30), ends=time(15, 10)),
    ),
    shared=(SharedTime.BREAK, SharedTime.LUNCH),
    ref="w1",
)


def test_a_week_is_written_with_its_times_and_read_back() -> None:
    written = {
        "starts": "2026-11-02",
        "lessons": [{"slot": "Mon:1", "subject": "Maths", "teacher": "key-of-an-adult", "where": "base"}],
        "times": [
            {"period": "1", "begins": "09:05", "ends": "10:00"},
            {"period": "pm", "begins": "13:30", "ends": "15:10"},
        ],
        "shared": ["break", "lunch"],
        "ref": "w1",
    }
    assert unstructure(TIMED) == written
    assert structure(written, Timetable) == TIMED


@given(records(Timetable))
def test_any_week_is_read_as_it_is_written(timetable: Timetable) -> None:
    assert structure(json.loads(json.dumps(unstructure(timetable))), Timetable) == timetable


def test_neither_teachers_nor_times_are_shown() -> None:
    assert repr(TIMED) == "‹Timetable lessons=1 times=2 shared=2›"
    assert repr(TIMED.lessons[0]) == "‹Lesson›"
    assert repr((TIMED.times or ())[0]) == "‹PeriodTime›"


@pytest.mark.parametrize("clock", ["9:05", "09:05:00", "24:00", "09.05", "09:60", "", 905, None])
def test_a_time_of_day_is_written_one_way(clock: object) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        structure({"period": "1", "begins": clock, "ends": "23:59"}, PeriodTime)
    assert [problem.path for problem in caught.value.problems] == ["begins"]


CLOCKS = {
    "a period twice": (("1", 9, 10), ("1", 11, 12), "times[1].period", ProblemKind.DUPLICATE),
    "two periods that share time": (("1", 9, 11), ("2", 10, 12), "times[1]", ProblemKind.CONTRADICTION),
    "two half-days that share time": (("pm", 11, 15), ("am", 9, 12), "times[1]", ProblemKind.CONTRADICTION),
}


def period(name: str, begins: int, ends: int) -> PeriodTime:
    return PeriodTime(period=name, begins=time(begins), ends=time(ends))


@pytest.mark.parametrize(("one", "other", "path", "kind"), CLOCKS.values(), ids=CLOCKS)
def test_periods_do_not_run_into_each_other(
    one: tuple[str, int, int], other: tuple[str, int, int], path: str, kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Timetable(starts=date(2026, 11, 2), lessons=(), times=(period(*one), period(*other)))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [(path, kind)]


def test_periods_follow_each_other_at_once_and_half_days_hold_them() -> None:
    times = (period("am", 9, 12), period("1", 9, 10), period("2", 10, 11))
    assert Timetable(starts=date(2026, 11, 2), lessons=(), times=times).times == times
