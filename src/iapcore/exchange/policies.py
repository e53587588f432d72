"""A school's policy as a document: TOML to edit, JSON to exchange.

Rules of the room: a TOML file starts from a ready-made policy and says what the school settled on. What it changes has
the basis `SCHOOL_CHOICE`; what it leaves alone, or repeats, keeps what it rests on. JSON holds every choice with its
basis and its place. Rules that it names are looked up.
"""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from difflib import get_close_matches
from enum import Enum
from fractions import Fraction
from textwrap import wrap
from typing import Any, Final, cast, get_args, get_type_hints

import attrs

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.judgement import unlawful_forces
from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.converter import CONVERTER, body_of, gather, problems_of, stop
from iapcore.exchange.envelope import closed, opened
from iapcore.exchange.json_text import parse
from iapcore.exchange.toml_text import parse_toml
from iapcore.guidance.library import LIBRARY
from iapcore.guidance.policy import Choice, Policy, choices_of, range_of, says_of
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Basis, Force, Source
from iapcore.vocabulary.value import Word, stop_if_any

__all__ = [
    "parse_policy",
    "policy_as_toml",
    "read_policy_document",
    "value_as_toml",
    "write_policy_document",
]

_FIELDS: Final = {name: hint for name, hint in get_type_hints(Policy).items() if not name.startswith("_")}
_SOURCES: Final = {source.key: source for source in LIBRARY}
_WIDE: Final = 100


def parse_policy(data: bytes) -> Policy:
    """The policy that a TOML or a JSON text stands for. Raises `InvalidRecordError` with every problem."""
    begins = data.removeprefix(BOM_UTF8).lstrip()
    return _parse_json(data) if begins.startswith(b"{") else _parse_toml(data)  # no TOML begins so


def _parse_json(data: bytes) -> Policy:
    with gather():
        return read_policy_document(parse(data))


def _parse_toml(data: bytes) -> Policy:
    return _policy(parse_toml(data, too_large=_TOO_LARGE, how_to_write=_HOW_TO_WRITE))


_TOO_LARGE: Final = "This is larger than a policy can be: compare it with `iapcore policy`."
_HOW_TO_WRITE: Final = (
    'Words and shares stand in straight quotation marks ("9/10"), a list in [ ] with commas, a number without a comma, '
    "and no key stands twice: compare it with what `iapcore policy` prints."
)


def _policy(given: dict[str, Any]) -> Policy:
    names = [policy.name for policy in PROFILES]
    start = given.pop("from", None)
    changes: dict[str, Any] = {}
    problems: list[Problem] = []
    if start not in names:
        kind = ProblemKind.MISSING_KEY if start is None else ProblemKind.UNKNOWN_CODE
        remedy = f"Say which ready-made policy yours starts from, one of: {', '.join(names)}."
        problems.append(Problem(path="from", kind=kind, remedy=remedy))
    if "name" not in given:
        remedy = "Give your policy a name of its own, so that decisions can say which one they used."
        problems.append(Problem(path="name", kind=ProblemKind.MISSING_KEY, remedy=remedy))
    for name, value in given.items():
        try:
            changes[name] = _changed(name, value)
        except Exception as error:  # noqa: BLE001  (problems_of tells ours apart and lets the rest go on up)
            path = name if name in _FIELDS else ""
            problems += [problem.below(path) for problem in problems_of(error)]
    base = profile(start) if start in names else PROFILES[0]
    repeated = [
        name for name in choices_of() if name in changes and changes[name].value == getattr(base, name).value
    ]
    try:
        made = attrs.evolve(base, **changes | {name: getattr(base, name) for name in repeated})
    except InvalidRecordError as error:
        raise InvalidRecordError(*problems, *error.problems) from None
    stop_if_any([*problems, *_problems_with_rules(made)] or [*_problems_with_name(made)])
    return made


def _changed(name: str, value: object) -> object:
    hint = _FIELDS.get(name)
    if hint is None:
        near = get_close_matches(name, ["from", *_FIELDS], n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise stop(
            ProblemKind.UNKNOWN_KEY,
            f"1 key not known here.{meant} Known are: from, {', '.join(_FIELDS)}.",
        )
    if hint is str:
        return CONVERTER.get_structure_hook(str)(value, str)
    chosen = get_args(hint)[0]
    taken = CONVERTER.get_structure_hook(chosen)(value, chosen)
    return Choice(value=taken, basis=Basis.SCHOOL_CHOICE)


def _problems_with_rules(policy: Policy) -> Iterator[Problem]:
    """Rules that the policy names and that do not exist, or are not the school's to choose."""
    known = {rule.key for rule in RULES}
    for position, one in enumerate(policy.forces.value):
        if one.rule not in known:
            remedy = "No rule has that key: `iapcore rules` lists them."
            yield Problem(path=f"forces[{position}].rule", kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)
    yield from unlawful_forces(RULES, policy)


def _problems_with_name(policy: Policy) -> Iterator[Problem]:
    """A policy that chooses otherwise than a ready-made one may not go by its name and version."""
    if any(policy.named == one.named and policy.diff(one) for one in PROFILES):
        remedy = (
            "A ready-made policy has this name and version and chooses otherwise: give yours a name of its own, for "
            "example your school's."
        )
        yield Problem(path="name", kind=ProblemKind.DUPLICATE, remedy=remedy)


# JSON


@attrs.frozen(kw_only=True)
class _Document:
    policy: Policy


def read_policy_document(value: object) -> Policy:
    """A policy from its document."""
    policy = cast("_Document", body_of(_Document)(opened(value, "policy"), None)).policy
    found = [*_problems_with_rules(policy)] or [*_problems_with_name(policy)]
    stop_if_any(problem.below("policy") for problem in found)
    return policy


def write_policy_document(policy: Policy) -> dict[str, Any]:
    """Inverse of `read_policy_document`."""
    return closed("policy", {"policy": CONVERTER.unstructure(policy)})


def _source(value: object, _: object) -> Source:
    key = CONVERTER.get_structure_hook(str)(value, str)
    if key not in _SOURCES:
        raise stop(ProblemKind.UNKNOWN_REFERENCE, f"Give the key of a text: {', '.join(_SOURCES)}.")
    return _SOURCES[key]


def _source_key(source: Source) -> str:
    return source.key


CONVERTER.register_structure_hook(Source, _source)
CONVERTER.register_unstructure_hook(Source, _source_key)


# TOML


def policy_as_toml(policy: Policy) -> str:
    """The policy as TOML that a person can edit: each choice with what it says, what it may be, what it rests on.

    It starts from the ready-made policy that is nearest. Read back, choices of the school are the same; where another
    basis or a `because` was given to a value, JSON keeps it and TOML does not.

    >>> from iapcore import profile
    >>> print(policy_as_toml(profile("half-term")).splitlines()[0])
    # half-term, version 1
    """
    base = min(PROFILES, key=lambda one: len(policy.diff(one)))
    head = [
        *_comment(policy.named.format()),
        *_comment(_HEAD),
        "",
        f"from = {value_as_toml(base.name)}",
        f"name = {value_as_toml(policy.name)}  # give it a name of your own",
        f"version = {value_as_toml(policy.version)}",
        f"title = {value_as_toml(policy.title)}",
    ]
    return (
        "\n".join([*head, *(line for name in choices_of() for line in _lines(name, getattr(policy, name)))])
        + "\n"
    )


_HEAD: Final = (
    "Every line below is a choice. Change what your school settles on: it then rests on your choice. What you leave "
    "as it is keeps what it rests on. Give the policy a name and a version of your own, since every decision tells "
    "which one it used."
)


def _lines(name: str, choice: Choice[Any]) -> Iterator[str]:
    yield ""
    yield from _comment(f"{says_of(name)[:1].upper()}{says_of(name)[1:]}.")
    bounds = range_of(name)
    if bounds:
        yield f"# A number from {bounds[0]} to {bounds[1]}."
    yield from _comment(_may_be(_FIELDS[name]))
    cites = "".join(f" {cite.format()}." for cite in choice.cites)
    yield from _comment(f"Rests on: {choice.basis.label}.{cites}")
    yield from _comment(f"Because: {choice.because}" if choice.because else "")
    yield f"{name} = {value_as_toml(choice.value)}"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, _WIDE)]


def _may_be(hint: Any) -> str:
    """What may be written for a choice of that type, where its number does not say it."""
    (chosen,) = get_args(hint)
    (held, *_) = get_args(chosen) or (chosen,)
    if held is Fraction:
        return 'A share above 0 and up to 1, as "9/10".'
    if isinstance(held, type) and issubclass(held, Word):
        codes = ", ".join(str(member.value) for member in held)
        return f"{'One' if held is chosen else 'Any'} of: {codes}."
    if chosen is not held and attrs.has(cast("type", held)):
        names = ", ".join(map(_named, _fields(held)))
        return f"A list of tables with {names}."
    return ""


def _fields(kind: Any) -> "tuple[attrs.Attribute[Any], ...]":
    return cast("tuple[attrs.Attribute[Any], ...]", attrs.fields(kind))


def _named(field: "attrs.Attribute[Any]") -> str:
    words = f" ({' or '.join(one.value for one in Force)})" if field.type is Force else ""
    may_lack = "" if field.default is attrs.NOTHING else " where it is needed"
    return f"{field.name}{words}{may_lack}"


def value_as_toml(value: Any) -> str:
    """The value of a choice as it is written in a policy file.

    >>> value_as_toml((Fraction(9, 10), Basis.LAW))
    '["9/10", "law"]'
    """
    if isinstance(value, tuple):
        return f"[{', '.join(map(value_as_toml, cast('tuple[object, ...]', value)))}]"
    if isinstance(value, Enum):
        return value_as_toml(value.value)
    if isinstance(value, Fraction):
        return f'"{value.numerator}/{value.denominator}"'
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # a string of JSON is one of TOML
    names = [field.name for field in _fields(type(value))]
    given = {name: getattr(value, name) for name in names if getattr(value, name) is not None}
    return f"{{ {', '.join(f'{name} = {value_as_toml(one)}' for name, one in given.items())} }}"
