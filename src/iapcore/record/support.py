"""Support: what was tried and whether it helped, which needs were looked for, and what answers them.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet two (supports tried and evaluated; learning, wellbeing and
safety needs) and tenet three (interventions beside the core offer).
"""

from datetime import date

from attrs import field, frozen

from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import NeedKind, PriorSupport
from iapcore.vocabulary.offers import SessionType
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import in_order
from iapcore.vocabulary.tiers import AlternativeProvisionTier, ProposedTier
from iapcore.vocabulary.value import EXISTS_SINCE, KNOWN_SINCE, Discreet

__all__ = ["Evaluation", "Intervention", "NeedLookedFor", "SupportTried"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Evaluation(Discreet):
    """That a support was evaluated: when, by whom, how, and whether it helped.

    >>> from datetime import date
    >>> Evaluation(day=date(2026, 9, 25), helped=Extent.PARTLY).helped.value
    'partly'
    """

    day: date = field(metadata=EXISTS_SINCE)
    helped: Extent | None = None
    by: Role | None = None
    words: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class SupportTried(Discreet):
    """A support of the graduated response: what, of which tier, from when to when, and its evaluation.

    One whose first day is not recorded is there on every earlier day too: nobody knows when it came.

    >>> from iapcore import PriorSupport
    >>> SupportTried(support=PriorSupport.MENTORING).evaluation is None
    True

    Raises `InvalidRecordError` where it ended before it started.
    """

    support: PriorSupport
    tier: AlternativeProvisionTier | ProposedTier | None = None
    started: date | None = field(default=None, metadata=EXISTS_SINCE)
    ended: date | None = field(default=None, metadata=KNOWN_SINCE)
    evaluation: Evaluation | None = None
    ref: str | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        in_order(started=self.started, ended=self.ended)


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class NeedLookedFor(Discreet):
    """That a kind of need was looked for on a day, and whether it was found. Not looked for is not *not found*.

    >>> from datetime import date
    >>> from iapcore import NeedKind
    >>> NeedLookedFor(day=date(2026, 11, 4), need=NeedKind.SAFETY, found=False).found
    False
    """

    day: date = field(metadata=EXISTS_SINCE)
    need: NeedKind
    found: bool | None = None
    ref: str | None = None
    words: str | None = None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Intervention(Discreet):
    """Something done in answer to needs: an intervention, a therapy, a group. `words` say what, and are never shown.

    >>> from datetime import date
    >>> from iapcore import NeedKind
    >>> Intervention(started=date(2026, 11, 9), needs=(NeedKind.WELLBEING,))
    ‹Intervention needs=1›

    Raises `InvalidRecordError` where it ended before it started.
    """

    started: date = field(metadata=EXISTS_SINCE)
    ended: date | None = field(default=None, metadata=KNOWN_SINCE)
    needs: tuple[NeedKind, ...] | None = None
    session: SessionType | None = None
    by: Role | None = None
    ref: str | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        in_order(started=self.started, ended=self.ended)
