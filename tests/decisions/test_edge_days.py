"""The first and the last days that a record may have: no judgement stumbles over them."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest
from attrs import evolve

from iapcore.decisions.reviews import find_due, plan_reviews
from iapcore.decisions.stage import find_stage
from iapcore.errors import InvalidRecordError, OutOfScopeError
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import PROFILES
from iapcore.record.journey import Journey
from iapcore.vocabulary.shape import FIRST_DAY, LAST_DAY
from tests import stories
from tests.cases.case import JUDGEMENTS
from tests.stories import LONG_AFTER


def _moved(value: Any, days: timedelta) -> Any:
    """The value with every day of it moved by so many days."""
    if isinstance(value, date):
        return value + days
    if isinstance(value, tuple):
        return tuple(_moved(one, days) for one in value)
    if not attrs.has(type(value)):
        return value
    fields = [one for one in attrs.fields(type(value)) if one.init]
    return evolve(value, **{one.alias: _moved(getattr(value, one.name), days) for one in fields})


FIRST_MONDAY: Final = FIRST_DAY - date(2026, 4, 13)
"""From the first day of the stories to the first that a record may have, both of them Mondays."""
LAST_FRIDAY: Final = date(2199, 12, 27) - LONG_AFTER
STORIES: Final = (stories.prepared(), stories.returned(), stories.qualifications())


@pytest.mark.parametrize("policy", PROFILES, ids=lambda one: one.name)
@pytest.mark.parametrize("journey", STORIES, ids=("prepared", "returned", "qualifications"))
@pytest.mark.parametrize("bare", [True, False])
def test_every_judgement_answers_on_the_first_and_the_last_days(
    journey: Journey,
    policy: Policy,
    bare: bool,  # noqa: FBT001
) -> None:
    """Looking back or ahead past the days that can be written down is not known, and stops nobody."""
    without: dict[str, Any] = {"calendar": None} if bare else {}
    first, last = (evolve(_moved(journey, days), **without) for days in (FIRST_MONDAY, LAST_FRIDAY))
    shown = (
        *(FIRST_DAY + timedelta(weeks=weeks) for weeks in (0, 3, 25, 30, 34)),
        FIRST_DAY + timedelta(days=700),
    )
    for moved, days in ((first, shown), (last, (date(2199, 4, 19), date(2199, 5, 11), LAST_DAY))):
        for on in days:
            for judge in (*JUDGEMENTS.values(), find_due, plan_reviews, find_stage):
                with suppress(OutOfScopeError):
                    judge(moved, policy=policy, on=on)


@pytest.mark.parametrize("on", [date.min, date.min + timedelta(days=3), date.max])
@pytest.mark.parametrize("judge", [*JUDGEMENTS.values(), find_due, plan_reviews, find_stage])
def test_a_day_that_no_record_may_have_is_told_as_such(judge: Callable[..., object], on: date) -> None:
    with pytest.raises(InvalidRecordError, match="on: Give a day from 1900 to 2199"):
        judge(stories.prepared(), policy=PROFILES[0], on=on)
