"""What the sources warn of, as questions about the provision."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.outcome import OutcomeGroup, OutcomeKind, classify_outcome
from iapcore.decisions.safeguards import check_safeguards
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import profile
from iapcore.measures.looks import LEARNING, WAY_BACK, any_of, unless_ended, unless_open_for_return
from iapcore.measures.signals import SIGNALS, Signal, SignalQuestion, find_signals
from iapcore.record.experience import Experience
from iapcore.record.journey import Journey
from iapcore.record.learning import SubjectAssessment
from iapcore.record.placement import Ending, Entry, Placement
from iapcore.record.provision import Provision
from iapcore.record.referral import Referral
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.samples import cohort
from iapcore.tables.rows import to_rows
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Destination, Where
from iapcore.vocabulary.spans import DateSpan
from tests.cases import UNKNOWN
from tests.laws import later, policies, shuffled, told
from tests.measures.by_hand import overran, purpose_of, what_came_after

POLICY: Final = profile("half-term")
BEGAN: Final = date(2026, 9, 7)
ON: Final = date(2026, 11, 20)
CALENDAR: Final = SchoolCalendar(key="elm", terms=(Term(DateSpan(date(2026, 9, 2), date(2026, 12, 18))),))
ELM: Final = Provision(key="elm", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION, weeks=(4, 6))
STAY: Final = Placement(provision=ELM, purpose=Purpose.RETURN, began=BEGAN)


def pupil(*placements: Placement, **content: Any) -> Journey:
    return evolve(UNKNOWN, **{"placements": placements, "calendar": CALENDAR} | content)


def asked(signal: Signal, *journeys: Journey, on: date = ON, **content: Any) -> SignalQuestion:
    questions = find_signals(journeys, policy=POLICY, on=on, **content)
    assert [one.signal for one in questions] == list(Signal)
    return next(one for one in questions if one.signal is signal)


def words(signal: Signal, *journeys: Journey, on: date = ON) -> str:
    question = asked(signal, *journeys, on=on)
    return f"{question.verdict.value}: {question.measure}"


def week(*wheres: Where, starts: date = BEGAN) -> Timetable:
    slots = (Slot.parse(f"Mon:{period}") for period in range(1, 9))
    lessons = tuple(Lesson(slot=slot, where=where) for slot, where in zip(slots, wheres, strict=False))
    return Timetable(starts=starts, lessons=lessons)


IN_BASE: Final = week(Where.BASE, Where.BASE)
ONE_BACK: Final = week(Where.MAINSTREAM, Where.BASE, starts=date(2026, 10, 5))


@pytest.mark.parametrize("signal", Signal)
def test_where_nothing_is_recorded_nobody_knows(signal: Signal) -> None:
    assert words(signal) == "not_known: 0 of 0 looked at"
    assert words(signal, UNKNOWN) == "not_known: 0 of 0 looked at; 1 not known"
    assert words(signal, pupil(Placement())) == "not_known: 0 of 0 looked at; 1 not known"
    assert (
        words(signal, pupil(Placement(planned=DateSpan(date(2026, 12, 1))))) == "not_known: 0 of 0 looked at"
    )


@pytest.mark.parametrize(
    ("stay", "timetables", "expected"),
    [
        (STAY, (IN_BASE,), "not_met: 1 of 1 looked at"),
        (STAY, (IN_BASE, ONE_BACK), "met: 0 of 1 looked at"),
        (STAY, None, "not_known: 0 of 0 looked at; 1 not known"),
        (evolve(STAY, began=date(2026, 10, 19)), (IN_BASE,), "met: 0 of 1 looked at"),
        (
            evolve(STAY, provision=evolve(ELM, weeks=None)),
            (IN_BASE,),
            "not_known: 0 of 0 looked at; 1 not known",
        ),
        (evolve(STAY, provision=None), (IN_BASE,), "not_known: 0 of 0 looked at; 1 not known"),
        (evolve(STAY, provision=evolve(ELM, weeks=(12, 39))), (IN_BASE,), "met: 0 of 1 looked at"),
        (evolve(STAY, purpose=None), (IN_BASE,), "not_known: 0 of 0 looked at; 1 not known"),
        (
            evolve(STAY, purpose=Purpose.QUALIFICATIONS),
            (IN_BASE,),
            "not_known: 0 of 0 looked at; 1 for another purpose",
        ),
        (
            evolve(STAY, planned=DateSpan(BEGAN, date(2026, 10, 16))),
            (IN_BASE,),
            "not_known: 0 of 0 looked at; 1 not known",
        ),
        (
            evolve(STAY, purpose=Purpose.QUALIFICATIONS, planned=DateSpan(BEGAN, date(2026, 10, 16))),
            (IN_BASE,),
            "not_known: 0 of 0 looked at; 1 for another purpose",  # whether it ended or not
        ),
        (evolve(STAY, ending=Ending(day=ON)), (IN_BASE,), "not_known: 0 of 0 looked at; 1 ended"),
    ],
)
def test_a_holding_pen(stay: Placement, timetables: tuple[Timetable, ...] | None, expected: str) -> None:
    """Asked only where the purpose is return, and beside the model's own length: a year's model is no pen."""
    assert words(Signal.HOLDING_PEN, pupil(stay, timetables=timetables)) == expected


def went(destination: Destination | None = Destination.MAINSTREAM) -> Placement:
    return evolve(STAY, ending=Ending(day=date(2026, 10, 16), destination=destination))


def again(entry: Entry | None) -> Placement:
    return Placement(began=date(2026, 11, 2), entry=entry)


@pytest.mark.parametrize(
    ("stays", "expected"),
    [
        ((went(),), "met: 0 of 1 looked at"),
        ((went(), again(Entry.UNPLANNED_RETURN)), "not_met: 1 of 1 looked at; 1 open"),
        ((went(), again(Entry.PLANNED_FURTHER_STAY)), "met: 0 of 1 looked at; 1 open"),
        ((went(), again(None)), "not_known: 0 of 0 looked at; 1 open; 1 not known"),
        ((went(Destination.FURTHER_STAY), again(None)), "met: 0 of 1 looked at; 1 open"),
        ((went(Destination.DIED),), "not_known: 0 of 0 looked at; 1 died"),
        ((evolve(STAY, planned=DateSpan(BEGAN, BEGAN)),), "not_known: 0 of 0 looked at; 1 not known"),
    ],
)
def test_a_revolving_door(stays: tuple[Placement, ...], expected: str) -> None:
    """Unplanned re-entries only: some pupils need a further stay, and an extension is none."""
    assert words(Signal.REVOLVING_DOOR, pupil(*stays)) == expected


@pytest.mark.parametrize(
    ("stay", "expected"),
    [
        (went(), "met: 0 of 1 looked at"),
        (went(Destination.SPECIAL_SCHOOL), "met: 0 of 1 looked at"),
        (went(Destination.MANAGED_MOVE), "not_met: 1 of 1 looked at"),
        (went(Destination.PERMANENT_EXCLUSION), "not_met: 1 of 1 looked at"),
        (went(None), "not_known: 0 of 0 looked at; 1 not known"),
        (STAY, "not_known: 0 of 0 looked at; 1 open"),
    ],
)
def test_a_last_chance_saloon(stay: Placement, expected: str) -> None:
    assert words(Signal.LAST_CHANCE_SALOON, pupil(stay)) == expected


def said(by: Informant = Informant.PUPIL, day: date = date(2026, 11, 2), **what: Extent) -> Experience:
    return Experience(day=day, by=by, **what)


def referred(*, instead: bool | None) -> tuple[Referral, ...]:
    return (Referral(day=date(2026, 9, 2), instead_of_sanction=instead),)


@pytest.mark.parametrize(
    ("content", "verdict"),
    [
        ({}, "not_known"),
        ({"experiences": (said(feels_supported=Extent.NO),)}, "not_met"),
        (
            {"experiences": (said(feels_supported=Extent.PARTLY),), "referrals": referred(instead=False)},
            "not_known",
        ),
        (
            {"experiences": (said(feels_supported=Extent.NO),), "referrals": referred(instead=False)},
            "not_met",
        ),
        (
            {
                "experiences": (
                    said(feels_supported=Extent.NO),
                    said(feels_supported=Extent.YES, day=date(2026, 11, 9)),
                ),
                "referrals": referred(instead=False),
            },
            "not_met",
        ),
        (
            {"experiences": (said(feels_supported=Extent.YES),), "referrals": referred(instead=False)},
            "met",
        ),
        (
            {"experiences": (said(feels_supported=Extent.YES),), "referrals": referred(instead=True)},
            "not_met",
        ),
        ({"experiences": (said(feels_supported=Extent.YES),)}, "not_known"),
        ({"experiences": (), "referrals": referred(instead=False)}, "not_known"),
        (
            {
                "experiences": (
                    said(Informant.STAFF, feels_supported=Extent.YES),
                    said(feels_supported=Extent.YES, day=date(2026, 9, 4)),
                ),
                "referrals": referred(instead=False),
            },
            "not_known",
        ),
    ],
)
def test_punishment(content: dict[str, Any], verdict: str) -> None:
    """A pupil's own word raises the question, whatever adults wrote down, and a later one does not take it back."""
    assert asked(Signal.PUNISHMENT, pupil(STAY, **content)).verdict.value == verdict


MATHS: Final = SubjectAssessment(day=date(2026, 10, 12), subject="Maths")


@pytest.mark.parametrize(
    ("content", "verdict"),
    [
        ({}, "not_known"),
        ({"subjects": (MATHS,)}, "not_known"),
        ({"subjects": (MATHS,), "experiences": (said(is_learning=Extent.YES),)}, "met"),
        ({"subjects": (MATHS,), "experiences": (said(is_learning=Extent.NO),)}, "not_met"),
        ({"subjects": ()}, "not_met"),
        ({"subjects": (evolve(MATHS, day=date(2026, 6, 1)),)}, "not_met"),
        ({"subjects": (), "calendar": None}, "not_known"),
        ({"subjects": (), "placements": (evolve(STAY, began=date(2026, 11, 9)),)}, "not_known"),
    ],
)
def test_no_serious_learning(content: dict[str, Any], verdict: str) -> None:
    """Asked of the pupil and of what was looked at in subjects, once the first review is due."""
    journey = pupil(STAY)
    assert asked(Signal.NO_SERIOUS_LEARNING, evolve(journey, **content)).verdict.value == verdict


@pytest.mark.parametrize("where", [Where.BASE, Where.MAINSTREAM])
def test_learning_is_never_inferred_from_what_is_on_the_timetable(where: Where) -> None:
    full = pupil(STAY, timetables=(week(*[where] * 8),), interventions=())
    for journey in (full, evolve(full, timetables=None), evolve(full, timetables=())):
        assert asked(Signal.NO_SERIOUS_LEARNING, journey) == asked(Signal.NO_SERIOUS_LEARNING, full)


def test_the_evidence_tells_of_how_many_stays_each_thing_is_so() -> None:
    dumped = pupil(STAY, referrals=(Referral(day=date(2026, 9, 2), supports=()),))
    question = asked(Signal.DUMPING_GROUND, dumped, pupil(STAY))
    assert str(question) == (
        "Does a stay follow from a planned referral, and from other support before? "
        "not met: 1 of 1 looked at; 1 not known"
    )
    last = question.evidence[-1]
    assert (last.asks, last.met, last.not_met, last.not_known) == (
        "Did the school try other support before?",
        0,
        1,
        1,
    )


def test_one_provision_at_a_time() -> None:
    elsewhere = evolve(went(Destination.MANAGED_MOVE), provision=evolve(ELM, key="oak"))
    silent = evolve(went(), provision=None)
    question = asked(Signal.LAST_CHANCE_SALOON, pupil(went()), pupil(elsewhere), pupil(silent), provision=ELM)
    assert (question.measure.numerator, question.measure.base) == (0, 2)


def test_small_numbers_are_hidden_when_it_leaves_the_team() -> None:
    question = asked(Signal.LAST_CHANCE_SALOON, *[pupil(went(Destination.MANAGED_MOVE))] * 3)
    assert to_rows(question.measure)[0]["numerator"] == "c"


def test_it_names_no_pupil_and_has_no_total() -> None:
    names = {name for name in dir(SignalQuestion) if not name.startswith("_")}
    assert names == {"asks", "evidence", "measure", "signal", "verdict"}
    assert all(definition.cites and definition.counts_pupils for definition in SIGNALS.values())


@pytest.mark.parametrize(
    ("verdicts", "together"),
    [
        ((), "NOT_MET"),
        ((Verdict.NOT_MET, Verdict.NOT_MET), "NOT_MET"),
        ((Verdict.NOT_MET, Verdict.NOT_KNOWN), "NOT_KNOWN"),
        ((Verdict.NOT_KNOWN, Verdict.MET), "MET"),
    ],
)
def test_one_that_is_met_will_do(verdicts: tuple[Verdict, ...], together: str) -> None:
    assert any_of(verdicts).name == together


def test_without_a_stay_a_look_knows_nothing() -> None:
    nothing = Situation.of(UNKNOWN, policy=POLICY, on=ON)
    assert {look(nothing) for looks in (WAY_BACK, LEARNING) for look in looks.values()} == {Verdict.NOT_KNOWN}
    assert unless_ended(nothing) == unless_open_for_return(nothing) == "not known"


# A second time: from whole judgements where a signal is made of rules, else from plain records


KEYS: Final = {
    Signal.DUMPING_GROUND: ("SAFE-1", "SAFE-2", "SAFE-5", "SAFE-7"),
    Signal.CUT_OFF: ("SAFE-11", "SAFE-12"),
}
LEFT_OUT: Final = ("open", "ended", "died", "for another purpose")


def _by_hand(signal: Signal, journey: Journey, stay: Placement, policy: str, on: date) -> str:
    ours = profile(policy)
    if signal in KEYS:
        judged = check_safeguards(journey, policy=ours, on=on, placement=stay)
        return _worst(*(judged.finding(key).verdict.value for key in KEYS[signal]))
    if signal is Signal.LAST_CHANCE_SALOON:
        outcome = classify_outcome(journey, policy=ours, on=on, placement=stay).answer
        if outcome.kind in (OutcomeKind.STILL_PLACED, OutcomeKind.EXTENDED):
            return "open"
        if outcome.kind in (OutcomeKind.DIED, OutcomeKind.NOT_KNOWN):
            return outcome.kind.value
        return "not_met" if outcome.kind.group is OutcomeGroup.TO_ASK_ABOUT else "met"
    return RECORDS[signal](journey, stay, ours, on)


def _worst(*verdicts: str) -> str:
    return next((one for one in ("not_met", "not_known") if one in verdicts), "met")


def _holding_pen(journey: Journey, stay: Placement, _: Policy, on: date) -> str:
    """Longer than the model's longest, week by week, with no lesson taken out of the base and back since."""
    if stay.ending is not None:
        return "ended"
    purpose = purpose_of(stay, on)
    if purpose not in (None, Purpose.RETURN):
        return "for another purpose"
    if purpose is None or overran(stay, on):
        return "not_known"
    weeks = _weeks(journey, stay, on)
    back = _is_back(journey, stay, on)
    model = stay.provision.weeks if stay.provision else None
    if back or (weeks is not None and model and weeks <= max(model)):
        return "met"
    return "not_known" if back is None or weeks is None or not model else "not_met"


def _weeks(journey: Journey, stay: Placement, on: date) -> int | None:
    assert stay.began
    terms = journey.calendar.terms if journey.calendar else ()
    last_days = [term.span.end for term in terms if term.span.end]
    if not terms or stay.began < min(term.span.start for term in terms) or on > max(last_days):
        return None
    mondays: set[date] = set()
    for away in range((on - stay.began).days + 1):
        day = stay.began + timedelta(days=away)
        if journey.calendar and journey.calendar.is_school_day(day):
            mondays.add(day - timedelta(days=day.weekday()))
    return len(mondays)


def _is_back(journey: Journey, stay: Placement, on: date) -> bool | None:
    """Whether a lesson that was in the base in some week of the stay is in mainstream in the last of them."""
    assert stay.began
    weeks = sorted((one for one in journey.timetables or () if one.starts <= on), key=lambda one: one.starts)
    at_entry = [one for one in weeks if one.starts <= stay.began][-1:]
    for one in at_entry:
        places = {lesson.where for lesson in one.lessons}
        if one.starts < stay.began and not places & {Where.BASE, None}:
            at_entry = []
    of_stay = [*at_entry, *(one for one in weeks if one.starts > stay.began)]
    if not of_stay or any(not one.lessons for one in of_stay):
        return None
    where = [{lesson.slot: lesson.where for lesson in one.lessons} for one in of_stay]
    if any(None in one.values() for one in where):
        return None
    once = {slot for one in where for slot, place in one.items() if place is Where.BASE}
    return any(place is Where.MAINSTREAM and slot in once for slot, place in where[-1].items())


def _revolving_door(journey: Journey, stay: Placement, _: Policy, on: date) -> str:
    """An ending that is a planned further stay, nothing that followed, or a next stay that was planned."""
    if stay.ending is None:
        return "not_known" if overran(stay, on) else "open"
    if stay.ending.destination is Destination.DIED:
        return "died"
    if stay.ending.destination is Destination.FURTHER_STAY:
        return "met"
    others = [one for one in journey.placements or () if one != stay]
    came = what_came_after(stay, others, on)
    return {"none": "met", "planned": "met", "unplanned": "not_met"}.get(came, "not_known")


def _no_serious_learning(journey: Journey, stay: Placement, policy: Policy, on: date) -> str:
    return _worst(_said(journey, stay, on, "is_learning"), _assessed(journey, stay, policy, on))


def _assessed(journey: Journey, stay: Placement, policy: Policy, on: date) -> str:
    assert stay.began
    if journey.subjects is None:
        return "not_known"
    last = min(on, stay.ending.day) if stay.ending else on
    if any(stay.began <= one.day <= last for one in journey.subjects):
        return "met"
    promised = (stay.provision and stay.provision.review_weeks) or policy.review_weeks.value
    due = journey.calendar and journey.calendar.weeks_later(
        stay.began, min(promised, policy.review_weeks.value)
    )
    return "not_met" if due and due <= last else "not_known"


def _said(journey: Journey, stay: Placement, on: date, what: str) -> str:
    """A no stands, whatever is said later; a yes stands where nothing else was ever said."""
    assert stay.began
    last = min(on, stay.ending.day) if stay.ending else on
    words = [
        getattr(one, what).value
        for one in journey.experiences or ()
        if one.by.value == "pupil" and stay.began <= one.day <= last and getattr(one, what) is not None
    ]
    if "no" in words:
        return "not_met"
    return "met" if words and set(words) == {"yes"} else "not_known"


def _punishment(journey: Journey, stay: Placement, _: Policy, on: date) -> str:
    return _worst(_said(journey, stay, on, "feels_supported"), _agreed(journey, stay), _room(stay))


def _agreed(journey: Journey, stay: Placement) -> str:
    """What the referral says that led to the stay: the one it names, else the last made by its first day."""
    assert stay.began
    led: Referral | None = None
    for one in journey.referrals or ():
        if stay.referral is not None:
            led = one if led is None and one.ref == stay.referral else led
        elif one.day <= stay.began and (led is None or one.day >= led.day):
            led = one
    if led is None or led.instead_of_sanction is None:
        return "not_known"
    return "not_met" if led.instead_of_sanction else "met"


def _room(stay: Placement) -> str:
    if stay.provision is None:
        return "not_known"
    return "not_met" if stay.provision.kind.value in ("removal_room", "internal_suspension") else "met"


RECORDS: Final = {
    Signal.HOLDING_PEN: _holding_pen,
    Signal.REVOLVING_DOOR: _revolving_door,
    Signal.NO_SERIOUS_LEARNING: _no_serious_learning,
    Signal.PUNISHMENT: _punishment,
}


def _all_by_hand(signal: Signal, journeys: Iterable[Journey], policy: str, on: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for journey in journeys:
        seen = journey.as_of(on)
        found["not_known"] += seen.placements is None
        for stay in seen.placements or ():
            if stay.began is not None:
                found[_by_hand(signal, seen, stay, policy, on)] += 1
            elif stay.planned is None or stay.planned.start < on:
                found["not_known"] += 1
    return +found


def _agrees(question: SignalQuestion, journeys: Iterable[Journey], policy: str) -> Counter[str]:
    """The count by hand, with which the question agrees."""
    measure = question.measure
    expected = _all_by_hand(question.signal, journeys, policy, measure.on)
    assert (measure.numerator, measure.base) == (
        expected["not_met"],
        expected["not_met"] + expected["met"],
    )
    assert measure.not_known == expected["not_known"]
    assert dict(measure.excluded) == {why: expected[why] for why in LEFT_OUT if expected[why]}
    raised, unknown = expected["not_met"], expected["not_known"] or not measure.base
    assert question.verdict.value == ("not_met" if raised else "not_known" if unknown else "met")
    return expected


@pytest.mark.parametrize("signal", Signal)
@given(told_on=told(), policy=policies(), data=st.data())
def test_it_agrees_with_a_count_by_hand_and_nothing_later_changes_it(
    signal: Signal, told_on: tuple[Journey, date], policy: str, data: st.DataObject
) -> None:
    journey, on = told_on
    questions = find_signals([journey], policy=profile(policy), on=on)
    _agrees(next(one for one in questions if one.signal is signal), [journey], policy)
    assert find_signals([data.draw(later(journey, on))], policy=profile(policy), on=on) == questions
    assert find_signals([data.draw(shuffled(journey, on))], policy=profile(policy), on=on) == questions


@pytest.mark.parametrize("on", [ON, date(2026, 6, 30), date(2026, 2, 27)])
def test_of_a_cohort_each_signal_agrees_with_a_count_by_hand(on: date) -> None:
    made_up = list(cohort(60, seed=3))
    found: dict[Signal, Counter[str]] = {}
    for question in find_signals(made_up, policy=POLICY, on=on):
        found[question.signal] = _agrees(question, made_up, POLICY.name)
    assert all(len(counts) > 1 for counts in found.values())
