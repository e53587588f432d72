"""After how long a stay led back to mainstream, with every other ending beside it.

Rules of the room: a stay that ended otherwise can no longer lead back, so other endings compete and are shown with the
returns; they are never treated as stays that might still return. Only an open stay is cut off, at the day of the count.
Shares are exact. **Faster is not better**: the pace is the pupil's, and the share that came back early says nothing of
whether it lasted.

How it is worked out, after Aalen and Johansen: at each length at which a stay ended, the share still in the stay is
multiplied by the stays that ended so, of those that lasted at least so long. Where stays ended and others were cut off
at one length, the ones cut off still count among those that lasted so long.

Sources: Austin, Lee and Fine, *Introduction to the Analysis of Survival Data in the Presence of Competing Risks*
(2016), on cumulative incidence; Simpson and O'Brien, *Four Tenets* (2025), tenet four, on what is measured.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import evolve, frozen

from iapcore.decisions.outcome import OutcomeKind, outcome_of
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import COMPETING_RISKS, FOUR_TENETS
from iapcore.guidance.policy import Policy
from iapcore.measures.counting import NOT_BEGUN, label_of, listed, stays_of
from iapcore.measures.lengths import NO_CALENDAR, NO_PLACEMENTS, TimeUnit, length_of
from iapcore.measures.measure import By, Definition
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.wording import spelt

__all__ = ["TIME_TO_RETURN", "Incidence", "Step", "count_time_to_return"]

TIME_TO_RETURN: Final = Definition(
    key="time-to-return",
    numerator="stays that ended by then, by where they led",
    base="stays that began, with return as the purpose agreed at entry",
    unit="stays",
    cites=(
        FOUR_TENETS.at("tenet 4, table of design, measurement"),
        COMPETING_RISKS.at("cumulative incidence function"),
    ),
    caution="Faster is not better. It says when stays ended and where they led, and nothing about causes.",
)


@frozen(kw_only=True, field_transformer=shaped)
class Step:
    """What happened to the stays of one length.

    `at_risk` stays lasted at least that long; `ended` of them ended then, by where they led, and `left_open` had lasted
    just so long when they were counted. `incidence` is the share of all stays that had ended by then, by where they
    led, and `still` the share that had not.
    """

    time: int
    at_risk: int
    ended: tuple[tuple[Destination, int], ...]
    left_open: int
    incidence: tuple[tuple[Destination, Fraction], ...]
    still: Fraction


@frozen(kw_only=True, field_transformer=shaped)
class Incidence:
    """Shares of stays that had ended after so much school time, as they stood `on` a day: **internal**, small numbers.

    `steps` holds each length that a stay had, in order. What is `excluded` and `not_known` is counted by reason.
    """

    definition: Definition
    on: date
    unit: TimeUnit
    steps: tuple[Step, ...]
    excluded: tuple[tuple[str, int], ...]
    not_known: tuple[tuple[str, int], ...]
    groups: "tuple[tuple[str, Incidence], ...]" = ()

    @property
    def stays(self) -> int:
        """How many stays are counted, ended and open."""
        return self.steps[0].at_risk if self.steps else 0

    def share_by(self, time: int, destination: Destination = Destination.MAINSTREAM) -> Fraction | None:
        """The share of stays that led there within so much school time.

        `None` where no stay is counted, or the time is longer than any stay and some are open: nobody knows yet.
        """
        past = [step for step in self.steps if step.time <= time]
        if not self.steps or (past == list(self.steps) and past[-1].time < time and past[-1].still):
            return None
        return dict(past[-1].incidence).get(destination, Fraction(0)) if past else Fraction(0)

    def __str__(self) -> str:
        parts = [f"{self.stays} stay{'' if self.stays == 1 else 's'}"]
        if self.steps:
            last = self.steps[-1]
            by = f"by {spelt(self.unit.value).removesuffix('s')} {last.time}"
            shares = [f"{share} {spelt(where.value)}" for where, share in last.incidence]
            parts.append(f"{by}: {', '.join([*shares, f'{last.still} still in the stay'])}")
        parts += [f"{count} {reason}" for reason, count in (*self.excluded, *self.not_known)]
        return "; ".join(parts)


_NO_PURPOSE: Final = "purpose not recorded"
_NO_END: Final = "first day, end or destination not recorded"
_OTHER_PURPOSE: Final = "for another purpose"
_OPEN: Final = (OutcomeKind.STILL_PLACED, OutcomeKind.EXTENDED)

_Seen: TypeAlias = str | tuple[int, Destination | None]
"""Why a stay is not counted, or how long it lasted and where it led; `None` while it is open."""


def count_time_to_return(
    journeys: Iterable[Journey],
    *,
    policy: Policy,
    on: date,
    unit: TimeUnit = TimeUnit.SCHOOL_WEEKS,
    by: By | None = None,
) -> Incidence:
    """After how much school time stays led back to mainstream, and what share of them ended otherwise by then.

    Counted are stays with return as the purpose agreed at entry that have begun, one by one, the first day and the last
    included. Where they led is told by `classify_outcome`: in full to mainstream is a return; a return in part, a
    planned further stay and every other ending are endings of their own. To group, `by` is asked about the journey with
    one stay alone.

    >>> from datetime import date
    >>> from iapcore import Ending, Pupil, PupilId, SchoolCalendar, Term, profile
    >>> calendar = SchoolCalendar(key="elm", terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 12, 18))),))
    >>> def stay(number, **ended):
    ...     ending = Ending(**ended) if ended else None
    ...     placement = Placement(purpose=Purpose.RETURN, began=date(2026, 9, 7), ending=ending)
    ...     return Journey(pupil=Pupil(id=PupilId(f"elm-{number}")), calendar=calendar, placements=(placement,))
    >>> journeys = (
    ...     stay(1, day=date(2026, 10, 16), destination=Destination.MAINSTREAM),
    ...     stay(2, day=date(2026, 9, 25), destination=Destination.MANAGED_MOVE),
    ...     stay(3),
    ... )
    >>> times = count_time_to_return(journeys, policy=profile(), on=date(2026, 11, 20))
    >>> print(times)
    3 stays; by school week 11: 1/3 mainstream, 1/3 managed move, 1/3 still in the stay
    >>> times.share_by(3), times.share_by(6), times.share_by(20)
    (Fraction(0, 1), Fraction(1, 3), None)
    """
    whole: list[_Seen] = []
    parts: dict[str, list[_Seen]] = defaultdict(list)
    for journey, placement, group in stays_of(journeys, on=on, by=by):
        seen = _seen(journey, placement, policy, on, unit)
        whole.append(seen)
        if by is not None:
            parts[label_of(group)].append(seen)
    groups = tuple((label, _incidence(parts[label], on, unit)) for label in sorted(parts))
    return evolve(_incidence(whole, on, unit), groups=groups)


def _seen(journey: Journey, placement: Placement | None, policy: Policy, on: date, unit: TimeUnit) -> _Seen:
    if placement is None:
        return NO_PLACEMENTS
    if placement.purpose is not Purpose.RETURN:
        return _NO_PURPOSE if placement.purpose is None else _OTHER_PURPOSE
    outcome = outcome_of(Situation.of(journey, policy=policy, on=on, placement=placement))
    if outcome.kind is OutcomeKind.NOT_BEGUN:
        return NOT_BEGUN
    if outcome.kind is OutcomeKind.NOT_KNOWN or placement.began is None:
        return _NO_END
    destination = outcome.destination
    if outcome.kind is OutcomeKind.PLANNED_FURTHER_STAY:
        destination = Destination.FURTHER_STAY
    last = on if outcome.kind in _OPEN else outcome.ended
    time = length_of(journey.calendar, DateSpan(placement.began, last), unit)
    return NO_CALENDAR if time is None else (time, destination)


def _incidence(seen: list[_Seen], on: date, unit: TimeUnit) -> Incidence:
    reasons = [one for one in seen if isinstance(one, str)]
    return Incidence(
        definition=TIME_TO_RETURN,
        on=on,
        unit=unit,
        steps=tuple(_steps([one for one in seen if not isinstance(one, str)])),
        excluded=listed(reasons, (_OTHER_PURPOSE, NOT_BEGUN)),
        not_known=listed(reasons, (NO_PLACEMENTS, _NO_PURPOSE, _NO_END, NO_CALENDAR)),
    )


def _steps(stays: list[tuple[int, Destination | None]]) -> list[Step]:
    """One step for each length, from the shortest: what ended, what is open, and the shares by then."""
    by_length: dict[int, Counter[Destination | None]] = defaultdict(Counter)
    for length, where in stays:
        by_length[length][where] += 1
    at_risk, still = len(stays), Fraction(1)
    shares: dict[Destination, Fraction] = {}
    steps: list[Step] = []
    for time, led in sorted(by_length.items()):
        left_open = led[None]
        ended = [(where, led[where]) for where in Destination if led[where]]
        for where, count in ended:
            shares[where] = shares.get(where, Fraction(0)) + still * Fraction(count, at_risk)
        still *= 1 - Fraction(sum(count for _, count in ended), at_risk)
        steps.append(
            Step(
                time=time,
                at_risk=at_risk,
                ended=tuple(ended),
                left_open=left_open,
                incidence=tuple((where, shares[where]) for where in Destination if where in shares),
                still=still,
            )
        )
        at_risk -= left_open + sum(count for _, count in ended)
    return steps
