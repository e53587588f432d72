"""A school's policy as TOML: start from a ready-made one and change what the school chooses.

Rule of the room: what the file changes has the basis `SCHOOL_CHOICE`; what it leaves alone keeps its own.
"""

import tomllib
from typing import Any, Final, get_args, get_type_hints

import attrs

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.converter import CONVERTER, problems_of, stop
from iapcore.guidance.policy import Choice, Policy
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.guidance.sources import Basis

__all__ = ["parse_policy"]

_FIELDS: Final = {name: hint for name, hint in get_type_hints(Policy).items() if not name.startswith("_")}


def parse_policy(data: bytes) -> Policy:
    """The policy that a TOML text stands for. Raises `InvalidRecordError` with every problem."""
    try:
        given: dict[str, Any] = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        refused = stop(
            ProblemKind.MALFORMED, "This is no TOML: compare it with the policy in the documentation."
        )
    else:
        return _policy(given)
    raise refused


def _policy(given: dict[str, Any]) -> Policy:
    names = [policy.name for policy in PROFILES]
    start = given.pop("from", names[0])
    changes: dict[str, Any] = {}
    problems: list[Problem] = []
    if start not in names:
        remedy = f"Start from one of: {', '.join(names)}."
        problems.append(Problem(path="from", kind=ProblemKind.UNKNOWN_CODE, remedy=remedy))
    if "name" not in given:
        remedy = "Give your policy a name of its own, so that decisions can say which one they used."
        problems.append(Problem(path="name", kind=ProblemKind.MISSING_KEY, remedy=remedy))
    for name, value in given.items():
        try:
            changes[name] = _changed(name, value)
        except Exception as error:  # noqa: BLE001  (problems_of tells ours apart and lets the rest go on up)
            path = name if name in _FIELDS else ""
            problems += [problem.below(path) for problem in problems_of(error)]
    if not problems:
        return attrs.evolve(profile(start), **changes)
    raise InvalidRecordError(*problems)


def _changed(name: str, value: object) -> object:
    hint = _FIELDS.get(name)
    if hint is None:
        raise stop(
            ProblemKind.UNKNOWN_KEY, f"This is nothing to choose. Known are: from, {', '.join(_FIELDS)}."
        )
    if hint is str:
        return CONVERTER.get_structure_hook(str)(value, str)
    chosen = get_args(hint)[0]
    taken = CONVERTER.get_structure_hook(chosen)(value, chosen)
    return Choice(value=taken, basis=Basis.SCHOOL_CHOICE)
