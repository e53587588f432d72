"""Every document says what it is and in which version of the format."""

from typing import Any

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.exchange.envelope import closed, opened
from iapcore.exchange.json_text import Repeated
from iapcore.exchange.migrations import VERSION


def test_opened_is_the_inverse_of_closed() -> None:
    content = {"journeys": [], "about": "made up"}
    document = closed("dataset", content)
    assert list(document) == ["format", "version", "journeys", "about"]
    assert opened(document, "dataset") == content
    assert document["version"] == VERSION == 1


WHOLE = {"format": "iapcore/dataset", "version": 1}


@pytest.mark.parametrize(
    ("document", "path", "kind"),
    [
        pytest.param({}, "format", ProblemKind.WRONG_FORMAT, id="nothing"),
        pytest.param(WHOLE | {"format": "iapcore/zq7"}, "format", ProblemKind.WRONG_FORMAT, id="another"),
        pytest.param(WHOLE | {"format": "IAPCORE/dataset"}, "format", ProblemKind.WRONG_FORMAT, id="case"),
        pytest.param(WHOLE | {"format": ["zq7"]}, "format", ProblemKind.WRONG_FORMAT, id="a list"),
        pytest.param({"format": "iapcore/dataset"}, "version", ProblemKind.WRONG_VERSION, id="no version"),
        pytest.param(WHOLE | {"version": 2}, "version", ProblemKind.WRONG_VERSION, id="version 2"),
        pytest.param(WHOLE | {"version": -1}, "version", ProblemKind.WRONG_VERSION, id="version -1"),
        pytest.param(WHOLE | {"version": "1"}, "version", ProblemKind.WRONG_VERSION, id="version as text"),
        pytest.param(WHOLE | {"version": False}, "version", ProblemKind.WRONG_VERSION, id="version false"),
        pytest.param(WHOLE | {"version": 1.0}, "version", ProblemKind.WRONG_VERSION, id="version 1.0"),
        pytest.param(WHOLE | {"version": None}, "version", ProblemKind.WRONG_VERSION, id="version null"),
        pytest.param(Repeated(WHOLE), "", ProblemKind.DUPLICATE_KEY, id="a key twice"),
        pytest.param([WHOLE], "", ProblemKind.WRONG_TYPE, id="a list of documents"),
        pytest.param("zq7", "", ProblemKind.WRONG_TYPE, id="text"),
        pytest.param(None, "", ProblemKind.WRONG_TYPE, id="null"),
    ],
)
def test_another_document_is_refused(document: Any, path: str, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        opened(document, "dataset")
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, kind)
    assert "zq7" not in str(caught.value)


def test_the_document_itself_is_left_alone() -> None:
    document = closed("journey", {"journey": {}})
    opened(document, "journey")
    assert set(document) == {"format", "version", "journey"}
