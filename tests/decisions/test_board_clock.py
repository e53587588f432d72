"""The duty of the board, suspension by suspension: one meeting does not settle what comes after it."""

from datetime import date
from typing import Final

import pytest
from attrs import evolve

from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.safeguards import check_safeguards
from iapcore.errors import InvalidRecordError
from iapcore.guidance.profiles import profile
from iapcore.record.behaviour import ExclusionReview, Suspension
from iapcore.record.stream import Stream
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewBody, ReviewResult, SuspensionCategory
from tests import stories

POLICY: Final = profile("half-term")


def reason(key: str, on: date, *suspensions: Suspension) -> str:
    stream = Stream(complete=DateSpan(date(2026, 4, 13), on), events=suspensions)
    return (
        check_safeguards(evolve(stories.hybrid(), suspensions=stream), policy=POLICY, on=on)
        .finding(key)
        .reason
    )


def board(day: date, result: ReviewResult | None = None) -> tuple[ExclusionReview, ...]:
    return (ExclusionReview(day=day, body=ReviewBody.GOVERNING_BOARD, result=result),)


def test_a_later_exclusion_is_a_duty_of_its_own() -> None:
    reviewed = Suspension(day=date(2026, 9, 7), half_days=32, reviews=board(date(2026, 9, 25)))
    permanent = Suspension(day=date(2026, 10, 12), category=SuspensionCategory.PERMANENT, reviews=())
    on = date(2026, 10, 13)
    assert reason("CLOCK-1", on, reviewed) == "board_met"
    assert reason("CLOCK-1", on, reviewed, permanent) == "must_meet"
    met_again = evolve(permanent, reviews=board(on))
    assert reason("CLOCK-1", on, reviewed, met_again) == "board_met"
    unsaid = evolve(permanent, reviews=None)
    assert reason("CLOCK-1", on, reviewed, unsaid) == "meeting_not_recorded"


def test_days_after_a_meeting_may_be_asked_about_again() -> None:
    reviewed = Suspension(day=date(2026, 11, 2), half_days=12, reviews=board(date(2026, 11, 11)))
    more = Suspension(day=date(2026, 11, 17), half_days=8, reviews=())
    assert reason("CLOCK-1", date(2026, 11, 13), reviewed) == "board_met"
    assert reason("CLOCK-1", date(2026, 11, 20), reviewed, more) == "if_asked"


@pytest.mark.parametrize("result", [ReviewResult.ONGOING, ReviewResult.REPRESENTATIONS_MADE])
def test_a_review_that_goes_on_is_no_meeting_that_was_held(result: ReviewResult) -> None:
    permanent = Suspension(
        day=date(2026, 11, 2), category=SuspensionCategory.PERMANENT, reviews=board(date(2026, 11, 3), result)
    )
    assert reason("CLOCK-1", date(2026, 11, 20), permanent) == "meeting_not_recorded"


def test_lunchtimes_lie_on_a_day_each() -> None:
    """Four lunches from Tuesday run up to Friday, the last school day before the stay."""
    lunches = Suspension(day=date(2026, 10, 20), half_days=4, category=SuspensionCategory.LUNCHTIME)
    assert reason("SAFE-2", stories.ON, lunches) == "beside"
    mornings = evolve(lunches, category=SuspensionCategory.SUSPENSION)
    assert reason("SAFE-2", stories.ON, mornings) == "apart"


@pytest.mark.parametrize("places", [-1, True, 1.0])
def test_places_are_counted(places: int) -> None:
    with pytest.raises(InvalidRecordError, match="places_free"):
        check_eligibility(stories.referred(), policy=POLICY, on=stories.PLANNED_ON, places_free=places)
