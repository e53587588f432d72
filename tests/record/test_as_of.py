"""The record as it stood on an earlier day.

Expected: a decision sees what had happened by its day. Later events are not there, planned days are; whatever
is written down later about later days changes nothing.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, TypeVar, get_type_hints

import attrs
from hypothesis import given
from hypothesis import strategies as st

import iapcore.record
from iapcore.record.as_of import as_of
from iapcore.record.assessment import Assessment
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import ExclusionReview, Incident, Suspension
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Consultation, Referral
from iapcore.record.review import Review, Target
from iapcore.record.stream import Stream
from iapcore.record.support import Evaluation, SupportTried
from iapcore.record.timetable import Rating, Timetable
from iapcore.record.transition import Conversation, ElementDone, FollowUp, Passport, Transition
from iapcore.strategies import days, journeys
from iapcore.vocabulary.grounds import PriorSupport
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.spans import DateSpan

DAY = timedelta(days=1)
LATEST = date(2027, 8, 31)
T = TypeVar("T")

KNOWN_BEFORE_IT_COMES = {
    ("Dataset", "as_of"),  # says of what day the whole dataset is
    ("Pupil", "date_of_birth"),
    ("Extension", "until"),  # people set it, and so they do this one
    ("Review", "next_review"),
    ("PlannedWeek", "starts"),
    ("LessonPlanned", "ours"),  # two plans compared
    ("LessonPlanned", "theirs"),
}


def records() -> Iterator[type]:
    for module in pkgutil.iter_modules(iapcore.record.__path__, "iapcore.record."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.name:
                yield kind


def happened(record: object) -> Iterator[date]:
    """Every day inside a record on which something happened."""
    if isinstance(record, tuple):
        for item in record:
            yield from happened(item)
    elif attrs.has(type(record)):
        for field in attrs.fields(type(record)):
            value = getattr(record, field.name)
            if "since" in field.metadata and value is not None:
                yield value
            yield from happened(value)


def test_every_day_of_a_record_says_whether_it_happened() -> None:
    """A new day cannot be forgotten: it bears *since*, or people set it, and then it stands in the list above."""
    unsaid = {
        (kind.__name__, field.name)
        for kind in records()
        for field in attrs.fields(kind)
        if get_type_hints(kind)[field.name] in (date, date | None) and "since" not in field.metadata
    }
    assert unsaid == KNOWN_BEFORE_IT_COMES


@given(journeys(), days())
def test_nothing_later_is_left(journey: Journey, on: date) -> None:
    assert all(day <= on for day in happened(journey.as_of(on)))


@given(journeys())
def test_on_the_last_day_all_is_there(journey: Journey) -> None:
    last = max([LATEST, *happened(journey)])
    assert journey.as_of(last) is journey


@given(journeys(), days(), days())
def test_looking_back_twice_is_looking_at_the_earlier_day(journey: Journey, one: date, other: date) -> None:
    """So it is idempotent, and an earlier view is part of every later one."""
    assert (
        journey.as_of(one).as_of(other) == journey.as_of(other).as_of(one) == journey.as_of(min(one, other))
    )
    assert journey.as_of(one).as_of(one) == journey.as_of(one)


@st.composite
def grown(draw: st.DrawFn) -> tuple[date, Journey, Journey]:
    """A day, a journey, and the same journey with more written down about days after that day.

    Only what is recorded grows: a first record in a collection that nobody had filled in says more than itself.
    """
    on = draw(days())
    later = st.dates(on + DAY, on + 300 * DAY)
    old = draw(journeys())

    def new(kind: type[T], day: str = "day", **given_: object) -> T:
        return attrs.evolve(draw(st.from_type(kind)), **{day: draw(later)}, **given_)

    def more(held: tuple[T, ...] | None, kind: type[T], day: str = "day") -> tuple[T, ...] | None:
        open_end: dict[str, object] = {"ended": None} if kind is SupportTried else {}
        added = (new(kind, day, **open_end) for _ in range(draw(st.integers(0, 2))))
        return None if held is None else (*held, *added)

    def longer(held: Stream[Any] | None, kind: type[Any]) -> Stream[Any] | None:
        if held is None or held.complete.end is None or held.complete.end < on:
            return held
        complete = DateSpan(held.complete.start, max(held.complete.end, on + 300 * DAY))
        added = new(kind) if held.complete.start <= on else attrs.evolve(new(kind), day=complete.end)
        return attrs.evolve(held, complete=complete, events=(*held.events, added))

    def passport(held: Passport) -> Passport:
        return held if held.shared else attrs.evolve(held, shared=draw(later))

    def transition(held: Transition) -> Transition:
        return attrs.evolve(
            held,
            passport=passport(held.passport) if held.passport else new(Passport),
            conversations=more(held.conversations, Conversation),
            elements=more(held.elements, ElementDone),
            follow_ups=more(held.follow_ups, FollowUp),
        )

    def placement(held: Placement) -> Placement:
        ending = held.ending or draw(st.none() | st.just(Ending(day=on + 300 * DAY)))
        begins = held.began is None and held.planned is not None and (ending is None or ending.day > on)
        return attrs.evolve(
            held,
            began=on + DAY if begins else held.began,
            ending=ending if held.began is None or ending is None or held.began <= ending.day else None,
            transition=held.transition and transition(held.transition),
        )

    def support(held: SupportTried) -> SupportTried:
        return attrs.evolve(held, evaluation=held.evaluation or Evaluation(day=draw(later)))

    def referral(held: Referral) -> Referral:
        supports = more(held.supports, SupportTried, "started")
        return attrs.evolve(
            held,
            supports=supports and tuple(map(support, supports)),
            consultations=more(held.consultations, Consultation),
        )

    referrals = old.referrals and tuple(map(referral, old.referrals))
    return (
        on,
        old,
        attrs.evolve(
            old,
            referrals=more(old.referrals if referrals is None else referrals, Referral),
            placements=old.placements and tuple(map(placement, old.placements)),
            timetables=more(old.timetables, Timetable, "starts"),
            ratings=more(old.ratings, Rating),
            targets=more(old.targets, Target),
            reviews=more(old.reviews, Review),
            assessments=more(old.assessments, Assessment),
            marks=longer(old.marks, SessionMark),
            incidents=longer(old.incidents, Incident),
            suspensions=longer(old.suspensions, Suspension),
        ),
    )


@given(grown())
def test_what_is_recorded_about_later_days_changes_nothing(case: tuple[date, Journey, Journey]) -> None:
    on, old, new = case
    assert new.as_of(on) == old.as_of(on)


ON = date(2026, 11, 1)


def test_planned_days_are_known_before_they_come() -> None:
    stay = Placement(planned=DateSpan(ON + DAY, ON + 30 * DAY), began=ON + DAY)
    review = Review(day=ON, next_review=ON + 21 * DAY)
    assert as_of(stay, ON) == Placement(planned=stay.planned)
    assert as_of(stay, ON + DAY) is stay
    assert as_of(review, ON) is review


def test_a_record_appears_on_its_day() -> None:
    rating = Review(day=ON)
    assert as_of(rating, ON - DAY) is None
    assert as_of(rating, ON) is rating


def test_a_support_tried_before_may_be_evaluated_later() -> None:
    tried = SupportTried(
        support=PriorSupport.MENTORING, started=ON - DAY, evaluation=Evaluation(day=ON + DAY)
    )
    assert as_of(tried, ON) == attrs.evolve(tried, evaluation=None)
    assert as_of(tried, ON - 2 * DAY) is None


def test_a_passport_that_is_written_may_not_be_shared_yet() -> None:
    passport = Passport(day=ON, strategies=("A seat near the door",), shared=ON + DAY)
    transition = Transition(passport=passport, follow_ups=(FollowUp(day=ON + DAY),))
    seen = as_of(transition, ON)
    assert seen == Transition(passport=attrs.evolve(passport, shared=None), follow_ups=())
    assert as_of(transition, ON - DAY) == Transition(follow_ups=())


def test_a_view_given_later_is_not_seen() -> None:
    asked = tuple(Consultation(role=Role.PUPIL, day=ON + offset * DAY) for offset in (-1, 0, 1))
    referral = Referral(day=ON - DAY, consultations=asked)
    journey = Journey(pupil=Pupil(id=PupilId("elm-01")), referrals=(referral,))
    [seen] = journey.as_of(ON).referrals or ()
    assert seen.consultations == asked[:2]


def test_a_stream_that_begins_later_is_not_recorded_yet() -> None:
    """Its days are unknown, not free of incidents."""
    complete = DateSpan(ON, ON + 30 * DAY)
    incidents = Stream(complete=complete, events=(Incident(day=ON), Incident(day=ON + DAY)))
    journey = Journey(pupil=Pupil(id=PupilId("elm-01")), incidents=incidents)
    assert journey.as_of(ON - DAY).incidents is None
    assert journey.as_of(ON).incidents == Stream(complete=DateSpan(ON, ON), events=incidents.events[:1])
    assert journey.as_of(ON + 40 * DAY) is journey


def test_a_stay_that_nobody_planned_is_not_there_before_it_began() -> None:
    """A planned one is: people knew of it."""
    unplanned = Placement(began=ON + DAY)
    assert as_of(unplanned, ON) is None
    assert as_of(unplanned, ON + DAY) is unplanned
    assert as_of(Placement(), ON) == Placement()
    assert as_of(Placement(planned=DateSpan(ON + DAY), began=ON + DAY), ON) == Placement(
        planned=DateSpan(ON + DAY)
    )


def test_a_plan_is_there_from_the_day_on_which_it_was_made() -> None:
    span = DateSpan(ON + 5 * DAY, ON + 30 * DAY)
    stay = Placement(planned=span, planned_on=ON, began=ON + 6 * DAY)
    assert as_of(stay, ON - DAY) is None
    assert as_of(stay, ON) == Placement(planned=span, planned_on=ON)
    assert as_of(attrs.evolve(stay, began=None), ON - DAY) is None
    assert as_of(stay, ON + 6 * DAY) is stay


def test_that_people_planned_without_saying_for_when_is_known_too() -> None:
    stay = Placement(planned_on=ON, began=ON + DAY)
    assert as_of(stay, ON) == Placement(planned_on=ON)
    assert as_of(stay, ON - DAY) is None


def test_a_stay_that_began_before_it_was_planned_has_no_plan_until_then() -> None:
    stay = Placement(planned=DateSpan(ON, ON + 30 * DAY), planned_on=ON + DAY, began=ON)
    assert as_of(stay, ON) == Placement(began=ON)
    assert stay.planned_until(ON) is None
    assert stay.planned_until(ON + DAY) == ON + 30 * DAY


def test_an_event_of_a_stream_is_seen_as_it_stood_too() -> None:
    """A review of an exclusion that was held later is not there yet."""
    first, later = (ExclusionReview(day=day) for day in (ON, ON + DAY))
    one = Suspension(day=ON, reviews=(first, later))
    stream = Stream(complete=DateSpan(ON, ON + DAY), events=(one, Suspension(day=ON)))
    journey = Journey(pupil=Pupil(id=PupilId("elm-01")), suspensions=stream)
    seen = journey.as_of(ON).suspensions
    assert seen is not None
    assert [event.reviews for event in seen.events] == [(first,), None]
    assert journey.as_of(ON + DAY) is journey
