"""A judgement about one pupil: an answer with every reason, what is not known, the policy and the day."""

from collections.abc import Iterable
from datetime import date
from typing import Generic, NoReturn, TypeVar

from attrs import frozen

from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import PolicyName
from iapcore.guidance.sources import Force
from iapcore.vocabulary.shape import shaped

__all__ = ["Decision", "Judgement", "ask", "verdict_of"]

A = TypeVar("A")


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
        return tuple(sorted(unknown, key=lambda finding: finding.rule.force is not Force.REQUIRED))

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


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """What the findings of required rules say together."""
    return Verdict.all_of(finding.verdict for finding in findings if finding.rule.force is Force.REQUIRED)


def ask(rules: Iterable[Rule], situation: Situation) -> tuple[Finding, ...]:
    """Ask every rule and keep every reason."""
    return tuple(one(situation) for one in rules)
