"""The service, the stores and the messages under `examples/`, against the libraries themselves."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

import iapcore as iap
from iapcore.samples import cohort

EXAMPLES = Path(__file__).parents[2] / "examples"
JOURNEYS = list(cohort(20, missing=0))
LATE = "journey 8: a review was due by 2026-12-11, 1 held so far"


def needs(*libraries: str) -> None:
    for library in libraries:
        pytest.importorskip(library, reason=f"{library} comes with the extra `integrations`")


def run(name: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-W", "error", str(EXAMPLES / name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Any]:
    needs("fastapi", "sqlalchemy", "uvicorn", "httpx2")
    from fastapi.testclient import TestClient  # noqa: PLC0415

    app = run_path(str(EXAMPLES / "fastapi_service.py"))["service"](str(tmp_path / "journeys.db"))
    with TestClient(app) as client:
        yield client
    app.state.engine.dispose()


def put(client: Any, journey: iap.Journey, on: str = "2026-11-20") -> Any:
    return client.put("/journeys", params={"on": on}, json=iap.unstructure(journey))


def test_a_journey_is_kept_and_given_out_as_it_was(client: Any) -> None:
    answers = [put(client, journey) for journey in JOURNEYS[:3]]
    assert [one.status_code for one in answers] == [200, 200, 200]
    for one, journey in zip(answers, JOURNEYS, strict=False):
        again = client.get(f"/journeys/{one.json()['key']}")
        assert iap.structure(again.json(), iap.Journey) == journey


def test_a_pupils_journey_takes_the_place_of_the_last(client: Any) -> None:
    [first, second] = [put(client, JOURNEYS[0]).json(), put(client, JOURNEYS[0]).json()]
    assert first["key"] == second["key"]
    assert client.get("/journeys/2").status_code == 404


def test_reviews_that_are_overdue_are_found_by_query(client: Any) -> None:
    keys = {put(client, journey).json()["key"]: journey for journey in JOURNEYS}
    late = client.get("/reviews/overdue", params={"on": "2026-12-14"}).json()
    assert [one["review_by"] for one in late] == ["2026-12-11", "2026-12-11"]
    for one in late:
        dues = iap.find_due(
            keys[one["key"]], policy=iap.profile("half-term"), on=iap.DateSpan.parse("2026-12-14..").start
        )
        assert "2026-12-11" in {due.by.isoformat() for due in dues if due.kind.value == "review"}
    assert client.get("/reviews/overdue", params={"on": "2026-12-11"}).json() == []


def test_a_contradiction_is_told_and_nothing_kept(client: Any) -> None:
    document = iap.unstructure(JOURNEYS[0])
    document["journey"]["reviews"] = [
        {"day": "2026-09-12", "targets": [{"target": "t-99", "progress": "some"}]}
    ]
    told = client.post("/check", json=document)
    assert told.status_code == 200
    assert "reviews[0].targets[0].target" in {one["path"] for one in told.json()}
    assert client.get("/journeys/1").status_code == 404


def test_a_faulty_document_is_answered_with_every_place_and_nothing_that_was_sent(client: Any) -> None:
    document = iap.unstructure(JOURNEYS[0])
    document["journey"]["pupil"] = {"id": "KEPT-SECRET", "KEPT-SECRET": 1, "year_group": "KEPT-SECRET"}
    document["journey"]["placements"] = [{"planned": {"start": "2026-11-02", "end": "KEPT-SECRET"}}]
    answer = client.put("/journeys", params={"on": "KEPT-SECRET"}, json=document)
    assert answer.status_code == 422
    assert {tuple(one["loc"]): one["type"] for one in answer.json()["detail"]} == {
        ("query", "on"): "date_from_datetime_parsing",
        ("body", "journey", "pupil"): "unknown_key",
        ("body", "journey", "pupil", "year_group"): "unknown_code",
        ("body", "journey", "placements", 0, "planned", "end"): "not_a_date",
    }
    assert {"loc", "type", "msg"} == {name for one in answer.json()["detail"] for name in one}
    assert "KEPT-SECRET" not in answer.text


@pytest.mark.parametrize("body", [b"", b"{", b'"KEPT-SECRET"', b"[]", b'{"KEPT-SECRET": KEPT-SECRET}'])
def test_what_is_no_document_is_answered_likewise(client: Any, body: bytes) -> None:
    answer = client.post("/check", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert "KEPT-SECRET" not in answer.text


def test_the_service_describes_what_it_takes(client: Any) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    taken = paths["/check"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert taken["properties"]["format"] == {"const": "iapcore/journey"}
    assert taken["additionalProperties"] is False


def test_one_command_starts_the_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs("fastapi", "sqlalchemy", "uvicorn")
    import uvicorn  # noqa: PLC0415

    started: list[Any] = []
    monkeypatch.setattr(uvicorn, "run", started.append)
    monkeypatch.setattr(sys, "argv", ["fastapi_service.py", str(tmp_path / "ours.db")])
    run_path(str(EXAMPLES / "fastapi_service.py"), run_name="__main__")
    [app] = started
    app.state.engine.dispose()
    assert app.title == "Journeys"
    assert (tmp_path / "ours.db").exists()


def test_sqlalchemy() -> None:
    needs("sqlalchemy")
    told = run("sqlalchemy_store.py")
    assert told[0] == LATE
    assert sum(int(line.rpartition(" ")[2]) for line in told if line.startswith("eligibility ")) == 20
    assert told[-1] == "the first rests on policy half-term, version 1"


def test_django() -> None:
    needs("django")
    told = run("django_store.py")
    assert told[0] == LATE
    assert told[-1] == "refused: ['journey.pupil: This key is needed: add it.']"


def test_django_keeps_each_kind_of_use() -> None:
    needs("django")
    code = f"""
import runpy
from django.db import connection
names = runpy.run_path({str(EXAMPLES / "django_store.py")!r})
Row, iap = names["JourneyRow"], names["iap"]
with connection.schema_editor() as editor:
    editor.create_model(Row)
journey = next(names["cohort"](1))
pupil = journey.pupil.id.format()
row = names["keep"](journey, names["date"](2026, 11, 20))
again = Row.objects.get(document__journey__pupil__id=pupil)
assert again.document == journey
assert Row.objects.values_list("document__journey__pupil__id", flat=True).get() == pupil
field = Row._meta.get_field("document")
assert field.to_python(field.value_to_string(row)) == journey
name, path, given, options = field.deconstruct()
assert (name, given, options) == ("document", [], {{}})
try:
    Row(document=None).full_clean()
except names["ValidationError"] as error:
    print(*error.message_dict)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "document\n", "")


def test_msgspec() -> None:
    needs("msgspec")
    first, *refused = run("msgspec_messages.py")
    assert first.endswith("the same again: True")
    assert refused[0] == "refused: 3 problems."
    assert refused[-1].endswith("put the earlier day first. - at `$.document`")


def code_of(page: str) -> list[str]:
    """The blocks of code of a page, without those that try it out."""
    text = (EXAMPLES.parent / "docs" / "how-to" / page).read_text(encoding="utf-8").partition("## Try it")[0]
    return re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def source_of(example: str) -> str:
    return (EXAMPLES / example).read_text(encoding="utf-8").split('"""', 2)[2]


def test_the_page_about_fastapi_shows_the_whole_service() -> None:
    shown = "\n".join(code_of("embed-in-fastapi.md")).split()
    assert shown == source_of("fastapi_service.py").split()


def test_the_page_about_django_shows_the_field_of_the_example() -> None:
    field = code_of("embed-in-django.md")[0].partition("class JourneyField")[2]
    assert field.strip()
    assert field in source_of("django_store.py")
