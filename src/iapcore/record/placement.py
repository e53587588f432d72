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
from iapcore.vocabulary.spans import DateSpan, in_order
from iapcore.vocabulary.value import EXISTS_SINCE, KNOWN_SINCE, PLANNED_SINCE, Discreet, Word

__all__ = ["Ending", "Entry", "Extension", "Placement", "PurposeChange"]


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


class Entry(Word):
    """How a stay came about, where there was one before it.

    >>> Entry("unplanned_return").name
    'UNPLANNED_RETURN'
    """

    FIRST = "first"
    PLANNED_FURTHER_STAY = "planned_further_stay"
    UNPLANNED_RETURN = "unplanned_return"


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class PurposeChange(Discreet):
    """That the purpose of a stay was changed on a day, to which, and who was asked.

    >>> from datetime import date
    >>> PurposeChange(day=date(2027, 1, 8), purpose=Purpose.QUALIFICATIONS, asked=(Role.PUPIL,))
    ‹PurposeChange asked=1›
    """

    day: date = field(metadata=EXISTS_SINCE)
    purpose: Purpose
    asked: tuple[Role, ...] | None = None
    words: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Extension(Discreet):
    """That a stay was extended: decided on `day`, until `until`.

    >>> from datetime import date
    >>> Extension(day=date(2026, 12, 4), until=date(2027, 1, 29)).until
    datetime.date(2027, 1, 29)
    """

    day: date = field(metadata=EXISTS_SINCE)
    until: date
    by: tuple[Role, ...] | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        in_order(day=self.day, until=self.until)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Placement(Discreet):
    """A pupil's stay in a provision.

    `purpose` is the one agreed at entry; changes of it are kept. `planned` is the first plan, made on `planned_on`, and
    `extensions` move its end. Without `planned_on` the plan is known on every earlier day, because nobody recorded when
    it was made. `began` is the first day on which the pupil really came. A stay with no
    `ending` is open: its planned end may have passed, and then whether it ended is *not known*. `referral` is the `ref`
    of the referral that led to it.

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
    purpose_changes: tuple[PurposeChange, ...] | None = None
    entry: Entry | None = None
    planned: DateSpan | None = None
    planned_on: date | None = field(
        default=None, metadata=PLANNED_SINCE | {"of": "planned", "unless": "began"}
    )
    began: date | None = field(default=None, metadata=KNOWN_SINCE | {"unless": ("planned", "planned_on")})
    extensions: tuple[Extension, ...] | None = None
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
        planned = self.planned_until(on)
        return self.ending is None and planned is not None and planned < on

    def purpose_on(self, day: date) -> Purpose | None:
        """The purpose in force on a day: the last change made by then, else the one agreed at entry."""
        made = [change for change in self.purpose_changes or () if change.day <= day]
        return max(reversed(made), key=lambda change: change.day).purpose if made else self.purpose

    def planned_until(self, day: date) -> date | None:
        """The end that was planned as people saw it on a day: of the last extension by then, else of the plan."""
        made = [extension for extension in self.extensions or () if extension.day <= day]
        last = max(reversed(made), key=lambda extension: extension.day, default=None)
        if last:
            return last.until
        was_planned = self.planned_on is None or self.planned_on <= day
        return self.planned.end if self.planned and was_planned else None

    @property
    def stay(self) -> DateSpan | None:
        """From the first day to the last, or without end while it is open; `None` until it has begun."""
        return DateSpan(self.began, self.ending and self.ending.day) if self.began else None
