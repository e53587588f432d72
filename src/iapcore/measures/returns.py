"""How many pupils went back to mainstream.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four: the return rate is a key measure, and follow-up
shows whether it lasts. No source gives a formula; the base is spelled out here. Faster is not better.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from iapcore.decisions.outcome import OutcomeKind, classify_outcome
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy import Policy
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count
from iapcore.measures.measure import By, Definition, Measure
from iapcore.record.journey import Journey
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.settings import Destination

__all__ = ["RETURNS", "count_returns"]

RETURNS: Final = Definition(
    key="returns",
    numerator="stays that ended with all lessons back in mainstream",
    base="ended",
    unit="stays for which return was the purpose agreed at entry",
    cites=(FOUR_TENETS.at("tenet 4, table of design, measurement"),),
    caution="It says who went back, not whether they take part or stay returned, and nothing about causes.",
    counts_pupils=True,
)


_PLACES: Final = {
    OutcomeKind.NOT_KNOWN: NOT_KNOWN,
    OutcomeKind.STILL_PLACED: "open",
    OutcomeKind.EXTENDED: "open",
    OutcomeKind.NOT_BEGUN: "not begun",
    OutcomeKind.PLANNED_FURTHER_STAY: "in a further stay",
    OutcomeKind.DIED: "died",
}
"""Where a stay is counted that has no end to judge; every other ending counts in the base."""


def count_returns(journeys: Iterable[Journey], *, policy: Policy, on: date, by: By | None = None) -> Measure:
    """Of the stays that were to lead back and have ended, how many ended with all lessons in mainstream.

    Counted are stays, not pupils: a pupil with two stays counts twice. Open stays, stays that have not begun,
    stays for another purpose and stays followed by a further one are excluded and listed; a stay whose
    purpose, end or destination is not recorded is not known, and so is a journey whose placements are not
    recorded.

    >>> from datetime import date
    >>> from iapcore import Destination, Ending, Journey, Placement, Pupil, PupilId, Purpose, count_returns, profile
    >>> ending = Ending(day=date(2026, 10, 23), destination=Destination.MAINSTREAM)
    >>> stay = Placement(purpose=Purpose.RETURN, began=date(2026, 9, 7), ending=ending)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> print(count_returns([journey], policy=profile(), on=date(2026, 11, 20)))
    1 of 1 ended
    """
    placed = ((place, by and by(journey)) for journey in journeys for place in _places(journey, policy, on))
    return count(RETURNS, placed, on=on, grouped=by is not None)


def _places(journey: Journey, policy: Policy, on: date) -> Iterator[str]:
    placements = journey.as_of(on).placements
    if placements is None:
        yield NOT_KNOWN
    for placement in placements or ():
        if placement.purpose is not Purpose.RETURN:
            yield NOT_KNOWN if placement.purpose is None else "for another purpose"
            continue
        outcome = classify_outcome(journey, policy=policy, on=on, placement=placement).answer
        back = outcome.destination is Destination.MAINSTREAM
        yield _PLACES.get(outcome.kind, HIT if back else BASE)
