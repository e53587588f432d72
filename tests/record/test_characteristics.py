"""What can change about a pupil, in versions.

Expected: a version holds from its day until the next, and of two of one day the one written later; before the
first nothing is known. A secondary type of need stands beside a primary one and is another. Nothing of a
version is shown.
"""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.characteristics import Characteristics, characteristics_on
from iapcore.record.journey import Journey
from iapcore.record.pupil import Pupil
from iapcore.strategies import days, records
from iapcore.vocabulary.characteristics import (
    CareHistory,
    EnglishProficiency,
    EnrolmentStatus,
    Ethnicity,
    FreeSchoolMeals,
    KinshipCare,
    Language,
    PupilPremium,
    ServiceChild,
    YoungCarer,
)
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.sen import SenNeed, SenProvision

DAY = timedelta(days=1)
SINCE = date(2026, 9, 1)
FULL = Characteristics(
    since=SINCE,
    sen_provision=SenProvision.SUPPORT,
    primary_need=SenNeed.SOCIAL_EMOTIONAL_MENTAL_HEALTH,
    secondary_need=SenNeed.DOWN_SYNDROME,
    eligible_for_free_school_meals=True,
    free_school_meals=FreeSchoolMeals.TARGETED,
    pupil_premium=(PupilPremium.DEPRIVATION, PupilPremium.LOOKED_AFTER),
    is_looked_after=False,
    care_history=CareHistory.NOT_DECLARED,
    kinship_care=KinshipCare.FORMAL,
    has_social_worker=False,
    young_carer=YoungCarer.SAID_BY_SCHOOL,
    service_child=ServiceChild.REFUSED,
    language=Language("OTB"),
    english=EnglishProficiency.COMPETENT,
    ethnicity=Ethnicity.WHITE_BRITISH,
    enrolment=EnrolmentStatus.CURRENT_SUBSIDIARY,
)
WRITTEN = {
    "since": "2026-09-01",
    "sen_provision": "K",
    "primary_need": "SEMH",
    "secondary_need": "DS",
    "eligible_for_free_school_meals": True,
    "free_school_meals": "TFSM",
    "pupil_premium": ["DPP", "LAP"],
    "is_looked_after": False,
    "care_history": "N",
    "kinship_care": "KF",
    "has_social_worker": False,
    "young_carer": "S",
    "service_child": "R",
    "language": "OTB",
    "english": "D",
    "ethnicity": "WBRI",
    "enrolment": "S",
}


def version(days_later: int, need: SenNeed | None = None) -> Characteristics:
    return Characteristics(since=SINCE + days_later * DAY, primary_need=need)


# One version


def test_no_and_not_recorded_are_two_answers() -> None:
    """*Not declared* is the default of the census: it is recorded, and says that it was not declared."""
    nothing = Characteristics(since=SINCE)
    assert nothing.has_social_worker is None
    assert Characteristics(since=SINCE, has_social_worker=False) != nothing
    assert Characteristics(since=SINCE, pupil_premium=()) != nothing
    assert Characteristics(since=SINCE, care_history=CareHistory.NOT_DECLARED) != nothing


@pytest.mark.parametrize(
    ("primary", "secondary"),
    [
        (None, None),
        (SenNeed.AUTISM, None),
        (SenNeed.AUTISM, SenNeed.HEARING),
    ],
)
def test_a_pupil_has_one_primary_and_at_most_one_secondary_need(
    primary: SenNeed | None, secondary: SenNeed | None
) -> None:
    made = Characteristics(since=SINCE, primary_need=primary, secondary_need=secondary)
    assert (made.primary_need, made.secondary_need) == (primary, secondary)


@pytest.mark.parametrize("primary", [None, SenNeed.AUTISM])
def test_a_secondary_need_stands_beside_another_primary_one(primary: SenNeed | None) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Characteristics(since=SINCE, primary_need=primary, secondary_need=SenNeed.AUTISM)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("secondary_need", ProblemKind.CONTRADICTION)
    assert SenNeed.AUTISM.value not in str(caught.value)


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        ({"since": None}, "since"),
        ({"primary_need": "DS"}, "primary_need"),
        ({"primary_need": SenProvision.SUPPORT}, "primary_need"),
        ({"eligible_for_free_school_meals": "yes"}, "eligible_for_free_school_meals"),
        ({"is_looked_after": 0}, "is_looked_after"),
        ({"care_history": KinshipCare.NOT_DECLARED}, "care_history"),
        ({"young_carer": CareHistory.NOT_DECLARED}, "young_carer"),
        ({"pupil_premium": PupilPremium.DEPRIVATION}, "pupil_premium"),
        ({"pupil_premium": (ServiceChild.YES,)}, "pupil_premium[0]"),
        ({"language": "ENG"}, "language"),
    ],
)
def test_the_same_letters_of_another_list_are_refused(given_: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Characteristics(**({"since": SINCE} | given_))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, ProblemKind.WRONG_TYPE)


def test_nothing_that_is_recorded_of_a_pupil_is_told_by_the_repr() -> None:
    told = repr(FULL)
    assert told.startswith("‹Characteristics")
    for value in WRITTEN.values():
        assert str(value) not in told
    assert repr(Pupil(id=PupilId("elm-01"), characteristics=(FULL,))) == "‹Pupil›"


def test_it_is_written_in_codes_and_read_back() -> None:
    assert unstructure(FULL) == WRITTEN
    assert structure(WRITTEN, Characteristics) == FULL


@pytest.mark.parametrize("language", ["en", "english", "ENGLI", "EN1", "ENG ", "", 7, None])
def test_a_language_is_read_as_its_code_alone(language: object) -> None:
    written = {"since": "2026-09-01", "language": language}
    if language is None:
        assert structure(written, Characteristics) == Characteristics(since=SINCE)
        return
    with pytest.raises(InvalidRecordError) as caught:
        structure(written, Characteristics)
    assert [problem.path for problem in caught.value.problems] == ["language"]


# Versions

FIRST = version(0, SenNeed.HEARING)
SECOND = version(100, SenNeed.AUTISM)
MENDED = version(100, SenNeed.VISION)


@pytest.mark.parametrize("versions", [(), (FIRST,), (FIRST, SECOND), (SECOND, FIRST)])
def test_before_the_first_version_nothing_is_known(versions: tuple[Characteristics, ...]) -> None:
    assert characteristics_on(versions, SINCE - DAY) is None


@pytest.mark.parametrize(
    ("versions", "day", "expected"),
    [
        ((FIRST,), 0, FIRST),
        ((FIRST, SECOND), 0, FIRST),
        ((FIRST, SECOND), 99, FIRST),
        ((FIRST, SECOND), 100, SECOND),
        ((FIRST, SECOND), 5000, SECOND),
        ((SECOND, FIRST), 99, FIRST),
        ((SECOND, FIRST), 100, SECOND),
        ((FIRST, SECOND, MENDED), 99, FIRST),
        ((FIRST, SECOND, MENDED), 100, MENDED),
        ((FIRST, MENDED, SECOND), 100, SECOND),
        ((SECOND, FIRST, MENDED), 101, MENDED),
    ],
)
def test_a_version_holds_until_the_next_and_of_two_of_one_day_the_later_written(
    versions: tuple[Characteristics, ...], day: int, expected: Characteristics
) -> None:
    assert characteristics_on(versions, SINCE + day * DAY) is expected
    assert characteristics_on(iter(versions), SINCE + day * DAY) is expected


@given(st.lists(st.builds(version, st.integers(0, 3)), max_size=5), st.integers(-1, 4))
def test_the_version_of_a_day_is_found_as_one_finds_it_by_hand(
    versions: list[Characteristics], days_later: int
) -> None:
    """Read from the top: whatever has begun, and not before what was held so far, takes its place."""
    day = SINCE + days_later * DAY
    held: Characteristics | None = None
    for one in versions:
        if one.since <= day and (held is None or held.since <= one.since):
            held = one
    assert characteristics_on(versions, day) is held


# As it stood


@pytest.mark.parametrize(
    ("day", "expected"),
    [(-1, ()), (0, (FIRST,)), (99, (FIRST,)), (100, (FIRST, SECOND))],
)
def test_a_version_to_come_is_not_known_yet(day: int, expected: tuple[Characteristics, ...]) -> None:
    journey = Journey(pupil=Pupil(id=PupilId("elm-01"), characteristics=(FIRST, SECOND)))
    assert journey.as_of(SINCE + day * DAY).pupil.characteristics == expected
    assert as_of(FIRST, SINCE - DAY) is None


@given(st.lists(records(Characteristics), max_size=4).map(tuple), days(), days())
def test_what_was_known_then_says_the_same_of_the_days_before(
    versions: tuple[Characteristics, ...], one: date, other: date
) -> None:
    on, then = max(one, other), min(one, other)
    pupil = as_of(Pupil(id=PupilId("elm-01"), characteristics=versions), on)
    assert pupil is not None
    assert characteristics_on(pupil.characteristics or (), then) is characteristics_on(versions, then)
