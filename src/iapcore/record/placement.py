"""The stay: what it is for, when it was planned, when it was, and how it ended."""

from datetime import date

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.provision import Provision
from iapcore.record.transition import Transition
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import Destination, EndingKind
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import EXISTS_SINCE, KNOWN_SINCE, Discreet

__all__ = ["Ending", "Placement"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Ending(Discreet):
    """That a stay ended: its last day, where the pupil went, whether as planned, and whose choice it was.

    >>> from datetime import date
    >>> from iapcore import Destination
    >>> Ending(day=date(2026, 12, 11), destination=Destination.MAINSTREAM).destination.value
    'mainstream'
    """

    day: date = field(metadata=EXISTS_SINCE)
    destination: Destination | None = None
    kind: EndingKind | None = None
    chosen_by: Role | None = None
    words: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Placement(Discreet):
    """A pupil's stay in a provision.

    `purpose` is the one agreed at entry. `planned` is known before it comes; `began` is the first day on
    which the pupil really came. A stay with no `ending` is open: its planned end may have passed, and then
    whether it ended is *not known*. `referral` is the `ref` of the referral that led to it.

    >>> from datetime import date
    >>> from iapcore import DateSpan, Purpose
    >>> stay = Placement(purpose=Purpose.RETURN, planned=DateSpan(date(2026, 11, 2), date(2026, 12, 11)))
    >>> stay.start
    datetime.date(2026, 11, 2)

    Raises `InvalidRecordError` where it ended before it began.
    """

    provision: Provision | None = None
    referral: str | None = None
    purpose: Purpose | None = None
    planned: DateSpan | None = None
    began: date | None = field(default=None, metadata=KNOWN_SINCE)
    ending: Ending | None = None
    transition: Transition | None = None
    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.began and self.ending and self.ending.day < self.began:
            remedy = "The stay ended before it began: look the two days up again."
            raise InvalidRecordError(Problem(path="ending.day", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))

    @property
    def start(self) -> date | None:
        """The day it began, else the day on which it is planned to; `None` where neither is recorded."""
        return self.began or (self.planned and self.planned.start)

    def overran(self, on: date) -> bool:
        """Whether its planned end had passed by `on` and no ending is recorded: nobody knows if it ended."""
        planned = self.planned and self.planned.end
        return self.ending is None and planned is not None and planned < on

    @property
    def stay(self) -> DateSpan | None:
        """From the first day to the last, or without end while it is open; `None` until it has begun."""
        return DateSpan(self.began, self.ending and self.ending.day) if self.began else None
