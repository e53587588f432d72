"""Targets and reviews."""

from datetime import date

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.review import Progress, Review, Target, TargetProgress, Wish

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
