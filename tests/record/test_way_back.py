"""Never left, left and returned: seen by comparing the versions of a week. What changed between two weeks."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.record.way_back import LessonMoved, lessons_moved, way_back
from iapcore.vocabulary.settings import Where

MONDAY = date(2026, 11, 2)
SLOTS = [Slot.parse(text) for text in ("Mon:1", "Mon:2", "Wed:1", "Fri:12")]


@st.composite
def histories(draw: st.DrawFn) -> tuple[Timetable, ...]:
    """Versions of a small week: each slot is taught somewhere, or not at all."""
    places = st.fixed_dictionaries(
        {slot: st.sampled_from([*Where, None, "not taught"]) for slot in draw(st.permutations(SLOTS))}
    )
    return tuple(
        Timetable(
            starts=MONDAY + timedelta(weeks=number),
            lessons=tuple(
                Lesson(slot=slot, where=where)
                for slot, where in version.items()
                if not isinstance(where, str)
            ),
        )
        for number, version in enumerate(draw(st.lists(places, max_size=4)))
    )


@given(histories())
def test_a_lesson_is_back_when_it_was_once_in_the_base(versions: tuple[Timetable, ...]) -> None:
    """*Never left*, *returned* and *in the base*, each slot on its own, from the words."""
    places = {
        slot: [found.where if (found := version.lesson(slot)) else None for version in versions]
        for slot in SLOTS
    }
    now = {slot: history[-1] if history else None for slot, history in places.items()}
    left = {slot for slot, history in places.items() if Where.BASE in history}
    found = way_back(versions)
    back = {slot for slot in SLOTS if now[slot] is Where.MAINSTREAM}
    assert set(found.returned) == back & left
    assert set(found.never_left) == back - left
    assert set(found.in_base) == {slot for slot in SLOTS if now[slot] is Where.BASE}
    for part in (found.returned, found.never_left, found.in_base):
        assert list(part) == [slot for slot in SLOTS if slot in part]
    assert not any(
        set(one) & set(other)
        for one, other in combinations((found.returned, found.never_left, found.in_base), 2)
    )


@given(histories(), histories())
def test_what_changed_between_two_weeks_leads_from_one_to_the_other(
    first: tuple[Timetable, ...], second: tuple[Timetable, ...]
) -> None:
    for was, now in zip(first, second, strict=False):
        places = {one.slot: one.where for one in was.lessons}
        moved = lessons_moved(was, now)
        assert [one.slot for one in moved] == sorted((one.slot for one in moved), key=lambda slot: slot.order)
        for one in moved:
            assert places.get(one.slot) is one.was is not one.to
            places[one.slot] = one.to
        assert {slot: where for slot, where in places.items() if where} == {
            one.slot: one.where for one in now.lessons if one.where
        }
        assert lessons_moved(now, now) == ()


def test_a_lesson_that_moved_is_told() -> None:
    moved = LessonMoved(slot=SLOTS[0], was=None, to=Where.ELSEWHERE)
    assert moved.format() == "Mon:1: not recorded to elsewhere"
