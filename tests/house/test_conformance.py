"""The conformance vectors are fresh and complete, and right when read from the files alone."""

import json
import re
import runpy
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final

import pytest

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.eligibility import Eligibility
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import OutcomeKind
from iapcore.decisions.questions import Questions
from iapcore.decisions.situation import Situation
from iapcore.decisions.support import Support
from iapcore.decisions.transition import Preparation
from iapcore.decisions.way_back import Leads
from iapcore.exchange.documents import structure, unstructure
from iapcore.guidance.policy import Policy
from iapcore.guidance.steps import Step
from iapcore.record.journey import Journey
from tests.cases.case import JUDGEMENTS

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "conformance"
Document = dict[str, Any]


def held(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def merged(document: Any, patch: Any) -> Any:
    """RFC 7396, as the page for vendors tells it."""
    if not isinstance(patch, dict):
        return patch
    made = dict(document) if isinstance(document, dict) else {}
    for name, value in patch.items():
        if value is None:
            made.pop(name, None)
        else:
            made[name] = merged(made.get(name), value)
    return made


def asked_with(vector: Document, journey: Journey, policies: Document) -> Document:
    """What a vector is asked with."""
    asked: Document = {
        "policy": structure(policies[vector["policy"]], Policy),
        "on": date.fromisoformat(vector["on"]),
    }
    if "placement" in vector:
        asked["placement"] = (journey.placements or ())[vector["placement"]]
    if "referral" in vector:
        asked["referral"] = (journey.referrals or ())[vector["referral"]]
    if "places_free" in vector:
        asked["places_free"] = vector["places_free"]
    return asked


def answered(vector: Document, about: str, stories: Document, policies: Document) -> Any:
    """What this library says of a vector, given nothing but the files."""
    journey = structure(merged(stories[vector["story"]], vector["change"]), Journey)
    asked = asked_with(vector, journey, policies)
    if about != "rules":
        return unstructure(JUDGEMENTS[about](journey, **asked))
    situation = Situation.of(journey, **asked)
    rules = {rule.key: rule for rule in RULES}
    return [unstructure(rules[finding["rule"]](situation)) for finding in vector["findings"]]


def expected(vector: Document) -> Any:
    return vector.get("judgement", vector.get("findings"))


def findings(vector: Document) -> list[Document]:
    return vector["findings"] if "findings" in vector else vector["judgement"]["findings"]


VECTORS: Final[dict[str, list[Document]]] = {about: held(about) for about in (*JUDGEMENTS, "rules")}


def test_they_are_fresh() -> None:
    """`PYTHONPATH=. python tools/write_conformance.py` writes them anew."""
    tool = runpy.run_path(str(ROOT / "tools" / "write_conformance.py"))
    pages = dict(tool["pages"]())
    assert {path.name for path in FOLDER.iterdir()} == {path.name for path in pages}
    stale = [str(path) for path, text in pages.items() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert stale == []


@pytest.mark.parametrize("about", VECTORS)
def test_this_library_conforms(about: str) -> None:
    stories, policies = held("stories"), held("policies")
    assert VECTORS[about]
    otherwise = [
        one["title"] for one in VECTORS[about] if answered(one, about, stories, policies) != expected(one)
    ]
    assert otherwise == []


def test_every_reason_of_every_rule_is_in_them() -> None:
    told = {
        (finding["rule"], finding["verdict"], finding["reason"])
        for vectors in VECTORS.values()
        for one in vectors
        for finding in findings(one)
    }
    known = {(rule.key, reason.verdict.value, reason.code) for rule in RULES for reason in rule.reasons}
    assert sorted(known - told) == []


ANSWERS: Final[dict[str, type[Enum]]] = {
    "eligibility": Eligibility,
    "support": Support,
    "safeguards": Questions,
    "reviews": Questions,
    "transition": Preparation,
    "outcome": OutcomeKind,
    "readiness": Step,
}


@pytest.mark.parametrize("about", ANSWERS)
def test_every_answer_is_in_them(about: str) -> None:
    given = [one["judgement"]["answer"] for one in VECTORS[about]]
    words = {one if isinstance(one, str) else one.get("step", one.get("kind")) for one in given}
    assert sorted(str(one.value) for one in ANSWERS[about] if one.value not in words) == []


def test_a_way_back_leads_everywhere_that_one_may() -> None:
    read = (structure(one["judgement"], Judgement) for one in VECTORS["way_back"])
    assert {one.answer.leads for one in read} == set(Leads)


def test_the_page_links_every_file_and_shows_one_of_them_as_it_is() -> None:
    page = (ROOT / "docs" / "how-to" / "use-the-conformance-vectors.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\(\.\./conformance/([a-z_]+\.json)\)", page)
    assert sorted(linked) == sorted(path.name for path in FOLDER.iterdir())
    assert [
        json.loads(block) in VECTORS["reviews"] for block in re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    ] == [True]


def test_one_that_says_otherwise_would_be_found() -> None:
    vector = VECTORS["eligibility"][0]
    wrong = vector | {"on": "2020-01-01"}
    assert answered(wrong, "eligibility", held("stories"), held("policies")) != vector["judgement"]
