"""The referral: why this pupil, what was tried first, who was asked and what they think.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet two.
"""

from datetime import date

from attrs import field, frozen

from iapcore.record.provision import Provision
from iapcore.record.support import SupportTried
from iapcore.vocabulary.grounds import DataSet, Ground, Purpose, Time
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import in_order
from iapcore.vocabulary.value import EXISTS_SINCE, KNOWN_SINCE, Discreet, Word

__all__ = ["Consultation", "Decided", "Referral", "ReferralDecision", "RiskGround"]


class Decided(Word):
    """What people decided on a referral.

    >>> Decided("waiting_list").name
    'WAITING_LIST'
    """

    PLACE_OFFERED = "place_offered"
    WAITING_LIST = "waiting_list"
    OTHER_SUPPORT = "other_support"
    WITHDRAWN = "withdrawn"


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class RiskGround(Discreet):
    """A ground for the referral, and whether it has shown itself or is foreseen.

    >>> from iapcore import Ground
    >>> RiskGround(ground=Ground.ANXIETY).time is None
    True
    """

    ground: Ground
    time: Time | None = None
    words: str | None = None


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
class ReferralDecision(Discreet):
    """What people decided on a referral, when, and who decided. `words` are their reasons, and never shown.

    >>> from datetime import date
    >>> ReferralDecision(day=date(2026, 10, 9), decided=Decided.WAITING_LIST).decided.value
    'waiting_list'
    """

    day: date = field(metadata=EXISTS_SINCE)
    decided: Decided
    by: tuple[Role, ...] | None = None
    words: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Referral(Discreet):
    """A request, made on `day`, that a pupil be given a place.

    `decisions` are those of people, in order; `waiting_since` and `waited_until` the days of the waiting list, and
    `support_while_waiting` what was done meanwhile.

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
    decisions: tuple[ReferralDecision, ...] | None = None
    waiting_since: date | None = field(default=None, metadata=KNOWN_SINCE)
    waited_until: date | None = field(default=None, metadata=KNOWN_SINCE)
    support_while_waiting: tuple[SupportTried, ...] | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        in_order(waiting_since=self.waiting_since, waited_until=self.waited_until)
