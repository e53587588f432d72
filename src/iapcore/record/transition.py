"""The pupil's move to the next setting: prepared, talked about, followed up.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four: six elements, of which a passport that is
handed on with a conversation is one and follow-up after the move another.
"""

from datetime import date

from attrs import field, frozen

from iapcore.record.timetable import Slot
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import TransitionElement
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, KNOWN_SINCE, Discreet, Word

__all__ = ["Conversation", "ElementDone", "FollowUp", "Passport", "TakingPart", "Transition"]


class TakingPart(Word):
    """Whether the pupil takes part, as people who see it judge.

    >>> TakingPart("partly").name
    'PARTLY'
    """

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Passport(Discreet):
    """What helps and what is hard, for those who receive the pupil. Its texts are never shown in a repr.

    >>> Passport(strategies=("A seat near the door",))
    ‹Passport strategies=1›
    """

    day: date | None = field(default=None, metadata=EXISTS_SINCE)
    strategies: tuple[str, ...] | None = None
    triggers: tuple[str, ...] | None = None
    shared: date | None = field(default=None, metadata=KNOWN_SINCE)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Conversation(Discreet):
    """That the base spoke with somebody who receives the pupil, and about which lessons.

    >>> from datetime import date
    >>> from iapcore import Role
    >>> Conversation(day=date(2026, 11, 6), role=Role.SUBJECT_TEACHER, slots=(Slot.parse("Mon:1"),))
    ‹Conversation slots=1›
    """

    day: date = field(metadata=EXISTS_SINCE)
    role: Role
    slots: tuple[Slot, ...] | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class ElementDone(Discreet):
    """That one of the six elements of a transition was done, and when.

    >>> from datetime import date
    >>> ElementDone(element=TransitionElement.PUPIL_AGENCY, day=date(2026, 11, 6)).element.value
    'pupil_agency'
    """

    element: TransitionElement
    day: date = field(metadata=EXISTS_SINCE)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class FollowUp(Discreet):
    """A look back after the move: does the pupil take part academically, socially and emotionally?

    >>> from datetime import date
    >>> FollowUp(day=date(2027, 1, 29), academic=TakingPart.YES).social is None
    True
    """

    day: date = field(metadata=EXISTS_SINCE)
    academic: TakingPart | None = None
    social: TakingPart | None = None
    emotional: TakingPart | None = None
    ref: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Transition(Discreet):
    """Everything done to prepare, make and follow up a move.

    >>> Transition(follow_ups=())
    ‹Transition follow_ups=0›
    """

    passport: Passport | None = None
    conversations: tuple[Conversation, ...] | None = None
    elements: tuple[ElementDone, ...] | None = None
    follow_ups: tuple[FollowUp, ...] | None = None
