"""Documents are strict: every fault is told at once, each with its path, and none with a child's data.

Whatever could be a child's in these documents is planted with `zq7`, or stands in `PLANTED`.
"""

import copy
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import iapcore.strategies as ours
from iapcore.errors import IapError, InvalidRecordError, ProblemKind
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import parse, write
from iapcore.record.dataset import Dataset, provisions_of
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.samples import cohort
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan

PLANTED = ("zq7", "Zq7", "ZQ7", "2026-02-30", "20260230", "2026-W07", "\u0662\u0660\u0662\u0666", "77177")
K = ProblemKind


@given(st.from_type(Journey))
def test_a_journey_is_read_back(journey: Journey) -> None:
    provisions = set(provisions_of([journey]))
    assume(len(provisions) == len({one.key for one in provisions}))
    assert structure(parse(write(unstructure(journey))), Journey) == journey


@settings(max_examples=settings().max_examples // 2)
@given(ours.datasets())
def test_a_dataset_is_read_back(dataset: Dataset) -> None:
    document = unstructure(dataset)
    assert structure(parse(write(document)), Dataset) == dataset
    for name in ("provisions", "calendars"):
        assert [one["key"] for one in document.get(name, [])] == [one.key for one in getattr(dataset, name)]


def test_what_was_not_recorded_is_left_out_and_none_is_kept() -> None:
    journey = structure(whole(journey_of(placements=[], targets=None)), Dataset).journeys[0]
    assert (journey.placements, journey.targets, journey.reviews) == ((), None, None)
    written = unstructure(journey)["journey"]
    assert written == {"pupil": {"id": "zq7-id"}, "placements": []}


def journey_of(**content: Any) -> dict[str, Any]:
    return {"pupil": {"id": "zq7-id"}, **content}


def whole(*journeys: Any, **content: Any) -> dict[str, Any]:
    return {"format": "iapcore/dataset", "version": 1, **content, "journeys": list(journeys)}


ROOM = {"key": "room", "kind": "support_base"}
AUTUMN = {"start": "2026-09-02", "end": "2026-12-18"}
YEAR = {"key": "year", "terms": [{"span": AUTUMN}]}
MARK = {"day": "2026-09-07", "half": "am", "code": "/"}


def pupil(**content: Any) -> dict[str, Any]:
    return {"pupil": {"id": "zq7", **content}}


def referral(**content: Any) -> dict[str, Any]:
    return {"referrals": [{"day": "2026-09-01", **content}]}


def rating(slot: Any) -> dict[str, Any]:
    return {"ratings": [{"day": "2026-09-07", "slot": slot, "colour": "red", "by": "pupil"}]}


def mark(changes: dict[str, Any]) -> dict[str, Any]:
    return {"marks": {"complete": AUTUMN, "events": [MARK | changes]}}


def suspension(half_days: Any) -> dict[str, Any]:
    return {"suspensions": {"complete": AUTUMN, "events": [{"day": "2026-09-07", "half_days": half_days}]}}


def one(path: str, kind: ProblemKind) -> list[tuple[str, ProblemKind]]:
    return [(f"journeys[0].{path}", kind)]


def bad(name: str, content: dict[str, Any], path: str, kind: ProblemKind) -> Any:
    """A fault in the content of the only journey."""
    return pytest.param(whole(journey_of(**content)), one(path, kind), id=name)


BAD = [
    # wrong type, for each kind of value
    bad(
        "text for a flag",
        referral(waiting_would_harm="false"),
        "referrals[0].waiting_would_harm",
        K.WRONG_TYPE,
    ),
    bad(
        "a number for a flag", referral(waiting_would_harm=1), "referrals[0].waiting_would_harm", K.WRONG_TYPE
    ),
    bad("a float for a count", suspension(3.0), "suspensions.events[0].half_days", K.WRONG_TYPE),
    bad("a flag for a count", suspension(half_days=True), "suspensions.events[0].half_days", K.WRONG_TYPE),
    bad("text for a count", suspension("77177"), "suspensions.events[0].half_days", K.WRONG_TYPE),
    bad("a number for text", referral(words=77177), "referrals[0].words", K.WRONG_TYPE),
    bad("a number for a key", {"pupil": {"id": 77177}}, "pupil.id", K.WRONG_TYPE),
    bad("a number for a day", {"referrals": [{"day": 20260230}]}, "referrals[0].day", K.WRONG_TYPE),
    bad("a number for a code", pupil(year_group=9), "pupil.year_group", K.WRONG_TYPE),
    bad("a list for a code", pupil(sex=["F"]), "pupil.sex", K.WRONG_TYPE),
    bad("a number for a slot", rating(77177), "ratings[0].slot", K.WRONG_TYPE),
    bad("text for a list", {"placements": "zq7"}, "placements", K.WRONG_TYPE),
    bad("an object for a list", {"placements": {"zq7": "zq7"}}, "placements", K.WRONG_TYPE),
    bad("a list for an object", {"pupil": ["zq7"]}, "pupil", K.WRONG_TYPE),
    bad("text for an object", {"placements": ["zq7"]}, "placements[0]", K.WRONG_TYPE),
    bad("a list for a stream", {"marks": [MARK]}, "marks", K.WRONG_TYPE),
    bad("an object for a reference", {"calendar": YEAR}, "calendar", K.WRONG_TYPE),
    # keys
    bad("an unknown key", {"zq7": 1}, "", K.UNKNOWN_KEY),
    bad(
        "an unknown key further in",
        {"placements": [{"planned": AUTUMN | {"zq7": 1}}]},
        "placements[0].planned",
        K.UNKNOWN_KEY,
    ),
    bad("a missing key", {"placements": [{"ending": {}}]}, "placements[0].ending.day", K.MISSING_KEY),
    pytest.param(whole(), [], id="nothing is the matter"),
    pytest.param(whole(zq7=1), [("", K.UNKNOWN_KEY)], id="an unknown key at the top"),
    pytest.param(
        {"format": "iapcore/dataset", "version": 1}, [("journeys", K.MISSING_KEY)], id="no journeys"
    ),
    pytest.param(whole({}), one("pupil", K.MISSING_KEY), id="no pupil"),
    pytest.param(whole([]), [("journeys[0]", K.WRONG_TYPE)], id="a list for a journey"),
    pytest.param(whole(None), [("journeys[0]", K.WRONG_TYPE)], id="null for a journey"),
    # null, where a value is needed
    bad("null for a day", {"referrals": [{"day": None}]}, "referrals[0].day", K.WRONG_TYPE),
    bad("null for a key", {"pupil": {"id": None}}, "pupil.id", K.WRONG_TYPE),
    bad("null in a list", {"reviews": [None]}, "reviews[0]", K.WRONG_TYPE),
    bad("null for events", {"marks": {"complete": AUTUMN, "events": None}}, "marks.events", K.WRONG_TYPE),
    # days
    bad("a day that no calendar has", pupil(date_of_birth="2026-02-30"), "pupil.date_of_birth", K.NOT_A_DATE),
    bad("a day without dashes", {"reviews": [{"day": "20260230"}]}, "reviews[0].day", K.NOT_A_DATE),
    bad("a day of a week", {"reviews": [{"day": "2026-W07-1"}]}, "reviews[0].day", K.NOT_A_DATE),
    bad(
        "a day with other digits",
        {"reviews": [{"day": "\u0662\u0660\u0662\u0666-\u0660\u0669-\u0660\u0667"}]},
        "reviews[0].day",
        K.NOT_A_DATE,
    ),
    bad("a day with a time", {"reviews": [{"day": "2026-02-30T00:00:00"}]}, "reviews[0].day", K.NOT_A_DATE),
    bad("a day with a line feed", {"reviews": [{"day": "2026-09-07\n"}]}, "reviews[0].day", K.NOT_A_DATE),
    # codes, slots and texts
    bad("an unknown code", pupil(sex="ZQ7"), "pupil.sex", K.UNKNOWN_CODE),
    bad("a code in the wrong case", pupil(sex="f"), "pupil.sex", K.UNKNOWN_CODE),
    bad("the name of a code", pupil(sex="FEMALE"), "pupil.sex", K.UNKNOWN_CODE),
    bad("an unknown register code", mark({"code": "ZQ7"}), "marks.events[0].code", K.UNKNOWN_CODE),
    bad("no slot", rating("Zq7:1"), "ratings[0].slot", K.MALFORMED),
    bad("half of a character", referral(words="zq7\ud83d"), "referrals[0].words", K.MALFORMED),
    bad("half of a character in a key", {"pupil": {"id": "zq7\ud83d"}}, "pupil.id", K.MALFORMED),
    bad("half of a character in a number", pupil(upn="zq7\ud83d"), "pupil.upn", K.MALFORMED),
    bad("a control character", {"pupil": {"id": "zq7\x1b[2J"}}, "pupil.id", K.MALFORMED),
    bad("an empty key", {"pupil": {"id": " "}}, "pupil.id", K.MALFORMED),
    bad("a very long text", referral(words="zq7" * 4_000), "referrals[0].words", K.MALFORMED),
    # shapes
    bad(
        "an end before its start",
        {"placements": [{"planned": {"start": "2026-12-18", "end": "2026-09-02"}}]},
        "placements[0].planned.end",
        K.OUT_OF_ORDER,
    ),
    bad(
        "an open span of marks",
        {"marks": {"complete": {"start": "2026-09-02"}, "events": []}},
        "marks.complete.end",
        K.MISSING_KEY,
    ),
    bad("a mark outside its span", mark({"day": "2027-01-04"}), "marks.events[0].day", K.OUT_OF_RANGE),
    bad("a half-day too few", suspension(0), "suspensions.events[0].half_days", K.OUT_OF_RANGE),
    # references
    bad("no such calendar", {"calendar": "zq7"}, "calendar", K.UNKNOWN_REFERENCE),
    bad(
        "no such provision",
        {"placements": [{"provision": "zq7"}]},
        "placements[0].provision",
        K.UNKNOWN_REFERENCE,
    ),
    bad(
        "no such provision of a referral",
        referral(provision="zq7"),
        "referrals[0].provision",
        K.UNKNOWN_REFERENCE,
    ),
    pytest.param(
        whole(journey_of(placements=[{"provision": "Room"}]), provisions=[ROOM]),
        one("placements[0].provision", K.UNKNOWN_REFERENCE),
        id="a reference in the wrong case",
    ),
    pytest.param(
        whole(journey_of(placements=[{"provision": "year"}]), calendars=[YEAR]),
        one("placements[0].provision", K.UNKNOWN_REFERENCE),
        id="a reference to another kind",
    ),
    # provisions and calendars
    pytest.param(
        whole(provisions=[ROOM, ROOM]), [("provisions[1].key", K.DUPLICATE)], id="a provision twice"
    ),
    pytest.param(whole(calendars=[YEAR, YEAR]), [("calendars[1].key", K.DUPLICATE)], id="a calendar twice"),
    pytest.param(
        whole(provisions=[{"key": "room", "kind": "zq7"}, ROOM]),
        [("provisions[0].kind", K.UNKNOWN_CODE), ("provisions[1].key", K.DUPLICATE)],
        id="a faulty provision twice",
    ),
    pytest.param(
        whole(provisions=[{"kind": "support_base"}, ROOM, ROOM]),
        [("provisions[0].key", K.MISSING_KEY), ("provisions[2].key", K.DUPLICATE)],
        id="a provision without key, another twice",
    ),
    pytest.param(
        whole(provisions=[ROOM | {"key": "zq7\x01"}, "zq7", ROOM | {"key": " "}], about=1),
        [
            ("provisions[0].key", K.MALFORMED),
            ("provisions[1]", K.WRONG_TYPE),
            ("provisions[2].key", K.MALFORMED),
            ("about", K.WRONG_TYPE),
        ],
        id="provisions with keys that are none",
    ),
    pytest.param(whole(provisions="zq7"), [("provisions", K.WRONG_TYPE)], id="text for provisions"),
    pytest.param(
        whole(provisions=[ROOM | {"weeks": [6]}]),
        [("provisions[0].weeks", K.WRONG_TYPE)],
        id="one of two numbers",
    ),
    pytest.param(
        whole(provisions=[ROOM | {"weeks": [6, "6"]}]),
        [("provisions[0].weeks[1]", K.WRONG_TYPE)],
        id="text for one of two numbers",
    ),
    pytest.param(
        whole(calendars=[YEAR | {"terms": [{"span": AUTUMN}, {"span": AUTUMN}]}]),
        [("calendars[0].terms[1].span.start", K.OUT_OF_ORDER)],
        id="terms that overlap",
    ),
    pytest.param(
        whole(
            journey_of(
                placements=[{"provision": "room"}],
                referrals=[{"day": "2026-09-01", "provision": "room"}],
                calendar="year",
            ),
            provisions=[ROOM | {"places": -1}],
            calendars=[{"key": "year", "terms": []}],
        ),
        [("provisions[0].places", K.OUT_OF_RANGE), ("calendars[0].terms", K.OUT_OF_RANGE)],
        id="what refers to a faulty one is not told",
    ),
    # many at once
    pytest.param(
        whole(
            journey_of(
                pupil={"id": "zq7", "sex": "ZQ7"},
                placements=[{"began": "2026-02-30"}, {"ending": {"day": 1}}],
            ),
            journey_of(),
            journey_of(
                zq7=1, marks={"complete": AUTUMN, "events": [MARK | {"half": "ZQ7"}, MARK | {"code": 5}]}
            ),
            as_of="2026-02-30",
            provisions=[ROOM, {"key": "hive"}],
        ),
        [
            ("provisions[1].kind", K.MISSING_KEY),
            ("journeys[0].pupil.sex", K.UNKNOWN_CODE),
            ("journeys[0].placements[0].began", K.NOT_A_DATE),
            ("journeys[0].placements[1].ending.day", K.WRONG_TYPE),
            ("journeys[2].marks.events[0].half", K.UNKNOWN_CODE),
            ("journeys[2].marks.events[1].code", K.WRONG_TYPE),
            ("journeys[2]", K.UNKNOWN_KEY),
            ("as_of", K.NOT_A_DATE),
        ],
        id="faults in two journeys, a provision and the whole",
    ),
]


def refused(document: Any, kind: type) -> InvalidRecordError | None:
    try:
        structure(document, kind)
    except InvalidRecordError as error:
        return error
    return None


def everything_said(error: BaseException) -> str:
    return "\n".join([str(error), repr(error), *traceback.format_exception(error)])


@pytest.mark.parametrize(("document", "expected"), BAD)
def test_every_problem_is_told_with_its_path(document: Any, expected: list[tuple[str, ProblemKind]]) -> None:
    before = copy.deepcopy(document)
    error = refused(document, Dataset)
    found = [(problem.path, problem.kind) for problem in error.problems] if error else []
    assert sorted(found, key=str) == sorted(((path.rstrip("."), kind) for path, kind in expected), key=str)
    assert document == before
    if error:
        assert [planted for planted in PLANTED if planted in everything_said(error)] == []


@pytest.mark.parametrize(("document", "expected"), BAD)
def test_a_journey_document_tells_the_same(document: Any, expected: list[tuple[str, ProblemKind]]) -> None:
    if len(document.get("journeys", ())) != 1 or document.keys() - {"format", "version", "journeys"}:
        document, expected = whole(journey_of(zq7=1)), one("", K.UNKNOWN_KEY)
    [journey] = document["journeys"]
    error = refused({"format": "iapcore/journey", "version": 1, "journey": journey}, Journey)
    assert error is not None
    found = [(problem.path, problem.kind) for problem in error.problems]
    assert found == [(path.replace("journeys[0]", "journey").rstrip("."), kind) for path, kind in expected]


def test_a_journey_document_without_its_journey() -> None:
    error = refused({"format": "iapcore/journey", "version": 1, "zq7": 1}, Journey)
    assert error is not None
    found = [(problem.path, problem.kind) for problem in error.problems]
    assert found == [("journey", K.MISSING_KEY), ("", K.UNKNOWN_KEY)]


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(Journey) if field.name != "pupil"])
def test_null_says_not_recorded(name: str) -> None:
    document = whole(journey_of(**{name: None}))
    assert structure(document, Dataset) == structure(whole(journey_of()), Dataset)


def test_null_says_not_recorded_further_in() -> None:
    journey = journey_of(
        pupil={"id": "zq7-id", "sex": None, "upn": None, "date_of_birth": None},
        placements=[{"provision": None, "planned": {"start": "2026-09-02", "end": None}, "ending": None}],
    )
    bare = journey_of(placements=[{"planned": {"start": "2026-09-02"}}])
    assert structure(whole(journey, as_of=None, about=None), Dataset) == structure(whole(bare), Dataset)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ({"placement": []}, "Did you mean placements?"),
        ({"Placements": []}, "Did you mean placements?"),
        ({"refferals": [], "calender": None}, "2 keys not known here. Did you mean calendar or referrals?"),
        ({"zq7": 1}, "1 key not known here. Known are: pupil, home_school, calendar, referrals,"),
        ({"zq7-1": 1, "zq7-2": 1}, "2 keys not known here. Known are: pupil,"),
    ],
)
def test_an_unknown_key_is_not_repeated(given: dict[str, Any], meant: str) -> None:
    error = refused(whole(journey_of(**given)), Dataset)
    assert error is not None
    assert meant in str(error)
    assert [key for key in given if key in everything_said(error).replace("placements", "")] == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('"journeys": [], "journeys": []', ""),
        ('"journeys": [{"pupil": {"id": "zq7"}, "pupil": {"id": "zq7"}}]', "journeys[0]"),
        ('"journeys": [{"pupil": {"id": "zq7", "id": "zq7"}}]', "journeys[0].pupil"),
        (
            '"journeys": [{"pupil": {"id": "zq7"}, "placements": [{"ref": "zq7", "ref": "zq7"}]}]',
            "journeys[0].placements[0]",
        ),
        ('"journeys": [], "provisions": [{"key": "a", "key": "b", "kind": "support_base"}]', "provisions[0]"),
    ],
    ids=["the whole", "a journey", "a pupil", "a placement", "a provision"],
)
def test_a_key_that_stands_twice(text: str, path: str) -> None:
    error = refused(parse(f'{{"format": "iapcore/dataset", "version": 1, {text}}}'.encode()), Dataset)
    assert error is not None
    assert [(problem.path, problem.kind) for problem in error.problems] == [(path, K.DUPLICATE_KEY)]
    assert "zq7" not in everything_said(error)


def test_a_key_that_is_no_text() -> None:
    """Not possible in JSON; possible in what a caller's own reader hands over."""
    error = refused({1: 2, None: 3}, DateSpan)
    assert error is not None
    assert [(problem.path, problem.kind) for problem in error.problems] == [("", K.WRONG_TYPE)]


def test_a_long_list_of_problems_is_cut_in_the_message_and_whole_in_the_error() -> None:
    error = refused(whole(*[{}] * 50), Dataset)
    assert error is not None
    assert len(error.problems) == 50
    assert str(error).endswith("… and 30 more in .problems")


def test_a_record_of_its_own_holds_what_it_refers_to() -> None:
    room = Provision(key="room", kind=ProvisionKind.SUPPORT_BASE)
    stay = Placement(provision=room, began=date(2026, 9, 7))
    assert unstructure(stay) == {"provision": ROOM, "began": "2026-09-07"}
    assert structure(unstructure(stay), Placement) == stay
    assert structure(unstructure(room), Provision) == room
    faulty = {"provision": ROOM | {"kind": "zq7"}, "began": "2026-02-30"}
    error = refused(faulty, Placement)
    assert error is not None
    found = [(problem.path, problem.kind) for problem in error.problems]
    assert found == [("provision.kind", K.UNKNOWN_CODE), ("began", K.NOT_A_DATE)]


# ---- whatever is done to a document, nothing but our own error comes out


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from places(inner, (*path, key))


VALID = parse(write(unstructure(Dataset.of(cohort(3), as_of=date(2026, 11, 20)))))
PLACES = list(places(VALID))
JUNK = st.recursive(
    st.sampled_from([None, True, 3, 0.5, "", "room", "\ud800", "2026-11-02"]) | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def mutated(path: tuple[Any, ...], how: str, junk: Any) -> Any:
    if not path:
        return junk
    document = copy.deepcopy(VALID)
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    if how == "delete":
        del holder[path[-1]]
    elif how == "add" and isinstance(holder, dict):
        holder[str(junk)] = junk
    elif how == "add":
        holder.append(junk)
    else:
        holder[path[-1]] = junk
    return document


@given(st.sampled_from(PLACES), st.sampled_from(["delete", "replace", "add"]), JUNK)
def test_a_mutated_document_is_read_or_refused(path: tuple[Any, ...], how: str, junk: Any) -> None:
    with suppress(IapError):
        structure(mutated(path, how, junk), Dataset)


def test_the_calendar_is_a_reference_too() -> None:
    journey = structure(whole(journey_of(calendar="year"), calendars=[YEAR]), Dataset).journeys[0]
    assert journey.calendar == structure(YEAR, SchoolCalendar)
