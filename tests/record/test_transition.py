"""The move to the next setting."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.placement import Ending, Placement
from iapcore.record.timetable import Slot
from iapcore.record.transition import (
    Adjustment,
    AfterCareVisit,
    Conversation,
    ElementDone,
    FollowUp,
    Passport,
    Transition,
)
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.provision_kinds import Access, ProvisionKind
from iapcore.vocabulary.settings import Destination, TransitionElement

DAY = date(2027, 1, 29)


def test_taking_part_has_three_ways_and_may_be_partial() -> None:
    """A timetable alone does not show it: people look, in each of the three ways, and may not have looked."""
    follow_up = FollowUp(day=DAY, academic=Extent.YES, social=Extent.PARTLY)
    assert (follow_up.academic, follow_up.social, follow_up.emotional) == (
        Extent.YES,
        Extent.PARTLY,
        None,
    )


def test_a_passport_shows_how_much_it_says_and_nothing_of_it() -> None:
    passport = Passport(strategies=("a seat near the door",), triggers=())
    assert repr(passport) == "‹Passport strategies=1 triggers=0›"


def test_nothing_done_is_not_the_same_as_not_recorded() -> None:
    assert Transition(elements=()) != Transition()
    done = Transition(elements=(ElementDone(element=TransitionElement.FOLLOW_UP, day=DAY),))
    assert repr(done) == "‹Transition elements=1›"


# What the receiving side agreed to, and coming back for a while

AGREED = date(2026, 11, 6)
ADJUSTMENT = Adjustment(
    agreed=AGREED,
    by=Role.SUBJECT_TEACHER,
    slots=(Slot.parse("Mon:1"), Slot.parse("Tue:4")),
    made=AGREED + timedelta(days=10),
    ref="a1",
    words="what nobody is to read here",
)
VISIT = AfterCareVisit(day=DAY, access=Access.SOFT_START, ref="v1")


def test_that_an_adjustment_is_not_known_to_be_made_does_not_say_that_it_was_not() -> None:
    assert Adjustment(agreed=AGREED).made is None
    assert {field.name for field in attrs.fields(Adjustment)} & {"was_made", "is_made"} == set()


def test_an_adjustment_may_be_made_on_the_day_it_is_agreed_and_not_before() -> None:
    assert Adjustment(agreed=AGREED, made=AGREED).made == AGREED
    with pytest.raises(InvalidRecordError) as caught:
        Adjustment(agreed=AGREED, made=AGREED - timedelta(days=1))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("made", ProblemKind.OUT_OF_ORDER)
    assert problem.remedy == "It lies before agreed: look the two days up again."


def test_a_visit_to_the_base_is_no_way_of_ending() -> None:
    """Somebody who drops in has not come back: there are two ways to visit, and none is a stay."""
    assert [access.value for access in Access] == ["soft_start", "drop_in"]
    assert AfterCareVisit(day=DAY).access is None
    stay = Placement(
        began=AGREED, ending=Ending(day=AGREED), transition=Transition(after_care=(VISIT, VISIT))
    )
    assert stay.stay is not None
    assert stay.stay.end == AGREED


@pytest.mark.parametrize(
    ("kind", "given", "path", "problem_kind"),
    [
        (Adjustment, {"agreed": None}, "agreed", ProblemKind.WRONG_TYPE),
        (Adjustment, {"by": "pupil"}, "by", ProblemKind.WRONG_TYPE),
        (Adjustment, {"slots": (Slot.parse("Mon:1"), "Mon:2")}, "slots[1]", ProblemKind.WRONG_TYPE),
        (Adjustment, {"made": False}, "made", ProblemKind.WRONG_TYPE),
        (Adjustment, {"words": ""}, "words", ProblemKind.MALFORMED),
        (AfterCareVisit, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (AfterCareVisit, {"access": ProvisionKind.SUPPORT_BASE}, "access", ProblemKind.WRONG_TYPE),
        (Transition, {"destination": "mainstream"}, "destination", ProblemKind.WRONG_TYPE),
        (Transition, {"receiving": Role.SENCO}, "receiving", ProblemKind.WRONG_TYPE),
        (Transition, {"receiving": (Role.SENCO, "A. Teacher")}, "receiving[1]", ProblemKind.WRONG_TYPE),
        (Transition, {"adjustments": [ADJUSTMENT]}, "adjustments", ProblemKind.WRONG_TYPE),
        (Transition, {"after_care": (ADJUSTMENT,)}, "after_care[0]", ProblemKind.WRONG_TYPE),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    kind: type, given: dict[str, Any], path: str, problem_kind: ProblemKind
) -> None:
    right: dict[type, dict[str, Any]] = {
        Adjustment: {"agreed": AGREED},
        AfterCareVisit: {"day": DAY},
        Transition: {},
    }
    with pytest.raises(InvalidRecordError) as caught:
        kind(**right[kind] | given)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, problem_kind)


FULL = Transition(
    destination=Destination.MAINSTREAM,
    receiving=(Role.SUBJECT_TEACHER, Role.PASTORAL),
    conversations=(Conversation(day=AGREED, role=Role.SUBJECT_TEACHER, slots=()),),
    adjustments=(ADJUSTMENT,),
    after_care=(VISIT,),
)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (ADJUSTMENT, "‹Adjustment slots=2›"),
        (VISIT, "‹AfterCareVisit›"),
        (FULL, "‹Transition receiving=2 conversations=1 adjustments=1 after_care=1›"),
    ],
)
def test_what_was_agreed_is_not_shown(record: object, shown: str) -> None:
    assert repr(record) == shown


PLANNED = attrs.evolve(FULL, conversations=(), adjustments=(), after_care=())
PROMISED = attrs.evolve(FULL, adjustments=(attrs.evolve(ADJUSTMENT, made=None),), after_care=())


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 5), PLANNED),
        (date(2026, 11, 6), PROMISED),
        (date(2026, 11, 15), PROMISED),
        (date(2026, 11, 16), attrs.evolve(FULL, after_care=())),
        (date(2027, 1, 28), attrs.evolve(FULL, after_care=())),
        (date(2027, 1, 29), FULL),
    ],
)
def test_where_a_move_is_to_lead_is_planned_and_what_is_done_for_it_happens(
    on: date, expected: Transition
) -> None:
    assert as_of(FULL, on) == expected


def test_a_transition_is_read_as_it_is_written() -> None:
    written = {
        "destination": "mainstream",
        "receiving": ["subject_teacher", "pastoral"],
        "conversations": [{"day": "2026-11-06", "role": "subject_teacher", "slots": []}],
        "adjustments": [
            {
                "agreed": "2026-11-06",
                "by": "subject_teacher",
                "slots": ["Mon:1", "Tue:4"],
                "made": "2026-11-16",
                "ref": "a1",
                "words": "what nobody is to read here",
            }
        ],
        "after_care": [{"day": "2027-01-29", "access": "soft_start", "ref": "v1"}],
    }
    assert unstructure(FULL) == written
    assert structure(written, Transition) == FULL
