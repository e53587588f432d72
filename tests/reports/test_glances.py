"""What a lead reads at a glance: days, counts and words out of lists, and nothing that somebody wrote in their own."""

from datetime import date

import attrs
import pytest

from iapcore.record.contacts import TrustedAdult
from iapcore.record.experience import Experience
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.pupil import Pupil
from iapcore.record.school import School
from iapcore.record.stream import Stream
from iapcore.record.support import NeedLookedFor
from iapcore.record.timetable import Lesson, Slot, Timetable
from iapcore.record.transition import Adjustment, Transition
from iapcore.reports.glances import at_a_glance, recorded
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.grounds import NeedKind
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.settings import Where
from iapcore.vocabulary.spans import DateSpan

EMPTY = Journey(pupil=Pupil(id=PupilId("elm-01")))
ON, LATER = date(2026, 11, 4), date(2026, 11, 18)
SLOT = Slot.parse("Mon:1")
WEEK = Timetable(starts=ON, lessons=(Lesson(slot=SLOT, subject="Art"),))


def lines(**parts: object) -> list[str]:
    return list(at_a_glance(attrs.evolve(EMPTY, **parts), timetable=WEEK))


def need(kind: NeedKind, found: bool | None, day: date = ON) -> NeedLookedFor:  # noqa: FBT001
    return NeedLookedFor(day=day, need=kind, found=found, words="secret")


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        ((), "Needs: learning, wellbeing and safety not looked for."),
        (
            (need(NeedKind.SAFETY, found=True), need(NeedKind.LEARNING, found=False)),
            "Needs: safety found; learning not found; wellbeing not looked for.",
        ),
        (
            tuple(need(kind, found=None) for kind in NeedKind),
            "Needs: learning, wellbeing and safety looked for, without a result.",
        ),
        (
            (need(NeedKind.SAFETY, found=False, day=LATER), need(NeedKind.SAFETY, found=True)),
            "Needs: safety not found; learning and wellbeing not looked for.",
        ),
    ],
)
def test_needs_that_were_not_looked_for_are_not_told_as_none(
    needs: tuple[NeedLookedFor, ...], expected: str
) -> None:
    assert lines(needs=needs) == [expected]


def test_an_adjustment_that_waits_is_told_with_its_lesson() -> None:
    adjustments = (
        Adjustment(agreed=ON, by=Role.SUBJECT_TEACHER, slots=(SLOT,), words="secret"),
        Adjustment(agreed=ON),
        Adjustment(agreed=ON, made=LATER),
    )
    stay = Placement(began=ON, transition=Transition(adjustments=adjustments))
    assert lines(placements=(stay,)) == [
        f"An adjustment {which} on 4 November 2026; nobody recorded that it was made."
        for which in ("for Mon:1 Art was agreed by subject teacher", "was agreed")
    ]


def test_trusted_adults_are_roles() -> None:
    adults = (
        TrustedAdult(since=ON, role=Role.TEACHING_ASSISTANT, where=Where.BASE, adult="secret"),
        TrustedAdult(since=ON, role=Role.CLASS_TEACHER),
    )
    assert lines(trusted_adults=adults) == ["Trusted adults: teaching assistant in base, class teacher."]


def test_what_was_said_last_is_told_of_each() -> None:
    said = (
        Experience(day=LATER, by=Informant.PUPIL, feels_supported=Extent.YES, is_learning=Extent.PARTLY),
        Experience(day=ON, by=Informant.PUPIL, feels_supported=Extent.NO),
        Experience(day=LATER, by=Informant.FAMILY, transition_went_well=Extent.YES, words="secret"),
        Experience(day=LATER, by=Informant.STAFF, words="secret"),
    )
    assert lines(experiences=said) == [
        "What the pupil said on 18 November 2026: feels supported: yes, is learning: partly.",
        "What the family said on 18 November 2026: the transition went well: yes.",
    ]


def test_nothing_recorded_has_no_glance() -> None:
    assert lines() == []


def test_every_part_of_a_journey_is_either_recorded_or_not() -> None:
    marks = Stream(complete=DateSpan(ON, LATER), events=())
    there, missing = recorded(attrs.evolve(EMPTY, reviews=(), marks=marks))
    assert there == "Recorded: reviews 0, marks 0 (complete 4 November 2026 to 18 November 2026)."
    parts = len(attrs.fields(Journey)) - len(["pupil", "reviews", "marks"])
    assert missing.count(",") + 1 == parts
    assert "check-ins" in missing


def test_a_full_record_misses_nothing() -> None:
    """Filled in by what the fields say of themselves, so that a part that is added later is here too."""
    nothing = Stream(complete=DateSpan(ON, LATER), events=())
    filled = {
        field.name: nothing if "Stream" in str(field.type) else ()
        for field in attrs.fields(Journey)
        if "Stream" in str(field.type) or "tuple" in str(field.type)
    }
    calendar = SchoolCalendar(key="year", terms=(Term(DateSpan(ON, LATER)),))
    full = attrs.evolve(EMPTY, home_school=School(key="elmsworth"), calendar=calendar, **filled)
    [line] = recorded(full)
    assert line.startswith("Recorded: referrals 0, placements 0")
    assert next(iter(recorded(EMPTY))).startswith("Not recorded: home school, calendar")
