"""The daily check-in and check-out.

Source: Simpson and O'Brien, *Four Tenets* (2025), tenet three: daily monitoring of engagement, learning, behaviour,
social skills and emotional state. No source gives a scale, so the school's own stands beside every rating.
"""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.offers import MonitoringDomain
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet, Word, stop_if_any

__all__ = ["CheckIn", "CheckTime", "DomainRating"]


class CheckTime(Word):
    """Whether it is the check-in of the morning or the check-out of the afternoon.

    >>> CheckTime("out").name
    'CHECK_OUT'
    """

    CHECK_IN = "in"
    CHECK_OUT = "out"


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class DomainRating(Discreet):
    """How one domain was that day, in points of the school's own scale: 1 is the least, `out_of` the most.

    >>> DomainRating(domain=MonitoringDomain.ENGAGEMENT, points=3, out_of=5).points
    3

    Raises `InvalidRecordError` where the points lie outside the scale.
    """

    domain: MonitoringDomain
    points: int
    out_of: int

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.points <= self.out_of:
            remedy = "Give points from 1 to out_of."
            raise InvalidRecordError(Problem(path="points", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class CheckIn(Discreet):
    """A check-in or check-out with the domains that were rated.

    >>> from datetime import date
    >>> rating = DomainRating(domain=MonitoringDomain.LEARNING, points=2, out_of=5)
    >>> CheckIn(day=date(2026, 11, 3), time=CheckTime.CHECK_IN, ratings=(rating,))
    ‹CheckIn ratings=1›

    Raises `InvalidRecordError` where a domain is rated twice.
    """

    day: date = field(metadata=EXISTS_SINCE)
    time: CheckTime | None = None
    by: Informant | None = None
    ratings: tuple[DomainRating, ...] | None = None
    ref: str | None = None
    words: str | None = None

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        domains = [rating.domain for rating in self.ratings or ()]
        for position, domain in enumerate(domains):
            if domain in domains[:position]:
                remedy = "This domain is rated already: keep one."
                yield Problem(path=f"ratings[{position}].domain", kind=ProblemKind.DUPLICATE, remedy=remedy)
