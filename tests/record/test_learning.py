"""Learning during a stay: subjects, qualifications, vocational places, the pathway after 16.

Expected (*Four Tenets*, tenets three and four): a subject is looked at on the mainstream's task where that is
recorded; a qualification is aimed for, entered and gained, in that order; a vocational place is part of a
stay and no exit, and somebody looks at it; a pathway is secured and retained, step by step.
"""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.learning import (
    PathwayEvent,
    ProviderCheck,
    Qualification,
    SubjectAssessment,
    VocationalPlace,
)
from iapcore.record.timetable import Slot
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace, PathwayStep, QualificationKind

DAY = timedelta(days=1)
ON = date(2026, 11, 2)
SECRET = "what nobody is to read here"
SUBJECT = SubjectAssessment(
    day=ON, subject="Maths", pace=Pace.BEHIND, on_mainstream_task=True, ref="a1", words=SECRET
)
GAINED = Qualification(
    kind=QualificationKind.FUNCTIONAL,
    aimed_for=ON,
    entered=ON + 100 * DAY,
    gained=ON + 200 * DAY,
    subject="English",
    ref="q1",
)
CHECK = ProviderCheck(day=ON + 30 * DAY, by=Role.PROVISION_LEAD, words=SECRET)
PLACE = VocationalPlace(
    started=ON,
    ended=ON + 60 * DAY,
    provider="garage",
    slots=(Slot.parse("Fri:am"), Slot.parse("Fri:pm")),
    checks=(CHECK,),
    ref="v1",
)
STEP = PathwayEvent(day=ON, step=PathwayStep.STILL_THERE, provider="college", ref="p1")
REQUIRED: dict[type, dict[str, Any]] = {
    SubjectAssessment: {"day": ON, "subject": "Maths"},
    Qualification: {"kind": QualificationKind.ACADEMIC},
    ProviderCheck: {"day": ON},
    VocationalPlace: {"started": ON, "provider": "garage"},
    PathwayEvent: {"day": ON, "step": PathwayStep.APPLIED},
}


def test_whether_a_task_was_that_of_the_mainstream_may_be_not_recorded() -> None:
    answers = [
        SubjectAssessment(day=ON, subject="Maths", on_mainstream_task=one) for one in (True, False, None)
    ]
    assert len(set(answers)) == 3


def test_nobody_looked_is_not_the_same_as_not_recorded() -> None:
    assert VocationalPlace(started=ON, provider="garage").checks is None
    assert VocationalPlace(started=ON, provider="garage", checks=()).checks == ()


# Days in order


@pytest.mark.parametrize(
    ("aimed_for", "entered", "gained"),
    [
        (None, None, None),
        (0, None, None),
        (0, 0, 0),
        (0, 100, 200),
        (None, 100, 200),
        (0, None, 200),
        (None, None, 200),
        (None, 100, None),
    ],
)
def test_a_qualification_may_be_known_in_part(
    aimed_for: int | None, entered: int | None, gained: int | None
) -> None:
    """What came first may have been forgotten: a result without an entry is a result."""
    days = [None if one is None else ON + one * DAY for one in (aimed_for, entered, gained)]
    names = ("aimed_for", "entered", "gained")
    made = Qualification(kind=QualificationKind.VOCATIONAL, **dict(zip(names, days, strict=True)))
    assert [getattr(made, name) for name in names] == days


@pytest.mark.parametrize(
    ("aimed_for", "entered", "gained", "paths"),
    [
        (1, 0, None, ["entered"]),
        (1, 0, 2, ["entered"]),
        (0, 2, 1, ["gained"]),
        (None, 1, 0, ["gained"]),
        (1, None, 0, ["gained"]),
        (2, 1, 0, ["entered", "gained"]),
    ],
)
def test_it_is_not_gained_before_it_is_entered_nor_entered_before_it_is_aimed_for(
    aimed_for: int | None, entered: int | None, gained: int | None, paths: list[str]
) -> None:
    days = {"aimed_for": aimed_for, "entered": entered, "gained": gained}
    given = {name: None if one is None else ON + one * DAY for name, one in days.items()}
    with pytest.raises(InvalidRecordError) as caught:
        Qualification(kind=QualificationKind.ACADEMIC, **given)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        (path, ProblemKind.OUT_OF_ORDER) for path in paths
    ]


def test_a_vocational_place_may_end_on_its_first_day_and_not_before() -> None:
    assert VocationalPlace(started=ON, ended=ON, provider="garage").ended == ON
    with pytest.raises(InvalidRecordError) as caught:
        VocationalPlace(started=ON, ended=ON - DAY, provider="garage")
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("ended", ProblemKind.OUT_OF_ORDER)


@pytest.mark.parametrize(
    ("kind", "given", "path", "problem_kind"),
    [
        (SubjectAssessment, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (SubjectAssessment, {"subject": ""}, "subject", ProblemKind.MALFORMED),
        (SubjectAssessment, {"subject": None}, "subject", ProblemKind.WRONG_TYPE),
        (SubjectAssessment, {"pace": "with"}, "pace", ProblemKind.WRONG_TYPE),
        (SubjectAssessment, {"on_mainstream_task": 1}, "on_mainstream_task", ProblemKind.WRONG_TYPE),
        (Qualification, {"kind": "academic"}, "kind", ProblemKind.WRONG_TYPE),
        (Qualification, {"gained": True}, "gained", ProblemKind.WRONG_TYPE),
        (Qualification, {"subject": " "}, "subject", ProblemKind.MALFORMED),
        (ProviderCheck, {"day": "2026-11-02"}, "day", ProblemKind.WRONG_TYPE),
        (ProviderCheck, {"by": "pastoral"}, "by", ProblemKind.WRONG_TYPE),
        (VocationalPlace, {"provider": None}, "provider", ProblemKind.WRONG_TYPE),
        (VocationalPlace, {"slots": ("Fri:am",)}, "slots[0]", ProblemKind.WRONG_TYPE),
        (VocationalPlace, {"checks": [CHECK]}, "checks", ProblemKind.WRONG_TYPE),
        (PathwayEvent, {"step": None}, "step", ProblemKind.WRONG_TYPE),
        (PathwayEvent, {"provider": ""}, "provider", ProblemKind.MALFORMED),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    kind: type, given: dict[str, Any], path: str, problem_kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        kind(**REQUIRED[kind] | given)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, problem_kind)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (SUBJECT, "‹SubjectAssessment›"),
        (GAINED, "‹Qualification›"),
        (CHECK, "‹ProviderCheck›"),
        (PLACE, "‹VocationalPlace slots=2 checks=1›"),
        (STEP, "‹PathwayEvent›"),
    ],
)
def test_neither_subjects_nor_providers_nor_words_are_shown(record: object, shown: str) -> None:
    assert repr(record) == shown


# As it stood


@pytest.mark.parametrize(
    ("days_later", "expected"),
    [
        (-1, None),
        (0, attrs.evolve(GAINED, entered=None, gained=None)),
        (99, attrs.evolve(GAINED, entered=None, gained=None)),
        (100, attrs.evolve(GAINED, gained=None)),
        (199, attrs.evolve(GAINED, gained=None)),
        (200, GAINED),
    ],
)
def test_a_qualification_is_aimed_for_then_entered_then_gained(
    days_later: int, expected: Qualification | None
) -> None:
    assert as_of(GAINED, ON + days_later * DAY) == expected


@pytest.mark.parametrize(
    ("days_later", "expected"),
    [
        (-1, None),
        (0, attrs.evolve(PLACE, ended=None, checks=())),
        (29, attrs.evolve(PLACE, ended=None, checks=())),
        (30, attrs.evolve(PLACE, ended=None)),
        (59, attrs.evolve(PLACE, ended=None)),
        (60, PLACE),
    ],
)
def test_a_vocational_place_is_looked_at_and_ends_when_it_does(
    days_later: int, expected: VocationalPlace | None
) -> None:
    """Its part of the week is planned, and so known from the first day."""
    assert as_of(PLACE, ON + days_later * DAY) == expected


@pytest.mark.parametrize("record", [SUBJECT, STEP])
def test_it_is_not_known_before_its_day(record: SubjectAssessment | PathwayEvent) -> None:
    assert as_of(record, ON - DAY) is None
    assert as_of(record, ON) is record


@pytest.mark.parametrize(
    ("record", "written"),
    [
        (
            SUBJECT,
            {
                "day": "2026-11-02",
                "subject": "Maths",
                "pace": "behind",
                "on_mainstream_task": True,
                "ref": "a1",
                "words": SECRET,
            },
        ),
        (
            GAINED,
            {
                "kind": "functional",
                "aimed_for": "2026-11-02",
                "entered": "2027-02-10",
                "gained": "2027-05-21",
                "subject": "English",
                "ref": "q1",
            },
        ),
        (
            PLACE,
            {
                "started": "2026-11-02",
                "ended": "2027-01-01",
                "provider": "garage",
                "slots": ["Fri:am", "Fri:pm"],
                "checks": [{"day": "2026-12-02", "by": "provision_lead", "words": SECRET}],
                "ref": "v1",
            },
        ),
        (STEP, {"day": "2026-11-02", "step": "still_there", "provider": "college", "ref": "p1"}),
    ],
)
def test_it_is_read_as_it_is_written(record: object, written: dict[str, object]) -> None:
    assert unstructure(record) == written
    assert structure(written, type(record)) == record
