"""The working report of a provision: for staff who know the pupils, not for publication."""

from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import wrap
from typing import Any, Final

from attrs import frozen

from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import classify_outcome
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.reviews import find_due
from iapcore.decisions.rule import percent
from iapcore.decisions.stage import find_stage
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Citation
from iapcore.guidance.steps import Stage
from iapcore.measures.measure import Measure
from iapcore.measures.occupancy import count_lessons_back, count_places
from iapcore.measures.returns import count_returns
from iapcore.record.dataset import Dataset, provisions_of
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.record.timetable import coloured_week
from iapcore.reports.pictures import timetable_on
from iapcore.reports.words import in_words, tell_answer, tell_finding
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.spans import DateSpan

__all__ = ["tell_dataset"]

_WIDE: Final = 100
_BEFORE: Final = (Stage.NOT_REFERRED, Stage.REFERRED, Stage.PLANNED)
_AFTER: Final = (Stage.RETURNED, Stage.ENDED)


@frozen(kw_only=True)
class _Asked:
    """One judgement in the report: its question, when it was asked for, and whether it is told in full."""

    question: str
    judgement: Judgement[Any]
    in_full: bool


class _Sources:
    """Numbers the places that the report cites, in the order in which they first appear."""

    def __init__(self) -> None:
        self._numbers: dict[Citation, int] = {}

    def marks(self, cites: Iterable[Citation]) -> str:
        return "".join(f"[{self._numbers.setdefault(cite, len(self._numbers) + 1)}]" for cite in cites)

    def lines(self) -> Iterator[str]:
        for cite, number in self._numbers.items():
            yield from _hung(f"[{number}] {cite.format()}")


def tell_dataset(dataset: Dataset, *, policy: Policy, on: date, in_full: bool = False) -> str:
    """The report of a day: each pupil by key, then the provisions' own numbers, then the sources.

    For each pupil the judgement that matters at the stage is told with all its reasons, the others with
    those that are not met or not known; `in_full` tells all of them.

    >>> from datetime import date
    >>> from iapcore import Dataset, profile
    >>> print(tell_dataset(Dataset(journeys=()), policy=profile(), on=date(2026, 11, 20)).splitlines()[0])
    Internal alternative provision on 20 November 2026
    """
    page = _Page(dataset=dataset, policy=policy, on=on, in_full=in_full, sources=_Sources())
    return "\n".join(page.lines()) + "\n"


def _hung(text: str, indent: str = "") -> list[str]:
    return wrap(text, _WIDE, initial_indent=indent, subsequent_indent=f"{indent}    ", break_long_words=False)


def _ruled(heading: str) -> str:
    return f"{heading} {'─' * max(3, _WIDE - len(heading) - 1)}"


@frozen(kw_only=True)
class _Page:
    dataset: Dataset
    policy: Policy
    on: date
    in_full: bool
    sources: _Sources

    def lines(self) -> Iterator[str]:
        yield f"Internal alternative provision on {in_words(self.on)}"
        yield from _hung(f"Policy {self.policy.named.format()}. {self.policy.title}.")
        yield "For staff who know these pupils: numbers are not hidden, so it is not for publication."
        yield "+ met   - not met   ? not known.   (advisory) is shown and enters no verdict."
        if self.dataset.about is not None:
            yield from _hung(self.dataset.about)
        for journey in self.dataset.journeys:
            yield ""
            yield from self.pupil(journey)
        yield ""
        yield from self.numbers()
        yield ""
        yield "Sources"
        yield from self.sources.lines()

    def pupil(self, journey: Journey) -> Iterator[str]:
        seen = journey.as_of(self.on)
        placement = seen.latest_placement()
        stage = find_stage(journey, policy=self.policy, on=self.on)
        year = journey.pupil.year_group
        yield _ruled(f"Pupil {journey.pupil.id.format()}{'' if year is None else f', year {in_words(year)}'}")
        yield from _hung(f"Stage: {in_words(stage)}. {_stay_in_words(placement)}", "  ")
        for due in find_due(journey, policy=self.policy, on=self.on):
            state = "OVERDUE since" if due.is_overdue(self.on) else "due by"
            yield f"  {in_words(due.kind).capitalize()} {state} {in_words(due.by)}"
        week = timetable_on(seen, self.on)
        if week is not None and week.lessons and stage not in _AFTER:
            lights = coloured_week(week, seen.ratings or (), by=Informant.PUPIL)
            yield f"  Week, in the pupil's colours: {lights.format()}"
        for asked in self.judgements(journey, stage, placement):
            answer = tell_answer(asked.judgement.answer, timetable=week)
            yield from _hung(f"{asked.question} {answer}.", "  ")
            yield from self.reasons(asked)

    def judgements(self, journey: Journey, stage: Stage, placement: Placement | None) -> Iterator[_Asked]:
        began = placement.began if placement else None
        eligibility = check_eligibility(
            journey,
            policy=self.policy,
            on=began or self.on,
            placement=placement,
            places_free=self.places_free(placement.provision if placement else None),
        )
        as_it_stood = f" (as it stood on {in_words(began)})" if began else ""
        question = f"May the placement start?{as_it_stood}"
        yield _Asked(question=question, judgement=eligibility, in_full=stage in _BEFORE)
        if stage in _BEFORE:
            return
        if stage not in _AFTER:
            readiness = assess_readiness(journey, policy=self.policy, on=self.on, placement=placement)
            yield _Asked(question="What is the next step back?", judgement=readiness, in_full=True)
        outcome = classify_outcome(journey, policy=self.policy, on=self.on, placement=placement)
        yield _Asked(question="How did the stay end?", judgement=outcome, in_full=stage in _AFTER)

    def places_free(self, provision: Provision | None) -> int | None:
        if provision is None or provision.places is None:
            return None
        taken = count_places(self.dataset.journeys, provision=provision, on=self.on)
        return None if taken.not_known else max(0, taken.base - taken.numerator)

    def reasons(self, asked: _Asked) -> Iterator[str]:
        met: list[str] = []
        for finding in asked.judgement.findings:
            if finding.verdict is Verdict.MET and not (self.in_full or asked.in_full):
                met.append(finding.key)
            else:
                yield from _hung(f"{tell_finding(finding)} {self.sources.marks(finding.rule.cites)}", "    ")
        if met:
            yield from _hung(f"+ {len(met)} met: {', '.join(met)}", "    ")

    def numbers(self) -> Iterator[str]:
        described: list[Provision] = []
        for provision in self.dataset.provisions:
            journeys = [one for one in self.dataset.journeys if _stayed(one, provision)]
            if not journeys:
                described.append(provision)
                continue
            yield _ruled(provision.name or provision.key)
            measures = (
                ("Places taken", count_places(journeys, provision=provision, on=self.on)),
                ("Lessons back", count_lessons_back(journeys, policy=self.policy, on=self.on)),
                ("Went back to mainstream", count_returns(journeys, policy=self.policy, on=self.on)),
            )
            for name, measure in measures:
                yield from _hung(
                    f"{name}: {_measure(measure)} {self.sources.marks(measure.definition.cites)}", "  "
                )
        if described:
            yield _ruled("Described, without journeys")
        for provision in described:
            yield f"  {provision.name or provision.key}{f', {provision.school}' if provision.school else ''}"


def _stay_in_words(placement: Placement | None) -> str:
    if placement is None:
        return "No placement is recorded."
    provision = placement.provision
    parts = [
        provision and (provision.name or provision.key),
        placement.purpose and f"purpose: {in_words(placement.purpose)}",
        placement.began and f"began {in_words(placement.began)}",
        placement.planned and _planned(placement.planned, began=placement.began),
        placement.ending and f"ended {in_words(placement.ending.day)}",
    ]
    return "; ".join(part for part in parts if part) + "."


def _planned(planned: DateSpan, *, began: date | None) -> str:
    start = "" if began else f"from {in_words(planned.start)} "
    return f"planned {start}to {in_words(planned.end)}" if planned.end else f"planned {start}without an end"


def _stayed(journey: Journey, provision: Provision) -> bool:
    return any(one.key == provision.key for one in provisions_of([journey]))


def _measure(measure: Measure) -> str:
    if measure.share is None:
        return f"{measure}, so there is no rate."
    return f"{measure} ({percent(measure.share)} %)."
