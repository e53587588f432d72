"""What was counted before, during and after stays: sessions and lessons attended, half-days suspended, incidents.

Rules of the room: nothing here says what a stay caused. **Regression to the mean**: pupils enter at a low point, and
whoever is chosen at a low point tends to stand higher later, with or without a stay. Windows have as many school weeks
after as before, and a stay without enough sessions in both is not compared. Stays are pooled by adding up sessions,
never by averaging rates. What was counted during the stay stands beside what was counted after it and where the stays
led, in one value: a pupil who left is in no window after. The same weeks a year earlier tell of the season.

Sources: Simpson and O'Brien, *Four Tenets* (2025), tenet four, on comparing with the time before entry; Department for
Education, *Methodology: pupil absence statistics in England*, on sessions and rates.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Final

from attrs import evolve, frozen

from iapcore.decisions.absence import AbsenceBand, absence_band
from iapcore.decisions.rule import Said, looked_at
from iapcore.decisions.situation import Situation
from iapcore.decisions.three_times import (
    Counted,
    CountIn,
    ThreeTimes,
    at_three_times,
    attended_at_three_times,
    half_days_lost,
    incidents_noted,
    lessons_attended,
    sessions_attended,
)
from iapcore.guidance.policy import Policy
from iapcore.guidance.thresholds import HALF_DAYS
from iapcore.measures.before_and_after import (
    BEFORE_AND_AFTER,
    Absent,
    Area,
    BeforeAndAfter,
    Led,
    YearEarlier,
)
from iapcore.measures.counting import NOT_BEGUN, label_of, stays_of, unbegun
from iapcore.measures.lengths import NO_CALENDAR, NO_END, NO_PLACEMENTS, NO_START
from iapcore.measures.measure import By
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.shape import stop_unless_a_day
from iapcore.vocabulary.spans import DateSpan

__all__ = ["count_before_and_after"]

_OPEN: Final = "open"
_DIED: Final = "died"
_FURTHER: Final = "in a further stay"
_ELSEWHERE: Final = "led elsewhere"
_TOO_EARLY: Final = "too early to look after the end"
_TOO_FEW: Final = "too few sessions before or after"
_EXCLUDED: Final = (NOT_BEGUN, _OPEN, _DIED, _FURTHER, _ELSEWHERE, _TOO_EARLY, _TOO_FEW)
_NOT_SURE: Final = "not recorded whether still at the school"
_IN_A_STAY: Final = "in a stay a year earlier"
_WHY: Final = {
    "too_early": _TOO_EARLY,
    "too_few": _TOO_FEW,
    "no_calendar": NO_CALENDAR,
    "before_calendar": NO_CALENDAR,
    "no_marks": "session marks not recorded",
    "other_basis": "not on the same basis",
    "no_lesson_marks": "lesson marks not recorded",
    "no_suspensions": "suspensions not recorded",
    "no_length": "length of a suspension not recorded",
    "no_incidents": "incidents not recorded",
}
"""What the reasons of a comparison are called here."""

_COUNT_IN: Final[dict[Area, CountIn]] = {
    Area.ATTENDANCE: sessions_attended,
    Area.LESSONS: lessons_attended,
    Area.SUSPENSIONS: half_days_lost,
    Area.INCIDENTS: incidents_noted,
}
_NOTED_AT_SCHOOL: Final = (Area.SUSPENSIONS, Area.INCIDENTS)
"""What is noted of a pupil who is there alone: that there is none says nothing of one who left."""
_STILL_THERE: Final = (Destination.MAINSTREAM, Destination.MAINSTREAM_IN_PART)
_MAYBE_THERE: Final = (None, Destination.FAMILY_WITHDREW, Destination.SPECIALIST_BASE)


@frozen(kw_only=True)
class _Seen:
    """What one stay adds: why it is not compared, or its counts."""

    why: str | None = None
    times: ThreeTimes | None = None
    ended: bool = False
    led: Destination | None = None
    in_another: bool = False
    year: tuple[Counted, ...] | str = ()


def count_before_and_after(
    journeys: Iterable[Journey],
    *,
    area: Area,
    policy: Policy,
    on: date,
    year_earlier: bool = False,
    by: By | None = None,
) -> BeforeAndAfter:
    """What was counted before, during and after each stay that ended, added up over the stays that can be compared.

    Compared are the policy's `comparison_weeks` before the first day with as many after the last, where at least
    `least_sessions` were possible in both (for lessons: so many lessons marked) and, of suspensions and incidents,
    where the pupil was still at the school. A pupil who came back unplanned is compared too. To group, `by` is asked
    about the journey with one stay alone.

    >>> from datetime import date
    >>> from iapcore import Ending, Pupil, PupilId, profile
    >>> ending = Ending(day=date(2026, 10, 23), destination=Destination.MANAGED_MOVE)
    >>> stay = Placement(began=date(2026, 9, 7), ending=ending)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> found = count_before_and_after([journey], area=Area.INCIDENTS, policy=profile(), on=date(2026, 11, 20))
    >>> found.stays, found.excluded, [str(one) for one in found.led]
    (0, (('led elsewhere', 1),), ['managed move 1 (0 compared)'])

    Raises `OutOfScopeError` for a day before the thresholds of absence that hold today.
    """
    stop_unless_a_day(on)
    whole: list[_Seen] = []
    parts: dict[str, list[_Seen]] = defaultdict(list)
    for journey, stay, group in stays_of(journeys, on=on, by=by):
        seen = _seen(journey, stay, area, policy, on, year_earlier=year_earlier)
        whole.append(seen)
        if by is not None:
            parts[label_of(group)].append(seen)
    pooled = partial(_pooled, area=area, policy=policy, on=on, year_earlier=year_earlier)
    return evolve(pooled(whole), groups=tuple((label, pooled(parts[label])) for label in sorted(parts)))


def _seen(
    journey: Journey, stay: Placement | None, area: Area, policy: Policy, on: date, *, year_earlier: bool
) -> _Seen:
    if stay is None:
        return _Seen(why=NO_PLACEMENTS)
    if (before := unbegun(stay, on)) is not None:
        return _Seen(why=NOT_BEGUN if before == NOT_BEGUN else NO_START)
    if stay.ending is None:
        return _Seen(why=NO_END if stay.overran(on) else _OPEN)
    led = stay.ending.destination
    situation = Situation.of(journey, policy=policy, on=on, placement=stay)
    times = _not_there(led, area) or _times(situation, area)
    if isinstance(times, str):
        return _Seen(ended=True, led=led, why=times)
    first, _, last = times.spans
    others = [one for one in journey.placements or () if one is not stay]
    return _Seen(
        ended=True,
        led=led,
        times=times,
        in_another=_is_in_one(others, first, last),
        year=_a_year_earlier(situation, area, (first, last)) if year_earlier else (),
    )


def _times(situation: Situation, area: Area) -> ThreeTimes | str:
    """The counts of a stay that ended, or why it is not compared."""
    count_in = partial(at_three_times, count_in=_COUNT_IN[area])
    times = looked_at(situation, attended_at_three_times if area is Area.ATTENDANCE else count_in)
    if isinstance(times, Said):
        return _WHY[times.reason]
    return _TOO_FEW if _too_few(situation, area, times.before, times.after) else times


def _not_there(led: Destination | None, area: Area) -> str | None:
    """Why a stay that led there has no time after it here; `None` where it may have."""
    if led is Destination.DIED:
        return _DIED
    if led is Destination.FURTHER_STAY:
        return _FURTHER
    if area not in _NOTED_AT_SCHOOL or led in _STILL_THERE:
        return None
    return _NOT_SURE if led in _MAYBE_THERE else _ELSEWHERE


def _too_few(situation: Situation, area: Area, *counts: Counted) -> bool:
    each = HALF_DAYS.on(situation.on) if area is Area.INCIDENTS else 1
    return min(one.possible for one in counts) * each < situation.policy.least_sessions.value


def _is_in_one(stays: Iterable[Placement], *spans: DateSpan) -> bool:
    return any(one.stay is not None and one.stay.overlaps(span) for one in stays for span in spans)


def _a_year_earlier(situation: Situation, area: Area, spans: Sequence[DateSpan]) -> tuple[Counted, ...] | str:
    """The counts of the same weeks a year earlier, or why they cannot be told."""
    earlier = [span.a_year_earlier() for span in spans]
    if _is_in_one(situation.journey.placements or (), *earlier):
        return _IN_A_STAY
    counts = looked_at(situation, lambda one: _COUNT_IN[area](one, earlier))
    if isinstance(counts, Said):
        return _WHY[counts.reason]
    return _TOO_FEW if _too_few(situation, area, *counts) else counts


def _pooled(
    seen: Sequence[_Seen], *, area: Area, policy: Policy, on: date, year_earlier: bool
) -> BeforeAndAfter:
    times = [one.times for one in seen if one.times is not None]
    reasons = Counter(one.why for one in seen if one.why is not None)
    ended = Counter(one.led for one in seen if one.ended)
    compared = Counter(one.led for one in seen if one.times is not None)
    return BeforeAndAfter(
        definition=BEFORE_AND_AFTER[area],
        area=area,
        on=on,
        weeks=policy.comparison_weeks.value,
        least=policy.least_sessions.value,
        stays=len(times),
        before=Counted.pooled(one.before for one in times),
        during=Counted.pooled(one.during for one in times),
        after=Counted.pooled(one.after for one in times),
        led=tuple(
            Led(destination=where, ended=ended[where], compared=compared[where])
            for where in (*Destination, None)
            if ended[where]
        ),
        in_another_stay=sum(one.in_another for one in seen),
        absent=_absent(times, on) if area is Area.ATTENDANCE else None,
        year_earlier=_year_earlier(seen) if year_earlier else None,
        excluded=tuple((why, reasons[why]) for why in _EXCLUDED if reasons[why]),
        not_known=tuple(sorted((why, count) for why, count in reasons.items() if why not in _EXCLUDED)),
    )


def _absent(times: Iterable[ThreeTimes], on: date) -> Absent:
    before: Counter[AbsenceBand | None] = Counter()
    after: Counter[AbsenceBand | None] = Counter()
    for one in times:
        before[absence_band(one.before.count, one.before.possible, on=on)] += 1
        after[absence_band(one.after.count, one.after.possible, on=on)] += 1
    severe = AbsenceBand.SEVERE
    return Absent(
        persistent_before=before[AbsenceBand.PERSISTENT] + before[severe],
        persistent_after=after[AbsenceBand.PERSISTENT] + after[severe],
        severe_before=before[severe],
        severe_after=after[severe],
    )


def _year_earlier(seen: Iterable[_Seen]) -> YearEarlier:
    pairs = [(one.times, one.year) for one in seen if one.times is not None]
    known = [(times, year) for times, year in pairs if not isinstance(year, str)]
    reasons = Counter(year for _, year in pairs if isinstance(year, str))
    return YearEarlier(
        stays=len(known),
        before=Counted.pooled(times.before for times, _ in known),
        after=Counted.pooled(times.after for times, _ in known),
        before_a_year_earlier=Counted.pooled(year[0] for _, year in known),
        after_a_year_earlier=Counted.pooled(year[-1] for _, year in known),
        left_out=tuple(sorted(reasons.items())),
    )
