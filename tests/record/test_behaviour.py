"""Incidents, removals and suspensions.

Expected: an incident and a removal hold no story; a removal is counted in minutes, a suspension in half-days,
of which a permanent exclusion has none; it has up to three reasons, of the list of 2020 or that of 2026.
"""

import json
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.behaviour import ExclusionReview, Incident, Removal, Suspension
from iapcore.record.timetable import Slot
from iapcore.strategies import records
from iapcore.vocabulary.suspension_codes import (
    ReviewBody,
    ReviewResult,
    SuspensionCategory,
    SuspensionReason,
)

DAY = date(2026, 9, 10)


def test_an_incident_has_no_room_for_a_story() -> None:
    assert {field.name for field in attrs.fields(Incident)} == {"day", "slot", "ref"}


def test_a_lunchtime_is_one_half_day_and_less_is_none() -> None:
    assert Suspension(day=DAY, half_days=1).half_days == 1
    for wrong in (0, -1):
        with pytest.raises(InvalidRecordError) as caught:
            Suspension(day=DAY, half_days=wrong)
        [problem] = caught.value.problems
        assert (problem.path, problem.kind) == ("half_days", ProblemKind.OUT_OF_RANGE)


@pytest.mark.parametrize(
    ("kind", "given_", "path"),
    [
        (Removal, {"day": None}, "day"),
        (Removal, {"slot": "Thu:3"}, "slot"),
        (Removal, {"minutes": 40.0}, "minutes"),
        (Removal, {"minutes": True}, "minutes"),
        (Suspension, {"half_days": 2.5}, "half_days"),
        (Suspension, {"category": "PERM"}, "category"),
        (Suspension, {"reasons": SuspensionReason.THEFT}, "reasons"),
        (Suspension, {"reasons": (SuspensionReason.THEFT, "DB")}, "reasons[1]"),
        (Suspension, {"reviews": (ReviewResult.ONGOING,)}, "reviews[0]"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(kind: type, given_: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        kind(**({"day": DAY} | given_))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, ProblemKind.WRONG_TYPE)


# Removals


def test_a_removal_has_no_room_for_a_story() -> None:
    assert {field.name for field in attrs.fields(Removal)} == {"day", "slot", "minutes", "ref"}


@pytest.mark.parametrize("minutes", [None, 0, 1, 300])
def test_how_long_a_removal_was_may_be_not_recorded(minutes: int | None) -> None:
    assert Removal(day=DAY, minutes=minutes).minutes == minutes


def test_nobody_is_removed_for_less_than_no_time() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Removal(day=DAY, minutes=-1)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("minutes", ProblemKind.OUT_OF_RANGE)


# Suspensions

FULL = Suspension(
    day=DAY,
    half_days=3,
    category=SuspensionCategory.SUSPENSION,
    reasons=(SuspensionReason.DISABILITY_ABUSE, SuspensionReason.VAPING),
    reviews=(ExclusionReview(day=DAY, body=ReviewBody.GOVERNING_BOARD, result=ReviewResult.BOARD_YES),),
    ref="row 12",
)


@pytest.mark.parametrize(
    ("category", "half_days"),
    [
        (None, None),
        (None, 1),
        (SuspensionCategory.PERMANENT, None),
        (SuspensionCategory.SUSPENSION, None),
        (SuspensionCategory.SUSPENSION, 90),
        (SuspensionCategory.LUNCHTIME, 1),
        (SuspensionCategory.OLD_FIXED_PERIOD, 10),
    ],
)
def test_all_but_a_permanent_exclusion_may_have_a_length(
    category: SuspensionCategory | None, half_days: int | None
) -> None:
    made = Suspension(day=DAY, category=category, half_days=half_days)
    assert (made.category, made.half_days) == (category, half_days)


def test_a_permanent_exclusion_has_no_length() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Suspension(day=DAY, category=SuspensionCategory.PERMANENT, half_days=1)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("half_days", ProblemKind.CONTRADICTION)


@pytest.mark.parametrize(
    "reasons",
    [
        None,
        (),
        (SuspensionReason.THEFT,),
        (SuspensionReason.THEFT, SuspensionReason.VAPING, SuspensionReason.SOCIAL_MEDIA),
    ],
)
def test_up_to_three_reasons_of_either_list(reasons: tuple[SuspensionReason, ...] | None) -> None:
    """No day is known from which the newer list is in force: a reason of it may stand beside an older one."""
    assert Suspension(day=DAY, reasons=reasons).reasons == reasons


def test_all_that_is_wrong_with_a_suspension_is_told_at_once() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Suspension(
            day=DAY,
            half_days=0,
            category=SuspensionCategory.PERMANENT,
            reasons=(
                SuspensionReason.THEFT,
                SuspensionReason.DAMAGE,
                SuspensionReason.THEFT,
                SuspensionReason.THEFT,
            ),
        )
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("half_days", ProblemKind.OUT_OF_RANGE),
        ("half_days", ProblemKind.CONTRADICTION),
        ("reasons", ProblemKind.OUT_OF_RANGE),
        ("reasons[2]", ProblemKind.DUPLICATE),
        ("reasons[3]", ProblemKind.DUPLICATE),
    ]


@pytest.mark.parametrize(
    ("reasons", "problems"),
    [
        ("BU TH DM MT", [("reasons", ProblemKind.OUT_OF_RANGE)]),
        ("BU BU", [("reasons[1]", ProblemKind.DUPLICATE)]),
        ("BU TH BU", [("reasons[2]", ProblemKind.DUPLICATE)]),
    ],
)
def test_a_reason_stands_once_and_three_are_enough(
    reasons: str, problems: list[tuple[str, ProblemKind]]
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Suspension(day=DAY, reasons=tuple(map(SuspensionReason, reasons.split())))
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == problems


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (Incident(day=DAY, slot=Slot.parse("Thu:3"), ref="row 1"), "‹Incident›"),
        (Removal(day=DAY, slot=Slot.parse("Thu:3"), minutes=40, ref="row 2"), "‹Removal›"),
        (FULL, "‹Suspension reasons=2 reviews=1›"),
    ],
)
def test_neither_reasons_nor_lessons_are_shown(record: object, shown: str) -> None:
    assert repr(record) == shown


@pytest.mark.parametrize("record", [Incident(day=DAY), Removal(day=DAY, minutes=40), Suspension(day=DAY)])
def test_it_is_not_known_before_its_day(record: Incident | Removal | Suspension) -> None:
    assert as_of(record, DAY - timedelta(days=1)) is None
    assert as_of(record, DAY) is record


@pytest.mark.parametrize(
    ("record", "written"),
    [
        (
            FULL,
            {
                "day": "2026-09-10",
                "half_days": 3,
                "category": "SUSP",
                "reasons": ["DS", "VR"],
                "reviews": [{"day": "2026-09-10", "body": "GB", "result": "FRE"}],
                "ref": "row 12",
            },
        ),
        (
            Removal(day=DAY, slot=Slot.parse("2Thu:3"), minutes=0),
            {"day": "2026-09-10", "slot": "2Thu:3", "minutes": 0},
        ),
    ],
)
def test_it_is_read_as_it_is_written(record: object, written: dict[str, object]) -> None:
    assert unstructure(record) == written
    assert structure(written, type(record)) == record


@given(records(Suspension))
def test_any_suspension_is_read_as_it_is_written(suspension: Suspension) -> None:
    assert structure(json.loads(json.dumps(unstructure(suspension))), Suspension) == suspension


def test_a_document_with_a_reason_of_no_list_is_refused() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        structure({"day": "2026-09-10", "reasons": ["DB", "ZZ"]}, Suspension)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("reasons[1]", ProblemKind.UNKNOWN_CODE)
