"""Who went back, of the stays that were to lead back and have ended."""

from collections import Counter
from datetime import date
from typing import Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.profiles import profile
from iapcore.measures.counting import by_purpose
from iapcore.measures.measure import Measure
from iapcore.measures.returns import (
    Followed,
    count_answered,
    count_followed,
    count_purpose_changes,
    count_returns,
)
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Entry, Extension, Placement, PurposeChange
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import later, policies, shuffled, told
from tests.measures.by_hand import overran, stays_seen, what_came_after
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


def _by_hand(one: Placement, on: date, others: list[Placement]) -> str:
    if one.purpose is not Purpose.RETURN:
        return "not known" if one.purpose is None else "for another purpose"
    if one.began is None:
        return "not begun" if one.planned is not None and on <= one.planned.start else "not known"
    if one.ending is None:
        return "not known" if overran(one, on) else "open"
    if one.ending.destination is Destination.MAINSTREAM:
        return "back"
    in_part = one.ending.destination is Destination.MAINSTREAM_IN_PART
    if in_part and what_came_after(one, others, on) == "planned":
        return "in a further stay"
    return ELSEWHERE.get(one.ending.destination, "ended otherwise")


def _all_by_hand(journeys: list[Journey], on: date) -> Counter[str]:
    found = Counter({"not known": sum(journey.placements is None for journey in journeys)})
    for journey in journeys:
        seen = stays_seen(journey, on)
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


# Where purposes led, how they changed, and what followed


def purposed(purpose: Purpose | None, led: Destination | None, *changes: Purpose) -> Journey:
    made = tuple(PurposeChange(day=BEGAN, purpose=one) for one in changes)
    return stays(evolve(went(led), purpose=purpose, purpose_changes=made))


@pytest.mark.parametrize(
    ("purpose", "led", "words"),
    [
        (Purpose.RETURN, Destination.MAINSTREAM, "1 of 1 ended"),
        (Purpose.RETURN, Destination.SPECIAL_SCHOOL, "0 of 1 ended"),
        (Purpose.QUALIFICATIONS, Destination.POST_16, "1 of 1 ended"),
        (Purpose.QUALIFICATIONS, Destination.MAINSTREAM, "0 of 1 ended"),
        (Purpose.SPECIAL_SCHOOL_BRIDGE, Destination.SPECIAL_SCHOOL, "1 of 1 ended"),
        (Purpose.PRIMARY_YEAR, Destination.SPECIAL_SCHOOL, "1 of 1 ended"),
        (Purpose.PRIMARY_YEAR, Destination.MAINSTREAM, "1 of 1 ended"),
        (Purpose.PRIMARY_YEAR, Destination.FURTHER_STAY, "0 of 0 ended; 1 in a further stay"),
        (Purpose.RETURN, Destination.DIED, "0 of 0 ended; 1 died"),
        (Purpose.RETURN, None, "0 of 0 ended; 1 not known"),
        (None, Destination.MAINSTREAM, "0 of 0 ended; 1 not known"),
    ],
)
def test_each_purpose_leads_somewhere_of_its_own(
    purpose: Purpose | None, led: Destination | None, words: str
) -> None:
    """Return, qualifications with a place after 16, and a special school place are all valued."""
    measure = count_answered([purposed(purpose, led)], policy=POLICY, on=LONG_AFTER)
    assert str(measure) == words


def test_a_purpose_agreed_later_improves_no_rate() -> None:
    """Who was to go back and went to a special school did not go back, whatever was agreed on the way."""
    changed = purposed(Purpose.RETURN, Destination.SPECIAL_SCHOOL, Purpose.SPECIAL_SCHOOL_BRIDGE)
    kept = purposed(Purpose.RETURN, Destination.MAINSTREAM, Purpose.PRIMARY_YEAR)
    answered = count_answered([changed, kept], policy=POLICY, on=LONG_AFTER, by=by_purpose)
    assert [(label, str(part)) for label, part in answered.groups] == [("return", "1 of 2 ended")]
    assert str(counted(changed, kept)) == "1 of 2 ended"
    changes = count_purpose_changes([changed, kept], on=LONG_AFTER, by=by_purpose)
    assert [(label, str(part)) for label, part in changes.groups] == [("return", "2 of 2 began")]


@pytest.mark.parametrize(
    ("placement", "words"),
    [
        (Placement(purpose=Purpose.RETURN, began=BEGAN, purpose_changes=()), "0 of 1 began"),
        (Placement(purpose=Purpose.RETURN, began=BEGAN), "0 of 0 began; 1 not known"),
        (Placement(began=BEGAN, purpose_changes=()), "0 of 0 began; 1 not known"),
        (Placement(planned=DateSpan(LONG_AFTER)), "0 of 0 began; 1 not begun"),
        (Placement(planned=DateSpan(BEGAN)), "0 of 0 began; 1 not known"),
        (
            Placement(
                purpose=Purpose.RETURN,
                began=BEGAN,
                purpose_changes=(PurposeChange(day=ENDED, purpose=Purpose.RETURN),),
            ),
            "0 of 1 began",
        ),
        (
            Placement(
                purpose=Purpose.RETURN,
                began=BEGAN,
                purpose_changes=(PurposeChange(day=date(2027, 9, 1), purpose=Purpose.QUALIFICATIONS),),
            ),
            "0 of 1 began",
        ),
    ],
)
def test_a_change_of_purpose_is_one_to_another_by_the_day(placement: Placement, words: str) -> None:
    assert str(count_purpose_changes([stays(placement)], on=LONG_AFTER)) == words


def followed_by(journey: Journey, on: date = LONG_AFTER) -> dict[str, str]:
    return {one.value: str(count_followed([journey], followed=one, policy=POLICY, on=on)) for one in Followed}


NEXT: Final = date(2027, 1, 11)
EXTENSION: Final = Extension(day=date(2026, 12, 4), until=date(2027, 1, 29))


@pytest.mark.parametrize(
    ("placements", "extended", "planned", "unplanned"),
    [
        (
            (evolve(went(Destination.MAINSTREAM), extensions=()),),
            "0 of 1 began",
            "0 of 1 ended",
            "0 of 1 ended",
        ),
        (
            (evolve(went(Destination.MAINSTREAM), extensions=(EXTENSION,)),),
            "1 of 1 began",
            "0 of 1 ended",
            "0 of 1 ended",
        ),
        (
            (
                went(Destination.MAINSTREAM),
                Placement(began=NEXT, entry=Entry.UNPLANNED_RETURN, extensions=()),
            ),
            "0 of 1 began; 1 not known",
            "0 of 1 ended; 1 open",
            "1 of 1 ended; 1 open",
        ),
        (
            (
                went(Destination.MAINSTREAM_IN_PART),
                Placement(began=NEXT, entry=Entry.PLANNED_FURTHER_STAY, extensions=()),
            ),
            "0 of 1 began; 1 not known",
            "1 of 1 ended; 1 open",
            "0 of 1 ended; 1 open",
        ),
        (
            (went(Destination.FURTHER_STAY),),
            "0 of 0 began; 1 not known",
            "1 of 1 ended",
            "0 of 1 ended",
        ),
        (
            (went(Destination.MANAGED_MOVE), Placement(began=NEXT, extensions=())),
            "0 of 1 began; 1 not known",
            "0 of 0 ended; 1 open; 1 not known",
            "0 of 0 ended; 1 open; 1 not known",
        ),
        (
            (evolve(went(Destination.DIED), extensions=()),),
            "0 of 1 began",
            "0 of 0 ended; 1 died",
            "0 of 0 ended; 1 died",
        ),
        (
            (Placement(began=BEGAN, planned=DateSpan(BEGAN, ENDED), extensions=()),),
            "0 of 1 began",
            "0 of 0 ended; 1 not known",
            "0 of 0 ended; 1 not known",
        ),
        (
            (Placement(planned=DateSpan(LONG_AFTER)),),
            "0 of 0 began; 1 not begun",
            "0 of 0 ended; 1 not begun",
            "0 of 0 ended; 1 not begun",
        ),
    ],
)
def test_an_extension_a_planned_stay_and_an_unplanned_one_are_three_things(
    placements: tuple[Placement, ...], extended: str, planned: str, unplanned: str
) -> None:
    assert followed_by(stays(*placements)) == {
        "extension": extended,
        "planned_further_stay": planned,
        "unplanned_reentry": unplanned,
    }


@given(told(), policies(), st.data())
def test_the_counts_beside_the_rate_obey_the_same_laws(
    told_on: tuple[Journey, date], policy: str, data: st.DataObject
) -> None:
    """Every stay has one place in each; none is both planned and unplanned; what comes later changes nothing."""
    journey, on = told_on
    drawn = (journey, data.draw(later(journey, on)), data.draw(shuffled(journey, on)))
    seen = journey.as_of(on).placements
    measures = [
        (
            count_answered([one], policy=profile(policy), on=on, by=by_purpose),
            count_purpose_changes([one], on=on),
            *(count_followed([one], followed=what, policy=profile(policy), on=on) for what in Followed),
        )
        for one in drawn
    ]
    assert measures[0] == measures[1] == measures[2]
    for measure in measures[0]:
        in_all = measure.base + measure.not_known + sum(number for _, number in measure.excluded)
        assert in_all == (1 if seen is None else len(seen))
    *_, planned, unplanned = measures[0]
    assert planned.base == unplanned.base >= planned.numerator + unplanned.numerator
    rate = count_returns([journey], policy=profile(policy), on=on)
    for_return = dict(measures[0][0].groups).get(Purpose.RETURN.value)
    assert (rate.numerator, rate.base) == ((for_return.numerator, for_return.base) if for_return else (0, 0))
