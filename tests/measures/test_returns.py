"""Who went back, of the stays that were to lead back and have ended."""

from collections import Counter
from datetime import date
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.profiles import profile
from iapcore.measures.measure import Measure
from iapcore.measures.returns import count_returns
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Entry, Placement
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import later, policies, told
from tests.stories import BEGAN, ENDED, LONG_AFTER, ON

POLICY: Final = profile("half-term")


def counted(*journeys: Journey, on: date = LONG_AFTER) -> Measure:
    return count_returns(journeys, policy=POLICY, on=on)


def stays(*placements: Placement) -> Journey:
    return evolve(UNKNOWN, placements=placements)


def went(destination: Destination | None) -> Placement:
    return Placement(purpose=Purpose.RETURN, began=BEGAN, ending=Ending(day=ENDED, destination=destination))


# Counted a second time, from the record alone


ELSEWHERE: Final = {
    None: "not known",
    Destination.FURTHER_STAY: "in a further stay",
    Destination.DIED: "died",
}


def _as_seen(one: Placement, on: date) -> Placement | None:
    """The stay as people knew it on a day: it is there once it is planned, or has begun."""
    came = one.began is not None and one.began <= on
    planned_later = one.planned_on is not None and one.planned_on > on
    never_planned = one.planned is None and one.planned_on is None
    if not came and (planned_later or (one.began is not None and never_planned)):
        return None
    return evolve(
        one,
        planned=None if planned_later else one.planned,
        planned_on=None,
        began=one.began if came else None,
        ending=one.ending if one.ending and one.ending.day <= on else None,
    )


def _by_hand(one: Placement, on: date, others: list[Placement]) -> str:
    if one.purpose is not Purpose.RETURN:
        return "not known" if one.purpose is None else "for another purpose"
    if one.began is None:
        return "not begun" if one.planned is not None and on <= one.planned.start else "not known"
    if one.ending is None:
        end = one.planned_until(on)
        return "not known" if end is not None and end < on else "open"
    if one.ending.destination is Destination.MAINSTREAM:
        return "back"
    if one.ending.destination is Destination.MAINSTREAM_IN_PART and _planned_on(one.ending, on, others):
        return "in a further stay"
    return ELSEWHERE.get(one.ending.destination, "ended otherwise")


def _planned_on(ending: Ending, on: date, others: list[Placement]) -> bool:
    """Whether the next stay was planned; where the first day of another is not recorded, nobody knows."""
    starts = [one.began or (one.planned and one.planned.start) for one in others]
    gone = [one.began is None and one.planned and one.planned.start < on for one in others]
    after = [start for start in starts if start and start >= ending.day]
    if any(gone) or None in starts or not after:
        return False
    next_ones = [one.entry for one, start in zip(others, starts, strict=True) if start == min(after)]
    return set(next_ones) == {Entry.PLANNED_FURTHER_STAY}


def _all_by_hand(journeys: list[Journey], on: date) -> Counter[str]:
    found = Counter({"not known": sum(journey.placements is None for journey in journeys)})
    for journey in journeys:
        seen = [one for each in journey.placements or () if (one := _as_seen(each, on))]
        for one in seen:
            found[_by_hand(one, on, [other for other in seen if other is not one])] += 1
    return +found


@given(st.lists(told(), max_size=4), policies())
def test_it_agrees_with_a_count_by_hand(drawn: list[tuple[Journey, date]], policy: str) -> None:
    journeys = [journey for journey, _ in drawn]
    on = drawn[0][1] if drawn else ON
    measure = count_returns(journeys, policy=profile(policy), on=on, by=lambda one: one.pupil.sex)
    by_hand = _all_by_hand(journeys, on)
    assert measure.numerator == by_hand["back"]
    assert measure.base == by_hand.pop("back", 0) + by_hand.pop("ended otherwise", 0)
    assert measure.not_known == by_hand.pop("not known", 0)
    assert dict(measure.excluded) == by_hand
    assert measure.base == sum(part.base for _, part in measure.groups)


@given(told(), policies(), st.data())
def test_what_comes_later_changes_nothing(
    told_on: tuple[Journey, date], policy: str, data: st.DataObject
) -> None:
    journey, on = told_on
    grown = data.draw(later(journey, on))
    before, after = (count_returns([one], policy=profile(policy), on=on) for one in (journey, grown))
    assert before == after


STORIES: Final = {
    "a return": (stories.returned(), LONG_AFTER, "1 of 1 ended"),
    "an open stay": (stories.hybrid(), ON, "0 of 0 ended; 1 open"),
    "a planned stay": (stories.referred(), date(2026, 10, 30), "0 of 0 ended; 1 not begun"),
    "an overrun": (stories.hybrid(), LONG_AFTER, "0 of 0 ended; 1 not known"),
    "a stay that was planned later": (
        stays(Placement(purpose=Purpose.RETURN, planned_on=BEGAN)),
        date(2026, 10, 1),
        "0 of 0 ended",
    ),
    "another purpose": (stories.qualifications(), ON, "0 of 0 ended; 1 for another purpose"),
    "a pupil of whom nothing is recorded": (UNKNOWN, ON, "0 of 0 ended; 1 not known"),
    "a pupil who never had a placement": (stays(), ON, "0 of 0 ended"),
    "a managed move": (stays(went(Destination.MANAGED_MOVE)), LONG_AFTER, "0 of 1 ended"),
    "a further stay": (
        stays(went(Destination.FURTHER_STAY)),
        LONG_AFTER,
        "0 of 0 ended; 1 in a further stay",
    ),
    "a death": (stays(went(Destination.DIED)), LONG_AFTER, "0 of 0 ended; 1 died"),
    "an unknown destination": (stays(went(None)), LONG_AFTER, "0 of 0 ended; 1 not known"),
    "no purpose": (
        stays(evolve(went(Destination.MAINSTREAM), purpose=None)),
        LONG_AFTER,
        "0 of 0 ended; 1 not known",
    ),
    "two stays": (
        stays(
            evolve(went(Destination.FURTHER_STAY), began=date(2026, 9, 7)),
            Placement(
                purpose=Purpose.RETURN, began=date(2027, 1, 4), planned=DateSpan(date(2027, 1, 4), None)
            ),
        ),
        LONG_AFTER,
        "0 of 0 ended; 1 in a further stay; 1 open",
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_where_a_stay_is_counted(name: str) -> None:
    journey, on, words = STORIES[name]
    assert str(counted(journey, on=on)) == words


def test_whoever_is_back_is_counted_whatever_is_known_of_taking_part() -> None:
    """To look back must not lower the rate: who looks sees more than who does not."""
    looks = (
        (),
        (stories.look_back(LONG_AFTER, Extent.NO),),
        (stories.look_back(LONG_AFTER, Extent.YES),),
    )
    for follow_ups in looks:
        journey = stories.with_transition(stories.returned(), follow_ups=follow_ups)
        assert str(counted(journey)) == "1 of 1 ended"


def test_many_pupils_by_their_year() -> None:
    journeys = (stories.returned(), stories.hybrid(), stories.qualifications(), UNKNOWN)
    measure = count_returns(journeys, policy=POLICY, on=LONG_AFTER, by=lambda one: one.pupil.year_group)
    assert str(measure) == "1 of 1 ended; 1 for another purpose; 2 not known"
    assert [(label, str(part)) for label, part in measure.groups] == [
        ("11", "0 of 0 ended; 1 for another purpose"),
        ("8", "1 of 1 ended; 1 not known"),
        ("not recorded", "0 of 0 ended; 1 not known"),
    ]
