"""The pupil's move to the next setting: prepared, talked about, followed up.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet four: six elements, of which a passport that is
handed on with a conversation is one and follow-up after the move another.
"""

from datetime import date

from attrs import field, frozen

from iapcore.record.timetable import Slot
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.provision_kinds import Access
from iapcore.vocabulary.settings import Destination, TransitionElement
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import in_order
from iapcore.vocabulary.value import EXISTS_SINCE, KNOWN_SINCE, Discreet

__all__ = [
    "Adjustment",
    "AfterCareVisit",
    "Conversation",
    "ElementDone",
    "FollowUp",
    "Passport",
    "Transition",
]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Passport(Discreet):
    """What helps and what is hard, for those who receive the pupil. Its texts are never shown in a repr.

    `shared` is the day on which it was handed on; `None` does not say that it was not.

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
class Adjustment(Discreet):
    """Something that the receiving side agreed to do: when, by whom, for which lessons, and whether it was made.

    `made` is the day on which it was; `None` does not say that it was not.

    >>> from datetime import date
    >>> from iapcore import Role
    >>> Adjustment(agreed=date(2026, 11, 6), by=Role.SUBJECT_TEACHER, slots=(Slot.parse("Mon:1"),))
    ‹Adjustment slots=1›

    Raises `InvalidRecordError` where it was made before it was agreed.
    """

    agreed: date = field(metadata=EXISTS_SINCE)
    by: Role | None = None
    slots: tuple[Slot, ...] | None = None
    made: date | None = field(default=None, metadata=KNOWN_SINCE)
    ref: str | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        in_order(agreed=self.agreed, made=self.made)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class AfterCareVisit(Discreet):
    """That a pupil who has moved came back to the base for a while. It is follow-up, and never a relapse.

    >>> from datetime import date
    >>> AfterCareVisit(day=date(2027, 1, 13), access=Access.DROP_IN).access.value
    'drop_in'
    """

    day: date = field(metadata=EXISTS_SINCE)
    access: Access | None = None
    ref: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class FollowUp(Discreet):
    """A look back after the move: does the pupil take part academically, socially and emotionally?

    >>> from datetime import date
    >>> FollowUp(day=date(2027, 1, 29), academic=Extent.YES).social is None
    True
    """

    day: date = field(metadata=EXISTS_SINCE)
    academic: Extent | None = None
    social: Extent | None = None
    emotional: Extent | None = None
    ref: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Transition(Discreet):
    """Everything done to prepare, make and follow up a move.

    `destination` is where the move is meant to lead; where it led is the ending of the placement. `receiving` are the
    staff who receive the pupil, by role. `follow_ups_planned` are the days that people set for looking back, which are
    known before they come, and `after_care_offered` how the pupil was told that they may still come to the base.

    >>> Transition(follow_ups=())
    ‹Transition follow_ups=0›
    """

    destination: Destination | None = None
    receiving: tuple[Role, ...] | None = None
    passport: Passport | None = None
    conversations: tuple[Conversation, ...] | None = None
    elements: tuple[ElementDone, ...] | None = None
    adjustments: tuple[Adjustment, ...] | None = None
    follow_ups_planned: tuple[date, ...] | None = None
    follow_ups: tuple[FollowUp, ...] | None = None
    after_care_offered: tuple[Access, ...] | None = None
    after_care: tuple[AfterCareVisit, ...] | None = None
