"""How every measure is counted: each thing falls into exactly one place, and each group the same way."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final

from iapcore.measures.measure import Definition, Measure

__all__ = ["BASE", "HIT", "NOT_KNOWN", "NOT_RECORDED", "count", "label_of"]

HIT: Final = "hit"
BASE: Final = "base"
NOT_KNOWN: Final = "not known"
NOT_RECORDED: Final = "not recorded"


def count(
    definition: Definition, placed: Iterable[tuple[str, object]], *, on: date, grouped: bool
) -> Measure:
    """A measure of things that each come with their place and their group.

    A place is `HIT` (in the base and in the numerator), `BASE` (in the base alone), `NOT_KNOWN`, or the
    reason for which the thing is excluded.
    """
    whole: Counter[str] = Counter()
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, group in placed:
        whole[place] += 1
        if grouped:
            parts[label_of(group)][place] += 1
    groups = tuple((label, _measure(definition, parts[label], on)) for label in sorted(parts))
    return _measure(definition, whole, on, groups)


def _measure(
    definition: Definition, counts: Counter[str], on: date, groups: tuple[tuple[str, Measure], ...] = ()
) -> Measure:
    return Measure(
        definition=definition,
        on=on,
        numerator=counts[HIT],
        base=counts[HIT] + counts[BASE],
        excluded=tuple(
            sorted((place, n) for place, n in counts.items() if place not in (HIT, BASE, NOT_KNOWN))
        ),
        not_known=counts[NOT_KNOWN],
        groups=groups,
    )


def label_of(group: object) -> str:
    """The label of a group: its code where it has one.

    >>> label_of(None), label_of(8)
    ('not recorded', '8')
    """
    if group is None:
        return NOT_RECORDED
    return str(group.value) if isinstance(group, Enum) else str(group)
