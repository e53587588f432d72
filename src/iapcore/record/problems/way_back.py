"""Choices of the pupil and plans of the way back that lie where no way back can be.

A plan says what was meant: a stay that began later or ended sooner than people thought does not contradict it.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from iapcore.errors import Problem
from iapcore.record.journey import Journey
from iapcore.record.problems.places import contradiction, placements

__all__ = ["WAY_BACK"]

_ONE_DAY: Final = timedelta(days=1)


def _days(journey: Journey) -> Iterator[Problem]:
    referred, ended = _first_told_of(journey), _last_ended(journey)
    for name in ("choices", "plans"):
        for position, one in enumerate(getattr(journey, name) or ()):
            path = f"{name}[{position}].day"
            if referred and one.day < referred:
                remedy = (
                    "It lies before every referral and stay: look up its day and that of the referral, and "
                    "correct the wrong one."
                )
                yield contradiction(path, remedy)
            if ended and ended < one.day:
                remedy = (
                    "It lies after every stay had ended: look both days up, and correct the wrong one, or add "
                    "the further referral or stay."
                )
                yield contradiction(path, remedy)


def _first_told_of(journey: Journey) -> date | None:
    """The day on which a first stay was asked for or began; `None` where no referral is recorded."""
    if not journey.referrals:
        return None
    began = [placement.start for _, placement in placements(journey) if placement.start]
    return min(*(referral.day for referral in journey.referrals), *began, date.max)


def _last_ended(journey: Journey) -> date | None:
    """The last day of the last stay; `None` where one is open or to come, or was asked for since."""
    ended = [placement.ending and placement.ending.day for _, placement in placements(journey)]
    last = max((day for day in ended if day), default=None)
    asked_again = any(last is not None and last < referral.day for referral in journey.referrals or ())
    return None if asked_again or not all(ended) else last


def _weeks(journey: Journey) -> Iterator[Problem]:
    for position, plan in enumerate(journey.plans or ()):
        for place, week in enumerate(plan.weeks):
            if week.starts < plan.day - plan.day.weekday() * _ONE_DAY:
                remedy = (
                    "It begins before the week in which the plan was made: look both days up, and correct the "
                    "wrong one, or leave the week out."
                )
                yield contradiction(f"plans[{position}].weeks[{place}].starts", remedy)


WAY_BACK: Final = (_days, _weeks)
"""What is looked at."""
