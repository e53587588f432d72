"""A picture survives colour blindness, a photocopier and a screen reader, and names no pupil."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import OutOfScopeError
from iapcore.record.journey import Journey
from iapcore.record.pupil import Pupil
from iapcore.record.timetable import Blank, Lesson, Rating, Slot, Timetable, Weekday
from iapcore.reports.pictures import Picture, draw_week
from iapcore.reports.pictures.drawing import FILL
from iapcore.strategies import days, journeys, records
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where

SVG = "{http://www.w3.org/2000/svg}"
MONDAY = date(2026, 11, 2)
FRIDAY = date(2026, 11, 20)


def lesson(slot: str, subject: str | None = None, where: Where | None = None) -> Lesson:
    return Lesson(slot=Slot.parse(slot), subject=subject, where=where)


def rating(slot: str, colour: str, *, by: str = "pupil", day: date = MONDAY) -> Rating:
    return Rating(slot=Slot.parse(slot), colour=LessonColour(colour), by=Informant(by), day=day)


def journey(*lessons: Lesson, ratings: tuple[Rating, ...] | None = ()) -> Journey:
    week = Timetable(starts=MONDAY, lessons=lessons)
    return Journey(pupil=Pupil(id=PupilId("zq7")), timetables=(week,), ratings=ratings)


def texts(picture: Picture) -> list[str]:
    return [one.text or "" for one in ET.fromstring(picture.svg).iter(f"{SVG}text")]


WEEK = journey(
    lesson("Mon:1", "Maths", Where.BASE),
    lesson("Mon:2", "Design & <T>", Where.MAINSTREAM),
    lesson("Tue:1", "Religious Studies", Where.ELSEWHERE),
    lesson("Fri:2", "Art"),
    ratings=(rating("Mon:1", "green"), rating("Mon:2", "red"), rating("Tue:1", "amber")),
)
DRAWN = draw_week(WEEK, on=FRIDAY, following=(Slot.parse("Mon:1"),))


def test_it_is_told_in_words() -> None:
    assert str(DRAWN) == (
        "The coloured week on 20 November 2026\n"
        "Monday: 1 Maths green, in the base, next; 2 Design & <T> red, in mainstream.\n"
        "Tuesday: 1 Religious Studies amber, elsewhere.\n"
        "Friday: 2 Art not rated."
    )


def test_a_screen_reader_finds_role_title_and_description() -> None:
    top = ET.fromstring(DRAWN.svg)
    assert (top.tag, top.get("role"), top.get("aria-label")) == (
        f"{SVG}svg",
        "img",
        DRAWN.words.splitlines()[0],
    )
    assert [one.tag for one in list(top)[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert top.findtext(f"{SVG}title") == DRAWN.words.splitlines()[0]
    assert top.findtext(f"{SVG}desc") == DRAWN.words
    assert not [one for one in top.iter() if one.get("id")], "two pictures on one page would share it"


def test_every_cell_has_its_letter_and_place() -> None:
    shown = texts(DRAWN)
    cells = [("G", "Maths", "in the base", "next"), ("R", "Design & <T>", "in mainstream")]
    cells += [("A", "Religious Stu…", "elsewhere"), ("-", "Art", "")]
    assert shown[shown.index("2") + 1 :][: sum(map(len, cells))] == [text for cell in cells for text in cell]


def test_the_key_explains_every_sign() -> None:
    key = [
        "G",
        "green",
        "A",
        "amber",
        "R",
        "red",
        "-",
        "not rated",
        "",
        "in the base",
        "",
        "in mainstream",
        "",
        "next",
    ]
    assert texts(DRAWN)[-len(key) :] == key


@given(journeys(), records(Timetable), st.lists(records(Slot), max_size=2).map(tuple), days())
def test_every_week_makes_a_sound_picture(
    one: Journey, week: Timetable, following: tuple[Slot, ...], on: date
) -> None:
    drawn = Journey(pupil=WEEK.pupil, timetables=(week,), ratings=one.ratings)
    if on < week.starts or not week.lessons:
        return
    picture = draw_week(drawn, on=on, following=following)
    shown = texts(picture)
    letters = [text for text in shown if text in {"G", "A", "R", "-"}]
    assert len(letters) >= len(week.lessons) + len(FILL)
    places = [one.attrib for one in ET.fromstring(picture.svg).iter(f"{SVG}rect") if one.get("rx") == "8"]
    assert len({(at["x"], at["y"]) for at in places}) == len(places) == len(week.lessons) + 7
    assert "zq7" not in picture.svg


@given(st.text(min_size=1).filter(str.strip))
def test_nothing_that_is_written_can_break_out(subject: str) -> None:
    try:
        one = journey(lesson("Mon:1", subject))
    except ValueError:
        return
    top = ET.fromstring(draw_week(one, on=FRIDAY).svg)
    assert {inner.tag for inner in top.iter()} == {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "rect", "text")
    }


def test_markup_is_text() -> None:
    planted = '</text><script>alert("zq7")</script>'
    picture = draw_week(journey(lesson("Mon:1", planted)), on=FRIDAY)
    assert "<script" not in picture.svg
    assert planted in (ET.fromstring(picture.svg).findtext(f"{SVG}desc") or "")


def luminance(colour: str) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines define it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_fills_differ_in_lightness() -> None:
    order = [Blank.UNRATED, LessonColour.GREEN, LessonColour.AMBER, LessonColour.RED]
    light = [luminance(FILL[one][0]) for one in order]
    assert len(FILL) == len(order)
    assert all(above - below >= 0.15 for above, below in pairwise(light)), light


def colours(picture: Picture) -> Iterator[tuple[str, str]]:
    """Each text's ink with the fill that it stands on: the last box drawn around its place."""
    on = ""
    for one in ET.fromstring(picture.svg).iter():
        if one.tag == f"{SVG}rect" and one.get("fill") != "none":
            on = one.attrib["fill"]
        elif one.tag == f"{SVG}text" and one.text and len(one.text) < 20 and one.get("font-size") != "13":
            yield one.attrib["fill"], on


def test_every_text_can_be_read_on_its_fill() -> None:
    pairs = set(colours(DRAWN))
    assert pairs >= {(ink, fill) for fill, ink in FILL.values()}
    for ink, fill in pairs:
        light, dark = sorted((luminance(ink), luminance(fill)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, fill)


def test_a_lesson_in_the_base_is_dashed_and_the_next_one_framed() -> None:
    assert DRAWN.svg.count("stroke-dasharray") == 2  # one lesson, and the key
    assert DRAWN.svg.count('stroke-width="3"') == 2
    assert draw_week(WEEK, on=FRIDAY).svg.count('stroke-width="3"') == 1


def test_company_and_a_special_room_bear_a_mark() -> None:
    one = Lesson(slot=Slot.parse("Mon:1"), accompanied=True, specialist_room=False)
    two = Lesson(slot=Slot.parse("Mon:2"), accompanied=None, specialist_room=True)
    picture = draw_week(journey(one, two), on=FRIDAY, following=(two.slot,))
    assert picture.words.splitlines()[1] == (
        "Monday: 1 not rated, somebody goes along; 2 not rated, specialist room, next."
    )
    assert texts(picture)[-2:] == ["somebody goes along", "specialist room"]
    assert picture.svg.count("<path") == 4  # each in its cell and in the key
    top = ET.fromstring(draw_week(journey(one), on=FRIDAY).svg)
    assert len({path.get("d") for path in top.iter(f"{SVG}path")}) == 1
    assert "<path" not in DRAWN.svg


def test_a_cycle_of_two_weeks() -> None:
    lessons = [
        lesson(f"{week}{day.value}:{period}") for week in (2, 1) for day in Weekday for period in (2, 10)
    ]
    picture = draw_week(journey(*lessons), on=FRIDAY)
    assert [text for text in texts(picture) if text in {"Week 1", "Week 2", "2", "10"}] == [
        "Week 2",
        "Week 1",
        *["2", "10"] * 2,
    ]
    assert picture.words.splitlines()[1:3] == [
        "Monday, week 1: 2 not rated; 10 not rated.",
        "Tuesday, week 1: 2 not rated; 10 not rated.",
    ]
    tops = [int(one) for one in re.findall(r'<rect x="44" y="(\d+)" width="112"', picture.svg)]
    assert tops == sorted(tops)
    assert len(tops) == 4


def test_half_days_stand_in_order() -> None:
    picture = draw_week(journey(lesson("Wed:pm"), lesson("Wed:am")), on=FRIDAY)
    assert picture.words.splitlines()[1] == "Wednesday: am not rated; pm not rated."
    assert [text for text in texts(picture) if text in {"am", "pm"}] == ["am", "pm"]


def test_only_the_pupils_latest_colours_of_that_day_are_drawn() -> None:
    ratings = (
        rating("Mon:1", "red"),
        rating("Mon:1", "amber", day=FRIDAY),
        rating("Mon:1", "green", day=date(2026, 11, 21)),
        rating("Mon:1", "green", by="teacher", day=FRIDAY),
    )
    one = journey(lesson("Mon:1"), ratings=ratings)
    assert "1 amber" in str(draw_week(one, on=FRIDAY))
    assert "1 red" in str(draw_week(one, on=MONDAY))
    assert "1 not rated" in str(draw_week(journey(lesson("Mon:1"), ratings=None), on=FRIDAY))


def test_the_week_in_force_is_drawn() -> None:
    later = Timetable(starts=FRIDAY, lessons=(lesson("Mon:1", "Later"),))
    one = Journey(pupil=WEEK.pupil, timetables=(later, *(WEEK.timetables or ())))
    assert "Later" in str(draw_week(one, on=FRIDAY))
    assert "Later" not in str(draw_week(one, on=date(2026, 11, 19)))


@pytest.mark.parametrize("one", [journey(), Journey(pupil=WEEK.pupil)], ids=["no lessons", "no timetable"])
def test_without_a_week_there_is_no_picture(one: Journey) -> None:
    with pytest.raises(OutOfScopeError, match="record one, or choose another day"):
        draw_week(one, on=FRIDAY)


def test_a_notebook_shows_it_and_a_repr_does_not() -> None:
    assert DRAWN._repr_svg_() is DRAWN.svg
    assert repr(DRAWN) == "Picture()"
    assert draw_week(WEEK, on=FRIDAY, following=(Slot.parse("Mon:1"),)) == DRAWN
