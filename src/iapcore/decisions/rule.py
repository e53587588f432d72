"""A rule: a question, its sources, a pure answer. A finding: that answer as data.

Rules of the room:

* A check names a **reason** out of its rule's own closed table; the table says which verdict that is. So no
  finding can carry a verdict that its reason does not.
* `known(...)` is the only way to reach into what may not be recorded: it stops the check with *not known*.
* A finding is its rule's key, the reason and typed parameters: dates, counts, shares and codes, never a text
  about a child. Sentences are rendered when they are read.
* The decorator registers nothing; the tuple at the end of each module is the law of that room.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias, TypeVar

from attrs import field, frozen

from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.sources import Citation, Force
from iapcore.record.timetable import Slot
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.wording import day_in_words, percent, spelt

__all__ = ["Finding", "Param", "Reason", "Rule", "Said", "known", "rule", "said"]

Param: TypeAlias = int | str | date | Fraction | tuple[str, ...]
T = TypeVar("T")


@frozen(kw_only=True)
class Reason:
    """A reason that a rule may give, the verdict that it is, and its sentence with places for parameters."""

    code: str
    verdict: Verdict
    sentence: str


@frozen
class Said:
    """What a check says: a reason code and its parameters."""

    reason: str
    params: tuple[tuple[str, Param], ...] = ()


class _NotKnownError(Exception):
    """Stops a check that reached for something not recorded."""


def said(reason: str, **params: Param | Enum | Slot | tuple[Enum, ...] | tuple[Slot, ...]) -> Said:
    """A reason with its parameters; members of lists become their codes, slots their notation."""
    return Said(reason, tuple((name, _code(value)) for name, value in params.items()))


def _code(value: Param | Enum | Slot | tuple[Enum, ...] | tuple[Slot, ...]) -> Param:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Slot):
        return value.format()
    if isinstance(value, tuple):
        return tuple(str(_code(item)) for item in value)
    return value


def known(value: T | None, reason: str) -> T:
    """The value, where it is recorded; where it is not, the check ends here with that *not known* reason."""
    if value is None:
        raise _NotKnownError(reason)
    return value


@frozen(kw_only=True)
class Rule:
    """A question that guidance or the school asks of a record.

    `expects` is our paraphrase of what the sources expect; `reads` names the parts of the record that it
    looks at; `overlooks` says what it does not look at. Two rules are equal when their keys are.

    >>> from iapcore.decisions.eligibility import supports_came_first
    >>> supports_came_first.key, supports_came_first.force.name
    ('ELIG-3', 'REQUIRED')
    """

    key: str
    asks: str = field(eq=False, repr=False)
    expects: str = field(eq=False, repr=False)
    force: Force = field(eq=False, repr=False)
    cites: tuple[Citation, ...] = field(eq=False, repr=False)
    reads: tuple[str, ...] = field(eq=False, repr=False)
    overlooks: str = field(eq=False, repr=False)
    reasons: tuple[Reason, ...] = field(eq=False, repr=False)
    check: Callable[[Situation], Said] = field(eq=False, repr=False)

    def __call__(self, situation: Situation) -> "Finding":
        """The answer to the question in this situation."""
        try:
            answer = self.check(situation)
        except _NotKnownError as stopped:
            answer = Said(str(stopped))
        return Finding(rule=self, reason=answer.reason, params=answer.params)

    def reason(self, code: str) -> Reason:
        """The reason of that code. Raises `LookupError` for one that is not in the table."""
        for reason in self.reasons:
            if reason.code == code:
                return reason
        raise LookupError(f"Rule {self.key} has no such reason.")


@frozen(kw_only=True, field_transformer=shaped)
class Finding:
    """What a rule found: its key, a reason out of its table, and the parameters of that reason.

    `verdict`, `asks`, `sentence` and `cites` are looked up when read. Findings compare, hash, and survive
    JSON.
    """

    rule: Rule
    reason: str
    params: tuple[tuple[str, Param], ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Met, not met or not known: what the reason is."""
        return self.rule.reason(self.reason).verdict

    @property
    def key(self) -> str:
        """The key of the rule."""
        return self.rule.key

    @property
    def asks(self) -> str:
        """The question, for a person."""
        return self.rule.asks

    @property
    def sentence(self) -> str:
        """The reason in a sentence, for a person."""
        return self.told()

    def told(self, **words: str) -> str:
        """The sentence with these words in the place of the parameters of the same names."""
        params = {name: _told(value) for name, value in self.params}
        return self.rule.reason(self.reason).sentence.format(**params | words)


def _told(value: Param) -> str:
    if isinstance(value, Fraction):
        return f"{percent(value)}\N{NO-BREAK SPACE}%"
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, tuple):
        return ", ".join(map(spelt, value)) or "none"
    return spelt(str(value))


def rule(
    *,
    key: str,
    asks: str,
    expects: str,
    force: Force,
    cites: tuple[Citation, ...],
    reads: tuple[str, ...],
    overlooks: str = "",
    met: Mapping[str, str],
    not_met: Mapping[str, str],
    not_known: Mapping[str, str],
) -> Callable[[Callable[[Situation], Said]], Rule]:
    """Make a rule of a check: the three tables give, for each verdict, the reasons and their sentences."""
    tables = {Verdict.MET: met, Verdict.NOT_MET: not_met, Verdict.NOT_KNOWN: not_known}
    reasons = tuple(
        Reason(code=code, verdict=verdict, sentence=sentence)
        for verdict, table in tables.items()
        for code, sentence in table.items()
    )

    def of(check: Callable[[Situation], Said]) -> Rule:
        return Rule(
            key=key,
            asks=asks,
            expects=expects,
            force=force,
            cites=cites,
            reads=reads,
            overlooks=overlooks,
            reasons=reasons,
            check=check,
        )

    return of
