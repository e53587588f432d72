"""Everything about one pupil: `None` is *not recorded*, `()` is *none*."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date, timedelta
from typing import get_args, get_type_hints

import attrs
import pytest
from hypothesis import given

import iapcore.record
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Referral
from iapcore.strategies import journeys
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.spans import DateSpan

PUPIL = Pupil(id=PupilId("elm-01"))
MONDAY = date(2026, 11, 2)

ALWAYS_THERE = {
    ("Dataset", "provisions"),
    ("Dataset", "calendars"),
    ("SessionCount", "left_out"),
    ("ReturnPlan", "weeks"),
    ("PlannedWeek", "back"),
    ("PlannedWeek", "to_base"),
}
"""A dataset holds what its journeys refer to: nothing of it can be *not recorded*. A count is made, not recorded. A
plan is what people agreed: what does not stand in it is not agreed."""


def fields() -> Iterator[tuple[type, "attrs.Attribute[object]"]]:
    for module in pkgutil.iter_modules(iapcore.record.__path__, "iapcore.record."):
        for kind in vars(importlib.import_module(module.name)).values():
            if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.name:
                yield from ((kind, field) for field in attrs.fields(kind))


def test_what_may_be_left_out_is_then_not_recorded() -> None:
    """No field of the record fills itself in: not with an empty list, not with *no*, not with nought."""
    filled_in = {
        (kind.__name__, field.name)
        for kind, field in fields()
        if field.default is not attrs.NOTHING and field.default is not None and kind.__name__[0] != "_"
    }
    assert filled_in == ALWAYS_THERE


def test_what_is_not_recorded_by_default_may_be_none_by_type() -> None:
    for kind, field in fields():
        if field.default is None:
            assert type(None) in get_args(get_type_hints(kind)[field.name])


def test_looked_and_found_none_is_not_the_same_as_not_recorded() -> None:
    assert Journey(pupil=PUPIL, reviews=()) != Journey(pupil=PUPIL)
    assert repr(Journey(pupil=PUPIL, reviews=())) == "‹Journey reviews=0›"
    assert repr(Journey(pupil=PUPIL)) == "‹Journey›"


def stay(days: int | None, ref: str, *, state: str = "open") -> Placement:
    """A stay that starts so many days after the first Monday: planned, open or over."""
    start = None if days is None else MONDAY + timedelta(days=days)
    if start is None:
        return Placement(ref=ref)
    if state == "planned":
        return Placement(ref=ref, planned=DateSpan(start))
    return Placement(ref=ref, began=start, ending=Ending(day=start) if state == "over" else None)


@pytest.mark.parametrize(
    ("placements", "expected"),
    [
        (None, None),
        ((), None),
        ((stay(0, "a"), stay(7, "b")), "b"),
        ((stay(7, "a"), stay(0, "b")), "a"),
        ((stay(0, "a"), stay(0, "b")), "b"),
        ((stay(0, "a"), stay(None, "b")), "a"),
        ((stay(None, "a"), stay(None, "b")), "b"),
        ((stay(0, "a"), stay(7, "b", state="planned")), "a"),
        ((stay(7, "a", state="over"), stay(0, "b")), "b"),
        ((stay(0, "a", state="over"), stay(7, "b", state="planned")), "b"),
        ((stay(7, "a", state="over"), stay(0, "b", state="planned")), "a"),
        ((stay(0, "a", state="over"), stay(7, "b", state="over")), "b"),
    ],
)
def test_the_latest_placement_is_the_open_one(
    placements: tuple[Placement, ...] | None, expected: str | None
) -> None:
    """A further stay that is planned does not hide the one a pupil is in.

    Else the one that starts last counts, and of two that start alike the one written later.
    """
    latest = Journey(pupil=PUPIL, placements=placements).latest_placement()
    assert (latest and latest.ref) == expected


@pytest.mark.parametrize(
    ("days", "expected"), [(None, None), ([], None), ([0, 7], 1), ([7, 0], 0), ([0, 0, -1], 1)]
)
def test_the_latest_referral_was_made_last(days: list[int] | None, expected: int | None) -> None:
    referrals = days and tuple(
        Referral(day=MONDAY + timedelta(days=offset), ref=str(position))
        for position, offset in enumerate(days)
    )
    latest = Journey(pupil=PUPIL, referrals=() if days == [] else referrals or None).latest_referral()
    assert (latest and latest.ref) == (None if expected is None else str(expected))


@given(journeys())
def test_the_latest_come_from_the_journey(journey: Journey) -> None:
    placement, referral = journey.latest_placement(), journey.latest_referral()
    assert (placement is None) is (not journey.placements)
    assert placement is None or placement in (journey.placements or ())
    assert referral is None or all(one.day <= referral.day for one in journey.referrals or ())


@pytest.mark.parametrize("name", [field.name for _, field in fields() if _ is Journey][2:])
def test_a_list_could_change_under_a_journey(name: str) -> None:
    if name in ("marks", "incidents", "suspensions"):
        return
    with pytest.raises(InvalidRecordError) as caught:
        Journey(pupil=PUPIL, **{name: []})
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (name, ProblemKind.WRONG_TYPE)
