"""Documents of earlier versions are taken to this one, step by step, and left as they were themselves."""

import io
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest

from iapcore.errors import InvalidRecordError
from iapcore.exchange import envelope, lines, migrations
from iapcore.exchange.documents import structure
from iapcore.exchange.files import read_journey
from iapcore.exchange.json_text import write, write_line
from iapcore.exchange.lines import read_journeys
from iapcore.exchange.migrations import STEPS, VERSION, migrated
from iapcore.record.journey import Journey


def renamed(name: str, content: Mapping[str, Any]) -> Mapping[str, Any]:
    """A step that might be: the key of the pupil was another one once."""
    if name != "journey":
        return content
    journey = dict(content["journey"])
    journey["pupil"] = journey.pop("child")
    return {**content, "journey": journey}


def without_titles(_: str, content: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in content.items() if name != "title"}


OLD = {"child": {"id": "elm-01"}}
NEW = {"journey": {"pupil": {"id": "elm-01"}}}


def test_steps_follow_each_other_from_the_version_in_which_it_was_written() -> None:
    steps = (without_titles, renamed)
    old = {"title": "zq7", "journey": OLD}
    before = deepcopy(old)
    assert migrated("journey", 0, old, steps) == NEW
    assert migrated("journey", 1, {"journey": OLD}, steps) == NEW
    assert migrated("journey", 2, NEW, steps) is NEW
    assert old == before


@pytest.mark.parametrize(
    "name", ["journey", "dataset", "journeys", "policy", "judgement", "measure", "hand_over"]
)
def test_version_1_is_version_0_as_it_last_stood(name: str) -> None:
    assert VERSION == len(STEPS) == 1
    assert migrated(name, 0, NEW) == NEW


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if version 2 had come, in which a key was renamed."""
    steps = (*STEPS, renamed)
    monkeypatch.setattr(envelope, "VERSION", len(steps))
    for module in (envelope, lines):
        monkeypatch.setattr(
            module, "migrated", lambda name, version, content: migrated(name, version, content, steps)
        )


@pytest.mark.usefixtures("two_steps")
@pytest.mark.parametrize(("version", "journey"), [(0, OLD), (1, OLD), (2, NEW["journey"])])
def test_a_reader_takes_every_version(version: int, journey: Any) -> None:
    document = {"format": "iapcore/journey", "version": version, "journey": journey}
    assert structure(document, Journey).pupil.id.format() == "elm-01"
    assert read_journey(io.BytesIO(write(document))).pupil.id.format() == "elm-01"
    header = {"format": "iapcore/journeys", "version": version}
    stream = io.BytesIO(write_line(header) + write_line(journey) * 2)
    assert [one.pupil.id.format() for one in read_journeys(stream)] == ["elm-01", "elm-01"]


@pytest.mark.parametrize("version", [0, 1])
def test_what_is_amiss_is_told_as_in_a_document_of_today(version: int) -> None:
    document = {"format": "iapcore/journey", "version": version, "journey": {"pupil": {}}, "zq7": 1}
    with pytest.raises(InvalidRecordError) as caught:
        structure(document, Journey)
    assert {one.path for one in caught.value.problems} == {"", "journey.pupil.id"}


def test_each_step_keeps_the_law_of_the_room() -> None:
    """Content of any shape goes through: a step leaves what is amiss to the reader."""
    for step in migrations.STEPS:
        for content in ({}, {"journey": None}, {"journeys": "zq7"}, {"measure": []}):
            before = deepcopy(content)
            step("journey", content)
            assert content == before
