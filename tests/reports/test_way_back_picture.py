"""The strip of weeks: what happened and what is planned can be told apart, in words as in the picture."""

from datetime import date
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.way_back import plan_return
from iapcore.errors import OutOfScopeError
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.reports.pictures import Picture, draw_share, draw_way_back
from iapcore.vocabulary.settings import Where
from tests import stories
from tests.laws import policies
from tests.stories import BEGAN, ON

SVG: Final = "{http://www.w3.org/2000/svg}"
PLAN: Final = ReturnPlan(
    day=ON,
    weeks=(
        PlannedWeek(
            starts=date(2026, 11, 23),
            back=(
                PlannedLesson(slot=Slot.parse("Wed:1"), accompanied=True, speak_first=True),
                PlannedLesson(slot=Slot.parse("Thu:2"), accompanied=True),
                PlannedLesson(slot=Slot.parse("Fri:2")),
            ),
            to_base=(Slot.parse("Tue:3"),),
        ),
    ),
    words="zq7",
    ref="zq7",
)


def texts(picture: Picture) -> list[str]:
    return [one.text or "" for one in ET.fromstring(picture.svg).iter(f"{SVG}text")]


def drawn(journey: Journey, plan: ReturnPlan = PLAN, on: date = ON) -> Picture:
    return draw_way_back(journey, plan=plan, on=on)


DRAWN: Final = drawn(stories.hybrid())


def test_it_is_told_in_words() -> None:
    assert str(DRAWN).splitlines() == [
        "The way back, seen on 20 November 2026",
        "Week of 2 November 2026, as it was: of 25 lessons 0 in mainstream, 25 in the base.",
        (
            "Week of 9 November 2026, as it was: of 25 lessons 2 in mainstream, 23 in the base. "
            "Came back: Mon:1 Maths, green; Mon:2 Maths, green."
        ),
        (
            "Week of 16 November 2026, this week: of 25 lessons 5 in mainstream, 20 in the base. "
            "Came back: Tue:1 Maths, green; Tue:2 Maths, green; Tue:3 Maths, amber."
        ),
        (
            "Week of 23 November 2026, planned: of 25 lessons 7 in mainstream, 18 in the base. "
            "Come back: Wed:1 Maths, red, speak to the teacher first, somebody goes along; "
            "Thu:2 Maths, green, somebody goes along; Fri:2 Maths, amber. To the base: Tue:3 Maths, amber."
        ),
    ]


def test_a_screen_reader_finds_title_and_description() -> None:
    top = ET.fromstring(DRAWN.svg)
    assert (top.get("role"), top.get("aria-label")) == ("img", top.findtext(f"{SVG}title"))
    assert top.findtext(f"{SVG}desc") == DRAWN.words
    assert top.get("viewBox") == f"0 0 {top.get('width')} {top.get('height')}"
    assert not [one for one in top.iter() if one.get("id")], "two pictures on one page would share it"


def test_a_week_is_a_column_with_its_lessons() -> None:
    shown = texts(DRAWN)
    column = shown[shown.index("23 Nov") : shown.index("green")]
    assert column[:5] == ["23 Nov", "planned", "7 in mainstream", "18 in the base", "Come back"]
    assert column[5:14] == ["R", "Wed 1", "Maths", "G", "Thu 2", "Maths", "A", "Fri 2", "Maths"]
    assert column[14:18] == ["To the base", "A", "Tue 3", "Maths"]
    assert "Came back" in shown[shown.index("9 Nov") : shown.index("23 Nov")]


def test_the_key_explains_every_sign() -> None:
    assert texts(DRAWN)[-11:] == [
        *("G", "green", "A", "amber", "R", "red", "-", "not rated"),
        *("speak to the teacher first", "somebody goes along", "share of the week in mainstream"),
    ]
    assert DRAWN.svg.count("<path") == 2 + 3, "one talk, two with company, and the key"


def test_what_is_planned_is_dashed_and_this_week_is_bold() -> None:
    boxes = [one for one in ET.fromstring(DRAWN.svg).iter(f"{SVG}rect") if one.get("width") == "146"]
    assert [one.get("stroke-dasharray") for one in boxes] == [None, None, None, "6 4"]
    assert [one.get("stroke-width") for one in boxes] == ["1.5", "1.5", "3", "1.5"]


def test_a_bar_shows_the_share_of_the_week() -> None:
    bars = [
        (one.get("fill"), one.get("width"))
        for one in ET.fromstring(DRAWN.svg).iter(f"{SVG}rect")
        if one.get("height") == "14"
    ]
    empty, dark = "#ffffff", "#1b1b1f"
    assert bars[:-1] == [
        *((empty, "128"),),
        *((empty, "128"), (dark, "10")),
        *((empty, "128"), (dark, "25")),
        *((empty, "128"), (dark, "35")),
    ]


def test_the_colour_is_the_one_that_the_lesson_had_then() -> None:
    journey = stories.hybrid()
    later = stories.colours(date(2026, 11, 18), "RR--- ----- ----- ----- -----")
    assert "Came back: Mon:1 Maths, green;" in str(
        drawn(evolve(journey, ratings=(*(journey.ratings or ()), *later)))
    )
    assert "Came back: Mon:1 Maths, not rated;" in str(drawn(evolve(journey, ratings=None)))


def test_a_holiday_is_a_gap_with_half_days() -> None:
    picture = drawn(stories.half_days(), ReturnPlan(day=ON))
    assert picture.words.count("No school for 1 week.") == 1
    assert (
        "Week of 2 November 2026, as it was: of 10 half-days 8 in mainstream, 2 in the base." in picture.words
    )
    assert "Came back: Thu:pm Maths, green." not in picture.words
    assert texts(picture).count("No school for 1 week") == 1
    tops = {one.text: one.get("y") for one in ET.fromstring(picture.svg).iter(f"{SVG}text")}
    assert tops["19 Oct"] != tops["2 Nov"] == tops["9 Nov"] == tops["16 Nov"]


def test_a_long_holiday_is_told_in_weeks() -> None:
    journey = stories.hybrid()
    calendar = journey.calendar
    assert calendar is not None
    january = PlannedWeek(starts=date(2027, 1, 4), back=(PlannedLesson(slot=Slot.parse("Thu:2")),))
    words = drawn(journey, ReturnPlan(day=ON, weeks=(january,))).words
    assert "No school for 2 weeks." in words
    assert words.splitlines()[-1].startswith("Week of 4 January 2027, planned: ")


def test_a_cycle_of_two_weeks() -> None:
    slots = [Slot.parse(text) for text in ("1Mon:1", "1Mon:2", "2Mon:1", "2Fri:12")]
    lessons = tuple(Lesson(slot=slot, where=Where.BASE) for slot in slots)
    week = Timetable(
        starts=BEGAN, lessons=(*lessons[:3], evolve(lessons[3], subject="Design and Technology"))
    )
    back = PlannedWeek(starts=date(2026, 11, 23), back=tuple(PlannedLesson(slot=slot) for slot in slots[2:]))
    picture = drawn(evolve(stories.hybrid(), timetables=(week,)), ReturnPlan(day=ON, weeks=(back,)))
    assert "planned: of 4 lessons in two weeks 2 in mainstream, 2 in the base." in picture.words
    assert "2Fri:12 Design and Technology, not rated." in picture.words
    shown = texts(picture)
    assert shown[shown.index("Fri 12") + 1] == "wk 2 Design …"
    assert shown[shown.index("Mon 1") + 1] == "wk 2"


def test_a_lesson_without_a_subject_stands_in_the_middle() -> None:
    week = Timetable(starts=BEGAN, lessons=(Lesson(slot=Slot.parse("Wed:1"), where=Where.BASE),))
    bare = drawn(evolve(stories.hybrid(), timetables=(week,)))
    places = {one.text: int(one.get("y") or 0) for one in ET.fromstring(bare.svg).iter(f"{SVG}text")}
    assert places["Wed 1"] - places["Come back"] > 0
    assert ("of 1 lesson 1 in mainstream" in bare.words, "Maths" in bare.svg) == (True, False)
    [with_subject] = {
        int(one.get("y") or 0) for one in ET.fromstring(DRAWN.svg).iter(f"{SVG}text") if one.text == "Wed 1"
    }
    heading = next(
        int(one.get("y") or 0)
        for one in ET.fromstring(DRAWN.svg).iter(f"{SVG}text")
        if one.text == "Come back"
    )
    assert places["Wed 1"] - places["Come back"] == with_subject - heading + 8


def test_a_week_of_which_nothing_is_recorded() -> None:
    journey = stories.hybrid()
    picture = drawn(evolve(journey, timetables=(journey.timetables or ())[1:]))
    assert (
        picture.words.splitlines()[1] == "Week of 2 November 2026, as it was: the timetable is not recorded."
    )
    assert texts(picture)[2:5] == ["2 Nov", "as it was", "not recorded"]


def test_lessons_of_which_nobody_wrote_where_are_told() -> None:
    picture = drawn(evolve(stories.hybrid(), timetables=(stories.week(BEGAN, "MB E? BB BB BB"),)))
    assert (
        ": of 10 half-days 1 in mainstream, 7 in the base, 1 elsewhere, 1 not recorded where."
        in picture.words
    )
    assert {"1 elsewhere", "1 not recorded where"} <= set(texts(picture))


def test_a_stay_that_ended_has_no_week_that_is_now() -> None:
    picture = drawn(stories.returned(), ReturnPlan(day=stories.LONG_AFTER), stories.LONG_AFTER)
    assert "this week" not in picture.words
    assert picture.words.splitlines()[-1].startswith(
        "Week of 7 December 2026, as it was: of 25 lessons 25 in"
    )


def test_nothing_of_the_pupil_or_a_teacher_is_shown() -> None:
    for picture in (DRAWN, draw_share(stories.hybrid(), plan=PLAN, on=ON)):
        for secret in ("zq7", "elm-01", "t1", "A good three weeks"):
            assert secret not in picture.svg + picture.words


HOLIDAY: Final = date(2026, 10, 28)
BEGINS_IN_A_HOLIDAY: Final = evolve(
    stories.with_placement(stories.hybrid(), began=HOLIDAY),
    timetables=(stories.week(HOLIDAY, stories.ALL_IN_BASE),),
)


@pytest.mark.parametrize(
    ("journey", "message"),
    [
        (stories.referred(), "record its first day, or choose another day."),
        (evolve(stories.hybrid(), timetables=None), "record the week as it is taught."),
        (BEGINS_IN_A_HOLIDAY, "choose a later day."),
    ],
    ids=["no stay", "no timetable", "no week"],
)
def test_without_a_stay_and_its_week_there_is_no_picture(journey: Journey, message: str) -> None:
    on = HOLIDAY if journey is BEGINS_IN_A_HOLIDAY else ON
    with pytest.raises(OutOfScopeError, match=message):
        drawn(journey, ReturnPlan(day=on), on)
    with pytest.raises(OutOfScopeError, match=message):
        draw_share(journey, on=on)


@pytest.mark.parametrize(("across", "wide", "lines"), [(0, 494, 2), (3, 494, 2), (4, 650, 1)])
def test_so_many_weeks_stand_side_by_side(across: int, wide: int, lines: int) -> None:
    picture = draw_way_back(stories.hybrid(), plan=PLAN, on=ON, across=across)
    top = ET.fromstring(picture.svg)
    tops = {one.get("y") for one in top.iter(f"{SVG}rect") if one.get("width") == "146"}
    assert (top.get("width"), len(tops)) == (str(wide), lines)
    assert picture.words == DRAWN.words


@given(st.sampled_from(["week one", "hybrid", "prepared", "back in full", "half-days"]), policies())
def test_every_proposal_makes_a_sound_picture(name: str, policy: str) -> None:
    journey, on = stories.STORIES[name]
    plan = plan_return(journey, policy=profile(policy), on=on).answer.plan
    picture = drawn(journey, plan, on)
    assert picture == drawn(journey, plan, on)
    top = ET.fromstring(picture.svg)
    wide, high = int(top.get("width") or 0), int(top.get("height") or 0)
    for one in top.iter(f"{SVG}text"):
        assert 0 < int(one.get("x") or 0) < wide
        assert 0 < int(one.get("y") or 0) < high
    planned = sum(len(week.back) for week in plan.weeks)
    come_back = [line for line in picture.words.splitlines() if ", planned: " in line]
    assert (
        sum(line.partition("Come back: ")[2].count(";") + 1 for line in come_back if "Come back" in line)
        == planned
    )


def test_markup_is_text() -> None:
    week = Timetable(
        starts=BEGAN, lessons=(Lesson(slot=Slot.parse("Wed:1"), subject="<b>&", where=Where.BASE),)
    )
    picture = drawn(evolve(stories.hybrid(), timetables=(week,)))
    assert "<b>" not in picture.svg
    assert "Wed:1 <b>&" in (ET.fromstring(picture.svg).findtext(f"{SVG}desc") or "")
