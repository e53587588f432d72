"""The referral: why this pupil, what was tried first, who was asked and what they think.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet two.
"""

from datetime import date

from attrs import field, frozen

from iapcore.record.provision import Provision
from iapcore.vocabulary.grounds import DataSet, Ground, PriorSupport, Purpose, Time
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet, Word

__all__ = ["Consultation", "Evaluation", "Helped", "Referral", "RiskGround", "SupportTried"]


class Helped(Word):
    """Whether a support helped, as people judged it.

    >>> Helped("partly").name
    'PARTLY'
    """

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class RiskGround(Discreet):
    """A ground for the referral, and whether it has shown itself or is foreseen.

    >>> from iapcore import Ground
    >>> RiskGround(ground=Ground.ANXIETY).time is None
    True
    """

    ground: Ground
    time: Time | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Evaluation(Discreet):
    """That a support was evaluated, when, and whether it helped.

    >>> from datetime import date
    >>> Evaluation(day=date(2026, 9, 25), helped=Helped.PARTLY).helped.value
    'partly'
    """

    day: date = field(metadata=EXISTS_SINCE)
    helped: Helped | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class SupportTried(Discreet):
    """A support that was tried before the referral, and its evaluation where one is recorded.

    >>> from iapcore import PriorSupport
    >>> SupportTried(support=PriorSupport.MENTORING).evaluation is None
    True
    """

    support: PriorSupport
    started: date | None = field(default=None, metadata=EXISTS_SINCE)
    evaluation: Evaluation | None = None
    ref: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Consultation(Discreet):
    """That somebody was asked about the referral, when, and what they think. Roles, not names.

    >>> from datetime import date
    >>> from iapcore import Role, View
    >>> Consultation(role=Role.FAMILY, day=date(2026, 10, 2), view=View.FOR).role.value
    'family'
    """

    role: Role
    day: date = field(metadata=EXISTS_SINCE)
    view: View | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Referral(Discreet):
    """A request, made on `day`, that a pupil be given a place.

    `instead_of_sanction` says whether people recorded that the place stands in for a suspension or another
    sanction; `waiting_would_harm` whether they recorded why waiting for more support to be tried would harm
    the pupil. Both are `None` where nobody recorded an answer. `words` is free text and never shown.

    >>> from datetime import date
    >>> Referral(day=date(2026, 10, 1), supports=())
    ‹Referral supports=0›
    """

    day: date = field(metadata=EXISTS_SINCE)
    ref: str | None = None
    provision: Provision | None = None
    purpose: Purpose | None = None
    asked_by: Role | None = None
    grounds: tuple[RiskGround, ...] | None = None
    data_considered: tuple[DataSet, ...] | None = None
    supports: tuple[SupportTried, ...] | None = None
    consultations: tuple[Consultation, ...] | None = None
    instead_of_sanction: bool | None = None
    waiting_would_harm: bool | None = None
    words: str | None = None
