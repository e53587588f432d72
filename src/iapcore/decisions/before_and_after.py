"""The same thing at two times, on the same basis, or not known.

Rule of the room: two windows have the same length, two scores the same instrument, edition, informant and
scale. What cannot be compared is *not known*, with the reason; nothing is said about a cause.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product
from typing import Final

from iapcore.decisions.rule import Said, Telling, known, said
from iapcore.decisions.situation import Situation
from iapcore.record.assessment import Assessment
from iapcore.vocabulary.instruments import Instrument, OwnInstrument, Polarity, scale_of
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.spans import DateSpan

__all__ = ["NO_WINDOWS", "WELLBEING", "compare_wellbeing", "windows"]

_ONE_DAY = timedelta(days=1)

WELLBEING: Final[dict[str, dict[str, Telling]]] = {
    "met": {"better": "{instrument}: better on {better}, worse on none, from {first} to {last}."},
    "not_met": {
        "not_better": (
            "{instrument}: no scale is better, from {first} to {last}.",
            "Ask pupil, family and a trusted adult what would help, and change the support accordingly.",
        ),
        "mixed": (
            "{instrument}: worse on {worse}, better on {better}, from {first} to {last}.",
            "Look with the pupil at what became harder ({worse}), and add support there.",
        ),
    },
    "not_known": {
        "no_stay": (
            "The stay has not begun, or its first day is not recorded.",
            "Write down the first day of the stay, or the day for which it is planned.",
        ),
        "no_assessments": (
            "Assessments are not recorded.",
            "Fill in an instrument now; where there is no baseline, it becomes the first of two.",
        ),
        "edition_not_recorded": (
            "Edition or informant of an assessment is not recorded: it may say otherwise.",
            "Write down which edition was filled in, and who filled it in.",
        ),
        "other_informant": (
            "The same instrument was filled in by different people: their scores do not compare.",
            "Ask whoever filled it in at the start to fill it in once more.",
        ),
        "other_edition": (
            "Different editions of the same instrument were filled in: their scores do not compare.",
            "Fill in the edition of the start once more.",
        ),
        "percentile_against_raw": (
            "One assessment gives percentiles and another raw points: they do not compare.",
            "Look up the raw points of both, or the percentiles of both.",
        ),
        "contradict": (
            "Two assessments of {day} are alike in all but their scores.",
            "Look up which of them is right, and mend the record.",
        ),
        "nothing_to_compare": (
            "No two assessments of the same instrument, edition, informant and scale are recorded.",
            "Fill in again the instrument of the start: the same edition, by the same person.",
        ),
    },
}
"""The reasons that a comparison of questionnaires may give, for the rules that make one."""


NO_WINDOWS: Final[dict[str, Telling]] = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the first day of the stay, once it has begun.",
    ),
    "open": (
        "No ending is recorded.",
        "When the stay has ended, write down its last day and where the pupil went.",
    ),
    "no_calendar": (
        "The school calendar is not recorded, or does not reach {weeks} school weeks before and after.",
        "Add the terms before and after the stay to the calendar.",
    ),
    "too_early": (
        "It is too early to look at {weeks} school weeks after the end.",
        "Look again when that time has passed; until then ask the pupil how it goes.",
    ),
}
"""The reasons for which there is nothing to compare yet."""


def windows(situation: Situation) -> tuple[DateSpan, DateSpan] | Said:
    """As many school weeks before the stay began as after it ended, or why they cannot be told."""
    stay = known(situation.stay, "no_stay")
    ending = known(situation.placement and situation.placement.ending, "open")
    weeks = situation.policy.comparison_weeks.value
    calendar = situation.journey.calendar
    first = calendar and calendar.weeks_earlier(stay.start, weeks)
    last = calendar and calendar.weeks_later(ending.day, weeks)
    if not first or not last:
        return said("no_calendar", weeks=weeks)
    if situation.on < last:
        return said("too_early", weeks=weeks)
    return DateSpan(first, stay.start - _ONE_DAY), DateSpan(ending.day + _ONE_DAY, last)


def compare_wellbeing(situation: Situation, *, after: date | None = None) -> Said:
    """The first and the last comparable questionnaire since the stay began, the last of them after that day."""
    stay = known(situation.placement and situation.placement.stay, "no_stay")
    recorded = known(situation.journey.assessments, "no_assessments")
    since = [one for one in recorded if stay.start <= one.day]
    pairs = [pair for pair in _first_and_last(since) if after is None or after < pair[1].day]
    first, last = known(max(pairs, key=lambda pair: pair[1].day, default=None), _why_none(since, after))
    for one in (first, last):
        if any(_is_otherwise(one, other) for other in since):
            return said("contradict", day=one.day)
    before = {score.scale: score.points for score in first.scores}
    named = _name(last)
    better: list[str] = []
    worse: list[str] = []
    for score in last.scores:
        if score.scale not in before:
            continue
        scale = scale_of(last.instrument, score.scale)
        gain = score.points - before[score.scale]
        if scale is not None and scale.polarity is Polarity.HIGHER_IS_DIFFICULTY:
            gain = -gain
        if abs(gain) >= situation.policy.least_gain(named, score.scale):
            (better if gain > 0 else worse).append(score.scale)
    if not worse and any(one.edition is None or one.informant is None for one in since):
        return said("edition_not_recorded")
    reason = "mixed" if worse else "better" if better else "not_better"
    told = {"better": tuple(better)} | ({"worse": tuple(worse)} if worse else {})
    return said(reason, instrument=named, first=first.day, last=last.day, **told)


def _first_and_last(assessments: Iterable[Assessment]) -> Iterable[tuple[Assessment, Assessment]]:
    alike: dict[tuple[Instrument | OwnInstrument, str, Informant], list[Assessment]] = defaultdict(list)
    for one in sorted(assessments, key=lambda one: one.day):
        if one.edition is not None and one.informant is not None:
            alike[one.instrument, one.edition, one.informant].append(one)
    pairs = ((group[0], group[-1]) for group in alike.values())
    return (pair for pair in pairs if _can_be_compared(*pair))


def _name(one: Assessment) -> str:
    return one.instrument.name if isinstance(one.instrument, OwnInstrument) else one.instrument.value


def _is_otherwise(one: Assessment, other: Assessment) -> bool:
    """Whether the two should say the same, and on a scale that both have do not."""
    points = {score.scale: score.points for score in other.scores}
    alike = all(
        getattr(one, name) == getattr(other, name) for name in ("day", "instrument", "edition", "informant")
    )
    return alike and any(points.get(score.scale, score.points) != score.points for score in one.scores)


def _why_none(since: list[Assessment], after: date | None) -> str:
    """Why nothing can be compared: the first of the reasons below that holds for two assessments."""
    pairs = [
        (one, other)
        for one, other in product(since, since)
        if one.day < other.day and _name(one) == _name(other) and (after is None or after < other.day)
    ]
    found = {_why_not(*pair) for pair in pairs}
    reasons = ("percentile_against_raw", "edition_not_recorded", "other_edition", "other_informant")
    return next((reason for reason in reasons if reason in found), "nothing_to_compare")


def _why_not(one: Assessment, other: Assessment) -> str:
    shared = {score.scale for score in one.scores} & {score.scale for score in other.scores}
    if not shared:
        return "nothing_to_compare"
    if None in (one.edition, one.informant, other.edition, other.informant):
        return "edition_not_recorded"
    if one.informant is not other.informant:
        return "other_informant"
    if one.edition != other.edition:
        return "other_edition"
    kinds = [{scale: _is_percentile(each, scale) for scale in shared} for each in (one, other)]
    return "percentile_against_raw" if kinds[0] != kinds[1] else "nothing_to_compare"


def _is_percentile(one: Assessment, scale: str) -> bool:
    found = scale_of(one.instrument, scale)
    return found is not None and found.is_percentile


def _can_be_compared(first: Assessment, last: Assessment) -> bool:
    """Whether there is a scale that both have, on different days."""
    scales = {score.scale for score in first.scores} & {score.scale for score in last.scores}
    return first.day < last.day and bool(scales)
