"""The same thing at two times, on the same basis, or not known.

Rule of the room: two windows have the same length, two scores the same instrument, edition, informant and
scale. What cannot be compared is *not known*, with the reason; nothing is said about a cause.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from iapcore.decisions.rule import Said, Telling, known, said
from iapcore.decisions.situation import Situation
from iapcore.record.assessment import Assessment
from iapcore.vocabulary.instruments import Instrument, OwnInstrument, Polarity, scale_of
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.spans import DateSpan

__all__ = ["NO_WINDOWS", "WELLBEING", "compare_wellbeing", "windows"]

_ONE_DAY = timedelta(days=1)

_ASK_AGAIN: Final = "Ask the pupil how things are, and what would help now; write down what they said."

WELLBEING: Final[dict[str, dict[str, Telling]]] = {
    "met": {"better": "{instrument}: better on {better}, worse on none, from {first} to {last}."},
    "not_met": {
        "not_better": ("{instrument}: no scale is better, from {first} to {last}.", _ASK_AGAIN),
        "mixed": ("{instrument}: worse on {worse}, better on {better}, from {first} to {last}.", _ASK_AGAIN),
    },
    "not_known": {
        "no_stay": (
            "The stay has not begun, or its first day is not recorded.",
            "Write down the first day of the stay, once it has begun.",
        ),
        "no_assessments": (
            "Assessments are not recorded.",
            "Fill in the questionnaire that the school uses, with the pupil's agreement, and write down its edition.",
        ),
        "edition_not_recorded": (
            "Edition or informant of an assessment is not recorded: it may say otherwise.",
            "Look up which edition it was and who filled it in.",
        ),
        "nothing_to_compare": (
            "No two assessments of the same instrument, edition, informant and scale are recorded.",
            "Ask the same person to fill in the same edition again.",
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
        "The {weeks} school weeks after the end have not passed.",
        "Look again when they have passed; until then ask the pupil how it goes.",
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
    first, last = known(max(pairs, key=lambda pair: pair[1].day, default=None), "nothing_to_compare")
    before = {score.scale: score.points for score in first.scores}
    named = last.instrument.name if isinstance(last.instrument, OwnInstrument) else last.instrument.value
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


def _can_be_compared(first: Assessment, last: Assessment) -> bool:
    """Whether there is a scale that both have, on different days."""
    scales = {score.scale for score in first.scores} & {score.scale for score in last.scores}
    return first.day < last.day and bool(scales)
