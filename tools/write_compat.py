"""Writes a corpus of documents of this version of the format into `tests/compat/<version>/`, to be read for ever.

    PYTHONPATH=. python tools/write_compat.py

It holds a document of each kind, the schemas of the version, and documents in which every key and every code of every
list stands. A corpus is never edited: this refuses to write one again.
"""

import sys
from collections.abc import Iterator
from datetime import date, time
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Final

from attrs import evolve

from iapcore.errors import InvalidRecordError
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import write, write_line
from iapcore.exchange.lines import write_journeys
from iapcore.exchange.migrations import VERSION
from iapcore.exchange.schema import SCHEMAS, schema_of
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.measures.returns import count_returns
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from iapcore.record.pupil import Pupil
from iapcore.record.timetable import PeriodTime, Timetable
from iapcore.samples import cohort
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.instruments import (
    Band,
    BandScheme,
    Informant,
    Instrument,
    OwnInstrument,
    Polarity,
    Scale,
)
from iapcore.vocabulary.recipients import Recipient
from tests.cases import CASES
from tests.cases.case import JUDGEMENTS
from tests.compat.marks import marks_in, marks_of
from tests.exchange.drawn import document_of

FOLDER: Final = Path(__file__).parents[1] / "tests" / "compat" / str(VERSION)
ON: Final = date(2026, 11, 20)
_FEW: Final = 3


def main() -> int:
    """Write the corpus, unless it stands for ever."""
    if FOLDER.exists():
        print(f"The corpus of version {VERSION} stands: it is never written again.", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True)
    for name, value in _documents():
        (FOLDER / f"{name}.json").write_bytes(write(unstructure(value)))
    for name in SCHEMAS:
        (FOLDER / "schema").mkdir(exist_ok=True)
        (FOLDER / "schema" / f"{name}.json").write_bytes(write(schema_of(name)))
    write_journeys(list(cohort(_FEW, missing=0.5)), FOLDER / "journeys.jsonl")
    (FOLDER / "every-key.jsonl").write_bytes(b"".join(map(write_line, _with_every_key())))
    return 0


def _documents() -> Iterator[tuple[str, Any]]:
    policy = profile("half-term")
    journeys = list(cohort(_FEW, missing=0.5))
    yield "dataset", Dataset.of(journeys, as_of=ON, about="Made-up pupils.")
    yield "journey", journeys[0]
    yield "measure", count_returns(cohort(60), policy=policy, on=ON, by=lambda one: one.pupil.sex)
    draft = HandOver.of(journeys[0], to=Recipient.RECEIVING_TEACHER, on=ON, wants_known=("I like to draw.",))
    yield "hand_over-draft", draft
    yield "hand_over", evolve(draft, seen_by_pupil=ON, seen_by_family=ON, handed_over=ON)
    yield from ((f"policy-{one.name}", one) for one in PROFILES)
    told = [case for case in CASES if case.placement is None and case.referral is None]
    for about, judge in JUDGEMENTS.items():
        case = next(one for one in told if any(key in one.expect for key in _keys(about)))
        yield f"judgement-{about}", judge(case.journey, policy=case.asked["policy"], on=case.on)


def _keys(about: str) -> list[str]:
    judged = JUDGEMENTS[about](next(cohort(1)), policy=profile("half-term"), on=ON)
    return [finding.key for finding in judged.findings]


def _with_every_key() -> Iterator[Any]:
    """Journeys, drawn by chance and kept where a key or a code stands that none before had."""
    schema = schema_of("journey")
    left = marks_of(schema)
    for document in _drawn(schema):
        try:
            written = unstructure(structure(document, Journey))
        except InvalidRecordError:
            continue
        if found := marks_in(written, schema) & left:
            left -= found
            yield written
        if not left:
            return


def _by_hand() -> Journey:
    """What chance does not find: parts that must fit each other."""
    low = {Band.CLOSE_TO_AVERAGE, Band.SLIGHTLY_LOWERED, Band.LOW, Band.VERY_LOW}
    told = [("prosocial" if band in low else "total", band) for band in Band]
    parts = (
        Scale(name="sum", low=0, high=20, polarity=Polarity.HIGHER_IS_STRENGTH, parts=("half", "rest")),
        Scale(name="half", low=0, high=10, polarity=Polarity.HIGHER_IS_STRENGTH),
        Scale(name="rest", low=0, high=10, polarity=Polarity.HIGHER_IS_STRENGTH),
    )
    own = OwnInstrument(name="our_form", scales=parts, informants=(Informant.STAFF,))
    sums = tuple(
        ScaleScore(scale=one.name, points=points) for one, points in zip(parts, (7, 3, 4), strict=True)
    )
    first = PeriodTime(period="1", begins=time(8, 50), ends=time(9, 50))
    return Journey(
        pupil=Pupil(id=PupilId("elm-01")),
        timetables=(Timetable(starts=ON, lessons=(), times=(first,)),),
        assessments=(
            Assessment(day=ON, instrument=own, scores=sums),
            *(
                Assessment(
                    day=ON,
                    instrument=Instrument.SDQ,
                    bands=BandScheme.FOUR_BANDS,
                    scores=(ScaleScore(scale=scale, points=5, band=band),),
                )
                for scale, band in told
            ),
        ),
    )


def _drawn(schema: dict[str, Any]) -> Iterator[Any]:
    """A journey, then one that refers to a provision and a calendar: by chance alone hardly any does."""
    yield unstructure(_by_hand())
    for luck in map(Random, count()):
        yield document_of(schema, luck)
        room, calendar = (
            document_of(schema | schema["$defs"][name], luck) for name in ("Provision", "SchoolCalendar")
        )
        journey = {"pupil": {"id": "elm-01"}, "placements": [{"provision": room["key"]}]}
        yield {
            **{name: document_of(shape, luck) for name, shape in _envelope(schema).items()},
            "provisions": [room],
            "calendars": [calendar],
            "journey": journey | {"calendar": calendar["key"]},
        }


def _envelope(schema: dict[str, Any]) -> dict[str, Any]:
    return {name: schema["properties"][name] | {"$defs": {}} for name in ("format", "version")}


if __name__ == "__main__":
    sys.exit(main())
