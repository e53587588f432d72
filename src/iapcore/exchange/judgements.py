"""Judgements and their findings as plain values, and back.

A finding is written as its rule's key, the verdict (for the reader), the reason and its parameters. Read
back, the rule is looked up, and a verdict that the reason does not give is refused. So is an answer that the
findings do not give, where it follows from them alone: a step of readiness does not.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any, Final, cast

from attrs import frozen

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.eligibility import Eligibility
from iapcore.decisions.eligibility.answer import eligibility_of
from iapcore.decisions.judgement import Decision, Judgement
from iapcore.decisions.outcome import OUTCOME, Outcome
from iapcore.decisions.outcome.kinds import kind_of
from iapcore.decisions.questions import Questions, questions_of
from iapcore.decisions.readiness import NextStep
from iapcore.decisions.rule import Chosen, Finding, Param, Rule
from iapcore.decisions.support import Support
from iapcore.decisions.support.answer import support_of
from iapcore.decisions.transition import Preparation
from iapcore.decisions.transition.preparation import preparation_of
from iapcore.decisions.verdict import Verdict
from iapcore.decisions.way_back import WayAhead
from iapcore.errors import ProblemKind
from iapcore.exchange.converter import CONVERTER, as_object, body_of, gather, stop
from iapcore.exchange.envelope import closed, opened
from iapcore.guidance.policy import PolicyName
from iapcore.guidance.sources import Basis, Force

__all__ = ["ABOUT", "read_decision", "read_judgement", "write_judgement"]

ABOUT: Final[dict[str, tuple[type[Judgement[Any]], Any]]] = {
    "eligibility": (Decision, Eligibility),
    "support": (Decision, Support),
    "safeguards": (Judgement, Questions),
    "reviews": (Judgement, Questions),
    "readiness": (Judgement, NextStep),
    "way_back": (Decision, WayAhead),
    "transition": (Decision, Preparation),
    "outcome": (Judgement, Outcome),
}
_ANSWERED_BY: Final[dict[str, Callable[[Iterable[Finding]], Any]]] = {
    "eligibility": eligibility_of,
    "support": support_of,
    "safeguards": questions_of,
    "reviews": questions_of,
    "transition": preparation_of,
}
"""How an answer follows from the findings; that of an outcome rests on the destination too."""
_RULES: Final = {rule.key: rule for rule in RULES}
_TOO_LONG: Final = 10**12
_TEXT: Final = CONVERTER.get_structure_hook(str)


@frozen(kw_only=True)
class _Document:
    about: str
    answer: Any
    on: date
    policy: PolicyName
    findings: tuple[Finding, ...]
    verdict: Verdict | None = None


@frozen(kw_only=True)
class _Choice:
    name: str
    value: Any
    basis: Basis


@frozen(kw_only=True)
class _Written:
    rule: str
    force: Force | None = None
    verdict: Verdict
    reason: str
    params: Any = None
    choices: tuple[_Choice, ...] = ()


def read_judgement(value: object) -> Judgement[Any]:
    """A judgement, or a decision, from its document."""
    document = cast("_Document", body_of(_Document)(opened(value, "judgement"), None))
    if document.about not in ABOUT:
        raise stop(ProblemKind.UNKNOWN_CODE, f"Give one of: {', '.join(ABOUT)}.", "about")
    kind, answer = ABOUT[document.about]
    with gather("answer"):
        given = CONVERTER.get_structure_hook(answer)(document.answer, answer)
    made = kind(
        about=document.about, answer=given, findings=document.findings, policy=document.policy, on=document.on
    )
    keys = [finding.key for finding in document.findings]
    if not keys or len(set(keys)) < len(keys):
        remedy = "Each rule that was asked stands here once: write the judgement anew."
        raise stop(ProblemKind.CONTRADICTION, remedy, "findings")
    otherwise = "The findings say otherwise: write the judgement anew."
    verdict = made.verdict if isinstance(made, Decision) else None
    if document.verdict is not verdict:
        raise stop(ProblemKind.CONTRADICTION, otherwise, "verdict")
    if path := _answers_otherwise(made):
        raise stop(ProblemKind.CONTRADICTION, otherwise, path)
    return made


def _answers_otherwise(judgement: Judgement[Any]) -> str:
    """The place of an answer that the findings do not give; nothing where they do, or alone do not tell."""
    if judgement.about in _ANSWERED_BY:
        follows = _ANSWERED_BY[judgement.about](judgement.findings)
        return "" if judgement.answer is follows else "answer"
    if isinstance(judgement.answer, Outcome):
        found = {finding.key: finding for finding in judgement.findings}
        asked = all(one.key in found for one in OUTCOME)
        if asked and judgement.answer.kind is not kind_of(judgement.answer.destination, found):
            return "answer.kind"
    return ""


def read_decision(value: object) -> Decision[Any]:
    """A decision from its document; a judgement without a verdict is none."""
    made = read_judgement(value)
    if isinstance(made, Decision):
        return made
    raise stop(ProblemKind.WRONG_FORMAT, "This judgement has no verdict: read it as a Judgement.", "about")


def write_judgement(judgement: Judgement[Any]) -> dict[str, Any]:
    """Inverse of `read_judgement`."""
    content = {
        "about": judgement.about,
        "on": judgement.on.isoformat(),
        "policy": CONVERTER.unstructure(judgement.policy),
        "answer": CONVERTER.unstructure(judgement.answer),
    }
    if isinstance(judgement, Decision):
        content["verdict"] = judgement.verdict.value
    return closed("judgement", content | {"findings": [_write_finding(one) for one in judgement.findings]})


def _read_finding(value: object, _: object) -> Finding:
    written = cast("_Written", body_of(_Written)(value, None))
    rule = _RULES.get(written.rule)
    if rule is None:
        raise stop(ProblemKind.UNKNOWN_REFERENCE, "This iapcore has no rule of that key.", "rule")
    reason = next((one for one in rule.reasons if one.code == written.reason), None)
    if reason is None:
        known = ", ".join(one.code for one in rule.reasons)
        raise stop(ProblemKind.UNKNOWN_CODE, f"The rule gives other reasons: {known}.", "reason")
    if reason.verdict is not written.verdict:
        raise stop(
            ProblemKind.CONTRADICTION,
            "The reason is of another verdict: write the judgement anew.",
            "verdict",
        )
    _as_asked(rule, written)
    with gather("params"):
        params = as_object({} if written.params is None else written.params)
        read = tuple((_TEXT(name, str), _read_param(one)) for name, one in params.items())
        missing = reason.needs - params.keys()
        if missing:
            remedy = f"The reason needs more to be told: {', '.join(sorted(missing))}."
            raise stop(ProblemKind.MISSING_KEY, remedy)
    return Finding(
        rule=rule,
        reason=reason.code,
        params=read,
        force=written.force or rule.force,
        choices=tuple(_chosen(written.choices)),
    )


def _as_asked(rule: Rule, written: _Written) -> None:
    """Refuses a force that no policy can give, and choices that the rule does not rest on, or that stand twice."""
    if rule.is_bound and written.force not in (None, rule.force):
        remedy = f"No policy can change the force of this rule: it is {rule.force.value}."
        raise stop(ProblemKind.CONTRADICTION, remedy, "force")
    names = [one.name for one in written.choices]
    if len(set(names)) < len(names) or not set(names) <= set(rule.chooses):
        remedy = f"The rule rests on other choices: {', '.join(rule.chooses) or 'none'}."
        raise stop(ProblemKind.CONTRADICTION, remedy, "choices")


def _chosen(choices: Iterable[_Choice]) -> Iterator[Chosen]:
    for position, one in enumerate(choices):
        with gather(f"choices[{position}].value"):
            value = _read_param(one.value)
        yield Chosen(name=one.name, value=value, basis=one.basis)


def _write_finding(finding: Finding) -> dict[str, Any]:
    written: dict[str, Any] = {
        "rule": finding.key,
        "force": finding.force.value,
        "verdict": finding.verdict.value,
        "reason": finding.reason,
    }
    params = {name: _write_param(value) for name, value in finding.params}
    choices = [
        {"name": one.name, "value": _write_param(one.value), "basis": one.basis.value}
        for one in finding.choices
    ]
    return written | ({"params": params} if params else {}) | ({"choices": choices} if choices else {})


def _read_param(value: object) -> Param:
    if type(value) is int and abs(value) < _TOO_LONG:
        return value
    if type(value) is str:
        return str(_TEXT(value, str))
    if type(value) is list:
        return tuple(cast("Iterable[str]", CONVERTER.get_structure_hook(tuple[str, ...])(value, None)))
    match as_object(value):
        case {"date": day, **rest} if not rest:
            return cast("date", CONVERTER.get_structure_hook(date)(day, date))
        case {"share": share, **rest} if not rest:
            return cast("Fraction", CONVERTER.get_structure_hook(Fraction)(share, Fraction))
        case _:
            raise stop(
                ProblemKind.WRONG_TYPE, 'Give a number, text, a list of texts, {"date": …} or {"share": …}.'
            )


def _write_param(value: Param) -> object:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Fraction):
        return {"share": f"{value.numerator}/{value.denominator}"}
    return list(value) if isinstance(value, tuple) else value


CONVERTER.register_structure_hook(Finding, _read_finding)
CONVERTER.register_unstructure_hook(Finding, _write_finding)
