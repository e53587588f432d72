"""Counts before, during and after stays as rows of plain columns, with small numbers hidden.

Rules of the room: what was counted before, during and after is shown together or not at all, beside where stays led. A
column is shown in all rows or in none, so that no group can be worked out from the others; where that would hide a
column altogether, the whole is shown alone.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.measures.before_and_after import BeforeAndAfter
from iapcore.measures.disclosure import THRESHOLD
from iapcore.tables.rows import Cell
from iapcore.vocabulary.symbols import Symbol

__all__ = ["effect_to_rows"]

_WINDOWS: Final = ("before", "during", "after")
_ELSEWHERE: Final = "led elsewhere, or not recorded"
_NOT_RECORDED: Final = "not recorded"
_Part: TypeAlias = tuple[str | None, BeforeAndAfter]


def effect_to_rows(
    effect: BeforeAndAfter, *, threshold: int = THRESHOLD, internal: bool = False
) -> list[dict[str, Cell]]:
    """One row for the whole and one for each group, ready for any data frame.

    Columns: `measure`, `group` (`None` for the whole), `on`, `weeks`, `stays`, the count and what was possible
    `before`, `during` and `after`, one `led to: …` column for each place to which stays led, and `hidden_below`.

    Fewer stays than the threshold are hidden as `c`, and with them all that was counted over them; so is a count that
    is smaller itself, or that lacks less than that of what was possible. Places to which few stays led are told
    together. How many stays were not compared may be worked out: that tells of what is recorded, and not what a pupil
    did.

    With `internal=True`, for those who know the pupils, counts are numbers, none is hidden, and what is left out and
    not known has columns too.

    >>> from datetime import date
    >>> from iapcore.guidance.profiles import profile
    >>> from iapcore.measures.before_and_after import Area
    >>> from iapcore.measures.effect import count_before_and_after
    >>> nobody = count_before_and_after((), area=Area.INCIDENTS, policy=profile(), on=date(2026, 11, 20))
    >>> [row] = effect_to_rows(nobody)
    >>> row["stays"], row["before: incidents"], row["after: incidents"], row["hidden_below"]
    ('c', 'c', 'c', 10)

    Raises `InvalidRecordError` for a threshold below 2, which would hide nothing, or noughts alone.
    """
    parts: list[_Part] = [(None, effect), *effect.groups]
    if internal:
        return [_internal_row(effect, group, part) for group, part in parts]
    if threshold <= 1:
        remedy = "Give a whole number from 2 on, or ask for all of them with internal=True."
        raise InvalidRecordError(Problem(path="threshold", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
    named = [
        where
        for where in _led(effect)
        if all(_led(part).get(where, 0) >= threshold for _, part in parts) and where != _NOT_RECORDED
    ]
    shown = _shown(parts, threshold)
    elsewhere = _shown_where(parts, lambda part: _rest(part, named) >= threshold)
    rows: list[dict[str, Cell]] = []
    for position, (group, part) in enumerate(parts):
        row = _head(effect, group)
        row |= _cells(_counts(part), hidden=position not in shown)
        row |= _cells({f"led to: {where}": _led(part)[where] for where in named}, hidden=False)
        row |= _cells({f"led to: {_ELSEWHERE}": _rest(part, named)}, hidden=position not in elsewhere)
        rows.append(row | {"hidden_below": threshold})
    return rows


def _shown(parts: Sequence[_Part], threshold: int) -> range:
    """The rows whose counts may be shown: all, else the whole, else none."""
    return _shown_where(parts, lambda part: all(one >= threshold for one in _told_by(part)))


def _shown_where(parts: Sequence[_Part], is_safe: Callable[[BeforeAndAfter], bool]) -> range:
    """Positions of the rows that may be shown in a column: all of them, else the first, else none."""
    safe = [is_safe(part) for _, part in parts]
    return range(len(parts) if all(safe) else int(safe[0]))


def _told_by(part: BeforeAndAfter) -> Iterator[int]:
    """Every number that the counts of a row tell: the stays, each count, and what it lacks of what was possible."""
    yield part.stays
    for window in _WINDOWS:
        counted = getattr(part, window)
        yield from (counted.count, counted.possible - counted.count)


def _led(part: BeforeAndAfter) -> dict[str, int]:
    return {one.destination.value if one.destination else _NOT_RECORDED: one.ended for one in part.led}


def _rest(part: BeforeAndAfter, named: Sequence[str]) -> int:
    """How many stays led to places that are not named."""
    return sum(count for where, count in _led(part).items() if where not in named)


def _head(effect: BeforeAndAfter, group: str | None) -> dict[str, Cell]:
    return {"measure": effect.definition.key, "group": group, "on": effect.on, "weeks": effect.weeks}


def _counts(part: BeforeAndAfter) -> dict[str, int]:
    counts = {"stays": part.stays}
    for window in _WINDOWS:
        counted = getattr(part, window)
        counts[f"{window}: {part.definition.numerator}"] = counted.count
        counts[f"{window}: {part.definition.base}"] = counted.possible
    return counts


def _cells(counts: dict[str, int], *, hidden: bool) -> dict[str, Cell]:
    return {name: Symbol.CONFIDENTIAL.value if hidden else str(count) for name, count in counts.items()}


def _internal_row(effect: BeforeAndAfter, group: str | None, part: BeforeAndAfter) -> dict[str, Cell]:
    reasons = dict((*part.excluded, *part.not_known))
    return (
        _head(effect, group)
        | _counts(part)
        | {f"led to: {where}": _led(part).get(where, 0) for where in _led(effect)}
        | {"in another stay": part.in_another_stay}
        | {f"left out: {why}": reasons.get(why, 0) for why, _ in (*effect.excluded, *effect.not_known)}
    )
