"""Documents of every version are read for ever: each folder beside this file holds those of one version.

Version 0 is free to change: `python tools/write_compat.py` writes its folder anew, and from version 1 on never again.
"""

import runpy
from pathlib import Path
from typing import Any, Final

import pytest

from iapcore.decisions.judgement import Judgement
from iapcore.exchange import envelope
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import parse
from iapcore.exchange.lines import read_journeys
from iapcore.guidance.policy import Policy
from iapcore.measures.measure import Measure
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey

FOLDER: Final = Path(__file__).parent
ROOT: Final = FOLDER.parents[1]
CORPORA: Final = sorted(path for path in FOLDER.iterdir() if path.name.isdecimal())
DOCUMENTS: Final = [path for corpus in CORPORA for path in sorted(corpus.glob("*.json"))]
STREAMS: Final = [path for corpus in CORPORA for path in sorted(corpus.glob("*.jsonl"))]
KINDS: Final[dict[str, type]] = {
    "dataset": Dataset,
    "journey": Journey,
    "judgement": Judgement,
    "measure": Measure,
    "policy": Policy,
}


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_a_document_is_read(path: Path) -> None:
    document: Any = parse(path.read_bytes())
    kind = KINDS[document["format"].removeprefix("iapcore/")]
    made = structure(document, kind)
    assert isinstance(made, kind)
    if document["version"] == envelope.VERSION:
        assert unstructure(made) == document


@pytest.mark.parametrize("path", STREAMS, ids=named)
def test_a_stream_is_read(path: Path) -> None:
    lines = path.read_bytes().splitlines()
    assert len(list(read_journeys(path))) == len(lines) - 1


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda path: path.name)
def test_a_corpus_holds_every_kind_of_document(corpus: Path) -> None:
    held = {path.name.partition("-")[0].removesuffix(".json") for path in corpus.glob("*.json")}
    assert held == KINDS.keys()
    assert (corpus / "journeys.jsonl").exists()


def test_every_version_up_to_this_one_has_a_corpus() -> None:
    assert [int(path.name) for path in CORPORA] == list(range(envelope.VERSION + 1))


def test_a_corpus_from_version_1_on_is_never_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(envelope, "VERSION", 1)
    tool = runpy.run_path(str(ROOT / "tools" / "write_compat.py"))
    tool["main"].__globals__["FOLDER"] = tmp_path
    assert tool["main"]() == 1
    assert "never written again" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
