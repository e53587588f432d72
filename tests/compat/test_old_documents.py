"""Documents of every version are read for ever: each folder beside this file holds those of one version.

`python tools/write_compat.py` writes the folder of a new version, once. Version 0 was free to change: its folder holds
what it came to.
"""

import runpy
from pathlib import Path
from typing import Any, Final

import pytest

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.judgement import Judgement
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import parse
from iapcore.exchange.lines import read_journeys
from iapcore.exchange.migrations import VERSION
from iapcore.exchange.schema import SCHEMAS, schema_of
from iapcore.guidance.policy import Policy
from iapcore.measures.measure import Measure
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from tests.compat.marks import marks_in, marks_of

FOLDER: Final = Path(__file__).parent
ROOT: Final = FOLDER.parents[1]
CORPORA: Final = sorted(path for path in FOLDER.iterdir() if path.name.isdecimal())
FROM_1: Final = [corpus for corpus in CORPORA if corpus.name != "0"]
DOCUMENTS: Final = [path for corpus in CORPORA for path in sorted(corpus.glob("*.json"))]
KINDS: Final[dict[str, type]] = {
    "dataset": Dataset,
    "hand_over": HandOver,
    "journey": Journey,
    "judgement": Judgement,
    "measure": Measure,
    "policy": Policy,
}
each_corpus = pytest.mark.parametrize("corpus", CORPORA, ids=lambda path: path.name)
each_from_1 = pytest.mark.parametrize("corpus", FROM_1, ids=lambda path: path.name)


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def is_read(document: Any) -> None:
    kind = KINDS[document["format"].removeprefix("iapcore/")]
    made = structure(document, kind)
    assert isinstance(made, kind)
    if document["version"] == VERSION:
        assert unstructure(made) == document


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_a_document_is_read(path: Path) -> None:
    is_read(parse(path.read_bytes()))


@each_corpus
def test_a_stream_is_read(corpus: Path) -> None:
    lines = (corpus / "journeys.jsonl").read_bytes().splitlines()
    assert len(list(read_journeys(corpus / "journeys.jsonl"))) == len(lines) - 1


@each_corpus
def test_a_corpus_holds_every_kind_of_document(corpus: Path) -> None:
    held = {path.name.partition("-")[0].removesuffix(".json") for path in corpus.glob("*.json")}
    assert held == KINDS.keys() - ({"hand_over"} if corpus.name == "0" else set())


def test_every_version_up_to_this_one_has_a_corpus() -> None:
    assert [int(path.name) for path in CORPORA] == list(range(VERSION + 1))


@each_from_1
def test_every_key_and_every_code_of_a_version_stands_in_a_document_that_is_read(corpus: Path) -> None:
    schema = parse((corpus / "schema" / "journey.json").read_bytes())
    found = set()
    for line in (corpus / "every-key.jsonl").read_bytes().splitlines():
        document = parse(line)
        is_read(document)
        found |= marks_in(document, schema)
    assert sorted(marks_of(schema) - found) == []


def without_words(shape: Any) -> Any:
    """The shape without its descriptions, and without what the catalogue of rules says of a finding."""
    if isinstance(shape, list):
        return [without_words(one) for one in shape]
    if not isinstance(shape, dict):
        return shape
    left = {name: one for name, one in shape.items() if not (name == "description" and isinstance(one, str))}
    if left.get("properties", {}).keys() >= {"rule", "reason", "params"}:
        left.pop("allOf")
        left["properties"] = left["properties"] | {"rule": {}}
    if left.get("properties", {}).keys() == {"rule", "force"}:
        return {}
    return {name: without_words(one) for name, one in left.items()}


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_this_version_takes_does_not_change(name: str) -> None:
    """A key or a code more, or less, is another version: add a step to `migrations`, and write its corpus."""
    stood = parse((FOLDER / str(VERSION) / "schema" / f"{name}.json").read_bytes())
    assert without_words(schema_of(name)) == without_words(stood)


@each_from_1
def test_a_reason_stays_what_it_was(corpus: Path) -> None:
    """A judgement that was kept is read as long as each of its reasons is there, of its verdict, and can be told."""
    schema = parse((corpus / "schema" / "judgement.json").read_bytes())
    now = {(rule.key, one.code): one for rule in RULES for one in rule.reasons}
    stood = [
        (case["if"]["properties"]["rule"]["const"], code, said)
        for case in schema["$defs"]["Finding"]["allOf"]
        for said in case["then"]["anyOf"]
        for code in said["properties"]["reason"]["enum"]
    ]
    assert len(stood) > len(RULES)
    wrong = [
        f"{key} {code}"
        for key, code, said in stood
        if (key, code) not in now
        or now[key, code].verdict.value != said["properties"]["verdict"]["const"]
        or not now[key, code].needs <= set(said["properties"].get("params", {}).get("required", ()))
    ]
    assert wrong == []


def test_a_corpus_is_never_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    tool = runpy.run_path(str(ROOT / "tools" / "write_compat.py"))
    tool["main"].__globals__["FOLDER"] = tmp_path
    assert tool["main"]() == 1
    assert "never written again" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
