"""The tool that gives spoilt documents to every reader runs, and would tell a fault."""

import copy
import runpy
from pathlib import Path
from random import Random
from typing import Any

import pytest

TOOL: dict[str, Any] = runpy.run_path(str(Path(__file__).parents[2] / "tools" / "fuzz_readers.py"))
COUNT = 600


def test_nothing_but_our_errors_comes_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert TOOL["main"](["--seed", "suite", "--count", str(COUNT)]) == 0
    told = capsys.readouterr().out
    total = told.splitlines()[-1]
    counts = {words.split()[1]: int(words.split()[0]) for words in total.removeprefix("all: ").split(", ")}
    assert counts["given"] == COUNT
    assert counts["parsed"] > COUNT / 3
    assert counts["read"] + counts["refused"] == COUNT
    assert counts["read"] > COUNT / 20


def test_a_fault_is_told_by_its_number_and_never_by_its_document(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(_: bytes) -> None:
        raise KeyError("zq7")

    monkeypatch.setitem(TOOL["main"].__globals__, "documents", lambda: {"a reader": ([b'["zq7"]'], read)})
    assert TOOL["main"](["--seed", "s", "--first", "7", "--count", "1"]) == 1
    told = capsys.readouterr().out
    assert "FAULT: seed s, number 7, a reader: KeyError at line" in told
    assert "zq7" not in told


def test_a_document_is_spoilt_the_same_again() -> None:
    given = b'{"a": [1, {"b": "c"}], "d": null}'
    made = {number: TOOL["spoilt"](given, Random(number), is_toml=False) for number in range(200)}
    assert made == {number: TOOL["spoilt"](given, Random(number), is_toml=False) for number in range(200)}
    assert len({*made.values()}) > 100


def test_what_is_planted_stays_as_it_is() -> None:
    planted = copy.deepcopy(TOOL["JUNK"])
    for number in range(2_000):
        TOOL["spoilt"](b'[{"a": [], "b": {}}]', Random(number), is_toml=False)
    assert planted == TOOL["JUNK"]


def test_every_reader_reads_what_it_is_given_unspoilt() -> None:
    for documents, read in TOOL["documents"]().values():
        assert all(read(document) is not None for document in documents)
