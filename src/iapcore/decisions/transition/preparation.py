"""The answer: is the move prepared, as far as the record tells?"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from iapcore.decisions.judgement import Decision, ask, verdict_of
from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.situation import Situation
from iapcore.decisions.transition.elements import (
    ELEMENTS,
    RETURNS,
    time_in_mainstream,
    time_there,
    voice_in_return,
    voice_there,
)
from iapcore.decisions.transition.handover import (
    HANDOVER,
    after_care_is_offered,
    destination_is_known,
    leads_to,
    place_after_16,
    settled_in_primary,
)
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Policy
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.value import Word

__all__ = ["TRANSITION", "Preparation", "check_transition", "preparation_of"]

TRANSITION: Final[tuple[Rule, ...]] = (*ELEMENTS, *HANDOVER)
"""The law of this room. Of a move those are asked that its destination asks for."""


class Preparation(Word):
    """Whether a move is prepared. *Not yet* is work for adults, and no reason to keep a pupil waiting.

    >>> Preparation("not_yet_prepared").name
    'NOT_YET_PREPARED'
    """

    PREPARED = "prepared"
    NOT_YET_PREPARED = "not_yet_prepared"
    CANNOT_TELL = "cannot_tell"
    NOTHING_TO_PREPARE = "nothing_to_prepare"


_ANSWERS: Final = {
    Verdict.MET: Preparation.PREPARED,
    Verdict.NOT_MET: Preparation.NOT_YET_PREPARED,
    Verdict.NOT_KNOWN: Preparation.CANNOT_TELL,
}
_OF_A_RETURN: Final = (time_in_mainstream, voice_in_return, after_care_is_offered)
_OF_ANOTHER_MOVE: Final = (time_there, voice_there)
_OF_ONE_PLACE: Final[dict[Destination, Rule]] = {
    Destination.POST_16: place_after_16,
    Destination.NO_POST_16_PLACE: place_after_16,
    Destination.SPECIAL_SCHOOL: settled_in_primary,
}


def _asked(destination: Destination | None) -> tuple[Rule, ...]:
    """The rules that a move to this place asks for, in the order of the room."""
    if destination is Destination.DIED:
        return (destination_is_known,)
    left_out = _OF_ANOTHER_MOVE if destination in RETURNS else _OF_A_RETURN
    others = [one for place, one in _OF_ONE_PLACE.items() if place is not destination]
    own = _OF_ONE_PLACE.get(destination) if destination else None
    return tuple(one for one in TRANSITION if one not in left_out and (one is own or one not in others))


def preparation_of(findings: Iterable[Finding]) -> Preparation:
    """The answer that follows from the findings of this room: where only the destination was asked for, nothing."""
    found = tuple(findings)
    if [one.rule for one in found] == [destination_is_known]:
        return Preparation.NOTHING_TO_PREPARE
    return _ANSWERS[verdict_of(found)]


def check_transition(
    journey: Journey, *, policy: Policy, on: date, placement: Placement | None = None
) -> Decision[Preparation]:
    """Whether the pupil's move is prepared: six elements with their days, what was handed on, what is still owed.

    By default about the latest placement that had begun or was planned by `on`. The elements before the move are
    required; the rest is shown. Which rules are asked follows from where the move leads: back to mainstream, the week
    and the pupil's colours and wish tell of two elements. Of a stay that ended with the pupil's death nothing is asked.

    >>> from datetime import date
    >>> from iapcore import Journey, Placement, Pupil, PupilId, Purpose, profile
    >>> stay = Placement(began=date(2026, 11, 2), purpose=Purpose.RETURN)
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> move = check_transition(journey, policy=profile(), on=date(2026, 11, 20))
    >>> move.answer.name, move.finding("TRANS-1").sentence
    ('CANNOT_TELL', 'The move is meant to lead to: mainstream.')
    >>> move.next_actions[0].does
    'Write down what has been done for the move so far: with whom, and when.'

    Raises `InvalidRecordError` where `on` is no plain date.
    """
    situation = Situation.of(journey, policy=policy, on=on, placement=placement)
    findings = ask(_asked(leads_to(situation)), situation)
    answer = preparation_of(findings)
    return Decision(about="transition", answer=answer, findings=findings, policy=policy.named, on=on)
