"""What the school chooses: a policy is a document of its own, and every decision names the one it used.

Rules of the room: each choice carries the basis it rests on. Where no source gives a number the school must
choose, and the basis says so: `SCHOOL_CHOICE`. What each choice says, and what it may be, stands once, beside its
field (`says_of`); the TOML copies and the documentation are written from there.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final, Generic, TypeVar, cast

from attrs import evolve, field, fields, fields_dict, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.guidance.policy_words import ColourMeaning, Evidence, SubjectReturns, TurnOrder, WaitingOrder
from iapcore.guidance.sources import Basis, Citation, Force
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet, PriorSupport
from iapcore.vocabulary.instruments import Instrument
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace
from iapcore.vocabulary.shape import a_code, shaped
from iapcore.vocabulary.value import stop_if_any

__all__ = [
    "Choice",
    "Difference",
    "LeastGain",
    "Policy",
    "PolicyName",
    "RuleForce",
    "choices_of",
    "range_of",
    "says_of",
]

T = TypeVar("T")
_MOST_WEEKS: Final = 520
_MOST_MONTHS: Final = 120
_MOST_SLOTS: Final = 120
_MOST_POINTS: Final = 1_000
_MOST_PARTS: Final = 1_000_000


_SCALES: Final = {
    instrument.value: tuple(scale.name for scale in instrument.scales) for instrument in Instrument
}
_NEVER_LEFT_OUT: Final = (Evidence.ATTENDANCE, Evidence.PARTICIPATION)


@frozen(kw_only=True, field_transformer=shaped)
class LeastGain:
    """How many points on the scales of an instrument count as a change, for the better or the worse.

    `instrument` is the code of a known instrument or the name of one of your own; without `scale` it holds for all of
    its scales. What is not named counts from one point on.

    >>> LeastGain(instrument="sdq", points=3).format()
    'sdq 3'

    Raises `InvalidRecordError` for less than one point.
    """

    instrument: str = field(validator=a_code)
    points: int
    scale: str | None = None

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.points <= _MOST_POINTS:
            remedy = f"Choose a number of points from 1 to {_MOST_POINTS}."
            raise InvalidRecordError(Problem(path="points", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))

    def format(self) -> str:
        """Instrument, scale and points, for a reader."""
        return " ".join([self.instrument, *filter(None, [self.scale]), str(self.points)])


@frozen(kw_only=True, field_transformer=shaped)
class RuleForce:
    """That the school makes a rule required, or advisory. What law or statutory guidance asks for stays required.

    >>> RuleForce(rule="ELIG-8", force=Force.REQUIRED).format()
    'ELIG-8 required'
    """

    rule: str
    force: Force

    def format(self) -> str:
        """Key of the rule and its force, for a reader."""
        return f"{self.rule} {self.force.value}"


@frozen(kw_only=True, field_transformer=shaped)
class Choice(Generic[T]):
    """A value that the school settled on, what it rests on, and where that stands; `because` is in its own words.

    >>> Choice(value=2, basis=Basis.SCHOOL_CHOICE).basis.label
    'the school chose this; no source gives it'
    """

    value: T
    basis: Basis
    cites: tuple[Citation, ...] = ()
    because: str | None = None


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
class Difference:
    """That two policies choose differently under one name.

    >>> from iapcore import profile
    >>> [one.name for one in profile("half-term").diff(profile("long-placement"))]
    ['settling_weeks', 'review_weeks', 'lessons_per_step']
    """

    name: str
    ours: Choice[Any]
    theirs: Choice[Any]


def _says(says: str, low: int | None = None, high: int | None = None) -> dict[str, object]:
    """What a choice says, and for a number what it may be: wide, but it catches a slip of the keys."""
    return {"says": says, "range": None if high is None else (low, high)}


@frozen(kw_only=True, cache_hash=True, field_transformer=shaped)
class Policy:
    """A school's choices. What each of them says stands beside its field and is told by `says_of`.

    >>> from iapcore import profile
    >>> policy = profile("half-term")
    >>> policy.settling_weeks.value, says_of("settling_weeks")
    (1, 'school weeks wholly in the base at first, where the provision does not say so itself')

    Raises `InvalidRecordError` with every choice that is out of range, empty where it may not be, or said twice.
    """

    name: str
    version: str
    title: str
    prior_supports: Choice[tuple[PriorSupport, ...]] = field(
        metadata=_says(
            "supports that are expected among those tried and evaluated before a place; none named: any will do"
        )
    )
    supports_evaluated: Choice[int] = field(
        metadata=_says("how many supports were tried and evaluated before a place, at least", 1, 20)
    )
    professionals: Choice[tuple[Role, ...]] = field(
        metadata=_says("the roles whose view is asked before a place")
    )
    data_sets: Choice[tuple[DataSet, ...]] = field(
        metadata=_says("the kinds of data that a referral looks at")
    )
    lead_months: Choice[int] = field(
        metadata=_says("months from a referral to the start, at least", 0, _MOST_MONTHS)
    )
    beside_days: Choice[int] = field(
        metadata=_says(
            "school days before the first of a stay in which an incident, a removal or a suspension stands beside it",
            0,
            20,
        )
    )
    places: Choice[int] = field(
        metadata=_says(
            "pupils in the room at one time, at most, where the provision does not say so itself", 1, 1_000
        )
    )
    waiting_order: Choice[WaitingOrder] = field(
        metadata=_says("in which order the waiting list is taken up; never by how grave a ground is")
    )
    settling_weeks: Choice[int] = field(
        metadata=_says(
            "school weeks wholly in the base at first, where the provision does not say so itself",
            0,
            _MOST_WEEKS,
        )
    )
    review_weeks: Choice[int] = field(metadata=_says("school weeks between reviews, at most", 1, _MOST_WEEKS))
    lessons_per_step: Choice[int] = field(metadata=_says("lessons that a step adds, at most", 1, _MOST_SLOTS))
    weeks_per_step: Choice[int] = field(
        metadata=_says("school weeks from one step to the next, at least", 1, _MOST_WEEKS)
    )
    taper: Choice[tuple[int, ...]] = field(
        metadata=_says("slots left in the base after each step, where a stay tapers; none named: it does not")
    )
    colour_order: Choice[tuple[LessonColour, ...]] = field(
        metadata=_says("the colours that are returned to, in turn; a colour left out is not proposed")
    )
    turn_order: Choice[tuple[TurnOrder, ...]] = field(
        metadata=_says("what puts one lesson before another of the same colour, before the order of the week")
    )
    subject_returns: Choice[SubjectReturns] = field(
        metadata=_says("how the lessons of one subject come back")
    )
    amber_means: Choice[ColourMeaning] = field(
        metadata=_says("what is asked before an amber lesson is proposed")
    )
    red_means: Choice[ColourMeaning] = field(metadata=_says("what is asked before a red lesson is proposed"))
    attendance_in_stay: Choice[Fraction] = field(
        metadata=_says(
            "the share of possible sessions attended in the stay from which the next step goes ahead"
        )
    )
    check_in_share: Choice[Fraction] = field(
        metadata=_says(
            "the share of the points of check-ins from which engagement and behaviour are told as going well"
        )
    )
    targets_moving: Choice[Fraction] = field(
        metadata=_says("the share of targets met or under way from which targets are told as moving")
    )
    pace_kept: Choice[tuple[Pace, ...]] = field(metadata=_says("what counts as keeping pace in a subject"))
    improvement: Choice[tuple[LeastGain, ...]] = field(
        metadata=_says(
            "points on an instrument that count as a change; an instrument not named: from one point on"
        )
    )
    least_sessions: Choice[int] = field(
        metadata=_says("with fewer possible sessions than this no rate is told", 1, 10_000)
    )
    comparison_weeks: Choice[int] = field(
        metadata=_says(
            "school weeks before entry that are compared with as many after the stay", 1, _MOST_WEEKS
        )
    )
    follow_up_weeks: Choice[tuple[int, ...]] = field(
        metadata=_says("school weeks after the end at which people look again")
    )
    sustained: Choice[tuple[Evidence, ...]] = field(
        metadata=_says("what must show before a return is called sustained")
    )
    forces: Choice[tuple[RuleForce, ...]] = field(
        metadata=_says(
            "rules that the school makes required or advisory, as far as the law leaves it to the school"
        )
    )

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        for name, bounds in _RANGES.items():
            low, high = bounds
            if not low <= getattr(self, name).value <= high:
                yield _wrong(name, ProblemKind.OUT_OF_RANGE, f"Choose a number from {low} to {high}.")
        for name in ("professionals", "data_sets", "pace_kept"):
            if not getattr(self, name).value:
                remedy = "Name at least one: an empty list would let the question pass unasked."
                yield _wrong(name, ProblemKind.OUT_OF_RANGE, remedy)
        yield from _shares(self)
        colours = self.colour_order.value
        if not colours or len(set(colours)) < len(colours):
            yield _wrong("colour_order", ProblemKind.MALFORMED, "Name at least one colour, and each once.")
        left = self.taper.value
        if list(left) != sorted(set(left), reverse=True) or not set(left) <= set(range(1, _MOST_SLOTS + 1)):
            remedy = f"Give numbers from {_MOST_SLOTS} down to 1, the largest first, each once."
            yield _wrong("taper", ProblemKind.OUT_OF_ORDER, remedy)
        weeks = self.follow_up_weeks.value
        if list(weeks) != sorted(set(weeks)) or not set(weeks) <= set(range(1, _MOST_WEEKS + 1)):
            remedy = f"Give weeks from 1 to {_MOST_WEEKS}, the earliest first, each once."
            yield _wrong("follow_up_weeks", ProblemKind.OUT_OF_ORDER, remedy)
        if not set(_NEVER_LEFT_OUT) <= set(self.sustained.value):
            remedy = (
                "Name attendance and participation: without them a full timetable would pass for a return."
            )
            yield _wrong("sustained", ProblemKind.OUT_OF_RANGE, remedy)
        yield from _named_twice(self)

    @property
    def named(self) -> PolicyName:
        """The name and version that a decision carries."""
        return PolicyName(name=self.name, version=self.version)

    def least_gain(self, instrument: str, scale: str) -> int:
        """How many points on that scale count as a change: its own number, else its instrument's, else one.

        >>> from iapcore import profile
        >>> profile().least_gain("sdq", "total")
        1
        """
        named = {(one.instrument, one.scale): one.points for one in self.improvement.value}
        return named.get((instrument, scale), named.get((instrument, None), 1))

    def meaning(self, colour: LessonColour) -> ColourMeaning:
        """What is asked before a lesson of that colour: nothing before a green one, but that its turn has come."""
        meant = {LessonColour.AMBER: self.amber_means, LessonColour.RED: self.red_means}
        return meant[colour].value if colour in meant else ColourMeaning.IN_TURN

    def diff(self, other: "Policy") -> tuple[Difference, ...]:
        """Where the two choose differently, by value or by basis; names and versions are not compared.

        >>> from iapcore import profile
        >>> profile().diff(profile())
        ()
        """
        return tuple(
            Difference(name=name, ours=getattr(self, name), theirs=getattr(other, name))
            for name in choices_of()
            if getattr(self, name) != getattr(other, name)
        )

    def choosing(self, **values: object) -> "Policy":
        """The policy with these values chosen by the school, each under the name of its field.

        Give it a `name`, `version` or `title` of its own too; without a name or version, the version says what was
        chosen otherwise, so that nobody takes it for the policy that it was made from.

        >>> from iapcore import profile
        >>> ours = profile().choosing(lessons_per_step=3)
        >>> ours.lessons_per_step.basis.name, ours.named.format()
        ('SCHOOL_CHOICE', 'four-tenets, version 1 with own lessons_per_step')

        Raises `InvalidRecordError` for a name that is no choice, and as `Policy` does.
        """
        names = choices_of()
        stop_if_any(
            _wrong(
                name, ProblemKind.UNKNOWN_KEY, f"This is nothing to choose. Known are: {', '.join(names)}."
            )
            for name in values
            if name not in (*names, *_NAMED)
        )
        own = {name: value for name, value in values.items() if name in _NAMED}
        chosen = {
            name: Choice(value=value, basis=Basis.SCHOOL_CHOICE)
            for name, value in values.items()
            if name not in own
        }
        if chosen and not own.keys() & {"name", "version"}:
            own["version"] = f"{self.version} with own {', '.join(chosen)}"
        return evolve(self, **cast("dict[str, Any]", own | chosen))


_NAMED: Final = ("name", "version", "title")


def _wrong(name: str, kind: ProblemKind, remedy: str) -> Problem:
    return Problem(path=name, kind=kind, remedy=remedy)


def _shares(policy: Policy) -> Iterator[Problem]:
    for name in ("attendance_in_stay", "check_in_share", "targets_moving"):
        share = getattr(policy, name).value
        if not 0 < share <= 1:
            remedy = "Choose a share above 0 and up to 1, for example 9/10."
            yield _wrong(name, ProblemKind.OUT_OF_RANGE, remedy)
        elif share.denominator > _MOST_PARTS:
            remedy = f"Write the share with at most {_MOST_PARTS} parts, for example 9/10."
            yield _wrong(name, ProblemKind.OUT_OF_RANGE, remedy)


def _named_twice(policy: Policy) -> Iterator[Problem]:
    for name in ("prior_supports", "professionals", "data_sets", "turn_order", "pace_kept", "sustained"):
        value = getattr(policy, name).value
        if len(set(value)) < len(value):
            yield _wrong(name, ProblemKind.DUPLICATE, "Name each once.")
    for position, gain in enumerate(policy.improvement.value):
        known = _SCALES.get(gain.instrument)
        if known and gain.scale is not None and gain.scale not in known:
            remedy = f"The instrument has no scale of this name. It has: {', '.join(known)}."
            yield _wrong(f"improvement[{position}].scale", ProblemKind.UNKNOWN_CODE, remedy)
    gains = [(one.instrument, one.scale) for one in policy.improvement.value]
    rules = [one.rule for one in policy.forces.value]
    for name, named in (("improvement", gains), ("forces", rules)):
        for position, one in enumerate(named):
            if one in named[:position]:
                remedy = "This one stands here already: keep one."
                yield _wrong(f"{name}[{position}]", ProblemKind.DUPLICATE, remedy)


_RANGES: Final[dict[str, tuple[int, int]]] = {
    one.name: one.metadata["range"] for one in fields(Policy) if one.metadata.get("range")
}


def choices_of() -> tuple[str, ...]:
    """The names of everything that a policy chooses, in order.

    >>> choices_of()[0]
    'prior_supports'
    """
    return tuple(one.name for one in fields(Policy) if "says" in one.metadata)


def says_of(name: str) -> str:
    """What a choice says, in a few words. Raises `KeyError` for a name that is no choice.

    >>> says_of("review_weeks")
    'school weeks between reviews, at most'
    """
    return str(fields_dict(Policy)[name].metadata["says"])


def range_of(name: str) -> tuple[int, int] | None:
    """The lowest and the highest number that may be chosen; `None` for a choice that is no number."""
    return _RANGES.get(name)
