"""What the school chooses: a policy is a document of its own, and every decision names the one it used.

Rule of the room: each choice carries the basis it rests on. Where no source gives a number the school must
choose, and the basis says so: `SCHOOL_CHOICE`.
"""

from fractions import Fraction
from typing import Final, Generic, TypeVar

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.guidance.sources import Basis, Citation
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.shape import shaped

__all__ = ["Choice", "Policy", "PolicyName"]

T = TypeVar("T")
_MOST_WEEKS: Final = 520
_MOST_MONTHS: Final = 120
_RANGES: Final = {
    "supports_evaluated": (1, 20),
    "lead_months": (0, _MOST_MONTHS),
    "settling_weeks": (0, _MOST_WEEKS),
    "review_weeks": (1, _MOST_WEEKS),
    "lessons_per_step": (1, 120),
    "least_sessions": (1, 10_000),
    "comparison_weeks": (1, _MOST_WEEKS),
}
"""What a choice may be at all: wide enough for any school, narrow enough to catch a slip of the keys."""


@frozen(kw_only=True, field_transformer=shaped)
class Choice(Generic[T]):
    """A value that the school settled on, what it rests on, and where that stands.

    >>> Choice(value=2, basis=Basis.SCHOOL_CHOICE).basis.label
    'the school chose this; no source gives it'
    """

    value: T
    basis: Basis
    cites: tuple[Citation, ...] = ()


@frozen(kw_only=True, field_transformer=shaped)
class PolicyName:
    """Which policy, in which version.

    >>> PolicyName(name="half-term", version="1").format()
    'half-term, version 1'
    """

    name: str
    version: str

    def format(self) -> str:
        """Name and version for a reader."""
        return f"{self.name}, version {self.version}"


@frozen(kw_only=True, field_transformer=shaped)
class Policy:
    """A school's choices.

    * `supports_evaluated`: how many supports were tried and evaluated before a referral, at least
    * `professionals`: the roles whose view is asked
    * `data_sets`: the kinds of data that a referral considers
    * `lead_months`: months from referral to start, at least
    * `settling_weeks`: for how many school weeks all lessons are in the base at first, where the provision
      does not say so itself
    * `review_weeks`: school weeks between reviews, at most
    * `lessons_per_step`: how many lessons a step adds, at most
    * `colour_order`: which colours are returned to, in turn; a colour left out is not proposed
    * `attendance_in_stay`: the share of possible sessions attended that lets the next step go ahead
    * `least_sessions`: with fewer possible sessions than this no rate is told
    * `comparison_weeks`: how many weeks before entry are compared with as many after the stay
    * `follow_up_weeks`: school weeks after the end at which people look again

    >>> from iapcore import profile
    >>> policy = profile("half-term")
    >>> policy.settling_weeks.value
    1

    Raises `InvalidRecordError` for counts below 1 (0 for `settling_weeks` and `lead_months`) or absurdly high,
    a share outside 0 to 1, or an empty or repeated colour order.
    """

    name: str
    version: str
    title: str
    supports_evaluated: Choice[int]
    professionals: Choice[tuple[Role, ...]]
    data_sets: Choice[tuple[DataSet, ...]]
    lead_months: Choice[int]
    settling_weeks: Choice[int]
    review_weeks: Choice[int]
    lessons_per_step: Choice[int]
    colour_order: Choice[tuple[LessonColour, ...]]
    attendance_in_stay: Choice[Fraction]
    least_sessions: Choice[int]
    comparison_weeks: Choice[int]
    follow_up_weeks: Choice[tuple[int, ...]]

    def __attrs_post_init__(self) -> None:
        problems = [
            Problem(path=name, kind=ProblemKind.OUT_OF_RANGE, remedy=f"Choose a number from {low} to {high}.")
            for name, (low, high) in _RANGES.items()
            if not low <= getattr(self, name).value <= high
        ]
        for name in ("professionals", "data_sets"):
            if not getattr(self, name).value:
                remedy = "Name at least one: an empty list would let the question pass unasked."
                problems.append(Problem(path=name, kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
        if not 0 < self.attendance_in_stay.value <= 1:
            remedy = "Choose a share above 0 and up to 1, for example 9/10."
            problems.append(Problem(path="attendance_in_stay", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
        colours = self.colour_order.value
        if not colours or len(set(colours)) < len(colours):
            remedy = "Name at least one colour, and each once."
            problems.append(Problem(path="colour_order", kind=ProblemKind.MALFORMED, remedy=remedy))
        weeks = self.follow_up_weeks.value
        if list(weeks) != sorted(set(weeks)) or not set(weeks) <= set(range(1, _MOST_WEEKS + 1)):
            remedy = f"Give weeks from 1 to {_MOST_WEEKS}, the earliest first, each once."
            problems.append(Problem(path="follow_up_weeks", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))
        if problems:
            raise InvalidRecordError(*problems)

    @property
    def named(self) -> PolicyName:
        """The name and version that a decision carries."""
        return PolicyName(name=self.name, version=self.version)
