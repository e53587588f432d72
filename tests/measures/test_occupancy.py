"""How full a room is, and how many lessons its pupils have back."""

from datetime import date, timedelta
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.profiles import profile
from iapcore.measures.measure import Measure
from iapcore.measures.occupancy import count_lessons_back, count_places
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import later, policies, told
from tests.stories import BEGAN, ENDED, IN_WEEK_ONE, LONG_AFTER, ON, PLANNED_ON, ROOM

POLICY: Final = profile("half-term")
OTHER: Final = evolve(ROOM, key="another")


def places(*journeys: Journey, on: date = ON, provision: Provision = ROOM) -> Measure:
    return count_places(journeys, provision=provision, on=on)


def lessons(*journeys: Journey, on: date = ON) -> Measure:
    return count_lessons_back(journeys, policy=POLICY, on=on)


@pytest.mark.parametrize(
    ("journey", "on", "words"),
    [
        (stories.hybrid(), BEGAN, "1 of 12 places"),
        (stories.hybrid(), ENDED, "1 of 12 places"),
        (stories.hybrid(), ENDED + timedelta(days=1), "0 of 12 places; 1 not known"),
        (stories.returned(), ENDED - timedelta(days=1), "1 of 12 places"),
        (stories.returned(), ENDED, "0 of 12 places"),
        (stories.referred(), PLANNED_ON, "0 of 12 places"),
        (stories.with_placement(stories.hybrid(), provision=OTHER), ON, "0 of 12 places"),
        (stories.with_placement(stories.hybrid(), planned=None), LONG_AFTER, "1 of 12 places"),
    ],
)
def test_who_takes_a_place(journey: Journey, on: date, words: str) -> None:
    assert str(places(journey, on=on)) == words


def test_a_room_whose_places_are_not_recorded_has_no_rate() -> None:
    measure = places(stories.hybrid(), provision=evolve(ROOM, places=None))
    assert (measure.numerator, measure.base, measure.share) == (1, 0, None)


def test_more_pupils_than_places_can_be_right() -> None:
    """Pupils on placement are counted, not pupils in the room: their weeks may be shared."""
    assert str(places(*[stories.hybrid()] * 3, provision=evolve(ROOM, places=2))) == "3 of 2 places"


@pytest.mark.parametrize(
    ("journey", "on", "words"),
    [
        (stories.hybrid(), IN_WEEK_ONE, "0 of 25"),
        (stories.hybrid(), date(2026, 11, 9), "2 of 25"),
        (stories.hybrid(), ON, "5 of 25"),
        (stories.back_in_full(), date(2026, 12, 10), "25 of 25"),
        (stories.qualifications(), ON, "0 of 23"),
        (stories.half_days(), ON, "1 of 3"),
        (stories.referred(), PLANNED_ON, "0 of 0"),
        (stories.returned(), LONG_AFTER, "0 of 0"),
        (UNKNOWN, ON, "0 of 0"),
    ],
)
def test_lessons_that_never_left_are_not_counted(journey: Journey, on: date, words: str) -> None:
    """Pupils see how they get on by how many lessons they are getting back into."""
    assert str(lessons(journey, on=on)) == f"{words} lessons that were moved to the base"


@pytest.mark.parametrize(
    ("journey", "on"),
    [
        (evolve(stories.hybrid(), timetables=None), ON),
        (evolve(stories.hybrid(), timetables=(stories.week(BEGAN, "BBBBB BBBBB BB?BB BBBBB BBBBB"),)), ON),
        (stories.hybrid(), ENDED + timedelta(days=1)),
    ],
    ids=["no timetable", "a lesson is not told", "overrun"],
)
def test_a_pupil_whose_week_is_not_known_is_counted_as_that(journey: Journey, on: date) -> None:
    measure = lessons(journey, stories.half_days(), on=on)
    assert (measure.numerator, measure.base, measure.not_known) == (1, 3, 1)


def test_a_further_stay_that_is_planned_does_not_hide_the_open_one() -> None:
    further = Placement(planned=DateSpan(date(2027, 1, 4), None))
    journey = stories.hybrid()
    both = evolve(journey, placements=(*(journey.placements or ()), further))
    assert lessons(both) == lessons(journey)


def test_lessons_by_group() -> None:
    journeys = (stories.hybrid(), stories.half_days())
    measure = count_lessons_back(journeys, policy=POLICY, on=ON, by=lambda one: one.pupil.year_group)
    parts = {label: (part.numerator, part.base) for label, part in measure.groups}
    assert parts == {"2": (1, 3), "8": (5, 25)}
    assert (measure.numerator, measure.base) == (6, 28)


@given(told(), policies(), st.data())
def test_what_comes_later_changes_nothing(
    told_on: tuple[Journey, date], policy: str, data: st.DataObject
) -> None:
    journey, on = told_on
    grown = data.draw(later(journey, on))
    rooms = [one.provision for one in journey.placements or () if one.provision] or [ROOM]
    assert count_places([grown], provision=rooms[0], on=on) == count_places(
        [journey], provision=rooms[0], on=on
    )
    before, after = (count_lessons_back([one], policy=profile(policy), on=on) for one in (journey, grown))
    assert before == after


def test_where_the_provision_does_not_say_the_policy_does() -> None:
    """Fewer than ten in the room is a finding; how many places there are is the school's to say."""
    silent, policy = evolve(ROOM, places=None), profile().choosing(places=6)
    counted = [
        count_places((), provision=room, on=ON, policy=policy).base
        for room in (silent, evolve(ROOM, places=4))
    ]
    assert counted == [6, 4]
    assert count_places((), provision=silent, on=ON).base == 0
