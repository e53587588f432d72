"""Ratios, each measured side by side in one run: the two things take turns, and medians are compared.

    python benchmarks/run.py [--quick]

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
from datetime import date
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from itertools import cycle, islice
from statistics import median
from time import perf_counter_ns
from typing import Any

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
from iapcore.samples import cohort

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


def reading(rounds: int, pupils: int) -> Iterator[Row]:
    """`read_dataset` against `json.loads` of the same bytes."""
    made_up = BytesIO()
    iap.write_dataset(iap.Dataset.of(cohort(pupils)), made_up)
    shipped = (files("iapcore") / "data" / "journeys.json").read_bytes()
    for name, data in (("the shipped data", shipped), (f"{pupils} made-up pupils", made_up.getvalue())):
        plain, ours = take_turns(
            rounds, lambda data=data: json.loads(data), lambda data=data: iap.read_dataset(BytesIO(data))
        )
        yield (
            f"`read_dataset` of {name} ({len(data) // 1024:,} KiB)",
            "`json.loads` of the same bytes",
            ours,
            plain,
        )


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
    """Journeys held, against the plain dicts of the same journeys."""
    documents = [iap.unstructure(journey) for journey in cohort(pupils)]
    given = [iap.structure(one, iap.Journey) for one in documents]
    journeys = held(lambda: [iap.structure(one, iap.Journey) for one in documents])
    plain = held(lambda: [iap.unstructure(one) for one in given])
    what = f"one journey in memory, of {pupils} held"
    ours, theirs = (f"{size / pupils / 1024:,.0f} KiB" for size in (journeys, plain))
    yield f"| {what} | the plain dicts of the same | {journeys / plain:.2f} | {ours} | {theirs} |"


def told(row: Row) -> str:
    """A line of a table."""
    what, against, ours, theirs = row
    return f"| {what} | {against} | {ours / theirs:.2f} | {ours / 1e6:,.2f} | {theirs / 1e6:,.2f} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure everything and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--quick", action="store_true", help="tiny sizes: it shows that this runs, and nothing else"
    )
    quick = parser.parse_args(arguments).quick
    names = ("attrs", "cattrs", "python-dateutil", "iapcore")
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    )
    print(", ".join(f"{name} {version(name)}" for name in names))
    print("\n| what | against | ratio | ms | ms of the other |\n|---|---|---:|---:|---:|")
    for rows in (
        reading(rounds=1 if quick else 15, pupils=2 if quick else 200),
        start_up(rounds=1 if quick else 40),
        judging(rounds=1 if quick else 30, pupils=2 if quick else 100),
        planning(rounds=1 if quick else 30),
        making(rounds=1 if quick else 15, pupils=2 if quick else 100),
        growing(*((2, 2, 4) if quick else (1_000, 100, 1_000, 10_000, 100_000))),
    ):
        for row in rows:
            print(told(row), flush=True)
    for line in memory(pupils=2 if quick else 200):
        print(line)


if __name__ == "__main__":
    main()
