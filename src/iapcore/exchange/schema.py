"""The format as JSON Schema 2020-12, made from the classes themselves.

What we write, each schema takes; what it takes, we read, but for what no schema can say: see *The format*.
"""

from collections.abc import Callable
from itertools import groupby
from typing import Any, Final

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.judgement import Decision
from iapcore.decisions.rule import Finding, Reason, Rule
from iapcore.decisions.verdict import Verdict
from iapcore.errors import UnknownCodeError
from iapcore.exchange.judgements import ABOUT
from iapcore.exchange.migrations import VERSION
from iapcore.exchange.shapes import DAY, SHARE, TEXT, Shape, Shapes, closed_object
from iapcore.guidance.policy import Policy, PolicyName, RuleForce, choices_of, range_of, says_of
from iapcore.guidance.sources import Basis, Force
from iapcore.measures.measure import Measure
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from iapcore.record.provision import Provision
from iapcore.vocabulary.school_days import SchoolCalendar

__all__ = ["SCHEMAS", "schema_of"]

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_BELOW: Final = 10**12 - 1


def schema_of(name: str) -> Shape:
    """The schema of a kind of document: dataset, journey, journeys, policy, judgement, measure or hand_over.

    That of `journeys` is the schema of one line of JSON Lines: of the header, or of a journey.

    >>> schema_of("measure")["required"]
    ['format', 'version', 'internal', 'measure']

    Raises `UnknownCodeError` for any other kind.
    """
    if name not in SCHEMAS:
        raise UnknownCodeError(f"There is no schema of that name. There are: {', '.join(SCHEMAS)}.")
    shapes = Shapes({Finding: _finding, Policy: _policy, RuleForce: _rule_force})
    title, made = SCHEMAS[name]
    return {
        "$schema": _DRAFT,
        "$id": f"urn:iapcore:schema:{name}:{VERSION}",
        "title": title,
        **made(shapes),
        "$defs": dict(sorted(shapes.held.items())),
    }


def _document(name: str, needed: dict[str, Shape], other: dict[str, Shape] | None = None) -> Shape:
    """What is in every document, then what must be in this one, then what may be."""
    envelope: dict[str, Shape] = {
        "format": {"const": f"iapcore/{name}"},
        "version": {"type": "integer", "const": VERSION},
    }
    return closed_object(envelope | (other or {}) | needed, [*envelope, *needed])


def _shared(shapes: Shapes) -> dict[str, Shape]:
    return {
        name: {"type": "array", "items": shapes.referred(kind)}
        for name, kind in (("provisions", Provision), ("calendars", SchoolCalendar))
    }


def _journey(shapes: Shapes) -> Shape:
    return _document("journey", {"journey": shapes.of(Journey)}, _shared(shapes))


def _journeys(shapes: Shapes) -> Shape:
    return {"anyOf": [_document("journeys", {}, _shared(shapes)), shapes.of(Journey)]}


def _dataset(shapes: Shapes) -> Shape:
    own = {"as_of": _or_null(DAY), "about": _or_null(TEXT)}
    return _document("dataset", {"journeys": shapes.of(tuple[Journey, ...])}, own | _shared(shapes))


def _or_null(shape: Shape) -> Shape:
    return shape | {"type": [shape["type"], "null"]}


def _policy_document(shapes: Shapes) -> Shape:
    return _document("policy", {"policy": shapes.of(Policy)})


def _measure(shapes: Shapes) -> Shape:
    return _document("measure", {"internal": {"const": True}, "measure": shapes.of(Measure)})


def _hand_over(shapes: Shapes) -> Shape:
    return _document("hand_over", {"hand_over": shapes.of(HandOver)})


# Policies


def _policy(shapes: Shapes) -> Shape:
    names = choices_of()
    made = closed_object(
        {name: shapes.of(hint) for name, hint in _hints(Policy).items()}, ["name", "version", "title", *names]
    )
    for name in names:
        choice: Shape = made["properties"][name]
        choice["description"] = says_of(name)
        choice["properties"]["value"] |= _CHOSEN.get(name, {})
        if bounds := range_of(name):
            choice["properties"]["value"] |= {"minimum": bounds[0], "maximum": bounds[1]}
    return made


def _hints(kind: Any) -> dict[str, Any]:
    return {field.name: field.type for field in kind.__attrs_attrs__}


_ONCE: Final[Shape] = {"uniqueItems": True}
_AT_LEAST_ONE: Final[Shape] = _ONCE | {"minItems": 1}
_CHOSEN: Final[dict[str, Shape]] = {
    "prior_supports": _ONCE,
    "professionals": _AT_LEAST_ONE,
    "data_sets": _AT_LEAST_ONE,
    "colour_order": _AT_LEAST_ONE,
    "turn_order": _ONCE,
    "pace_kept": _AT_LEAST_ONE,
    "taper": _ONCE | {"items": {"type": "integer", "minimum": 1, "maximum": 120}},
    "follow_up_weeks": _ONCE | {"items": {"type": "integer", "minimum": 1, "maximum": 520}},
    "sustained": _ONCE
    | {"allOf": [{"contains": {"const": "attendance"}}, {"contains": {"const": "participation"}}]},
}
"""What a policy asks of one of its lists."""


def _rule_force(_: Shapes) -> Shape:
    bound = [rule.key for rule in RULES if rule.is_bound and rule.force is Force.REQUIRED]
    return closed_object(
        {
            "rule": {"enum": [rule.key for rule in RULES]},
            "force": {"enum": [force.value for force in Force]},
        },
        ["rule", "force"],
    ) | _where({"rule": {"enum": bound}}, {"force": {"const": Force.REQUIRED.value}})


def _where(found: dict[str, Shape], then: dict[str, Shape]) -> Shape:
    return {"if": {"properties": found, "required": list(found)}, "then": {"properties": then}}


# Judgements


def _judgement(shapes: Shapes) -> Shape:
    needed: dict[str, Shape] = {
        "about": {"enum": list(ABOUT)},
        "on": DAY,
        "policy": shapes.of(PolicyName),
        "answer": {},
        "findings": {"type": "array", "minItems": 1, "items": shapes.of(Finding)},
    }
    verdict: dict[str, Shape] = {"verdict": {"enum": [*(verdict.value for verdict in Verdict), None]}}
    by_about: list[Shape] = []
    for about, (kind, answer) in ABOUT.items():
        then: dict[str, Shape] = {"answer": shapes.of(answer)}
        if kind is not Decision:
            then["verdict"] = {"type": "null"}
        case = _where({"about": {"const": about}}, then)
        if kind is Decision:
            case["then"] |= {"required": ["verdict"]}
            case["then"]["properties"]["verdict"] = {"type": "string"}
        by_about.append(case)
    return _document("judgement", needed, verdict) | {"allOf": by_about}


def _finding(_: Shapes) -> Shape:
    param: Shape = {
        "anyOf": [
            {"type": "integer", "minimum": -_BELOW, "maximum": _BELOW},
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}},
            closed_object({"date": DAY}, ["date"]),
            closed_object({"share": SHARE}, ["share"]),
        ]
    }
    choice = closed_object(
        {"name": TEXT, "value": param, "basis": {"enum": [basis.value for basis in Basis]}},
        ["name", "value", "basis"],
    )
    made = closed_object(
        {
            "rule": {"enum": [rule.key for rule in RULES]},
            "force": {"enum": [*(force.value for force in Force), None]},
            "verdict": {"enum": [verdict.value for verdict in Verdict]},
            "reason": {"type": "string"},
            "params": {"type": ["object", "null"], "additionalProperties": param},
            "choices": {"type": "array", "items": choice, "uniqueItems": True},
        },
        ["rule", "verdict", "reason"],
    )
    return made | {"allOf": [_of_rule(rule) for rule in RULES]}


def _of_rule(rule: Rule) -> Shape:
    """What a finding of that rule may say: its reasons with their verdicts, its choices, its force."""
    then: dict[str, Shape] = {
        "choices": {"items": {"properties": {"name": {"enum": list(rule.chooses)}}}}
        if rule.chooses
        else {"maxItems": 0}
    }
    if rule.is_bound:
        then["force"] = {"enum": [rule.force.value, None]}
    case = _where({"rule": {"const": rule.key}}, then)
    case["then"]["anyOf"] = [
        _said(verdict, needed, [reason.code for reason in reasons])
        for (verdict, needed), reasons in groupby(sorted(rule.reasons, key=_as_said), key=_as_said)
    ]
    return case


def _as_said(reason: Reason) -> tuple[str, tuple[str, ...]]:
    """The verdict of a reason, and the parameters without which it cannot be told."""
    return reason.verdict.value, tuple(sorted(reason.needs))


def _said(verdict: str, needed: tuple[str, ...], codes: list[str]) -> Shape:
    made: Shape = {"properties": {"verdict": {"const": verdict}, "reason": {"enum": codes}}}
    if needed:
        made["properties"]["params"] = {"type": "object", "required": list(needed)}
        made["required"] = ["params"]
    return made


SCHEMAS: Final[dict[str, tuple[str, Callable[[Shapes], Shape]]]] = {
    "journey": ("One pupil's journey", _journey),
    "dataset": ("The journeys of a school, a trust or a study", _dataset),
    "journeys": (
        "A line of many journeys: the header, which stands first, or one pupil's journey",
        _journeys,
    ),
    "policy": ("A school's choices", _policy_document),
    "judgement": ("A judgement about one pupil, with its reasons", _judgement),
    "measure": ("A number about many pupils, not for publication as it is", _measure),
    "hand_over": ("What is handed on about a pupil, once pupil and family have seen it", _hand_over),
}
"""Each kind of document: its title, and what makes its shape."""
