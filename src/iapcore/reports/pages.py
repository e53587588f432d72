"""The working report of a provision: for staff who know the pupils, not for publication."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from textwrap import wrap
from typing import Any, Final

from attrs import evolve, frozen

from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.judgement import Decision, Judgement
from iapcore.decisions.outcome import classify_outcome
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.reviews import check_reviews, find_due
from iapcore.decisions.rule import Finding
from iapcore.decisions.safeguards import check_safeguards
from iapcore.decisions.stage import find_stage
from iapcore.decisions.support import check_support
from iapcore.decisions.transition import check_transition
from iapcore.decisions.verdict import Verdict
from iapcore.errors import OutOfScopeError
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Citation, Force
from iapcore.guidance.steps import Stage
from iapcore.measures.occupancy import count_lessons_back, count_places
from iapcore.measures.returns import count_returns
from iapcore.record.dataset import Dataset, provisions_of
from iapcore.record.journey import Journey
from iapcore.record.placement import Entry, Placement
from iapcore.record.provision import Provision
from iapcore.record.timetable import Timetable, coloured_week, timetable_on
from iapcore.reports.glances import at_a_glance, recorded
from iapcore.reports.words import MARKS, in_words, tell_answer, tell_finding
from iapcore.vocabulary.people import Informant

__all__ = ["tell_dataset"]

_WIDE: Final = 100
_BEFORE: Final = (
    Stage.NOT_REFERRED,
    Stage.REFERRED,
    Stage.CONSULTED,
    Stage.WAITING,
    Stage.OTHER_SUPPORT,
    Stage.AGREED,
)
_MOVING: Final = (
    Stage.SETTLING,
    Stage.IN_BASE,
    Stage.PART_WEEK,
    Stage.HYBRID,
    Stage.RETURNING,
    Stage.NOT_KNOWN,
)
_AFTER: Final = (Stage.RETURNED, Stage.FOLLOWED_UP, Stage.ENDED)
_LEADING_ON: Final = (Stage.HYBRID, Stage.RETURNING)


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
        for source in dict.fromkeys(cite.source for cite in self._numbers):
            yield from wrap(source.format(), _WIDE)
            for cite, number in self._numbers.items():
                if cite.source == source:
                    yield from _hung(f"[{number}] {cite.place}", "  ")


def tell_dataset(dataset: Dataset, *, policy: Policy, on: date, in_full: bool = False) -> str:
    """The report of a day: each pupil by key, then the provisions' own numbers, then the sources.

    For each pupil the judgement that matters at the stage is told with all its reasons, the others with what
    stands in the way; `in_full` tells all reasons of all of them.

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
        yield from wrap(f"Policy {self.policy.named.format()}. {self.policy.title}.", _WIDE)
        yield "For staff who know these pupils: numbers are not hidden, so it is not for publication."
        yield "+ met   - not met   ? not known   (advisory): shown, and enters no verdict"
        if self.dataset.about is not None:
            yield ""
            yield from wrap(self.dataset.about, _WIDE)
        yield from self.due()
        for journey in self.dataset.journeys:
            yield ""
            yield from self.pupil(journey)
        yield ""
        yield from self.numbers()
        yield ""
        yield _ruled("Sources")
        yield from self.sources.lines()

    def due(self) -> Iterator[str]:
        found = [
            (due, journey.pupil.id.format())
            for journey in self.dataset.journeys
            for due in find_due(journey, policy=self.policy, on=self.on)
        ]
        if found:
            yield ""
            yield _ruled("What is due")
        for due, pupil in sorted(found, key=lambda one: (one[0].by, one[1])):
            state = "today" if due.by == self.on else "OVERDUE" if due.is_overdue(self.on) else ""
            yield f"  {in_words(due.by):<18} {state:<8} {pupil}: {in_words(due.kind)}"

    def pupil(self, journey: Journey) -> Iterator[str]:
        seen = journey.as_of(self.on)
        placement = seen.latest_placement()
        stage = find_stage(journey, policy=self.policy, on=self.on)
        year = journey.pupil.year_group
        yield _ruled(f"Pupil {journey.pupil.id.format()}{'' if year is None else f', year {in_words(year)}'}")
        yield from _hung(f"Stage: {in_words(stage)}. {_stay_in_words(placement, self.on)}", "  ")
        for earlier in _earlier(seen, placement):
            yield from _hung(f"Earlier stay: {_stay_in_words(earlier, self.on)}", "  ")
        week = timetable_on(seen.timetables or (), self.on)
        if week is not None and week.lessons and stage not in _AFTER:
            rated = [one for one in seen.ratings or () if one.by is Informant.PUPIL]
            lights = coloured_week(week, rated, by=Informant.PUPIL)
            when = f" of {in_words(max(one.day for one in rated))}" if rated else ""
            yield f"  The pupil's colours{when}, Monday to Friday (- not rated):"
            yield from _hung(lights.format(), "    ")
        for asked in self.judgements(journey, stage, placement):
            answer = tell_answer(asked.judgement.answer, timetable=week)
            yield from _hung(f"{asked.question} {answer}.", "  ")
            yield from self.reasons(asked, week)
        for line in (*at_a_glance(seen, timetable=week), *recorded(seen)):
            yield from _hung(line, "  ")

    def judgements(self, journey: Journey, stage: Stage, placement: Placement | None) -> Iterator[_Asked]:
        began = placement.began if placement else None
        then = began or self.on
        free = self.places_free(placement.provision if placement else None, then)
        eligibility = check_eligibility(
            journey, policy=self.policy, on=then, placement=placement, places_free=free
        )
        question = f"Could it start on {in_words(began)}?" if began else "May the placement start?"
        yield _Asked(question=question, judgement=eligibility, in_full=began is None)
        if stage in _BEFORE or placement is None or placement.began is None:
            return
        if stage not in _AFTER:
            readiness = assess_readiness(journey, policy=self.policy, on=self.on, placement=placement)
            yield _Asked(question="What is the next step?", judgement=readiness, in_full=stage in _MOVING)
        yield from self.around_the_stay(journey, stage, placement)
        outcome = classify_outcome(journey, policy=self.policy, on=self.on, placement=placement)
        if stage in _AFTER or self.in_full:
            yield _Asked(question="How did the stay end?", judgement=outcome, in_full=True)
        else:
            yield _Asked(question="How does the stay stand?", judgement=outcome, in_full=False)

    def around_the_stay(self, journey: Journey, stage: Stage, placement: Placement) -> Iterator[_Asked]:
        """What is asked of those around the pupil: support, reviews, the move, and how adults use the place."""
        if stage not in _AFTER:
            support = check_support(journey, policy=self.policy, on=self.on, placement=placement)
            yield _Asked(question="Does support answer the needs?", judgement=support, in_full=False)
            reviews = check_reviews(journey, policy=self.policy, on=self.on, placement=placement)
            yield _Asked(question="Are reviews held as they should be?", judgement=reviews, in_full=False)
        if stage in _LEADING_ON:
            transition = check_transition(journey, policy=self.policy, on=self.on, placement=placement)
            yield _Asked(question="Is the move prepared?", judgement=transition, in_full=False)
        with suppress(OutOfScopeError):  # a day before the guidance that is held
            safeguards = check_safeguards(journey, policy=self.policy, on=self.on, placement=placement)
            yield _Asked(question="What should adults ask themselves?", judgement=safeguards, in_full=False)

    def places_free(self, provision: Provision | None, on: date) -> int | None:
        if provision is None:
            return None
        taken = count_places(self.dataset.journeys, provision=provision, on=on, policy=self.policy)
        return None if taken.not_known else max(0, taken.base - taken.numerator)

    def reasons(self, asked: _Asked, week: Timetable | None) -> Iterator[str]:
        weighed = isinstance(asked.judgement, Decision)
        left_out: Counter[Verdict] = Counter()
        for finding in asked.judgement.findings:
            if self.in_full or asked.in_full or _stands_in_the_way(finding, weighed=weighed):
                told = tell_finding(finding, weighed=weighed, timetable=week)
                yield from _hung(f"{told} {self.sources.marks(finding.cites)}", "    ")
            else:
                left_out[finding.verdict] += 1
        if left_out:
            yield "    " + ", ".join(
                f"{MARKS[one]} {count} {in_words(one)}" for one, count in left_out.items()
            )

    def numbers(self) -> Iterator[str]:
        described: list[Provision] = []
        seen = [one.as_of(self.on) for one in self.dataset.journeys]
        for provision in self.dataset.provisions:
            journeys = [_in(provision, one) for one in seen if _stayed(one, provision)]
            if not journeys:
                described.append(provision)
                continue
            yield _ruled(_provision_in_words(provision))
            measures = (
                ("Places taken", count_places(journeys, provision=provision, on=self.on, policy=self.policy)),
                ("Lessons back", count_lessons_back(journeys, policy=self.policy, on=self.on)),
                ("Went back to mainstream", count_returns(journeys, policy=self.policy, on=self.on)),
            )
            for name, measure in measures:
                yield from _hung(f"{name}: {measure}. {self.sources.marks(measure.definition.cites)}", "  ")
        if described:
            yield ""
            yield _ruled("Described, without journeys")
        for provision in described:
            yield f"  {_provision_in_words(provision)}"


def _provision_in_words(provision: Provision) -> str:
    return ", ".join(filter(None, [provision.name, provision.school])) or provision.key


def _stands_in_the_way(finding: Finding, *, weighed: bool) -> bool:
    unknown = finding.verdict is Verdict.NOT_KNOWN and finding.force is Force.REQUIRED
    return finding.verdict is Verdict.NOT_MET or (weighed and unknown)


def _earlier(journey: Journey, placement: Placement | None) -> list[Placement]:
    """The stays that began before the one in question, in order."""
    begun = [one for one in journey.placements or () if one is not placement and one.began]
    return sorted(begun, key=lambda one: one.began or date.min)


def _stay_in_words(placement: Placement | None, on: date) -> str:
    if placement is None:
        return "No placement is recorded."
    provision = placement.provision
    parts = [
        provision and _provision_in_words(provision),
        placement.purpose and f"purpose: {in_words(placement.purpose)}",
        None if placement.entry in (None, Entry.FIRST) else in_words(placement.entry),
        placement.began and f"began {in_words(placement.began)}",
        placement.planned
        and _planned(placement.planned.start, placement.planned_until(on), began=placement.began),
        placement.ending and f"ended {in_words(placement.ending.day)}",
        placement.ending and placement.ending.destination and f"to {in_words(placement.ending.destination)}",
    ]
    return "; ".join(part for part in parts if part) + "."


def _planned(start: date, end: date | None, *, began: date | None) -> str:
    since = "" if began else f"from {in_words(start)} "
    return f"planned {since}to {in_words(end)}" if end else f"planned {since}without an end"


def _in(provision: Provision, journey: Journey) -> Journey:
    """The journey with its placements in this provision alone."""
    placements = tuple(
        one for one in journey.placements or () if one.provision and one.provision.key == provision.key
    )
    return evolve(journey, placements=journey.placements and placements)


def _stayed(journey: Journey, provision: Provision) -> bool:
    return any(one.key == provision.key for one in provisions_of([journey]))
