"""A rule: a question, its sources, a pure answer. A finding: that answer as data.

Rules of the room:

* A check names a **reason** out of its rule's own closed table; the table says which verdict that is. So no
  finding can carry a verdict that its reason does not.
* `known(...)` is the only way to reach into what may not be recorded: it stops the check with *not known*.
* A finding is its rule's key, the reason, typed parameters (dates, counts, shares and codes, never a text about a
  child), the force with which it was asked, and the **choices** of the policy that it rests on. Sentences are
  rendered when they are read.
* Every reason that is not *met* says what a person could do now.
* The decorator registers nothing; the tuple at the end of each module is the law of that room.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property, lru_cache
from string import Formatter
from typing import Any, Final, Protocol, TypeAlias, TypeVar, cast

from attrs import Factory, field, frozen

from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Basis, Citation, Force, SourceKind
from iapcore.guidance.thresholds import Threshold
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.wording import after_one, day_in_words, percent, spelt

__all__ = [
    "Chosen",
    "Finding",
    "Param",
    "Reason",
    "Rule",
    "Said",
    "Telling",
    "known",
    "looked_at",
    "rule",
    "said",
]

Param: TypeAlias = int | str | date | Fraction | tuple[str, ...]
Telling: TypeAlias = str | tuple[str, str]
"""A sentence; with what a person could do now: always where the reason is not *met*, and where a reason that is *met*
leaves something to look at again."""
T = TypeVar("T")
_BINDING: tuple[SourceKind, ...] = (SourceKind.LAW, SourceKind.STATUTORY_GUIDANCE)


class _Noted(Protocol):
    """Something with a short written form, such as a slot."""

    def format(self) -> str: ...


@frozen(kw_only=True)
class Reason:
    """A reason that a rule may give, the verdict that it is, its sentence, and what a person could do now."""

    code: str
    verdict: Verdict
    sentence: str
    action: str | None = None

    @property
    def needs(self) -> frozenset[str]:
        """The parameters without which it cannot be told."""
        told = f"{self.sentence}{self.action or ''}"
        return frozenset(name for _, name, _, _ in Formatter().parse(told) if name)


@frozen(kw_only=True, field_transformer=shaped)
class Chosen:
    """A choice of the policy that a finding rests on: its name, its value then, and what it rests on itself.

    >>> Chosen(name="lead_months", value=1, basis=Basis.PRACTICE_EXAMPLE).basis.label
    "one school's practice, as an example"
    """

    name: str
    value: Param
    basis: Basis


@frozen
class Said:
    """What a check says: a reason code and its parameters."""

    reason: str
    params: tuple[tuple[str, Param], ...] = ()


_Check: TypeAlias = Callable[[Situation], Said]


class _NotKnownError(Exception):
    """Stops a check that reached for something not recorded."""


def said(reason: str, **params: Param | Enum | _Noted | tuple[object, ...]) -> Said:
    """A reason with its parameters; members of lists become their codes, slots their notation."""
    return Said(reason, tuple((name, _code(value)) for name, value in params.items()))


def _code(value: object) -> Param:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return tuple(str(_code(item)) for item in cast("tuple[object, ...]", value))
    # A protocol is slow to ask for, and a finding asks of every parameter: what is one already goes first.
    if isinstance(value, int | str | date | Fraction):
        return value
    return cast("_Noted", value).format()


def known(value: T | None, reason: str) -> T:
    """The value, where it is recorded; where it is not, the check ends here with that *not known* reason."""
    if value is None:
        raise _NotKnownError(reason)
    return value


def looked_at(situation: Situation, look: Callable[[Situation], T]) -> T | Said:
    """What a look at a situation finds; where it reaches for what is not recorded, the reason for which it ended."""
    try:
        return look(situation)
    except _NotKnownError as stopped:
        return Said(str(stopped))


@frozen(kw_only=True)
class Rule:
    """A question that guidance or the school asks of a record.

    `expects` is our paraphrase of what the sources expect; `reads` names the parts of the record that it
    looks at, `chooses` the choices of the policy and `numbers` the thresholds that it rests on; `is_fixed` that no
    policy may set it aside; `overlooks` says what it does not look at. Two rules are equal when their keys are. A copy
    of a rule, or what a pickle of it gives back, is the rule itself.

    >>> from iapcore.decisions.eligibility import supports_came_first
    >>> supports_came_first.key, supports_came_first.force.name, supports_came_first.chooses
    ('ELIG-3', 'REQUIRED', ('supports_evaluated', 'prior_supports'))
    """

    key: str
    asks: str = field(eq=False, repr=False)
    expects: str = field(eq=False, repr=False)
    force: Force = field(eq=False, repr=False)
    cites: tuple[Citation, ...] = field(eq=False, repr=False)
    reads: tuple[str, ...] = field(eq=False, repr=False)
    chooses: tuple[str, ...] = field(eq=False, repr=False)
    numbers: tuple[Threshold[Any], ...] = field(eq=False, repr=False)
    is_fixed: bool = field(eq=False, repr=False)
    overlooks: str = field(eq=False, repr=False)
    reasons: tuple[Reason, ...] = field(eq=False, repr=False)
    check: _Check = field(eq=False, repr=False)

    def __call__(self, situation: Situation) -> "Finding":
        """The answer to the question in this situation."""
        return self.finding(situation.policy, looked_at(situation, self.check))

    def finding(self, policy: Policy, answer: Said) -> "Finding":
        """That answer as a finding, asked with the force and resting on the choices of a policy."""
        force = self.force if self.is_bound else _force(self.key, self.force, policy)
        choices = _choices(self.chooses, policy)
        return Finding(rule=self, reason=answer.reason, params=answer.params, force=force, choices=choices)

    def __copy__(self) -> "Rule":
        return self

    def __deepcopy__(self, _: object) -> "Rule":
        return self

    def __reduce__(self) -> "tuple[Callable[[_Check], Rule], tuple[_Check]]":
        """A rule is law and no data: another process finds it by the name under which it stands in its module."""
        return _rule_of, (self.check,)

    @cached_property
    def is_bound(self) -> bool:
        """Whether a school may not make it advisory: it rests on law or statutory guidance, or it is fixed here."""
        return self.is_fixed or any(cite.source.kind in _BINDING for cite in self.cites)

    def reason(self, code: str) -> Reason:
        """The reason of that code. Raises `LookupError` for one that is not in the table."""
        for reason in self.reasons:
            if reason.code == code:
                return reason
        raise LookupError(f"Rule {self.key} has no such reason.")


def _rule_of(check: _Check) -> Rule:
    return cast("Rule", check.__dict__["rule"])


@lru_cache
def _force(key: str, force: Force, policy: Policy) -> Force:
    """The force with which this policy asks a rule that the law leaves to the school."""
    return next((one.force for one in policy.forces.value if one.rule == key), force)


@lru_cache
def _choices(names: tuple[str, ...], policy: Policy) -> tuple[Chosen, ...]:
    chosen = {name: getattr(policy, name) for name in names}
    return tuple(
        Chosen(name=name, value=_code(choice.value), basis=choice.basis) for name, choice in chosen.items()
    )


@frozen(kw_only=True, field_transformer=shaped)
class Finding:
    """What a rule found: its key, a reason out of its table, and the parameters of that reason.

    `force` is the one with which the policy asked; `choices` are those of the policy on which the answer rests: choose
    otherwise, and it may be another. `verdict`, `asks`, `sentence`, `action` and `cites` are looked up when read.
    Findings compare, hash, and survive JSON.
    """

    rule: Rule
    reason: str
    params: tuple[tuple[str, Param], ...] = ()
    force: Force = field(default=Factory(lambda finding: finding.rule.force, takes_self=True))
    choices: tuple[Chosen, ...] = ()

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
    def cites(self) -> tuple[Citation, ...]:
        """Where the question comes from: each a text, its edition and a place in it; numbers with theirs."""
        numbers = (cite for number in self.rule.numbers for cite in number.cites)
        return tuple(dict.fromkeys((*self.rule.cites, *numbers)))

    @property
    def sentence(self) -> str:
        """The reason in a sentence, for a person."""
        return self.told()

    @property
    def action(self) -> str | None:
        """What a person could do now to turn it into *met* or into an answer; `None` where there is nothing to do."""
        action = self.rule.reason(self.reason).action
        return None if action is None else self._filled(action, {})

    def told(self, **words: str) -> str:
        """The sentence with these words in the place of the parameters of the same names."""
        return self._filled(self.rule.reason(self.reason).sentence, words)

    def _filled(self, template: str, words: Mapping[str, str]) -> str:
        return "".join(_pieces(template, dict(self.params), words))


def _pieces(template: str, params: Mapping[str, Param], words: Mapping[str, str]) -> Iterator[str]:
    """The template, piece by piece: what is counted once stands in the singular, and an empty list in no brackets."""
    last: Param | None = None
    parts = [(text, name) for text, name, _, _ in Formatter().parse(template)]
    for place, (text, name) in enumerate(parts):
        before = after_one(text) if last in _ONE else text
        last = None if name is None else params.get(name)
        if last != () or name in words:
            yield before + ("" if name is None else words.get(name) or _told(params[name]))
            continue
        after = parts[place + 1][0] if place + 1 < len(parts) else ""
        if before.endswith(" (") and after.startswith(")"):
            yield before.removesuffix(" (")
            parts[place + 1] = (after.removeprefix(")"), parts[place + 1][1])
        else:
            yield before + (_told(()) if before.endswith(": ") else "nothing")


_ONE: Final[tuple[Param, ...]] = (1, "1", "½", ("1",))


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
    chooses: tuple[str, ...] = (),
    numbers: tuple[Threshold[Any], ...] = (),
    is_fixed: bool = False,
    overlooks: str = "",
    met: Mapping[str, Telling],
    not_met: Mapping[str, Telling],
    not_known: Mapping[str, Telling],
) -> Callable[[_Check], Rule]:
    """Make a rule of a check: the three tables give, for each verdict, the reasons and how they are told."""
    tables = {Verdict.MET: met, Verdict.NOT_MET: not_met, Verdict.NOT_KNOWN: not_known}
    reasons = tuple(
        _reason(code, verdict, telling)
        for verdict, table in tables.items()
        for code, telling in table.items()
    )

    def of(check: _Check) -> Rule:
        made = Rule(
            key=key,
            asks=asks,
            expects=expects,
            force=force,
            cites=cites,
            reads=reads,
            chooses=chooses,
            numbers=numbers,
            is_fixed=is_fixed,
            overlooks=overlooks,
            reasons=reasons,
            check=check,
        )
        # Where the check stood in its module now stands the rule; under this name both are found again.
        check.__qualname__ += ".check"
        check.__dict__["rule"] = made
        return made

    return of


def _reason(code: str, verdict: Verdict, telling: Telling) -> Reason:
    sentence, action = (telling, None) if isinstance(telling, str) else telling
    return Reason(code=code, verdict=verdict, sentence=sentence, action=action)
