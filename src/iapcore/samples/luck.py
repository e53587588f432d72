"""Chance, the same on every machine and every Python."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

__all__ = ["Luck"]

T = TypeVar("T")


class Luck(Random):
    """A `random.Random`, seeded with text, with words for what a made-up journey asks of it.

    >>> Luck("seed").happens(100), Luck("seed").happens(0)
    (True, False)
    >>> Luck("seed").weighed((("never", 0), ("always", 1)))
    'always'
    """

    def happens(self, per_cent: float) -> bool:
        """Whether something happens that happens so often."""
        return 100 * self.random() < per_cent

    def weighed(self, table: Sequence[tuple[T, int]]) -> T:
        """One of the table, in proportion to the weight beside it."""
        return self.choices([value for value, _ in table], [weight for _, weight in table])[0]

    def one(self, values: Sequence[T], *weights: int) -> T:
        """One of the values, in proportion to their weights."""
        return self.choices(values, weights)[0]
