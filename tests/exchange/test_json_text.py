"""A JSON text has one meaning, or it is refused with the place where it stops."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import IapError, InvalidRecordError, ProblemKind
from iapcore.exchange import json_text
from iapcore.exchange.json_text import Repeated, parse, write

texts = st.text(st.characters(exclude_categories=["Cs"]))
leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=20)


@given(values)
def test_what_is_written_is_read_back(value: Any) -> None:
    assert parse(write(value)) == value


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(IapError):
        parse(data)


@given(values, st.integers(min_value=0))
def test_a_truncated_text_is_refused(value: Any, length: int) -> None:
    text = write({"content": value}).rstrip()
    with pytest.raises(InvalidRecordError):
        parse(text[: length % len(text)])


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        pytest.param(b"", ProblemKind.NOT_JSON, "line 1, column 1", id="empty"),
        pytest.param(b'{"zq7": [1,\n 2', ProblemKind.NOT_JSON, "line 2, column 3", id="truncated"),
        pytest.param(b'{"zq7": 1} x', ProblemKind.NOT_JSON, "line 1, column 12", id="more after the end"),
        pytest.param(b"{'zq7': 1}", ProblemKind.NOT_JSON, "line 1, column 2", id="single quotes"),
        pytest.param(b'"zq7\n"', ProblemKind.NOT_JSON, "line 1, column 5", id="a control character"),
        pytest.param(b'{"zq7": NaN}', ProblemKind.NOT_JSON, "NaN and Infinity", id="not a number"),
        pytest.param(b"[Infinity]", ProblemKind.NOT_JSON, "NaN and Infinity", id="infinity"),
        pytest.param(b"[-Infinity]", ProblemKind.NOT_JSON, "NaN and Infinity", id="minus infinity"),
        pytest.param("{}".encode("utf-16"), ProblemKind.NOT_JSON, "as UTF-8", id="utf-16"),
        pytest.param(b'"zq7\xe9"', ProblemKind.NOT_JSON, "as UTF-8", id="latin-1"),
        pytest.param(b"[" * 200_000, ProblemKind.TOO_LARGE, "nested too deeply", id="deep lists"),
        pytest.param(b'{"a":' * 200_000, ProblemKind.TOO_LARGE, "nested too deeply", id="deep objects"),
        pytest.param(b"9" * 5_000, ProblemKind.NOT_JSON, "too many digits", id="a huge number"),
    ],
)
def test_it_is_refused(data: bytes, kind: ProblemKind, remedy: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        parse(data)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("", kind)
    assert remedy in problem.remedy
    assert "zq7" not in str(caught.value)


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MOST_BYTES", 10)
    assert parse(b" " * 8 + b"{}") == {}
    with pytest.raises(InvalidRecordError, match="more than 10 bytes: split it"):
        parse(b" " * 9 + b"{}")


def test_a_repeated_key_is_marked_where_it_stands() -> None:
    value = parse(b'{"whole": {"a": 1}, "twice": [{"a": 1, "b": 2, "a": 1}]}')
    assert isinstance(value, dict)
    assert type(value["whole"]) is dict
    assert type(value["twice"][0]) is Repeated


def test_it_reads_well_in_a_diff() -> None:
    assert write({"name": "Zoë", "of": []}) == '{\n "name": "Zoë",\n "of": []\n}\n'.encode()
    with pytest.raises(ValueError, match="JSON"):
        write(float("nan"))


def test_it_agrees_with_the_standard_library() -> None:
    assert parse(b'{"a": [1, 2.5, true, null, "x"]}') == json.loads('{"a": [1, 2.5, true, null, "x"]}')
