"""Learning during a stay: subjects, qualifications, vocational providers, and the pathway after 16.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet three (assessment on the mainstream's tasks) and tenet four
(qualifications of every kind, a secured and retained pathway).
"""

from datetime import date

from attrs import field, frozen

from iapcore.record.timetable import Slot
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace, PathwayStep, QualificationKind
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import in_order
from iapcore.vocabulary.value import EXISTS_SINCE, KNOWN_SINCE, Discreet

__all__ = ["PathwayEvent", "ProviderCheck", "Qualification", "SubjectAssessment", "VocationalPlace"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class SubjectAssessment(Discreet):
    """How a pupil did in a subject, and whether on the same task as the mainstream.

    >>> from datetime import date
    >>> SubjectAssessment(day=date(2026, 11, 18), subject="Maths", pace=Pace.WITH).pace.value
    'with'
    """

    day: date = field(metadata=EXISTS_SINCE)
    subject: str
    pace: Pace | None = None
    on_mainstream_task: bool | None = None
    ref: str | None = None
    words: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Qualification(Discreet):
    """A qualification that a pupil aims for, is entered for, and gains.

    Where the day since which it is aimed for is not recorded, the aim is there on every earlier day too: nobody knows
    when it came.

    >>> from datetime import date
    >>> Qualification(kind=QualificationKind.FUNCTIONAL, aimed_for=date(2026, 9, 7), gained=None)
    ‹Qualification›

    Raises `InvalidRecordError` where it was gained before it was entered.
    """

    kind: QualificationKind
    aimed_for: date | None = field(default=None, metadata=EXISTS_SINCE)
    entered: date | None = field(default=None, metadata=KNOWN_SINCE)
    gained: date | None = field(default=None, metadata=KNOWN_SINCE)
    subject: str | None = None
    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        in_order(aimed_for=self.aimed_for, entered=self.entered, gained=self.gained)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class ProviderCheck(Discreet):
    """That somebody of the school looked at a vocational provider on a day. `words` are never shown.

    >>> from datetime import date
    >>> ProviderCheck(day=date(2026, 10, 9))
    ‹ProviderCheck›
    """

    day: date = field(metadata=EXISTS_SINCE)
    by: Role | None = None
    words: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class VocationalPlace(Discreet):
    """A place with a vocational provider during a stay, which is no exit, and the checks of it.

    `provider` is the caller's own key for it; `slots` are the parts of the week spent there.

    >>> from datetime import date
    >>> place = VocationalPlace(started=date(2026, 9, 11), provider="garage", slots=(Slot.parse("Fri:am"),))
    >>> place.checks is None  # nobody recorded whether it was looked at
    True

    Raises `InvalidRecordError` where it ended before it started.
    """

    started: date = field(metadata=EXISTS_SINCE)
    ended: date | None = field(default=None, metadata=KNOWN_SINCE)
    provider: str
    slots: tuple[Slot, ...] | None = None
    checks: tuple[ProviderCheck, ...] | None = None
    ref: str | None = None

    def __attrs_post_init__(self) -> None:
        in_order(started=self.started, ended=self.ended)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class PathwayEvent(Discreet):
    """A step towards a place after 16, or word of whether the young person is still there.

    >>> from datetime import date
    >>> PathwayEvent(day=date(2027, 1, 15), step=PathwayStep.APPLIED).step.value
    'applied'
    """

    day: date = field(metadata=EXISTS_SINCE)
    step: PathwayStep
    provider: str | None = None
    ref: str | None = None
