"""`Annotated[Journey, AsJson()]` in models of pydantic."""

import json
from datetime import date
from typing import Annotated, Any

import pytest

import iapcore as iap
from iapcore.samples import cohort

pydantic = pytest.importorskip("pydantic", reason="pydantic comes with the extra `integrations`")

JourneyAsJson = Annotated[iap.Journey, iap.AsJson()]
JOURNEYS = tuple(cohort(3))


@pytest.fixture(scope="module")
def hand_in() -> Any:
    return pydantic.create_model(
        "HandIn",
        journeys=(list[JourneyAsJson], ...),
        first=(JourneyAsJson | None, None),
        back=(Annotated[iap.Measure, iap.AsJson()] | None, None),
    )


def planted() -> dict[str, Any]:
    document: dict[str, Any] = iap.unstructure(JOURNEYS[0])
    document["journey"]["pupil"]["id"] = "KEPT-SECRET"
    document["journey"]["placements"] = [{"planned": {"start": "2026-11-02", "end": "KEPT-SECRET"}}]
    document["journey"]["KEPT-SECRET"] = {"{type}": "KEPT-SECRET"}
    return document


def test_values_and_documents_are_both_taken_and_written_back(hand_in: Any) -> None:
    documents = [iap.unstructure(one) for one in JOURNEYS]
    made = hand_in(journeys=documents, first=JOURNEYS[0])
    assert made.journeys == list(JOURNEYS)
    assert made.first is JOURNEYS[0]
    assert made.model_dump() == {"journeys": list(JOURNEYS), "first": JOURNEYS[0], "back": None}
    written = json.loads(made.model_dump_json())
    assert written == {"journeys": documents, "first": documents[0], "back": None}
    assert hand_in.model_validate_json(made.model_dump_json()) == made


def test_all_problems_are_told_with_their_places_and_nothing_is_echoed(hand_in: Any) -> None:
    with pytest.raises(pydantic.ValidationError) as refused:
        hand_in(journeys=[iap.unstructure(JOURNEYS[1]), planted()])
    told = {one["loc"]: (one["type"], one["input"]) for one in refused.value.errors()}
    assert told == {
        ("journeys", 1, "journey", "placements", 0, "planned", "end"): ("not_a_date", None),
        ("journeys", 1, "journey"): ("unknown_key", None),
    }
    shown = f"{refused.value} {refused.value!r} {refused.value.json()}"
    assert "KEPT-SECRET" not in shown
    assert "YYYY-MM-DD" in shown


def test_the_schema_is_ours(hand_in: Any) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema comes with the extra `integrations`")
    for mode in ("validation", "serialization"):
        schema = hand_in.model_json_schema(mode=mode)
        checked = jsonschema.Draft202012Validator(schema)
        checked.check_schema(schema)
        checked.validate({"journeys": [iap.unstructure(one) for one in JOURNEYS]})
        assert not checked.is_valid({"journeys": [planted()]})


def test_a_class_of_another_library_is_refused_where_it_is_written() -> None:
    with pytest.raises(TypeError, match="annotate what is in it"):
        pydantic.TypeAdapter(Annotated[list[iap.Journey], iap.AsJson()])


def test_a_measure_with_groups_goes_there_and_back() -> None:
    back = iap.count_returns(
        JOURNEYS, policy=iap.profile(), on=date(2026, 11, 20), by=lambda one: one.pupil.year_group
    )
    adapter = pydantic.TypeAdapter(Annotated[iap.Measure, iap.AsJson()])
    assert adapter.validate_json(adapter.dump_json(back)) == back
