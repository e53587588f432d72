"""A judgement about one pupil: an answer with every reason, what is not known, the policy and the day."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, Generic, NoReturn, TypeVar

from attrs import frozen

from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.errors import Problem, ProblemKind
from iapcore.guidance.policy import Policy, PolicyName
from iapcore.guidance.sources import Force
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import stop_if_any

__all__ = ["Action", "Decision", "Judgement", "ask", "unlawful_forces", "verdict_of"]

A = TypeVar("A")


@frozen(kw_only=True)
class Action:
    """What a person could do now, and the key of the rule that it answers.

    >>> Action(rule="ELIG-1", does="Write down who asked for the place, and when.").rule
    'ELIG-1'
    """

    rule: str
    does: str


@frozen(kw_only=True, field_transformer=shaped)
class Judgement(Generic[A]):
    """An answer and its reasons, without an overall verdict: a profile of a pupil is not a pass or a fail.

    `findings` holds one finding for every rule that was asked; `about` says which judgement it is.
    """

    about: str
    answer: A
    findings: tuple[Finding, ...]
    policy: PolicyName
    on: date

    def __bool__(self) -> NoReturn:
        raise TypeError(f"A {type(self).__name__} is neither true nor false: look at its .answer.")

    @property
    def missing(self) -> tuple[Finding, ...]:
        """The findings that are *not known*, those of required rules first: what to find out."""
        unknown = [finding for finding in self.findings if finding.verdict is Verdict.NOT_KNOWN]
        return tuple(sorted(unknown, key=_advisory_last))

    @property
    def next_actions(self) -> tuple[Action, ...]:
        """What a person could do now: all that is not met, not known or to be looked at again; required rules first."""
        does: dict[str, str] = {}
        for finding in sorted(self.findings, key=_advisory_last):
            if finding.action is not None:
                does.setdefault(finding.action, finding.key)
        return tuple(Action(rule=key, does=action) for action, key in does.items())

    def findings_of(self, rules: Iterable[Rule]) -> tuple[Finding, ...]:
        """The findings of these rules alone, for example of one side of a profile; in the order of all."""
        keys = {one.key for one in rules}
        return tuple(finding for finding in self.findings if finding.key in keys)

    def finding(self, key: str) -> Finding:
        """The finding of the rule with that key. Raises `LookupError` where it was not asked."""
        for finding in self.findings:
            if finding.key == key:
                return finding
        raise LookupError("No rule of that key was asked here.")


@frozen(kw_only=True, field_transformer=shaped)
class Decision(Judgement[A]):
    """A judgement with a verdict: of its required rules, all met, one not met, or not known."""

    @property
    def verdict(self) -> Verdict:
        """What the required rules say together; advisory ones are shown and do not count."""
        return verdict_of(self.findings)


def _advisory_last(finding: Finding) -> bool:
    return finding.force is not Force.REQUIRED


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """What the findings of required rules say together."""
    return Verdict.all_of(finding.verdict for finding in findings if finding.force is Force.REQUIRED)


def ask(rules: Iterable[Rule], situation: Situation) -> tuple[Finding, ...]:
    """Ask every rule and keep every reason.

    Raises `InvalidRecordError` where the policy would make a rule advisory that rests on law or statutory guidance.
    """
    asked = tuple(rules)
    stop_if_any(unlawful_forces(asked, situation.policy))
    return tuple(one(situation) for one in asked)


def unlawful_forces(rules: Iterable[Rule], policy: Policy) -> Iterator[Problem]:
    """Where a policy would make advisory what law or statutory guidance asks for, or what no school may set aside."""
    forces = policy.forces.value
    bound = (
        {one.key for one in rules if one.is_bound and one.force is Force.REQUIRED} if forces else set[str]()
    )
    for position, one in enumerate(forces):
        if one.rule in bound and one.force is Force.ADVISORY:
            yield Problem(path=f"forces[{position}]", kind=ProblemKind.CONTRADICTION, remedy=_BOUND)


_BOUND: Final = (
    "Law, statutory guidance or fairness asks for this rule: it stays required. Take it out of the list."
)
