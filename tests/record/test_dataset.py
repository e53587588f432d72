"""Many journeys, with what they share."""

from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.dataset import Dataset, calendars_of, provisions_of
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Referral
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan

TERM = DateSpan(date(2026, 9, 2), date(2026, 10, 23))
ROOM = Provision(key="room", kind=ProvisionKind.SUPPORT_BASE)
OTHER = Provision(key="other", kind=ProvisionKind.NURTURE_PROVISION)
CALENDAR = SchoolCalendar(key="school", terms=(Term(TERM),))

FEWER = settings(max_examples=settings.default.max_examples // 4)
"""Datasets are large: a quarter of the profile's examples says as much."""


def journey(
    number: int = 1,
    *,
    asked: Provision | None = None,
    given_: Provision | None = None,
    calendar: SchoolCalendar | None = None,
) -> Journey:
    return Journey(
        pupil=Pupil(id=PupilId(f"elm-{number:02}")),
        calendar=calendar,
        referrals=(Referral(day=TERM.start, provision=asked),),
        placements=(Placement(provision=given_),),
    )


def problems(
    journeys: tuple[Journey, ...],
    provisions: tuple[Provision, ...] = (),
    calendars: tuple[SchoolCalendar, ...] = (),
) -> list[tuple[str, ProblemKind]]:
    with pytest.raises(InvalidRecordError) as caught:
        Dataset(journeys=journeys, provisions=provisions, calendars=calendars)
    return [(problem.path, problem.kind) for problem in caught.value.problems]


def test_what_journeys_refer_to_is_gathered_once_in_order() -> None:
    """An equal provision is the same one, even where a program made it twice."""
    journeys = [
        journey(1, asked=OTHER, given_=ROOM, calendar=CALENDAR),
        journey(2, asked=attrs.evolve(ROOM), given_=ROOM, calendar=attrs.evolve(CALENDAR)),
        Journey(pupil=Pupil(id=PupilId("elm-03"))),
    ]
    dataset = Dataset.of(iter(journeys), as_of=TERM.end, about="made up")
    assert dataset.journeys == tuple(journeys)
    assert dataset.provisions == (OTHER, ROOM)
    assert dataset.calendars == (CALENDAR,)
    assert (dataset.as_of, dataset.about) == (TERM.end, "made up")
    assert [one.key for one in provisions_of(journeys)] == ["other", "room", "room", "room"]
    assert len(list(calendars_of(journeys))) == 2


def test_it_may_hold_more_than_is_referred_to() -> None:
    assert Dataset(journeys=(), provisions=(ROOM,), calendars=(CALENDAR,)).provisions == (ROOM,)


def test_what_is_referred_to_must_be_held() -> None:
    asked = journey(asked=ROOM, calendar=CALENDAR)
    assert problems((asked,)) == [
        ("provisions", ProblemKind.UNKNOWN_REFERENCE),
        ("calendars", ProblemKind.UNKNOWN_REFERENCE),
    ]


def test_what_is_held_must_be_what_is_referred_to() -> None:
    """Two descriptions under one key: the reader could not tell which one a stay was in."""
    described = attrs.evolve(ROOM, places=8)
    assert problems((journey(given_=ROOM),), provisions=(described,)) == [
        ("provisions", ProblemKind.UNKNOWN_REFERENCE)
    ]
    with pytest.raises(InvalidRecordError):
        Dataset.of([journey(1, given_=ROOM), journey(2, given_=described)])


def test_a_key_stands_once() -> None:
    twice = problems((), provisions=(ROOM, OTHER, attrs.evolve(ROOM, places=8)))
    assert twice == [("provisions[2].key", ProblemKind.DUPLICATE)]
    again = SchoolCalendar(key="school", terms=(Term(DateSpan(TERM.start, TERM.start)),))
    assert problems((), calendars=(CALENDAR, again)) == [("calendars[1].key", ProblemKind.DUPLICATE)]


@FEWER
@given(st.from_type(Dataset))
def test_any_dataset_holds_what_its_journeys_refer_to(dataset: Dataset) -> None:
    assert set(provisions_of(dataset.journeys)) <= set(dataset.provisions)
    assert set(calendars_of(dataset.journeys)) <= set(dataset.calendars)
    assert Dataset.of(dataset.journeys).journeys == dataset.journeys
