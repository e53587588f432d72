"""Top-level documents: what stands around a journey or a dataset when it leaves the house.

Provisions and calendars stand once in a document and are referred to by key.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final, TypeVar, cast, get_origin

from attrs import frozen
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from iapcore.decisions.judgement import Decision, Judgement
from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.converter import (
    CONVERTER,
    as_object,
    body_of,
    gather,
    is_ours,
    maybe_list,
    maybe_object,
    problems_of,
)
from iapcore.exchange.envelope import closed, opened
from iapcore.exchange.judgements import read_decision, read_judgement, write_judgement
from iapcore.exchange.measures import read_measure_document, write_measure_document
from iapcore.exchange.policies import read_policy_document, write_policy_document
from iapcore.guidance.policy import Policy
from iapcore.measures.measure import Measure
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.record.referral import Referral
from iapcore.vocabulary.identifiers import UnprovedUpn, Upn
from iapcore.vocabulary.instruments import Instrument, OwnInstrument
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.shape import FIRST_DAY, LAST_DAY
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Word

__all__ = [
    "JourneyDocument",
    "filled",
    "linked",
    "register",
    "share",
    "structure",
    "unstructure",
    "write_shared",
]

T = TypeVar("T")


def structure(value: object, kind: type[T]) -> T:
    """Make a record of plain values (dicts, lists, text, numbers), strictly.

    A `Journey`, a `Dataset`, a `HandOver`, a `Policy`, a `Decision`, a `Judgement` and a `Measure` are read from their
    whole document; any other record from its own keys, a placement or a referral with its provision in it. Raises one
    `InvalidRecordError` with every problem found and its path.

    >>> from iapcore import DateSpan
    >>> structure({"start": "2026-11-02", "end": "2026-12-11"}, DateSpan)
    ‹DateSpan 2026-11-02..2026-12-11›
    >>> structure({"start": "2026-11-02", "end": "2026-10-11"}, DateSpan)
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. end: It lies before the start: put the earlier day first.
    """
    read = _READERS.get(get_origin(kind) or kind)
    with gather():
        return cast("T", CONVERTER.get_structure_hook(kind)(value, kind) if read is None else read(value))


def unstructure(value: object) -> Any:
    """Inverse of `structure`: plain values, ready for JSON. What was not recorded is left out.

    >>> from iapcore import Journey, Pupil, PupilId
    >>> unstructure(Journey(pupil=Pupil(id=PupilId("elm-01"))))
    {'format': 'iapcore/journey', 'version': 1, 'journey': {'pupil': {'id': 'elm-01'}}}
    """
    write = _WRITERS.get(type(value))
    return CONVERTER.unstructure(value) if write is None else write(value)


def register(converter: Converter) -> None:
    """Teach a cattrs converter of your own to read and write our records, as strictly as we do.

    >>> from cattrs import Converter
    >>> from iapcore import DateSpan
    >>> mine = Converter()
    >>> register(mine)
    >>> mine.structure({"start": "2026-11-02"}, DateSpan)
    ‹DateSpan 2026-11-02..›
    """
    converter.register_structure_hook_func(is_ours, structure)
    converter.register_structure_hook(Word, structure)  # before cattrs 26 its own hook for enums came first
    unions = (Instrument | OwnInstrument, Upn | UnprovedUpn | None)
    converter.register_structure_hook_func(lambda kind: kind in unions, structure)
    converter.register_unstructure_hook_func(is_ours, unstructure)


@frozen(kw_only=True)
class JourneyDocument:
    """What a journey document holds."""

    journey: Journey
    provisions: tuple[Provision, ...] = ()
    calendars: tuple[SchoolCalendar, ...] = ()


@frozen(kw_only=True)
class _HandOverDocument:
    hand_over: HandOver


def _read_journey(value: object) -> Journey:
    document = opened(value, "journey")
    problems = share(document)
    if "journey" in document:
        document["journey"] = linked(document["journey"], document)
    return cast("JourneyDocument", filled(JourneyDocument, document, problems)).journey


def _read_dataset(value: object) -> Dataset:
    document = opened(value, "dataset")
    problems = share(document)
    journeys = maybe_list(document.get("journeys"))
    if journeys is not None:
        document["journeys"] = [linked(journey, document) for journey in journeys]
    return cast("Dataset", filled(Dataset, document, problems))


def filled(kind: type, document: dict[str, Any], problems: list[Problem]) -> object:
    """The record of that class that a document holds, unless there are problems, here or already."""
    try:
        made = body_of(kind)(document, None)
    except Exception as error:  # noqa: BLE001  (problems_of tells ours apart and lets the rest go on up)
        problems += problems_of(error)
        made = None
    if problems:
        raise InvalidRecordError(*problems)
    return made


def share(document: dict[str, Any]) -> list[Problem]:
    """Read what journeys refer to, each under a key of its own."""
    problems: list[Problem] = []
    for name, kind in _SHARED.items():
        listed = maybe_list(document.get(name))
        if listed is None:
            continue
        made = [_read_shared(kind, raw, f"{name}[{place}]", problems) for place, raw in enumerate(listed)]
        document[name] = made
        seen: set[str] = set()
        for place, one in enumerate(made):
            if one.key in seen:
                remedy = "Another one has this key: give each its own."
                problems.append(
                    Problem(path=f"{name}[{place}].key", kind=ProblemKind.DUPLICATE, remedy=remedy)
                )
            seen.add(one.key)
    return problems


def _read_shared(kind: type, raw: object, path: str, problems: list[Problem]) -> Any:
    """One that others refer to. If it is faulty it is stood in for, so that only its own fault is told."""
    try:
        return body_of(kind)(raw, None)
    except Exception as error:  # noqa: BLE001  (as in filled)
        problems += [problem.below(path) for problem in problems_of(error)]
    key = (maybe_object(raw) or {}).get("key")
    with suppress(InvalidRecordError):
        return _STAND_INS[kind](key if isinstance(key, str) else path)
    return _STAND_INS[kind](path)


_SHARED: Final[dict[str, type]] = {"provisions": Provision, "calendars": SchoolCalendar}
_STAND_INS: Final[dict[type, Callable[[str], object]]] = {
    Provision: lambda key: Provision(key=key, kind=ProvisionKind.SUPPORT_BASE),
    SchoolCalendar: lambda key: SchoolCalendar(key=key, terms=(Term(DateSpan(FIRST_DAY, LAST_DAY)),)),
}


def linked(journey: object, document: Mapping[str, Any]) -> object:
    """A raw journey with its references replaced by what they refer to; what is amiss stays as it is."""
    linked = maybe_object(_followed(journey, "calendar", document.get("calendars")))
    if linked is None:
        return journey
    for name in ("referrals", "placements"):
        records = maybe_list(linked.get(name))
        if records is not None:
            linked[name] = [_followed(raw, "provision", document.get("provisions")) for raw in records]
    return linked


def _followed(raw: object, name: str, held: object) -> object:
    given = maybe_object(raw)
    if given is None:
        return raw
    found = [one for one in maybe_list(held) or () if one.key == given.get(name)]
    return given | {name: found[0]} if found else given.copy()


def _alone(kind: type) -> Callable[[object], object]:
    """The reader of a record outside a document: the provision that it refers to stands in it."""

    def read(value: object) -> object:
        record = as_object(value).copy()
        problems: list[Problem] = []
        if record.get("provision") is not None:
            record["provision"] = _read_shared(Provision, record["provision"], "provision", problems)
        return filled(kind, record, problems)

    return read


def _write_alone(record: Placement | Referral) -> dict[str, Any]:
    held = {} if record.provision is None else {"provision": _BODIES[Provision](record.provision)}
    return cast("dict[str, Any]", CONVERTER.unstructure(record)) | held


def _write_journey(journey: Journey) -> dict[str, Any]:
    return closed(
        "journey", write_shared(Dataset.of([journey])) | {"journey": CONVERTER.unstructure(journey)}
    )


def _write_dataset(dataset: Dataset) -> dict[str, Any]:
    own = {"as_of": dataset.as_of and dataset.as_of.isoformat(), "about": dataset.about}
    content = {name: value for name, value in own.items() if value is not None}
    journeys = CONVERTER.unstructure(dataset.journeys)
    return closed("dataset", content | write_shared(dataset) | {"journeys": journeys})


def _read_hand_over(value: object) -> HandOver:
    document = opened(value, "hand_over")
    return cast("_HandOverDocument", filled(_HandOverDocument, document, [])).hand_over


def _write_hand_over(bundle: HandOver) -> dict[str, Any]:
    return closed("hand_over", {"hand_over": CONVERTER.unstructure(bundle)})


def write_shared(dataset: Dataset) -> dict[str, Any]:
    """What journeys refer to, each once. Inverse of `share`."""
    shared: dict[str, tuple[object, ...]] = {"provisions": dataset.provisions, "calendars": dataset.calendars}
    return {name: [_BODIES[type(one)](one) for one in held] for name, held in shared.items() if held}


_BODIES: Final[dict[object, Callable[[Any], dict[str, Any]]]] = {
    kind: make_dict_unstructure_fn(kind, CONVERTER, _cattrs_omit_if_default=True)
    for kind in (Provision, SchoolCalendar)
}
_READERS: Final[dict[object, Callable[[object], object]]] = {
    Journey: _read_journey,
    Dataset: _read_dataset,
    HandOver: _read_hand_over,
    Judgement: read_judgement,
    Decision: read_decision,
    Policy: read_policy_document,
    Measure: read_measure_document,
    Placement: _alone(Placement),
    Referral: _alone(Referral),
    Provision: lambda value: body_of(Provision)(value, None),
    SchoolCalendar: lambda value: body_of(SchoolCalendar)(value, None),
}
_WRITERS: Final[dict[object, Callable[[Any], object]]] = {
    Journey: _write_journey,
    Dataset: _write_dataset,
    HandOver: _write_hand_over,
    Judgement: write_judgement,
    Decision: write_judgement,
    Policy: write_policy_document,
    Measure: write_measure_document,
    Placement: _write_alone,
    Referral: _write_alone,
    **_BODIES,
}
