"""Who comes to a provision and what becomes of them, beside who is on roll.

Rules of the room: pupils are counted, each once in a school year, and years are pooled by adding them up. Who is on
roll is given from outside, because a record holds only pupils of the way in. Groups are never ranked: they stand by
label, each beside everybody else on roll whose group is known. A ratio away from one is a question about the provision
and the school, and says nothing of why; a ratio near one does not show that all is well.

Sources: Simpson and O'Brien, *Four Tenets* (2025), tenet two, and McPhee in Headteacher Update (2025), on admission
that is fair; for the interval see `ratios`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from attrs import frozen

from iapcore.errors import Problem, ProblemKind
from iapcore.guidance.library import FOUR_TENETS, HEADTEACHER_UPDATE, RATIO_OF_RATES
from iapcore.guidance.policy import Policy
from iapcore.measures.disclosure import THRESHOLD, PublishedCell, Suppression
from iapcore.measures.measure import Definition, Measure
from iapcore.measures.milestones import Milestone, Trait, days_of, group_of
from iapcore.measures.published import PublishedMeasure, publish_measure
from iapcore.measures.ratios import Ratio, ratio_of
from iapcore.record.journey import Journey
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.symbols import Symbol
from iapcore.vocabulary.value import stop_if_any

__all__ = [
    "FAIRNESS",
    "Fairness",
    "PublishedFairness",
    "Roll",
    "count_fairness",
    "publish_fairness",
]


_FAIR: Final = (
    FOUR_TENETS.at("tenet 2, robust referral process"),
    HEADTEACHER_UPDATE.at("risk versus reward"),
    RATIO_OF_RATES.at("score test"),
)


def _definition(key: str, numerator: str) -> Definition:
    return Definition(
        key=key,
        numerator=numerator,
        base="on roll",
        unit="pupils, each once in a school year",
        cites=_FAIR,
        caution="Groups are not ranked. A ratio away from one is a question, and tells no cause.",
        counts_pupils=True,
    )


FAIRNESS: Final = {
    Milestone.REFERRED: _definition("fairness-referred", "pupils who were referred"),
    Milestone.DECLINED: _definition("fairness-declined", "pupils for whom people decided on other support"),
    Milestone.WAITING: _definition("fairness-waiting", "pupils who waited for a place"),
    Milestone.PLACED: _definition("fairness-placed", "pupils who began a stay"),
    Milestone.RETURNED: _definition("fairness-returned", "pupils whose stay ended with all lessons back"),
    Milestone.EXITED: _definition("fairness-exited", "pupils whose stay led to an exit to ask about"),
}
"""The definition of each."""


@frozen(kw_only=True, field_transformer=shaped)
class Roll:
    """Who was on roll in a school year, by group: everybody who was on roll at some time of it, each once.

    Groups bear the labels that `group_of` gives. `not_known` are those on roll whose group is not recorded.

    >>> from iapcore.vocabulary.academic_years import AcademicYear
    >>> Roll(year=AcademicYear(2025), trait=Trait.SEX, groups=(("F", 480), ("M", 500))).not_known
    0

    Raises `InvalidRecordError` for a number below nought, no group, or one that stands there twice.
    """

    year: AcademicYear
    trait: Trait
    groups: tuple[tuple[str, int], ...]
    not_known: int = 0

    def __attrs_post_init__(self) -> None:
        stop_if_any(self._problems())

    def _problems(self) -> Iterator[Problem]:
        labels = [label for label, _ in self.groups]
        if any(count < 0 for _, count in self.groups) or self.not_known < 0:
            yield Problem(
                path="", kind=ProblemKind.OUT_OF_RANGE, remedy="Give numbers that are not negative."
            )
        if not labels or len(set(labels)) < len(labels):
            remedy = "Give at least one group, and each once."
            yield Problem(path="groups", kind=ProblemKind.DUPLICATE, remedy=remedy)


@frozen(kw_only=True, field_transformer=shaped)
class Fairness:
    """How many of each group on roll came to a milestone, in some years, as it stood on a day: **internal**.

    `measure` holds the counts of the groups on roll. `ratios` tells how many times as often each group came to it as
    everybody else on roll whose group is known; `None` where nothing can be told. `not_known` counts, by reason, who is
    in no group and who may have come to it.
    """

    trait: Trait
    milestone: Milestone
    years: tuple[AcademicYear, ...]
    confidence: Fraction
    measure: Measure
    ratios: tuple[tuple[str, Ratio | None], ...]
    not_known: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        parts = [f"{label}: {part.numerator} of {part.base}" for label, part in self.measure.groups]
        told = [f"{part}, {ratio or 'no ratio'}" for part, (_, ratio) in zip(parts, self.ratios, strict=True)]
        return "; ".join([*told, *(f"{count} {reason}" for reason, count in self.not_known if count)])


@frozen(kw_only=True, field_transformer=shaped)
class PublishedFairness:
    """The same with small numbers hidden; no ratio from which a hidden one could be worked out is shown."""

    trait: Trait
    milestone: Milestone
    years: tuple[AcademicYear, ...]
    confidence: Fraction
    measure: PublishedMeasure
    ratios: tuple[tuple[str, Ratio | Symbol], ...]
    not_known: tuple[tuple[str, PublishedCell], ...]


def count_fairness(
    journeys: Iterable[Journey],
    *,
    rolls: Iterable[Roll],
    milestone: Milestone,
    policy: Policy,
    on: date,
    confidence: Fraction,
) -> Fairness:
    """How many of each group came to a milestone in the years of the rolls, of how many on roll, and the ratios.

    A pupil counts once in a year, with the group of the first day in it; years run from August to July. A pupil of whom
    it is not recorded whether or when something came is not known, once.

    >>> from iapcore import Pupil, PupilId, Referral, Sex, profile
    >>> rolls = [Roll(year=AcademicYear(2026), trait=Trait.SEX, groups=(("F", 480), ("M", 500)))]
    >>> def referred(number, sex):
    ...     asked = (Referral(day=date(2026, 10, 1)),)
    ...     return Journey(pupil=Pupil(id=PupilId(f"elm-{number}"), sex=Sex(sex)), referrals=asked)
    >>> fairness = count_fairness(
    ...     [referred(1, "F"), referred(2, "M"), referred(3, "M")],
    ...     rolls=rolls,
    ...     milestone=Milestone.REFERRED,
    ...     policy=profile(),
    ...     on=date(2026, 11, 20),
    ...     confidence=Fraction(95, 100),
    ... )
    >>> print(fairness)
    F: 1 of 480, 0.5 (0.1 to 4.0); M: 2 of 500, 1.9 (0.3 to 14.7)

    Raises `InvalidRecordError` where there is no roll, two are of one year or of different traits, a group has fewer on
    roll than came to it, or the confidence is not between 0 and 1.
    """
    given = tuple(rolls)
    stop_if_any(_unlike(given))
    trait, years = given[0].trait, tuple(sorted((one.year for one in given), key=lambda one: one.start))
    on_roll: Counter[str] = Counter()
    for roll in given:
        on_roll.update(dict(roll.groups))
    reached: Counter[str] = Counter()
    unknown = 0
    for journey in journeys:
        days = days_of(journey, milestone, policy=policy, on=on)
        unknown += None in days
        for year in years:
            first = min((day for day in days if day is not None and day in year.span), default=None)
            if first is not None:
                reached[group_of(journey, trait, first) or _NO_LABEL] += 1
    stop_if_any(_too_few(reached, on_roll))
    definition = FAIRNESS[milestone]
    groups = tuple(
        (label, Measure(definition=definition, on=on, numerator=reached[label], base=on_roll[label]))
        for label in sorted(on_roll)
    )
    whole = Measure(
        definition=definition,
        on=on,
        numerator=sum(part.numerator for _, part in groups),
        base=on_roll.total(),
        groups=groups,
    )
    return Fairness(
        trait=trait,
        milestone=milestone,
        years=years,
        confidence=confidence,
        measure=whole,
        ratios=tuple((label, _beside_the_others(part, whole, confidence)) for label, part in groups),
        not_known=(
            (_UNGROUPED, reached.total() - whole.numerator),
            (_UNKNOWN, unknown),
            (_NO_GROUP, sum(roll.not_known for roll in given)),
        ),
    )


_NO_GROUP: Final = "on roll, group not recorded"
_UNGROUPED: Final = "came to it, in no group of the roll"
_UNKNOWN: Final = "may have come to it"
_NO_LABEL: Final = "not recorded"


def _beside_the_others(part: Measure, whole: Measure, confidence: Fraction) -> Ratio | None:
    others = (whole.numerator - part.numerator, whole.base - part.base)
    return ratio_of((part.numerator, part.base), others, confidence=confidence)


def _unlike(rolls: tuple[Roll, ...]) -> Iterator[Problem]:
    if not rolls or len({one.trait for one in rolls}) > 1:
        remedy = "Give the rolls of one or more years, all by the same trait."
        yield Problem(path="rolls", kind=ProblemKind.CONTRADICTION, remedy=remedy)
    if len({one.year for one in rolls}) < len(rolls):
        remedy = "Give one roll for each year: add up those of several schools."
        yield Problem(path="rolls", kind=ProblemKind.DUPLICATE, remedy=remedy)


def _too_few(reached: Counter[str], on_roll: Counter[str]) -> Iterator[Problem]:
    if any(reached[label] > on_roll[label] for label in on_roll):
        remedy = (
            "A group has fewer pupils on roll than came to the milestone: count everybody who was on roll at some "
            "time of the year."
        )
        yield Problem(path="rolls", kind=ProblemKind.CONTRADICTION, remedy=remedy)


def publish_fairness(fairness: Fairness, *, threshold: int = THRESHOLD) -> PublishedFairness:
    """As it may leave the team: small numbers hidden, and with them the ratios that would give them away.

    Raises what `publish_measure` raises.
    """
    measure = publish_measure(fairness.measure, threshold=threshold)
    shown = {label for label, part in measure.groups if isinstance(part.share, Fraction)}
    known = isinstance(measure.whole.share, Fraction)
    return PublishedFairness(
        trait=fairness.trait,
        milestone=fairness.milestone,
        years=fairness.years,
        confidence=fairness.confidence,
        measure=measure,
        ratios=tuple(
            (label, _shown(ratio) if known and label in shown else Symbol.CONFIDENTIAL)
            for label, ratio in fairness.ratios
        ),
        not_known=tuple((reason, _cell(count, threshold)) for reason, count in fairness.not_known),
    )


def _cell(count: int, threshold: int) -> PublishedCell:
    if count < threshold:
        return PublishedCell(Symbol.CONFIDENTIAL, Suppression.PRIMARY)
    return PublishedCell(count)


def _shown(ratio: Ratio | None) -> Ratio | Symbol:
    return Symbol.NOT_APPLICABLE if ratio is None else ratio
