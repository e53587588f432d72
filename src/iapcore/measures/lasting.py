"""Of the returns, how many lasted to the policy's follow-up points, and how many pupils had come back by then.

Rules of the room: a return lasts where people looked at the point or after it, before the next, and what the policy
asks for shows by then. Where nobody looked, it is not known; it is never taken for lasting, nor for the opposite. A
pupil who came back unplanned by the point is a relapse of the return, and a question to the school. A visit to the base
is none. A return for which the point has not come is not in the base.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four, on follow-up. No source says when to look.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from iapcore.decisions.outcome import no_unplanned_stay_followed, return_is_sustained
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy import Policy
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count_stays, unbegun
from iapcore.measures.measure import By, Definition, Measure
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination

__all__ = ["RELAPSES", "SUSTAINED", "TO_COME", "count_relapses", "count_sustained"]

TO_COME: Final = "follow-up point to come"

_MEASUREMENT: Final = FOUR_TENETS.at("tenet 4, table of design, measurement")
_GLOSSARY: Final = FOUR_TENETS.at("glossary, reintegration")
_BASE: Final = "returns that had come to the follow-up point"
_UNIT: Final = "stays that led back in full, with return as the purpose agreed at entry"

SUSTAINED: Final = Definition(
    key="sustained-returns",
    numerator="returns that lasted to the follow-up point, by what the policy asks for",
    base=_BASE,
    unit=_UNIT,
    cites=(_MEASUREMENT, _GLOSSARY),
    caution="Where nobody looked it is not known: a school that looks more often knows more, and is not worse.",
    counts_pupils=True,
)
RELAPSES: Final = Definition(
    key="relapses",
    numerator="returns after which the pupil had come back unplanned by the follow-up point",
    base=_BASE,
    unit=_UNIT,
    cites=(_MEASUREMENT, FOUR_TENETS.at("tenet 4, common challenges")),
    caution="It asks what was missing after the stay. A visit to the base is no relapse.",
    counts_pupils=True,
)


@frozen(kw_only=True)
class _Point:
    """The day of a follow-up point, and the last one on which people may have looked for it."""

    day: date
    last: date


def count_sustained(
    journeys: Iterable[Journey], *, policy: Policy, on: date, weeks: int, by: By | None = None
) -> Measure:
    """Of the returns for which a follow-up point has come, how many lasted to it.

    `weeks` is one of the policy's follow-up points, in school weeks after the end. To last, the pupil has not come back
    unplanned, people looked between this point and the next, and all shows that the policy asks for (`OUT-10`).

    >>> from datetime import date
    >>> from iapcore import profile
    >>> print(count_sustained((), policy=profile(), on=date(2026, 11, 20), weeks=6))
    0 of 0 returns that had come to the follow-up point

    Raises `InvalidRecordError` for a point that is none of the policy's.
    """
    following = _following(policy, weeks)

    def place(journey: Journey, stay: Placement) -> str | None:
        point = _point(journey, stay, weeks, following, on)
        if not isinstance(point, _Point):
            return point
        relapsed = _relapsed(journey, stay, policy, point)
        if relapsed:
            return BASE
        looks = (stay.transition and stay.transition.follow_ups) or ()
        looked = any(point.day <= one.day <= point.last for one in looks)
        if relapsed is None or not looked:
            return NOT_KNOWN
        shown = return_is_sustained(Situation.of(journey, policy=policy, on=point.last, placement=stay))
        return _SHOWN[shown.verdict]

    return count_stays(SUSTAINED, journeys, place, on=on, by=by)


_SHOWN: Final = {Verdict.MET: HIT, Verdict.NOT_MET: BASE, Verdict.NOT_KNOWN: NOT_KNOWN}


def count_relapses(
    journeys: Iterable[Journey], *, policy: Policy, on: date, weeks: int, by: By | None = None
) -> Measure:
    """Of the returns for which a follow-up point has come, after how many the pupil had come back unplanned by then.

    A further stay of which nobody recorded how it came about is not known.

    >>> from datetime import date
    >>> from iapcore import profile
    >>> count_relapses((), policy=profile(), on=date(2026, 11, 20), weeks=6).share is None
    True

    Raises `InvalidRecordError` for a point that is none of the policy's.
    """
    following = _following(policy, weeks)

    def place(journey: Journey, stay: Placement) -> str | None:
        point = _point(journey, stay, weeks, following, on)
        if not isinstance(point, _Point):
            return point
        relapsed = _relapsed(journey, stay, policy, point)
        return NOT_KNOWN if relapsed is None else HIT if relapsed else BASE

    return count_stays(RELAPSES, journeys, place, on=on, by=by)


def _following(policy: Policy, weeks: int) -> int | None:
    """The next follow-up point of the policy; `None` after the last."""
    points = policy.follow_up_weeks.value
    if weeks not in points:
        known = ", ".join(map(str, points)) or "none"
        remedy = f"Give one of the policy's follow-up points in school weeks: {known}."
        raise InvalidRecordError(Problem(path="weeks", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
    return next((point for point in points if point > weeks), None)


def _point(
    journey: Journey, stay: Placement, weeks: int, following: int | None, on: date
) -> _Point | str | None:
    """The point of a return; else where the stay is counted, or `None` where it is no return."""
    is_return = tuple(_is_return(stay, on))
    if False in is_return:
        return None
    ended, calendar = stay.ending and stay.ending.day, journey.calendar
    if None in is_return or ended is None or calendar is None or ended not in calendar.span:
        return NOT_KNOWN
    day = calendar.weeks_later(ended, weeks)
    if day is None or day >= on:
        return TO_COME if day is not None or on in calendar.span else NOT_KNOWN
    next_day = calendar.weeks_later(ended, following) if following else None
    return _Point(day=day, last=on if next_day is None else min(on, next_day - timedelta(days=1)))


def _is_return(stay: Placement, on: date) -> Iterator[bool | None]:
    """What makes a stay a return, one by one; `None` is not known."""
    yield None if stay.purpose is None else stay.purpose is Purpose.RETURN
    before = unbegun(stay, on)
    yield None if before == NOT_KNOWN else before is None
    if stay.ending is None:
        yield None if before == NOT_KNOWN or stay.overran(on) else False
    else:
        led = stay.ending.destination
        yield None if led is None else led is Destination.MAINSTREAM


def _relapsed(journey: Journey, stay: Placement, policy: Policy, point: _Point) -> bool | None:
    """Whether the pupil came back unplanned by the point; `None` where that is not known."""
    situation = Situation.of(journey, policy=policy, on=point.day, placement=stay)
    verdict = no_unplanned_stay_followed(situation).verdict
    return None if verdict is Verdict.NOT_KNOWN else verdict is Verdict.NOT_MET
