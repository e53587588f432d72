"""Every rule stands in its room's tuple, cites, says what it reads, and can give each of its reasons."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import attrs
import pytest
from attrs import evolve

import iapcore
from iapcore.decisions import (
    before_and_after,
    catalogue,
    eligibility,
    outcome,
    readiness,
    reviews,
    rule,
    safeguards,
    support,
    transition,
    way_back,
)
from iapcore.decisions.catalogue import RULES
from iapcore.decisions.rule import Rule, Said, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import FOUR_TENETS, LIBRARY
from iapcore.guidance.sources import Force
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Referral
from iapcore.record.timetable import Slot
from iapcore.vocabulary.instruments import OwnInstrument
from tests.cases import CASES, Case

DECISIONS: Final = Path(iapcore.__file__).parent / "decisions"
ROOMS: Final = {
    eligibility: "ELIGIBILITY",
    support: "SUPPORT",
    safeguards: "SAFEGUARDS",
    reviews: "REVIEWS",
    readiness: "READINESS",
    way_back: "WAY_BACK",
    transition: "TRANSITION",
    outcome: "OUTCOME",
}
"""Every room that makes rules, one module or a folder of them, and the tuple that is its law."""
PARTS: Final = {"referral": Referral, "placement": Placement, "pupil": Pupil}
PLACE: Final = re.compile(r"\{(\w+)\}")

every_rule = pytest.mark.parametrize("one", RULES, ids=lambda one: one.key)


def reasons(rules: tuple[Rule, ...]) -> set[tuple[str, str]]:
    return {(one.key, reason.code) for one in rules for reason in one.reasons}


def unreached(rules: tuple[Rule, ...], cases: tuple[Case, ...]) -> list[tuple[str, str]]:
    """The reasons that no case expects; that each case gets what it expects is tested with the rules."""
    reached = {pair for case in cases for pair in case.expect.items()}
    return sorted(reasons(rules) - reached)


def decorated(tree: ast.Module) -> Iterator[str]:
    """The names of the functions of a module that `rule` decorates, wherever they stand."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for decorator in node.decorator_list:
                called = decorator.func if isinstance(decorator, ast.Call) else decorator
                if ast.unparse(called).rpartition(".")[2] == "rule":
                    yield node.name


def modules(room: ModuleType) -> Iterator[ModuleType]:
    """The modules of a room: its own, and where it is a folder each that stands in it."""
    yield room
    for found in pkgutil.iter_modules(getattr(room, "__path__", ())):
        yield importlib.import_module(f"{room.__name__}.{found.name}")


def parsed(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def outside(names: Iterator[str], room: tuple[Rule, ...], module: ModuleType) -> list[str]:
    """The names that mean no rule of the room."""
    return [name for name in names if getattr(module, name, None) not in room]


def unread(one: Rule) -> list[str]:
    """What a rule says it reads and no record has."""
    names = {field.name for field in attrs.fields(Journey)}
    wrong: list[str] = []
    for path in one.reads:
        part, dot, name = path.partition(".")
        found = name in attrs.fields_dict(PARTS[part]) if dot and part in PARTS else path in names
        wrong += [] if found else [path]
    return wrong


def test_every_reason_is_reached() -> None:
    assert unreached(RULES, CASES) == []


def test_the_cases_know_no_other_reason() -> None:
    told = {pair for case in CASES for pair in case.expect.items()}
    assert sorted(told - reasons(RULES)) == []


def test_no_module_but_the_rooms_defines_a_rule() -> None:
    defining = {
        path.relative_to(DECISIONS).parts[0].removesuffix(".py")
        for path in DECISIONS.rglob("*.py")
        if any(decorated(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert defining == {module.__name__.rpartition(".")[2] for module in ROOMS}


@pytest.mark.parametrize("module", ROOMS, ids=lambda module: module.__name__)
def test_every_rule_of_a_room_stands_in_its_tuple(module: ModuleType) -> None:
    room: tuple[Rule, ...] = getattr(module, ROOMS[module])
    inside = list(modules(module))
    assert [name for one in inside for name in outside(decorated(parsed(one)), room, one)] == []
    assert sum(len(list(decorated(parsed(one)))) for one in inside) == len(room)
    held = [value for one in inside for value in vars(one).values() if isinstance(value, Rule)]
    assert [one for one in held if one not in room] == []


def test_a_folder_is_a_room_with_all_its_modules() -> None:
    names = [module.__name__.rpartition(".")[2] for module in modules(readiness)]
    assert names == ["readiness", "lessons", "progress", "receiving", "step", "turns"]
    assert list(modules(before_and_after)) == [before_and_after]


def test_the_catalogue_holds_every_room() -> None:
    held = [getattr(module, name) for module, name in ROOMS.items()]
    assert sorted(one.key for room in held for one in room) == sorted(one.key for one in catalogue.RULES)


def test_keys_are_unique() -> None:
    assert len({one.key for one in RULES}) == len(RULES)


@every_rule
def test_a_rule(one: Rule) -> None:
    assert one.cites
    assert {citation.source for citation in one.cites} <= set(LIBRARY)
    assert unread(one) == []
    assert len({reason.code for reason in one.reasons}) == len(one.reasons)
    assert one.asks.endswith("?")
    assert one.expects.endswith(".")
    assert all(reason.sentence.endswith((".", "?")) for reason in one.reasons)


@every_rule
def test_every_reason_that_is_not_met_says_what_a_person_could_do(one: Rule) -> None:
    for reason in one.reasons:
        if reason.verdict is not Verdict.MET:
            assert reason.action, reason.code
            assert reason.action.endswith((".", "?"))
            assert reason.action[0].isupper()


WAYS_OUT: Final = ("managed move", "home education", "exclude", "suspend", "part-time", "off-site")
ABOUT_THEM: Final = ("CLOCK", "REG", "SAFE", "OUT")
"""Rooms that ask adults about suspensions, registers and exits that took place."""


@every_rule
def test_no_action_is_a_way_out(one: Rule) -> None:
    """No proposal ever leads out of the school, and none is made against the pupil."""
    if one.key.partition("-")[0] not in ABOUT_THEM:
        told = " ".join(reason.action or "" for reason in one.reasons).casefold()
        assert not [words for words in WAYS_OUT if words in told]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_sentence_is_told_in_full(case: Case) -> None:
    for one in RULES:
        finding = one(case.situation)
        assert set(PLACE.findall(one.reason(finding.reason).sentence)) <= dict(finding.params).keys()
        told = f"{finding.sentence} {finding.action or '-'}"
        assert not re.search(r"[{}]|None|Fraction|<|  ", told)


# Free text

MARK: Final = "‡"


def marked(value: Any) -> Any:
    """The value with a mark in every free text of it."""
    if isinstance(value, str):
        return MARK + value
    if isinstance(value, tuple):
        return tuple(map(marked, value))
    if not attrs.has(type(value)) or isinstance(value, (Slot, OwnInstrument)):
        return value
    kept = ("scale",)  # the name of a scale is a word of its instrument
    names = [field.name for field in attrs.fields(type(value)) if field.name not in kept]
    return evolve(value, **{name.lstrip("_"): marked(getattr(value, name)) for name in names})


def test_texts_are_marked() -> None:
    journey = marked(next(case for case in CASES if case.name == "a sustained return").journey)
    texts = [journey.placements[0].ref, journey.referrals[0].words, journey.pupil.id.format()]
    texts += journey.placements[0].transition.passport.triggers
    texts += [journey.timetables[0].lessons[0].subject, journey.assessments[0].edition]
    assert all(text.startswith(MARK) for text in texts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_sentence_and_no_parameter_holds_free_text(case: Case) -> None:
    told = evolve(case, journey=marked(case.journey), referral=case.referral and marked(case.referral))
    for one in RULES:
        finding = one(told.situation)
        assert finding.reason == one(case.situation).reason
        assert MARK not in finding.sentence
        assert MARK not in repr(finding.params)


# The tests above would find what is planted


def _planted(**changes: Any) -> Rule:
    @rule.rule(
        key="PLANTED",
        asks="Is it so?",
        expects="That it is so.",
        force=Force.ADVISORY,
        cites=(FOUR_TENETS.at("tenet 1"),),
        reads=("placements", "placement.began"),
        met={"so": "It is so."},
        not_met={},
        not_known={},
    )
    def planted(_: Situation) -> Said:
        return said("so")

    return evolve(planted, **changes)


def test_a_reason_that_no_story_reaches_would_be_found() -> None:
    assert unreached((_planted(),), CASES) == [("PLANTED", "so")]


@pytest.mark.parametrize("path", ["stays", "placement.start", "referral.ground", "review.day", "referral."])
def test_a_path_that_leads_nowhere_would_be_found(path: str) -> None:
    assert unread(_planted()) == []
    assert unread(_planted(reads=("marks", path))) == [path]


@pytest.mark.parametrize(
    "text",
    [
        '@rule(key="X")\ndef planted(situation): ...',
        "def room():\n    @rule.rule(key='X')\n    def planted(situation): ...",
        "@rule\ndef planted(situation): ...",
    ],
)
def test_a_rule_outside_its_tuple_would_be_found(text: str) -> None:
    assert outside(decorated(ast.parse(text)), eligibility.ELIGIBILITY, eligibility) == ["planted"]
    assert list(decorated(parsed(before_and_after))) == []
