"""Who waits for a place: how many, since when, and with what support meanwhile.

Rules of the room: a wait is counted in days up to the day of the count, and no forecast is made of its end. It ends on
the day that is recorded, with another decision, or with a stay that began. Nobody is ranked: who comes next is decided
by people, in the order that the policy names.

Sources: Simpson, *The rise of Internal Alternative Provision* (2024): more pupils would gain from a place than there
are places; Simpson and O'Brien, *Four Tenets* (2025), tenet two, on support before and beside a place.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import frozen

from iapcore.guidance.library import FOUR_TENETS, IAP_FINDINGS
from iapcore.measures.lengths import TimeUnit, length_of
from iapcore.measures.measure import Definition, Measure
from iapcore.record.journey import Journey
from iapcore.record.provision import Provision
from iapcore.record.referral import Decided, Referral
from iapcore.vocabulary.grounds import PriorSupport
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import DateSpan

__all__ = ["WAITING", "Wait", "Waiting", "count_waiting", "wait_of"]

WAITING: Final = Definition(
    key="waiting",
    numerator="pupils with support while they wait",
    base="waiting",
    unit="pupils who wait for a place",
    cites=(IAP_FINDINGS.at("common challenges"), FOUR_TENETS.at("tenet 2, robust referral process")),
    caution="Nobody knows when a place comes free. A wait without support is a question to the school.",
    counts_pupils=True,
)


@frozen(kw_only=True, field_transformer=shaped)
class Wait:
    """How long one pupil has waited, and with what support; `None` where that, or the calendar, is not recorded.

    >>> Wait(since=date(2026, 10, 9), days=42, support=()).school_days is None
    True
    """

    since: date
    days: int
    school_days: int | None = None
    support: tuple[PriorSupport, ...] | None = None


@frozen(kw_only=True, field_transformer=shaped)
class Waiting:
    """The waits that were open on a day, the longest first: **internal**. `measure` can be published.

    What is not known of the measure are pupils who may be waiting, and those whose support meanwhile is not recorded.
    """

    waits: tuple[Wait, ...]
    measure: Measure


def count_waiting(journeys: Iterable[Journey], *, on: date, provision: Provision | None = None) -> Waiting:
    """Who waits on a day, for a provision where one is given; a pupil counts once, with the longest wait.

    A referral of which the provision is not recorded counts for each. Where neither a wait nor a decision is recorded
    of a referral that led to no stay, nobody knows whether the pupil waits.

    >>> from iapcore import Pupil, PupilId
    >>> listed = Referral(day=date(2026, 10, 1), waiting_since=date(2026, 10, 9), support_while_waiting=())
    >>> waiting = count_waiting(
    ...     [Journey(pupil=Pupil(id=PupilId("elm-01")), referrals=(listed,))], on=date(2026, 11, 20)
    ... )
    >>> print(waiting.measure)
    0 of 1 waiting
    >>> waiting.waits[0].days, waiting.waits[0].school_days
    (42, None)
    """
    waits: list[Wait] = []
    unknown = 0
    for journey in journeys:
        seen = journey.as_of(on)
        asked = [one for one in seen.referrals or () if _is_for(one, provision)]
        spans = [(wait_of(seen, one), one) for one in asked]
        found = [(span, one) for span, one in spans if isinstance(span, DateSpan) and span.end is None]
        if found:
            span, referral = min(found, key=lambda pair: pair[0].start)
            waits.append(_wait(seen, span.start, referral, on))
        else:
            unknown += seen.referrals is None or any(span is None for span, _ in spans)
    supported = [bool(one.support) for one in waits if one.support is not None]
    measure = Measure(
        definition=WAITING,
        on=on,
        numerator=sum(supported),
        base=len(supported),
        not_known=unknown + len(waits) - len(supported),
    )
    return Waiting(waits=tuple(sorted(waits, key=lambda one: one.since)), measure=measure)


def _is_for(referral: Referral, provision: Provision | None) -> bool:
    return provision is None or referral.provision is None or referral.provision.key == provision.key


def _wait(journey: Journey, since: date, referral: Referral, on: date) -> Wait:
    meanwhile = referral.support_while_waiting
    named = {one.support for one in meanwhile or ()}
    return Wait(
        since=since,
        days=(on - since).days,
        school_days=length_of(journey.calendar, DateSpan(since, on), TimeUnit.SCHOOL_DAYS),
        support=None if meanwhile is None else tuple(one for one in PriorSupport if one in named),
    )


def wait_of(journey: Journey, referral: Referral) -> DateSpan | bool | None:
    """From when to when a pupil waited after a referral, without an end where the wait is open.

    `False` where the pupil did not wait, as far as is recorded; `None` where nobody knows.

    >>> from iapcore import Pupil, PupilId
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")))
    >>> wait_of(journey, Referral(day=date(2026, 10, 1), decisions=()))
    False
    """
    listed = [one.day for one in referral.decisions or () if one.decided is Decided.WAITING_LIST]
    since = referral.waiting_since or min(listed, default=None)
    began = [
        stay.began
        for stay in journey.placements or ()
        if stay.began and stay.began >= referral.day and stay.referral in (None, referral.ref)
    ]
    if since is None:
        is_known = referral.decisions is not None and referral.waited_until is None
        return False if is_known or (began and referral.waited_until is None) else None
    decided = [one.day for one in referral.decisions or () if one.decided is not Decided.WAITING_LIST]
    ends = [day for day in (*decided, *began) if day >= since]
    until = referral.waited_until or min(ends, default=None)
    return DateSpan(since, until and max(since, until))
