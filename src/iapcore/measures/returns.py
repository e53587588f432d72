"""How many pupils went back to mainstream, or where else their purpose led, and what came after a stay.

Rules of the room: stays are counted, not pupils. A purpose is the one agreed at entry, so that no rate improves by
changing it later; changes are counted beside. An extension, a further stay that was planned and a return that nobody
planned are three things. Faster is not better.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four: the return rate is a key measure, and follow-up
shows whether it lasts. No source gives a formula; each base is spelled out here.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from iapcore.decisions.outcome import (
    ANSWERS_PURPOSE,
    Outcome,
    OutcomeKind,
    no_unplanned_stay_followed,
    outcome_of,
)
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy import Policy
from iapcore.measures.counting import BASE, HIT, NOT_BEGUN, NOT_KNOWN, count_stays, unbegun
from iapcore.measures.measure import By, Definition, Measure
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.value import Word

__all__ = [
    "ANSWERED",
    "EXTENDED",
    "FOLLOWED",
    "PURPOSE_CHANGES",
    "RETURNS",
    "Followed",
    "count_answered",
    "count_followed",
    "count_purpose_changes",
    "count_returns",
]

_MEASUREMENT: Final = FOUR_TENETS.at("tenet 4, table of design, measurement")
_OUTCOMES: Final = FOUR_TENETS.at("tenet 4, introduction")
_FURTHER: Final = FOUR_TENETS.at("tenet 4, planned and supported transition")

RETURNS: Final = Definition(
    key="returns",
    numerator="stays that ended with all lessons back in mainstream",
    base="ended",
    unit="stays for which return was the purpose agreed at entry",
    cites=(_MEASUREMENT,),
    caution="It says who went back, not whether they take part or stay returned, and nothing about causes.",
    counts_pupils=True,
)
ANSWERED: Final = Definition(
    key="answered",
    numerator="stays that led where their purpose at entry leads",
    base="ended",
    unit="stays",
    cites=(_OUTCOMES, _MEASUREMENT),
    caution="Purposes are not compared: return, qualifications and a special school place suit different pupils.",
    counts_pupils=True,
)
PURPOSE_CHANGES: Final = Definition(
    key="purpose-changes",
    numerator="stays whose purpose was changed after entry",
    base="began",
    unit="stays with a purpose agreed at entry",
    cites=(_OUTCOMES,),
    caution="A change can be right. It is shown because rates are told by the purpose agreed at entry.",
    counts_pupils=True,
)


class Followed(Word):
    """What may follow within or after a stay: three things that are never added up.

    >>> Followed("unplanned_reentry").name
    'UNPLANNED_REENTRY'
    """

    EXTENSION = "extension"
    PLANNED_FURTHER_STAY = "planned_further_stay"
    UNPLANNED_REENTRY = "unplanned_reentry"


EXTENDED: Final = Definition(
    key="extended",
    numerator="stays that were extended",
    base="began",
    unit="stays",
    cites=(_FURTHER,),
    caution="An extension is neither good nor bad by itself.",
    counts_pupils=True,
)
FOLLOWED: Final = {
    Followed.EXTENSION: EXTENDED,
    Followed.PLANNED_FURTHER_STAY: Definition(
        key="planned-further-stays",
        numerator="stays after which a further one was planned",
        base="ended",
        unit="stays",
        cites=(_FURTHER,),
        caution="Some pupils need a further stay. A visit to the base is none.",
        counts_pupils=True,
    ),
    Followed.UNPLANNED_REENTRY: Definition(
        key="unplanned-reentries",
        numerator="stays after which the pupil came back unplanned",
        base="ended",
        unit="stays",
        cites=(_FURTHER, FOUR_TENETS.at("tenet 4, common challenges")),
        caution="It asks what was missing after the stay. A visit to the base is none, and a planned stay neither.",
        counts_pupils=True,
    ),
}
"""The definition of each."""

_PLACES: Final = {
    OutcomeKind.NOT_KNOWN: NOT_KNOWN,
    OutcomeKind.STILL_PLACED: "open",
    OutcomeKind.EXTENDED: "open",
    OutcomeKind.NOT_BEGUN: NOT_BEGUN,
    OutcomeKind.PLANNED_FURTHER_STAY: "in a further stay",
    OutcomeKind.DIED: "died",
}
"""Where a stay is counted that has no end to judge; every other ending counts in the base."""


def count_returns(journeys: Iterable[Journey], *, policy: Policy, on: date, by: By | None = None) -> Measure:
    """Of the stays that were to lead back and have ended, how many ended with all lessons in mainstream.

    Counted are stays, not pupils: a pupil with two stays counts twice. Open stays, stays that have not begun,
    stays for another purpose and stays followed by a further one are excluded and listed; a stay whose
    purpose, end or destination is not recorded is not known, and so is a journey whose placements are not
    recorded. To group, `by` is asked about the journey as it stood, with one stay alone.

    >>> from datetime import date
    >>> from iapcore import Destination, Ending, Journey, Placement, Pupil, PupilId, Purpose, count_returns, profile
    >>> ending = Ending(day=date(2026, 10, 23), destination=Destination.MAINSTREAM)
    >>> stay = Placement(purpose=Purpose.RETURN, began=date(2026, 9, 7), ending=ending)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> print(count_returns([journey], policy=profile(), on=date(2026, 11, 20)))
    1 of 1 ended
    """

    def place(journey: Journey, stay: Placement) -> str:
        if stay.purpose is not Purpose.RETURN:
            return NOT_KNOWN if stay.purpose is None else "for another purpose"
        outcome = outcome_of(Situation.of(journey, policy=policy, on=on, placement=stay))
        return _place(outcome, hit=outcome.destination is Destination.MAINSTREAM)

    return count_stays(RETURNS, journeys, place, on=on, by=by)


def _place(outcome: Outcome, *, hit: bool) -> str:
    return _PLACES.get(outcome.kind, HIT if hit else BASE)


def count_answered(journeys: Iterable[Journey], *, policy: Policy, on: date, by: By | None = None) -> Measure:
    """Of the stays that have ended, how many led where the purpose agreed at entry leads.

    Return leads to mainstream, qualifications to a place after 16, a bridge to a special school there, and a primary
    year to either school. A stay that led where a purpose agreed later leads is in the base alone: the purpose at entry
    counts. Group it with `by_purpose`, so that each purpose has a base of its own.

    >>> from datetime import date
    >>> from iapcore import Ending, Pupil, PupilId, profile
    >>> from iapcore.measures.counting import by_purpose
    >>> ending = Ending(day=date(2026, 7, 3), destination=Destination.POST_16)
    >>> stay = Placement(purpose=Purpose.QUALIFICATIONS, began=date(2025, 9, 8), ending=ending)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> answered = count_answered([journey], policy=profile(), on=date(2026, 11, 20), by=by_purpose)
    >>> [(label, str(part)) for label, part in answered.groups]
    [('qualifications', '1 of 1 ended')]
    """

    def place(journey: Journey, stay: Placement) -> str:
        if stay.purpose is None:
            return NOT_KNOWN
        outcome = outcome_of(Situation.of(journey, policy=policy, on=on, placement=stay))
        return _place(outcome, hit=outcome.destination in ANSWERS_PURPOSE[stay.purpose])

    return count_stays(ANSWERED, journeys, place, on=on, by=by)


def count_purpose_changes(journeys: Iterable[Journey], *, on: date, by: By | None = None) -> Measure:
    """Of the stays that began with a purpose agreed at entry, for how many it was changed to another by `on`.

    Where changes are not recorded, it is not known whether there was one. Group it with `by_purpose` to see from which.

    >>> from datetime import date
    >>> from iapcore import Pupil, PupilId, PurposeChange
    >>> change = PurposeChange(day=date(2026, 10, 5), purpose=Purpose.QUALIFICATIONS)
    >>> stay = Placement(purpose=Purpose.RETURN, began=date(2026, 9, 7), purpose_changes=(change,))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> print(count_purpose_changes([journey], on=date(2026, 11, 20)))
    1 of 1 began
    """

    def place(_: Journey, stay: Placement) -> str:
        if (before := unbegun(stay, on)) is not None:
            return before
        changes = stay.purpose_changes
        if stay.purpose is None or changes is None:
            return NOT_KNOWN
        return HIT if any(one.purpose is not stay.purpose for one in changes) else BASE

    return count_stays(PURPOSE_CHANGES, journeys, place, on=on, by=by)


def count_followed(
    journeys: Iterable[Journey], *, followed: Followed, policy: Policy, on: date, by: By | None = None
) -> Measure:
    """How many stays were extended, or were followed by a further stay that was planned, or by one that was not.

    Extensions are counted of the stays that began, the other two of those that ended, whatever their purpose. Where it
    is not recorded how a further stay came about, or whether a stay was extended, it is not known.

    >>> from datetime import date
    >>> from iapcore import Ending, Entry, Pupil, PupilId, profile
    >>> ending = Ending(day=date(2026, 10, 23), destination=Destination.MAINSTREAM)
    >>> first = Placement(began=date(2026, 9, 7), ending=ending)
    >>> second = Placement(began=date(2026, 11, 9), entry=Entry.UNPLANNED_RETURN)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(first, second))
    >>> print(count_followed([journey], followed=Followed.UNPLANNED_REENTRY, policy=profile(), on=date(2026, 11, 20)))
    1 of 1 ended; 1 open
    """

    def place(journey: Journey, stay: Placement) -> str:
        if (before := unbegun(stay, on)) is not None:
            return before
        if followed is Followed.EXTENSION:
            return NOT_KNOWN if stay.extensions is None else HIT if stay.extensions else BASE
        if stay.ending is None:
            return NOT_KNOWN if stay.overran(on) else "open"
        if stay.ending.destination is Destination.DIED:
            return "died"
        what = _what_followed(journey, stay, policy, on)
        return NOT_KNOWN if what is None else HIT if what == followed.value else BASE

    return count_stays(FOLLOWED[followed], journeys, place, on=on, by=by)


_REASONS: Final = {
    "none": "nothing",
    "planned": Followed.PLANNED_FURTHER_STAY.value,
    "unplanned": Followed.UNPLANNED_REENTRY.value,
}


def _what_followed(journey: Journey, stay: Placement, policy: Policy, on: date) -> str | None:
    """What followed a stay that ended; a destination that says so goes before what the next stay says."""
    situation = Situation.of(journey, policy=policy, on=on, placement=stay)
    if outcome_of(situation).kind is OutcomeKind.PLANNED_FURTHER_STAY:
        return Followed.PLANNED_FURTHER_STAY.value
    return _REASONS.get(no_unplanned_stay_followed(situation).reason)
