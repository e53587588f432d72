"""What pydantic is told of our classes, with a stand-in for it; tests/integrations asks the library itself."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

import iapcore as iap
from iapcore.exchange.annotations import AsJson
from iapcore.exchange.schema import schema_of

GOOD = {"format": "iapcore/journey", "version": 1, "journey": {"pupil": {"id": "elm-01"}}}


class Refused(Exception):  # noqa: N818  (a stand-in)
    @classmethod
    def from_exception_data(cls, title: str, errors: list[dict[str, Any]], *, hide_input: bool) -> "Refused":
        return cls(title, errors, hide_input)


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    core = SimpleNamespace(
        core_schema=SimpleNamespace(
            no_info_plain_validator_function=lambda read, **more: {"read": read, **more},
            plain_serializer_function_ser_schema=lambda write, when_used: {"write": write, "when": when_used},
        ),
        InitErrorDetails=dict,
        PydanticCustomError=lambda kind, message: (kind, message),
        ValidationError=Refused,
    )
    monkeypatch.setitem(sys.modules, "pydantic_core", core)


def core_schema(kind: object) -> Any:
    return AsJson().__get_pydantic_core_schema__(kind, None)


def json_schema(kind: object) -> dict[str, Any]:
    return AsJson().__get_pydantic_json_schema__(core_schema(kind), None)


def test_a_document_is_read_and_written_and_a_value_is_left_as_it_is() -> None:
    made = core_schema(iap.Journey)
    journey = made["read"](GOOD)
    assert journey == iap.structure(GOOD, iap.Journey)
    assert made["read"](journey) is journey
    assert made["serialization"] == {"write": iap.unstructure, "when": "json"}


def test_an_alias_is_read_as_what_it_stands_for() -> None:
    kind = iap.Stream[iap.SessionMark]
    stream = core_schema(kind)["read"](
        {"complete": {"start": "2026-11-02", "end": "2026-11-06"}, "events": []}
    )
    assert stream == iap.Stream(complete=iap.DateSpan.parse("2026-11-02..2026-11-06"), events=())
    assert core_schema(kind)["read"](stream) is stream


def test_each_problem_is_an_error_with_its_place_and_nothing_of_what_was_given() -> None:
    bad = {
        "format": "iapcore/journey",
        "version": 1,
        "journey": {
            "pupil": {"id": "elm-01", "shoe": "kept secret"},
            "placements": [{}, {"planned": {"start": "2026-11-02", "end": "2026-10-01"}}],
        },
    }
    with pytest.raises(Refused) as refused:
        core_schema(iap.Journey)["read"](bad)
    title, errors, hide_input = refused.value.args
    assert (title, hide_input) == ("Journey", True)
    assert {one["loc"]: one["type"][0] for one in errors} == {
        ("journey", "pupil"): "unknown_key",
        ("journey", "placements", 1, "planned", "end"): "out_of_order",
    }
    assert errors[-1]["type"][1] == "It lies before the start: put the earlier day first."
    assert [one["input"] for one in errors] == [None, None]
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


def test_a_fault_of_the_whole_has_no_place() -> None:
    with pytest.raises(Refused) as refused:
        core_schema(iap.DateSpan)["read"]("kept secret")
    assert [one["loc"] for one in refused.value.args[1]] == [()]


@pytest.mark.parametrize("kind", [list[iap.Journey], dict, iap.Journey | None, str])
def test_only_our_classes_are_annotated(kind: object) -> None:
    with pytest.raises(TypeError, match="annotate what is in it"):
        core_schema(kind)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (iap.Journey, "journey"),
        (iap.Dataset, "dataset"),
        (iap.Policy, "policy"),
        (iap.Decision[iap.Eligibility], "judgement"),
        (iap.Judgement, "judgement"),
        (iap.Measure, "measure"),
        (iap.HandOver, "hand_over"),
    ],
)
def test_the_schema_is_ours_with_its_parts_written_out(kind: object, name: str) -> None:
    made, ours = json_schema(kind), schema_of(name)
    assert made["title"] == ours["title"]
    assert made["required"] == ours["required"]
    assert made["properties"]["format"] == {"const": f"iapcore/{name}"}
    assert "$" not in "".join(made)
    assert "'$ref'" not in str(made)


def test_a_part_inside_itself_is_left_open() -> None:
    measure = json_schema(iap.Measure)["properties"]["measure"]
    assert measure["required"] == schema_of("measure")["$defs"]["Measure"]["required"]
    [group, inner] = measure["properties"]["groups"]["items"]["prefixItems"]
    assert group["type"] == "string"
    assert inner == {}


def test_what_has_no_schema_of_its_own_says_what_it_is() -> None:
    assert json_schema(iap.Stream[iap.SessionMark])["title"] == "Stream"
    assert json_schema(iap.Pupil)["description"] == " ".join(
        (iap.Pupil.__doc__ or "").split("\n\n")[0].split()
    )
