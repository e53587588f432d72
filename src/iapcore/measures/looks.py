"""What each signal looks at in a stay: judgements that exist, the model's own length, and what the pupil said.

Rules of the room: a look answers met, not met or not known, and stands under the question it asks. A stay of which a
signal does not ask is left out with its reason. A word of the pupil counts from any day of the stay: a later one does
not take it back. *Partly* is no answer to either side, and leaves it not known.
"""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from iapcore.decisions.outcome import (
    OutcomeGroup,
    OutcomeKind,
    no_unplanned_stay_followed,
    outcome_of,
)
from iapcore.decisions.safeguards import SAFEGUARDS
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.measures.counting import NOT_KNOWN
from iapcore.measures.lengths import TimeUnit, length_of
from iapcore.record.experience import Experience
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Destination

__all__ = [
    "AFTER_THE_STAY",
    "FELT_AS_SUPPORT",
    "LEARNING",
    "LED_ELSEWHERE",
    "WAY_BACK",
    "LeftOut",
    "Look",
    "any_of",
    "nothing_left_out",
    "under_rules",
    "unless_ended",
    "unless_open_for_return",
]

Look: TypeAlias = Callable[[Situation], Verdict]
LeftOut: TypeAlias = Callable[[Situation], str | None]
"""Why a signal does not ask about a stay, or that it is not known; `None` where it asks."""

_RULES: Final = {one.key: one for one in SAFEGUARDS}


def under_rules(*keys: str) -> dict[str, Look]:
    """Rules of the safeguards as looks, each under its question.

    >>> list(under_rules("SAFE-4"))
    ['Is the room a place of support?']
    """

    def look(key: str) -> Look:
        return lambda situation: _RULES[key](situation).verdict

    return {_RULES[key].asks: look(key) for key in keys}


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Met where one is, not met where none is, else not known; of nothing: not met.

    >>> any_of((Verdict.NOT_MET, Verdict.NOT_KNOWN)).name
    'NOT_KNOWN'
    """
    found = set(verdicts)
    return next((one for one in (Verdict.MET, Verdict.NOT_KNOWN) if one in found), Verdict.NOT_MET)


def _verdict(answer: bool | None) -> Verdict:  # noqa: FBT001
    return Verdict.NOT_KNOWN if answer is None else Verdict.MET if answer else Verdict.NOT_MET


def nothing_left_out(_: Situation) -> None:
    """For a signal that asks about every stay."""


def unless_ended(situation: Situation) -> str | None:
    """Left out while a stay is open, and where the pupil died; one that outran its plan is not known."""
    stay = situation.placement
    if stay is None or stay.ending is None:
        return NOT_KNOWN if stay is None or stay.overran(situation.on) else "open"
    return "died" if stay.ending.destination is Destination.DIED else None


def unless_open_for_return(situation: Situation) -> str | None:
    """Left out once a stay has ended, or where its purpose is another than return."""
    stay = situation.placement
    if stay is None or stay.ending is not None:
        return NOT_KNOWN if stay is None else "ended"
    purpose = stay.purpose_on(situation.on)
    if purpose is not Purpose.RETURN:
        return NOT_KNOWN if purpose is None else "for another purpose"
    return NOT_KNOWN if stay.overran(situation.on) else None


# Holding pen: longer than the model, and nothing back


def _is_within_its_model(situation: Situation) -> Verdict:
    provision, stay = situation.provision, situation.stay
    weeks = provision and provision.weeks
    length = stay and length_of(situation.journey.calendar, stay, TimeUnit.SCHOOL_WEEKS)
    return _verdict(None if not weeks or length is None else length <= weeks[-1])


def _has_lessons_back(situation: Situation) -> Verdict:
    week = situation.week
    return _verdict(None if week is None else bool(week.returned))


WAY_BACK: Final = {
    "Is the stay no longer than the longest of its model, in school weeks?": _is_within_its_model,
    "Are lessons back in mainstream?": _has_lessons_back,
}


# Revolving door and last chance saloon


def _came_back_only_as_planned(situation: Situation) -> Verdict:
    if outcome_of(situation).kind is OutcomeKind.PLANNED_FURTHER_STAY:
        return Verdict.MET
    return no_unplanned_stay_followed(situation).verdict


def _led_elsewhere(situation: Situation) -> Verdict:
    kind = outcome_of(situation).kind
    return _verdict(None if kind is OutcomeKind.NOT_KNOWN else kind.group is not OutcomeGroup.TO_ASK_ABOUT)


AFTER_THE_STAY: Final = {"Was there no further stay, or was it planned?": _came_back_only_as_planned}
LED_ELSEWHERE: Final = {"Did the stay lead elsewhere than to an exit to ask about?": _led_elsewhere}


# What the pupil says, and what was looked at in subjects


def _pupil_says(what: Callable[[Experience], Extent | None]) -> Look:
    def look(situation: Situation) -> Verdict:
        stay, said = situation.stay, situation.journey.experiences or ()
        answers = {
            what(one) for one in said if one.by is Informant.PUPIL and stay is not None and one.day in stay
        }
        if Extent.NO in answers:
            return Verdict.NOT_MET
        return _verdict(True if Extent.YES in answers and Extent.PARTLY not in answers else None)

    return look


def _was_assessed(situation: Situation) -> Verdict:
    """Whether a subject was assessed in the stay; before the first review is due, nobody can tell."""
    stay, subjects = situation.stay, situation.journey.subjects
    if stay is None or subjects is None:
        return Verdict.NOT_KNOWN
    if any(one.day in stay for one in subjects):
        return Verdict.MET
    calendar = situation.journey.calendar
    first = calendar and calendar.weeks_later(stay.start, situation.review_weeks)
    return _verdict(False if first and first in stay else None)


FELT_AS_SUPPORT: Final[dict[str, Look]] = {
    "Does the pupil say that the place is support?": _pupil_says(lambda said: said.feels_supported)
}
LEARNING: Final[dict[str, Look]] = {
    "Does the pupil say that it is a place to learn?": _pupil_says(lambda said: said.is_learning),
    "Was progress in a subject looked at during the stay?": _was_assessed,
}
