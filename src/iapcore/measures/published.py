"""A measure as it may leave the team: small numbers hidden, no share of a hidden base, symbols where no number stands.

Rules of the room: numerator, the rest of the base and the base are one table, with the groups as its rows; each reason
for which things are excluded, and what is not known, is a table of its own. No total over both is shown, so nothing
links them. A reason that is rare in the whole is not named at all: such reasons are counted as one, also where there
are none, because that they are counted would tell that there are some.
"""

from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import frozen

from iapcore.errors import InvalidRecordError, OutOfScopeError, Problem, ProblemKind
from iapcore.guidance.sources import Citation
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN
from iapcore.measures.disclosure import (
    CITES,
    THRESHOLD,
    PublishedCell,
    PublishedRow,
    Table,
    publish_table,
)
from iapcore.measures.measure import Definition, Measure
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.symbols import Symbol
from iapcore.vocabulary.wording import percent

__all__ = ["OTHER_REASONS", "PublishedMeasure", "PublishedPart", "publish_measure"]

OTHER_REASONS: Final = "other reasons"


@frozen(kw_only=True, field_transformer=shaped)
class PublishedPart:
    """The whole of a measure, or one group of it, as it may be shown."""

    numerator: PublishedCell
    base: PublishedCell
    excluded: tuple[tuple[str, PublishedCell], ...]
    not_known: PublishedCell

    @property
    def share(self) -> Fraction | Symbol:
        """Numerator of base as an exact fraction; hidden where one of the two is."""
        numerator, base = self.numerator.value, self.base.value
        if isinstance(numerator, Symbol) or isinstance(base, Symbol):
            return Symbol.CONFIDENTIAL
        return Fraction(numerator, base)

    def percent(self, places: int = 0) -> Decimal | Symbol:
        """The share in per cent, rounded half up; `low` where it rounds to nought and is more.

        >>> part = PublishedPart(
        ...     numerator=PublishedCell(41), base=PublishedCell(63), excluded=(), not_known=PublishedCell(Symbol("c"))
        ... )
        >>> part.percent(), part.percent(1)
        (Decimal('65'), Decimal('65.1'))
        """
        share = self.share
        if isinstance(share, Symbol):
            return share
        shown = percent(share, places)
        return Symbol.LOW if share and not shown else shown


@frozen(kw_only=True, field_transformer=shaped)
class PublishedMeasure:
    """A measure with its small numbers hidden, and the `threshold` below which they are."""

    definition: Definition
    on: date
    threshold: int
    whole: PublishedPart
    groups: tuple[tuple[str, PublishedPart], ...]

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The sources of the measure, then those of the hiding."""
        return (*self.definition.cites, *CITES)

    def __str__(self) -> str:
        whole = self.whole
        parts = [f"{whole.numerator} of {whole.base} {self.definition.base}"]
        parts += [f"{cell} {reason}" for reason, cell in (*whole.excluded, ("not known", whole.not_known))]
        return "; ".join([*parts, f"c: hidden, as are all counts below {self.threshold}"])


def publish_measure(measure: Measure, *, threshold: int = THRESHOLD) -> PublishedMeasure:
    """The measure with every count below the threshold hidden, and enough others that none can be worked out.

    Nought and all are hidden too, since they tell of every pupil of a group. Counted are stays where the measure counts
    stays: a pupil with several counts several times, so choose a higher threshold where that is common.

    >>> from datetime import date
    >>> from iapcore.measures.returns import RETURNS
    >>> back = Measure(
    ...     definition=RETURNS, on=date(2026, 11, 20), numerator=41, base=63, excluded=(("open", 12), ("died", 1))
    ... )
    >>> print(publish_measure(back))
    41 of 63 ended; 12 open; c other reasons; c not known; c: hidden, as are all counts below 10

    Raises `OutOfScopeError` for a measure that does not count pupils or stays, such as lessons or places, and
    `InvalidRecordError` for groups that do not add up to the whole, or a threshold below 2.
    """
    if not measure.definition.counts_pupils:
        raise OutOfScopeError(
            "This measure does not count pupils or their stays, so its numbers do not show how few pupils stand "
            "behind them. Use it within the team."
        )
    kept = {reason for reason, count in measure.excluded if count >= threshold}
    whole = _counts(measure, kept)
    groups = [(label, _counts(part, kept)) for label, part in measure.groups]
    if groups and sum((counts for _, counts in groups), Counter[str]()) != +whole:
        remedy = "The groups do not add up to the whole: group by something that each pupil has once."
        raise InvalidRecordError(Problem(path="groups", kind=ProblemKind.CONTRADICTION, remedy=remedy))
    shown = _within(whole, groups, threshold)
    reasons = [*sorted(kept), OTHER_REASONS]
    beside = {one: _beside(one, whole, groups, threshold) for one in (*reasons, NOT_KNOWN)}
    parts = [
        PublishedPart(
            numerator=row.cells[0],
            base=row.total,
            excluded=tuple((reason, beside[reason][position]) for reason in reasons),
            not_known=beside[NOT_KNOWN][position],
        )
        for position, row in enumerate(shown)
    ]
    return PublishedMeasure(
        definition=measure.definition,
        on=measure.on,
        threshold=threshold,
        whole=parts[0],
        groups=tuple(zip((label for label, _ in groups), parts[1:], strict=True)),
    )


WHOLE: Final = "whole"
_Counts: TypeAlias = Counter[str]


def _counts(part: Measure, kept: set[str]) -> _Counts:
    """How many things stand where; reasons that are not kept are one."""
    counts = Counter({HIT: part.numerator, BASE: part.base - part.numerator, NOT_KNOWN: part.not_known})
    for reason, count in part.excluded:
        counts[reason if reason in kept else OTHER_REASONS] += count
    return counts


def _within(whole: _Counts, groups: list[tuple[str, _Counts]], threshold: int) -> list[PublishedRow]:
    """The row of the whole, then those of the groups: numerator, the rest of the base, and the base."""
    rows = [(label, (counts[HIT], counts[BASE])) for label, counts in groups or [(WHOLE, whole)]]
    table = publish_table(Table(columns=(HIT, BASE), rows=tuple(rows)), threshold=threshold)
    first = table.totals or table.rows[0]
    return [first, *table.rows] if groups else [first]


def _beside(
    name: str, whole: _Counts, groups: list[tuple[str, _Counts]], threshold: int
) -> list[PublishedCell]:
    """The cell of the whole, then those of the groups, for what is not in the base."""
    columns = [(label, counts[name]) for label, counts in groups] or [(WHOLE, whole[name])]
    labels, counts = zip(*columns, strict=True)
    table = publish_table(Table(columns=labels, rows=((name, counts),)), threshold=threshold)
    [row] = table.rows
    return [row.total, *(row.cells if groups else ())]
