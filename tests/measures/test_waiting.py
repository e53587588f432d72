"""Who waits, since when, and with what support meanwhile."""

from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.measures.published import publish_measure
from iapcore.measures.waiting import Wait, Waiting, count_waiting, wait_of
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.record.referral import Decided, Referral, ReferralDecision
from iapcore.record.support import SupportTried
from iapcore.vocabulary.grounds import PriorSupport
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.spans import DateSpan
from tests.cases import UNKNOWN
from tests.laws import later, shuffled, told
from tests.stories import CALENDAR

ASKED: Final = date(2026, 10, 1)
LISTED: Final = date(2026, 10, 9)
ON: Final = date(2026, 11, 20)
MENTORING: Final = SupportTried(support=PriorSupport.MENTORING)
TUTOR: Final = SupportTried(support=PriorSupport.TUTOR_REPORT)
ROOMS: Final = [
    Provision(key=key, kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION) for key in ("one", "other")
]


def decided(what: Decided, day: date = LISTED) -> ReferralDecision:
    return ReferralDecision(day=day, decided=what)


def asked(*placements: Placement, **content: Any) -> Journey:
    referral = Referral(**{"day": ASKED} | content)
    return evolve(UNKNOWN, referrals=(referral,), placements=placements, calendar=CALENDAR)


def waiting(*journeys: Journey, on: date = ON, provision: Provision | None = None) -> Waiting:
    return count_waiting(journeys, on=on, provision=provision)


@pytest.mark.parametrize(
    ("journey", "words"),
    [
        (UNKNOWN, "0 of 0 waiting; 1 not known"),
        (evolve(UNKNOWN, referrals=()), "0 of 0 waiting"),
        (asked(), "0 of 0 waiting; 1 not known"),
        (asked(decisions=()), "0 of 0 waiting"),
        (asked(decisions=(decided(Decided.PLACE_OFFERED),)), "0 of 0 waiting"),
        (asked(Placement(began=date(2026, 11, 2))), "0 of 0 waiting"),
        (asked(Placement(began=date(2026, 9, 7))), "0 of 0 waiting; 1 not known"),
        (asked(waiting_since=LISTED), "0 of 0 waiting; 1 not known"),
        (asked(waiting_since=LISTED, support_while_waiting=()), "0 of 1 waiting"),
        (asked(waiting_since=LISTED, support_while_waiting=(MENTORING,)), "1 of 1 waiting"),
        (asked(decisions=(decided(Decided.WAITING_LIST),), support_while_waiting=()), "0 of 1 waiting"),
        (asked(waiting_since=LISTED, waited_until=date(2026, 11, 1)), "0 of 0 waiting"),
        (asked(waited_until=date(2026, 11, 1)), "0 of 0 waiting; 1 not known"),
        (asked(waiting_since=LISTED, waited_until=date(2026, 11, 21)), "0 of 0 waiting; 1 not known"),
        (
            asked(decisions=tuple(map(decided, (Decided.WAITING_LIST, Decided.OTHER_SUPPORT)))),
            "0 of 0 waiting",
        ),
        (asked(Placement(began=date(2026, 11, 2)), waiting_since=LISTED), "0 of 0 waiting"),
        (
            asked(Placement(began=date(2026, 11, 2), referral="b"), waiting_since=LISTED),
            "0 of 0 waiting; 1 not known",
        ),
    ],
)
def test_who_waits(journey: Journey, words: str) -> None:
    """More pupils would gain from a place than there are places."""
    assert str(waiting(journey).measure) == words


def test_a_wait_is_told_in_days_and_school_days_with_the_support_meanwhile() -> None:
    journey = asked(waiting_since=LISTED, support_while_waiting=(MENTORING, TUTOR, MENTORING))
    [wait] = waiting(journey).waits
    assert wait == Wait(
        since=LISTED, days=42, school_days=26, support=(PriorSupport.TUTOR_REPORT, PriorSupport.MENTORING)
    )
    [uncounted] = waiting(evolve(journey, calendar=None)).waits
    assert uncounted.school_days is None


def test_the_longest_stand_first_and_a_pupil_counts_once() -> None:
    first, second = (
        Referral(day=day, waiting_since=day, support_while_waiting=()) for day in (ASKED, LISTED)
    )
    both = evolve(UNKNOWN, referrals=(second, first))
    told_of = waiting(evolve(UNKNOWN, referrals=(second,)), both)
    assert [one.since for one in told_of.waits] == [ASKED, LISTED]
    assert told_of.measure.base == 2


def test_each_provision_has_its_own_list() -> None:
    journeys = [
        asked(waiting_since=LISTED, support_while_waiting=(), provision=room) for room in (*ROOMS, None)
    ]
    assert [waiting(*journeys, provision=room).measure.base for room in (*ROOMS, None)] == [2, 2, 3]


def test_no_day_is_foretold() -> None:
    assert {one for one in dir(Wait) if not one.startswith("_")} == {
        "days",
        "school_days",
        "since",
        "support",
    }


def test_small_numbers_are_hidden_when_it_is_published() -> None:
    journey = asked(waiting_since=LISTED, support_while_waiting=())
    assert str(publish_measure(waiting(*[journey] * 3).measure)).startswith("c of c waiting")


# A second time, day by day


def _waits_by_hand(journey: Journey, on: date) -> date | None:
    """The first day of the longest wait that is open: each referral is gone through from its first day to `on`."""
    open_since = []
    for one in journey.referrals or ():
        if one.day > on:
            continue
        since = one.waiting_since if one.waiting_since and one.waiting_since <= on else None
        day = one.day if since is None else since
        over = False
        while day <= on:
            decisions = {each.decided for each in one.decisions or () if each.day == day}
            if since is None and Decided.WAITING_LIST in decisions:
                since = day
            if since is not None and since <= day:
                began = any(
                    stay.began == day and stay.referral in (None, one.ref) and day >= one.day
                    for stay in journey.placements or ()
                )
                over = over or began or bool(decisions - {Decided.WAITING_LIST})
            day += timedelta(days=1)
        if one.waited_until is not None and one.waited_until <= on:
            over = True
        if since is not None and not over:
            open_since.append(since)
    return min(open_since, default=None)


referrals: Final = st.builds(
    Referral,
    day=st.dates(date(2026, 9, 1), date(2026, 9, 20)),
    waiting_since=st.none() | st.dates(date(2026, 9, 20), date(2026, 10, 5)),
    waited_until=st.none() | st.dates(date(2026, 10, 5), date(2026, 10, 20)),
    decisions=st.none()
    | st.lists(
        st.builds(
            ReferralDecision,
            day=st.dates(date(2026, 9, 20), date(2026, 10, 20)),
            decided=st.sampled_from(Decided),
        ),
        max_size=3,
    ).map(tuple),
    ref=st.sampled_from(["a", "b"]),
)
stays: Final = st.builds(
    Placement,
    began=st.dates(date(2026, 9, 1), date(2026, 10, 20)),
    referral=st.sampled_from([None, "a", "b"]),
)


@given(
    st.lists(referrals, max_size=2).map(tuple),
    st.lists(stays, max_size=2).map(tuple),
    st.dates(date(2026, 9, 10), date(2026, 10, 25)),
)
def test_it_agrees_with_a_walk_through_the_days(
    asked_for: tuple[Referral, ...], placed: tuple[Placement, ...], on: date
) -> None:
    journey = evolve(UNKNOWN, referrals=asked_for, placements=placed)
    since = _waits_by_hand(journey, on)
    assert [one.since for one in waiting(journey, on=on).waits] == ([since] if since else [])


@given(told(), st.data())
def test_what_comes_later_changes_nothing_and_nor_does_the_order(
    told_on: tuple[Journey, date], data: st.DataObject
) -> None:
    journey, on = told_on
    before = count_waiting([journey], on=on)
    assert count_waiting([data.draw(later(journey, on))], on=on) == before
    assert count_waiting([data.draw(shuffled(journey, on))], on=on) == before


def test_a_wait_that_was_written_down_twice_never_ends_before_it_begins() -> None:
    referral = Referral(day=ASKED, decisions=(decided(Decided.WAITING_LIST),), waited_until=date(2026, 10, 5))
    assert wait_of(UNKNOWN, referral) == DateSpan(LISTED, LISTED)
