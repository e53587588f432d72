"""Targets and reviews.

Expected: a review says how targets stand, what pupil, family and staff think and what was decided; holding
the pace is a decision like the others. The day of the next review is planned, and known before it comes.
"""

from datetime import date, timedelta
from typing import Any

import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.referral import Decided
from iapcore.record.review import Progress, Review, ReviewDecision, Target, TargetProgress, Wish
from iapcore.vocabulary.grounds import DataSet, NeedKind
from iapcore.vocabulary.people import Role, View

DAY = date(2026, 11, 20)


def test_going_back_is_a_way_in_which_a_target_may_stand() -> None:
    assert [progress.value for progress in Progress] == ["met", "some", "none", "back"]


def test_a_pupil_may_be_unsure() -> None:
    assert {wish.value for wish in Wish} == {"ready", "not_yet", "unsure"}
    assert Review(day=DAY).pupil_wish is None


@pytest.mark.parametrize("ref", [None, "", " "])
def test_a_target_needs_a_ref_for_reviews_to_point_at(ref: str | None) -> None:
    for make in (
        lambda: Target(ref=ref, day=DAY),  # type: ignore[arg-type]
        lambda: TargetProgress(target=ref, progress=Progress.SOME),  # type: ignore[arg-type]
    ):
        with pytest.raises(InvalidRecordError) as caught:
            make()
        assert caught.value.problems[0].kind in (ProblemKind.WRONG_TYPE, ProblemKind.MALFORMED)


SECRET = "what nobody is to read here"
FULL = Review(
    day=DAY,
    attended=(Role.PUPIL, Role.FAMILY),
    targets=(TargetProgress(target="t1", progress=Progress.BACK),),
    looked_at=(DataSet.ATTENDANCE,),
    pupil_wish=Wish.NOT_YET,
    family_view=View.UNSURE,
    staff_view=View.FOR,
    decision=ReviewDecision.HOLD,
    next_review=DAY + timedelta(days=21),
    ref="r1",
    words=SECRET,
)
TARGET = Target(ref="t1", day=DAY, need=NeedKind.WELLBEING, measure=SECRET, words=SECRET)


def test_holding_is_a_decision_like_the_others() -> None:
    assert [decision.value for decision in ReviewDecision] == [
        "next_step",
        "hold",
        "step_back",
        "return",
        "extend",
        "other_support",
    ]
    assert Review(day=DAY).decision is None


@pytest.mark.parametrize(
    ("kind", "given", "path", "problem_kind"),
    [
        (Review, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (Review, {"attended": (Role.PUPIL, View.FOR)}, "attended[1]", ProblemKind.WRONG_TYPE),
        (Review, {"targets": (TARGET,)}, "targets[0]", ProblemKind.WRONG_TYPE),
        (Review, {"looked_at": DataSet.SEN}, "looked_at", ProblemKind.WRONG_TYPE),
        (Review, {"pupil_wish": View.UNSURE}, "pupil_wish", ProblemKind.WRONG_TYPE),
        (Review, {"family_view": Wish.UNSURE}, "family_view", ProblemKind.WRONG_TYPE),
        (Review, {"staff_view": True}, "staff_view", ProblemKind.WRONG_TYPE),
        (Review, {"decision": "hold"}, "decision", ProblemKind.WRONG_TYPE),
        (Review, {"decision": Decided.OTHER_SUPPORT}, "decision", ProblemKind.WRONG_TYPE),
        (Review, {"words": ""}, "words", ProblemKind.MALFORMED),
        (Target, {"need": "wellbeing"}, "need", ProblemKind.WRONG_TYPE),
        (Target, {"measure": " "}, "measure", ProblemKind.MALFORMED),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    kind: type, given: dict[str, Any], path: str, problem_kind: ProblemKind
) -> None:
    right = {"day": DAY} if kind is Review else {"day": DAY, "ref": "t1"}
    with pytest.raises(InvalidRecordError) as caught:
        kind(**(right | given))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, problem_kind)


def test_neither_what_was_said_nor_what_was_decided_is_shown() -> None:
    assert repr(FULL) == "‹Review attended=2 targets=1 looked_at=1›"
    assert repr(TARGET) == "‹Target›"
    assert repr((FULL.targets or ())[0]) == "‹TargetProgress›"


@pytest.mark.parametrize("record", [FULL, TARGET])
def test_it_is_not_known_before_its_day_and_then_with_what_was_planned(record: Review | Target) -> None:
    assert as_of(record, DAY - timedelta(days=1)) is None
    assert as_of(record, DAY) is record


def test_a_review_is_read_as_it_is_written() -> None:
    written = {
        "day": "2026-11-20",
        "attended": ["pupil", "family"],
        "targets": [{"target": "t1", "progress": "back"}],
        "looked_at": ["attendance"],
        "pupil_wish": "not_yet",
        "family_view": "unsure",
        "staff_view": "for",
        "decision": "hold",
        "next_review": "2026-12-11",
        "ref": "r1",
        "words": SECRET,
    }
    assert unstructure(FULL) == written
    assert structure(written, Review) == FULL
