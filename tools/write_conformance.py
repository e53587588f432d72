"""Writes `conformance/*.json`: what this library answers, for implementations in other languages to compare with.

    PYTHONPATH=. python tools/write_conformance.py

The cases are those of `tests/cases`. Tests compare what stands in the repository with what this would write, and read
it back from the files alone.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.rule import Finding
from iapcore.exchange.documents import unstructure
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.referral import Decided, ReferralDecision
from iapcore.vocabulary.settings import Destination
from tests import stories
from tests.cases import CASES, Case
from tests.cases.case import JUDGEMENTS
from tests.cases.told import told_cases
from tests.stories import LONG_AFTER, ON, REFERRED, STORIES

ROOT: Final = Path(__file__).parents[1]
Document = dict[str, Any]


def difference(old: Any, new: Any) -> Any:
    """The merge patch (RFC 7396) that makes `new` of `old`. Our documents hold no null, so one is always there."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    gone = {name: None for name in old if name not in new}
    changed = {name: difference(old.get(name), new[name]) for name in new if old.get(name) != new[name]}
    return gone | changed


def with_one_room(journey: Journey) -> Journey:
    """Where two provisions bear one key in a story, the referral names the one of the placement."""
    rooms = [one.provision for one in journey.placements or () if one.provision]
    known = {room.key: room for room in rooms}
    referrals = journey.referrals and tuple(
        one if one.provision is None else evolve(one, provision=known.get(one.provision.key, one.provision))
        for one in journey.referrals
    )
    return evolve(journey, referrals=referrals)


class Vectors:
    """The vectors, gathered by judgement, with the stories and the policies that they name."""

    def __init__(self) -> None:
        self.stories = {name: unstructure(journey) for name, (journey, _) in STORIES.items()}
        self.policies: dict[str, Document] = {}
        self.by_about: dict[str, list[Document]] = {}

    def add(self, title: str, journey: Journey, policy: Policy, judged: Judgement[Any], **asked: Any) -> None:
        """A vector of a judgement."""
        vector = self._asked(title, journey, policy, judged.on, asked)
        self.by_about.setdefault(judged.about, []).append(vector | {"judgement": unstructure(judged)})

    def add_rules(
        self, title: str, journey: Journey, policy: Policy, on: date, findings: list[Finding], **asked: Any
    ) -> None:
        """A vector of rules that are asked by themselves."""
        vector = self._asked(title, journey, policy, on, asked)
        written = [unstructure(finding) for finding in findings]
        self.by_about.setdefault("rules", []).append(vector | {"findings": written})

    def _asked(
        self, title: str, journey: Journey, policy: Policy, on: date, asked: dict[str, int | None]
    ) -> Document:
        document = unstructure(journey)
        patches = {name: difference(story, document) for name, story in self.stories.items()}
        story = min(patches, key=lambda name: len(json.dumps(patches[name])))
        return {
            "title": title,
            "story": story,
            "change": patches[story],
            "policy": self._named(policy),
            "on": on.isoformat(),
            **{name: value for name, value in asked.items() if value is not None},
        }

    def _named(self, policy: Policy) -> str:
        document = unstructure(policy)
        for name, held in self.policies.items():
            if held == document:
                return name
        self.policies[f"policy {len(self.policies) + 1}: {policy.named.format()}"] = document
        return list(self.policies)[-1]


def gathered() -> Vectors:
    """Every case with what its rules answer, then the cases that a school leader can read."""
    vectors = Vectors()
    for case in CASES:
        _add(vectors, case)
    policy = profile("half-term")
    for title, about, journey, on in _other_answers():
        vectors.add(title, journey, policy, JUDGEMENTS[about](journey, policy=policy, on=on))
    for told in told_cases():
        judged = told.judged()
        vectors.add(told.title, told.journey, told.policy, judged, places_free=told.case.get("places_free"))
    return vectors


def _add(vectors: Vectors, case: Case) -> None:
    whole = evolve(case, journey=with_one_room(case.journey))
    placement = _place(whole.journey.placements, case.placement)
    more = {
        "referral": _place(whole.journey.referrals, case.referral),
        "places_free": case.places_free,
    }
    told: set[tuple[str, str]] = set()
    for about, judged in whole.judgements().items():
        found = {(finding.key, finding.reason) for finding in judged.findings}
        if found & set(case.expect.items()):
            told |= found
            asked = more if about == "eligibility" else {}
            vectors.add(case.name, whole.journey, case.asked["policy"], judged, placement=placement, **asked)
    alone = [rule(whole.situation) for rule in RULES if rule.key in case.expect]
    if findings := [one for one in alone if (one.key, one.reason) not in told]:
        policy = case.asked["policy"]
        vectors.add_rules(case.name, whole.journey, policy, case.on, findings, placement=placement, **more)


def _other_answers() -> Iterator[tuple[str, str, Journey, date]]:
    """Answers that no case is about: each place to which a stay may lead, each decision on a referral."""
    journey = stories.returned()
    (stay,) = journey.placements or ()
    for destination in Destination:
        ending = stay.ending and evolve(stay.ending, destination=destination)
        ended = stories.with_placement(journey, ending=ending)
        yield f"the stay led to {destination.value}", "outcome", ended, LONG_AFTER
    referred = evolve(stories.referred(), placements=())
    yield "referred and consulted", "readiness", referred, ON
    asked = stories.with_referral(referred, consultations=())
    yield "referred, and nobody asked", "readiness", asked, ON
    for decided in Decided:
        decisions = (ReferralDecision(day=REFERRED, decided=decided),)
        told = stories.with_referral(referred, decisions=decisions)
        yield f"it was decided: {decided.value}", "readiness", told, ON


def _place(records: tuple[object, ...] | None, one: object | None) -> int | None:
    return None if one is None else (records or ()).index(one)


def pages() -> Iterator[tuple[Path, str]]:
    """Every file and what stands in it: one vector, story or policy a line."""
    vectors = gathered()
    yield Path("conformance", "stories.json"), _lined("{", "}", _named_lines(vectors.stories))
    yield Path("conformance", "policies.json"), _lined("{", "}", _named_lines(vectors.policies))
    for about, held in vectors.by_about.items():
        yield Path("conformance", f"{about}.json"), _lined("[", "]", [_line(one) for one in held])


def _named_lines(documents: dict[str, Document]) -> list[str]:
    return [f"{_line(name)}: {_line(document)}" for name, document in documents.items()]


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lined(begin: str, end: str, lines: list[str]) -> str:
    return "\n".join([begin, ",\n".join(lines), end]) + "\n"


if __name__ == "__main__":
    for path, text in pages():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
