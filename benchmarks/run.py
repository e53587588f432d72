"""Ratios, each measured side by side in one run: the two things take turns, and medians are compared.

    python benchmarks/run.py [--quick] [--reading]

Seconds depend on the machine; ratios much less. No test asserts any of them.
"""

import argparse
import gc
import json
import os
import platform
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from datetime import date, time
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from io import BytesIO
from itertools import cycle, islice
from statistics import median
from tempfile import TemporaryFile
from time import perf_counter_ns
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin
from unittest.mock import patch

import attrs

import iapcore as iap
from iapcore.decisions import rule as rules
from iapcore.decisions.eligibility import ELIGIBILITY
from iapcore.decisions.outcome import OUTCOME
from iapcore.decisions.readiness import READINESS
from iapcore.decisions.safeguards import SAFEGUARDS
from iapcore.decisions.situation import Situation
from iapcore.decisions.support import SUPPORT
from iapcore.decisions.transition import TRANSITION
from iapcore.exchange.migrations import VERSION
from iapcore.exchange.shapes import PLAIN, fields_of
from iapcore.samples import cohort

T = TypeVar("T")
ON = date(2026, 11, 20)
Row = tuple[str, str, int, int]
"""What was measured, against what, and the median nanoseconds of each."""


def take_turns(rounds: int, *jobs: Callable[[], object]) -> list[int]:
    """The median time of each job, the jobs taking turns."""
    times: list[list[int]] = [[] for _ in jobs]
    for _ in range(rounds):
        for job, taken in zip(jobs, times, strict=True):
            gc.collect()
            start = perf_counter_ns()
            job()
            taken.append(perf_counter_ns() - start)
    return [int(median(taken)) for taken in times]


def reading(rounds: int, pupils: int) -> Iterator[Row | str]:
    """`read_dataset` against other ways to read the same bytes, with the quick pass and without it."""
    made_up = BytesIO()
    iap.write_dataset(iap.Dataset.of(cohort(pupils)), made_up)
    shipped = (files("iapcore") / "data" / "journeys.json").read_bytes()
    name = f"{pupils} made-up pupils"
    alone = unlike(made_up.getvalue())
    for what, data in (
        ("the shipped data", shipped),
        (name, made_up.getvalue()),
        (f"{name}, each event with a `ref`", alone),
    ):
        others, ways = against(data), readers(iap.read_dataset)
        took = take_turns(
            rounds,
            *(lambda read=read, data=data: read(data) for read in others.values()),
            *(lambda read=read, data=data: read(BytesIO(data)) for read in ways.values()),
        )
        for way, ours in zip(ways, took[len(others) :], strict=True):
            for other, theirs in zip(others, took, strict=False):
                row = f"`read_dataset` of {what} ({len(data) // 1024:,} KiB), {way}"
                yield row, f"{other} of the same bytes", ours, theirs
    yield from left_out()


def unlike(data: bytes) -> bytes:
    """The document with a `ref` of its own on every event of a stream: no two of them are alike any more."""
    document = json.loads(data)
    streams = [part for one in document["journeys"] for part in one.values() if isinstance(part, dict)]
    events = [event for part in streams for event in part.get("events", ())]
    for number, event in enumerate(events):
        event["ref"] = f"row-{number}"
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def is_there(name: str) -> bool:
    """Whether somebody else's library is installed (the extra `bench`)."""
    return find_spec(name) is not None


def left_out() -> Iterator[str]:
    """What is not compared, because a library is not there."""
    for name in ("msgspec", "orjson", "pydantic"):
        if not is_there(name):
            yield f"(Left out: what needs {name}, which is not installed.)"


def readers(read: Callable[[BytesIO], T]) -> dict[str, Callable[[BytesIO], T | list[Any]]]:
    """A reader of ours with the quick pass, where it can run, and without it."""
    if not is_there("msgspec"):
        return {"careful reader": read}

    def careful(file: BytesIO) -> T | list[Any]:
        with patch.object(sys.modules[read.__module__], "quick_pass", lambda: None):
            made = read(file)
            return [*made] if isinstance(made, Iterator) else made

    return {"quick pass": read, "careful reader": careful}


def against(data: bytes) -> dict[str, Callable[[bytes], object]]:
    """Other ways to read these bytes."""
    others: dict[str, Callable[[bytes], object]] = {"`json.loads`": json.loads}
    if is_there("orjson"):
        others["`orjson.loads`"] = import_module("orjson").loads
    if is_there("pydantic"):
        model = pydantic_models()
        model.model_validate_json(data)  # it takes what we take, and makes its validators
        others["strict pydantic models"] = model.model_validate_json
    return others


def pydantic_models() -> Any:
    """Models of the same shape, made of our classes: strict, and no other keys.

    What they do not have: an order of days, references, sums, scales, days of a stream, and that no key stands twice.
    Texts with a notation (a slot, an identifier) and shares stay texts that are checked by their pattern.
    """
    pydantic = import_module("pydantic")
    config = pydantic.ConfigDict(strict=True, extra="forbid", frozen=True)
    models: dict[Any, Any] = {}

    def plain(shape: dict[str, Any], kind: Any) -> Any:
        if kind in (bool, int, type(None), date, time):
            return kind
        pattern = shape.get("pattern", "").replace(r"(?=\s*\S)", "")
        limits = {
            name: shape[key]
            for name, key in (("min_length", "minLength"), ("max_length", "maxLength"))
            if key in shape
        }
        return Annotated[str, pydantic.Field(pattern=pattern, **limits)]

    def hinted(hint: Any) -> Any:
        if hint in PLAIN:
            return plain(PLAIN[hint], hint)
        if get_origin(hint) in (Union, UnionType):
            return Union[tuple(map(hinted, get_args(hint)))]  # noqa: UP007
        if get_origin(hint) is tuple:
            return tuple[tuple(one if one is ... else hinted(one) for one in get_args(hint))]
        return model(hint) if attrs.has(get_origin(hint) or hint) else hint

    def model(kind: Any, **more: Any) -> Any:
        if kind not in models:
            fields = {
                one.alias: (hinted(hint), ... if one.default is attrs.NOTHING else one.default)
                for one, hint in fields_of(kind)
            }
            name = (get_origin(kind) or kind).__name__
            models[kind] = pydantic.create_model(f"{name}{len(models)}", __config__=config, **(fields | more))
        return models[kind]

    return model(
        iap.Dataset,
        format=(Literal["iapcore/dataset"], ...),
        version=(Literal[VERSION], ...),
        provisions=(tuple[model(iap.Provision), ...], ()),
        calendars=(tuple[model(iap.SchoolCalendar), ...], ()),
    )


def amiss(rounds: int, pupils: int) -> Iterator[Row | str]:
    """A stream of lines of which some are amiss, against the same with none: every fault must be found."""
    clean = BytesIO()
    iap.write_journeys(list(cohort(pupils)), clean)
    header, *lines = clean.getvalue().splitlines(keepends=True)
    for way, read in readers(iap.read_journeys).items():

        def found(data: bytes, read: Callable[[BytesIO], Any] = read) -> int:
            faults = 0
            try:
                for _ in read(BytesIO(data)):
                    pass
            except iap.InvalidRecordError as error:
                faults = len(error.problems)
            return faults

        streams = {share: [*lines] for share in (0, 1, 10)}
        for share, held in streams.items():
            count = len(held) * share // 100 or min(share, 1)
            for place in (number * len(held) // count for number in range(count)):
                held[place] = b'"day": "zq7'.join(
                    held[place].rsplit(b'"day": "', 1)
                )  # the last day of the line
        texts = {share: header + b"".join(held) for share, held in streams.items()}
        took = take_turns(rounds, *(lambda text=text: found(text) for text in texts.values()))
        for share, ours in zip(texts, took, strict=True):
            if share:
                planted_count = texts[share].count(b"zq7")
                what = f"`read_journeys` with {share} % of {pupils} lines amiss, {way}"
                told = f"the same with none ({found(texts[share])} of {planted_count} faults found)"
                yield what, told, ours, took[0]


def streaming(pupils: int, *lengths: int) -> Iterator[str]:
    """How far the memory grows while a stream of so many journeys is read."""
    known = list(cohort(pupils))
    shared = iap.Dataset.of(known)
    for way, read in readers(iap.read_journeys).items():
        if way == "careful reader" and is_there("msgspec"):
            continue
        for length in lengths:
            with TemporaryFile() as file:
                iap.write_journeys(
                    islice(cycle(known), length),
                    file,
                    provisions=shared.provisions,
                    calendars=shared.calendars,
                )
                size = file.tell()
                file.seek(0)
                tracemalloc.start()
                count = sum(1 for _ in read(file))
                peak = tracemalloc.get_traced_memory()[1]
                tracemalloc.stop()
            what = f"`read_journeys` of {count:,} lines, memory at its peak, {way}"
            yield f"| {what} | the file | {peak / size:.4f} | {peak / 2**20:.2f} MiB | {size / 2**20:,.1f} MiB |"


def start_up(rounds: int) -> Iterator[Row]:
    """Fresh interpreters, each importing one thing."""
    codes = ("pass", "import iapcore", "import attrs", "from iapcore import Journey, check_eligibility")

    def run(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True)

    bare, face, attrs, names = take_turns(rounds, *map(run, codes))
    yield f"`{codes[1]}`", f"`{codes[0]}`", face, bare
    yield f"`{codes[3]}`", f"`{codes[2]}`", names, attrs


def bare_codes(room: Sequence[rules.Rule], situation: Situation) -> list[str]:
    """The same rules, asked for nothing but the code of their reason."""
    codes: list[str] = []
    for one in room:
        try:
            codes.append(one.check(situation).reason)
        except rules._NotKnownError as stopped:
            codes.append(str(stopped))
    return codes


def judging(rounds: int, pupils: int) -> Iterator[Row]:
    """Each judgement, from journey to findings, against the bare codes of its rules."""
    policy = iap.profile("half-term")
    journeys = list(islice(cohort(pupils), pupils))
    situations = [Situation.of(journey, policy=policy, on=ON) for journey in journeys]
    questions: tuple[tuple[Callable[..., Any], Sequence[rules.Rule]], ...] = (
        (iap.check_eligibility, ELIGIBILITY),
        (iap.check_support, SUPPORT),
        (iap.check_safeguards, SAFEGUARDS),
        (iap.assess_readiness, READINESS),
        (iap.check_transition, TRANSITION),
        (iap.classify_outcome, OUTCOME),
    )
    for ask, room in questions:
        codes, whole, cut = take_turns(
            rounds,
            lambda room=room: [bare_codes(room, one) for one in situations],
            lambda ask=ask: [ask(one, policy=policy, on=ON) for one in journeys],
            lambda: [Situation.of(one, policy=policy, on=ON) for one in journeys],
        )
        name = f"`{ask.__name__}` of {pupils} pupils"
        yield name, f"bare codes of its {len(room)} rules", whole, codes
        yield f"{name}, without cutting the record off at the day", "the same", whole - cut, codes


def planning(rounds: int) -> Iterator[Row]:
    """The plan of a way back for a two-week timetable of sixty lessons, against a bare loop over its slots."""
    slots = [
        iap.Slot(day, str(period), week) for week in (1, 2) for day in iap.Weekday for period in range(1, 7)
    ]
    colours = dict(zip(slots, list(iap.LessonColour) * 20, strict=True))
    start = date(2026, 11, 2)
    lessons = tuple(
        iap.Lesson(slot=slot, subject=f"s{place % 9}", teacher=f"t{place % 11}", where=iap.Where.BASE)
        for place, slot in enumerate(slots)
    )
    journey = iap.Journey(
        pupil=iap.Pupil(id=iap.PupilId("elm-60")),
        calendar=iap.SchoolCalendar(key="year", terms=(iap.Term(iap.DateSpan(start, date(2027, 3, 25))),)),
        placements=(iap.Placement(began=start, purpose=iap.Purpose.RETURN),),
        timetables=(iap.Timetable(starts=start, lessons=lessons),),
        ratings=tuple(
            iap.Rating(day=start, slot=slot, colour=colour, by=iap.Informant.PUPIL)
            for slot, colour in colours.items()
        ),
    )
    policy = iap.profile("half-term")
    order = list(iap.LessonColour)

    def bare() -> list[list[iap.Slot]]:
        ordered = sorted(slots, key=lambda slot: (order.index(colours[slot]), slot.order))
        return [ordered[place : place + 5] for place in range(0, len(ordered), 5)]

    ours, loop = take_turns(rounds, lambda: iap.plan_return(journey, policy=policy, on=ON), bare)
    yield (
        "`plan_return` of 60 lessons in a two-week timetable, with all reasons",
        "a bare loop over the slots",
        ours,
        loop,
    )


def growing(pupils: int, *sizes: int) -> Iterator[Row]:
    """Measures of more and more journeys, each against the size before: those of made-up pupils, over and over.

    Journeys come one at a time and none is kept.
    """
    policy = iap.profile("half-term")
    known = list(cohort(pupils))
    before: dict[str, tuple[int, int]] = {}
    for size in sizes:
        returns: list[iap.Measure] = []

        def count(size: int = size, kept: list[iap.Measure] = returns) -> None:
            stream = islice(cycle(known), size)
            kept[:] = [iap.count_returns(stream, policy=policy, on=ON, by=lambda one: one.pupil.year_group)]

        def time(size: int = size) -> None:
            iap.count_time_to_return(islice(cycle(known), size), policy=policy, on=ON)

        jobs: dict[str, Callable[[], object]] = {
            "`count_returns` by year group": count,
            "`count_time_to_return`": time,
            "`publish_measure` by year group": lambda kept=returns: iap.publish_measure(kept[0]),
        }
        for name, job in jobs.items():
            [taken] = take_turns(3 if size <= pupils else 1, job)
            if name in before:
                smaller, other = before[name]
                yield f"{name} of {size:,} journeys", f"of {smaller:,}", taken, other
            before[name] = size, taken


def as_given(value: object) -> Any:
    """A value taken apart into calls that make it again: what a caller has in hand before the first of ours is made."""
    if attrs.has(type(value)):
        names = [(one.name, one.alias) for one in attrs.fields(type(value))]
        return type(value), {alias: as_given(getattr(value, name)) for name, alias in names}
    return [as_given(one) for one in value] if isinstance(value, tuple) else value


def made(given: Any) -> Any:
    """The value, made from its parts: every check of every record runs."""
    if isinstance(given, tuple):
        kind, parts = given
        return kind(**{name: made(part) for name, part in parts.items()})
    return tuple(map(made, given)) if isinstance(given, list) else given


def made_plain(given: Any) -> Any:
    """The same nesting, made as plain dicts and lists."""
    if isinstance(given, tuple):
        _, parts = given
        return {name: made_plain(part) for name, part in parts.items()}
    return list(map(made_plain, given)) if isinstance(given, list) else given


def making(rounds: int, pupils: int) -> Iterator[Row]:
    """Values from Python objects against plain nested dicts from the same objects, by the same walk."""
    given = [as_given(journey) for journey in cohort(pupils)]
    ours, plain = take_turns(rounds, lambda: list(map(made, given)), lambda: list(map(made_plain, given)))
    yield f"making {pupils} journeys from Python objects", "plain nested dicts of the same", ours, plain


def held(make: Callable[[], object]) -> int:
    """The bytes of what is made, all of it held."""
    gc.collect()
    tracemalloc.start()
    kept = make()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return size


def memory(pupils: int) -> Iterator[str]:
    """Journeys held, against the plain dicts of the same journeys and against the bytes of their JSON."""
    documents = [iap.unstructure(journey) for journey in cohort(pupils)]
    given = [iap.structure(one, iap.Journey) for one in documents]
    journeys = held(lambda: [iap.structure(one, iap.Journey) for one in documents])
    plain = held(lambda: [iap.unstructure(one) for one in given])
    file = BytesIO()
    iap.write_dataset(iap.Dataset.of(given), file)
    text = json.dumps(json.loads(file.getvalue()), ensure_ascii=False).encode()
    pairs = [
        (
            f"one journey in memory, of {pupils} held, each read by itself",
            "the plain dicts of the same",
            journeys,
            plain,
        )
    ]
    for way, read in readers(iap.read_dataset).items():
        read(BytesIO(text))  # what is made at first use is made before
        whole = held(lambda read=read: read(BytesIO(text)))
        pairs.append(
            (
                f"one journey in memory, of {pupils} read as a dataset, {way}",
                "the bytes of its JSON",
                whole,
                len(text),
            )
        )
    for what, against, ours, theirs in pairs:
        sizes = " | ".join(f"{size / pupils / 1024:,.0f} KiB" for size in (ours, theirs))
        yield f"| {what} | {against} | {ours / theirs:.2f} | {sizes} |"


def told(row: Row | str) -> str:
    """A line of a table."""
    if isinstance(row, str):
        return row
    what, against, ours, theirs = row
    return f"| {what} | {against} | {ours / theirs:.2f} | {ours / 1e6:,.2f} | {theirs / 1e6:,.2f} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure everything and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--reading", action="store_true", help="only what is read: times, faults, memory and streaming"
    )
    parser.add_argument(
        "--quick", action="store_true", help="tiny sizes: it shows that this runs, and nothing else"
    )
    asked = parser.parse_args(arguments)
    quick = asked.quick
    names = (
        "attrs",
        "cattrs",
        "python-dateutil",
        "iapcore",
        *filter(is_there, ("msgspec", "orjson", "pydantic")),
    )
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    )
    print(", ".join(f"{name} {version(name)}" for name in names))
    print("\n| what | against | ratio | ms | ms of the other |\n|---|---|---:|---:|---:|")
    read = (
        reading(rounds=1 if quick else 15, pupils=2 if quick else 200),
        amiss(rounds=1 if quick else 5, pupils=2 if quick else 200),
        streaming(2, *((2, 4) if quick else (1_000, 10_000))),
        memory(pupils=2 if quick else 200),
    )
    others = (
        start_up(rounds=1 if quick else 40),
        judging(rounds=1 if quick else 30, pupils=2 if quick else 100),
        planning(rounds=1 if quick else 30),
        making(rounds=1 if quick else 15, pupils=2 if quick else 100),
        growing(*((2, 2, 4) if quick else (1_000, 100, 1_000, 10_000, 100_000))),
    )
    for rows in read if asked.reading else (*read, *others):
        for row in rows:
            print(told(row), flush=True)


if __name__ == "__main__":
    main()
