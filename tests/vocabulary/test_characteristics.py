"""What the census records about a pupil: the codes of the Common Basic Data Set of May 2026, each list a type.

Expected besides are the *Analysts' guide* of the Department for Education (five major ethnic groups, four codes
that were added in 2024/25, Chinese among Asian) and its exclusion statistics (sex took the place of gender).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.characteristics import (
    CareHistory,
    EnglishProficiency,
    EnrolmentStatus,
    EthnicGroup,
    Ethnicity,
    FreeSchoolMeals,
    KinshipCare,
    Language,
    PupilPremium,
    ServiceChild,
    Sex,
    YoungCarer,
)
from iapcore.vocabulary.value import Word

CODES: dict[type[Word], dict[str, str]] = {
    Sex: {"M": "MALE", "F": "FEMALE", "U": "UNKNOWN"},
    EnrolmentStatus: {
        "C": "CURRENT",
        "M": "CURRENT_MAIN",
        "S": "CURRENT_SUBSIDIARY",
        "F": "FURTHER_EDUCATION_COLLEGE",
        "O": "OTHER_PROVIDER",
        "G": "GUEST",
        "P": "PREVIOUS",
    },
    FreeSchoolMeals: {"TFSM": "TARGETED", "EFSM": "EXPANDED", "OFSM": "OTHER"},
    PupilPremium: {
        "DPP": "DEPRIVATION",
        "SCP": "SERVICE_CHILD",
        "LAP": "LOOKED_AFTER",
        "AFC": "ADOPTED_FROM_CARE",
        "EYP": "EARLY_YEARS",
    },
    CareHistory: {
        "N": "NOT_DECLARED",
        "A": "ADOPTION",
        "G": "SPECIAL_GUARDIANSHIP",
        "R": "RESIDENCE_ORDER",
        "C": "CHILD_ARRANGEMENTS_ORDER",
        "O": "ADOPTION_ABROAD",
    },
    KinshipCare: {"ND": "NOT_DECLARED", "KF": "FORMAL", "KI": "INFORMAL", "KU": "ARRANGEMENT_UNKNOWN"},
    YoungCarer: {"P": "SAID_BY_PARENT", "S": "SAID_BY_SCHOOL", "N": "NOT_DECLARED"},
    ServiceChild: {"Y": "YES", "N": "NO", "U": "UNKNOWN", "R": "REFUSED"},
    EnglishProficiency: {
        "A": "NEW",
        "B": "EARLY_ACQUISITION",
        "C": "DEVELOPING",
        "D": "COMPETENT",
        "E": "FLUENT",
        "N": "NOT_ASSESSED",
    },
    Ethnicity: {
        "WBRI": "WHITE_BRITISH",
        "WIRI": "WHITE_IRISH",
        "WIRT": "IRISH_TRAVELLER",
        "WOTH": "ANY_OTHER_WHITE",
        "WROM": "GYPSY_ROMA",
        "MWBC": "WHITE_AND_BLACK_CARIBBEAN",
        "MWBA": "WHITE_AND_BLACK_AFRICAN",
        "MWAS": "WHITE_AND_ASIAN",
        "MOTH": "ANY_OTHER_MIXED",
        "AIND": "INDIAN",
        "APKN": "PAKISTANI",
        "ABAN": "BANGLADESHI",
        "AOTH": "ANY_OTHER_ASIAN",
        "ABRI": "ASIAN_BRITISH",
        "AWEL": "ASIAN_WELSH",
        "CHNE": "CHINESE",
        "BCRB": "BLACK_CARIBBEAN",
        "BAFR": "BLACK_AFRICAN",
        "BOTH": "ANY_OTHER_BLACK",
        "BBRI": "BLACK_BRITISH",
        "BWEL": "BLACK_WELSH",
        "OOTH": "ANY_OTHER",
        "REFU": "REFUSED",
        "NOBT": "NOT_OBTAINED",
    },
}
GROUPS = {
    EthnicGroup.WHITE: "WBRI WIRI WIRT WOTH WROM",
    EthnicGroup.MIXED: "MWBC MWBA MWAS MOTH",
    EthnicGroup.ASIAN: "AIND APKN ABAN AOTH ABRI AWEL CHNE",
    EthnicGroup.BLACK: "BCRB BAFR BOTH BBRI BWEL",
    EthnicGroup.OTHER: "OOTH",
    None: "REFU NOBT",
}
ADDED = {"ABRI": "AOTH", "AWEL": "AOTH", "BBRI": "BOTH", "BWEL": "BOTH"}


@pytest.mark.parametrize("words", CODES)
def test_each_code_stands_for_the_one_thing_it_means(words: type[Word]) -> None:
    assert {word.value: word.name for word in words} == CODES[words]


def test_ethnicity_has_twenty_four_codes() -> None:
    assert len(Ethnicity) == 24
    assert sum(len(codes.split()) for codes in GROUPS.values()) == 24


@pytest.mark.parametrize(
    ("code", "group"), [(code, group) for group, codes in GROUPS.items() for code in codes.split()]
)
def test_an_ethnicity_is_published_in_one_of_five_groups(code: str, group: EthnicGroup | None) -> None:
    """Chinese is part of Asian; refused and not yet obtained are in no group, and not in *other*."""
    assert Ethnicity(code).group is group


@pytest.mark.parametrize("code", CODES[Ethnicity])
def test_the_four_codes_of_2024_are_counted_with_the_older_one(code: str) -> None:
    assert Ethnicity(code).counted_with.value == ADDED.get(code, code)


def test_the_five_groups_bear_their_published_names() -> None:
    assert {group.value: group.label for group in EthnicGroup} == {
        "asian": "Asian / Asian British",
        "black": "Black / African / Caribbean / Black British",
        "mixed": "Mixed / Multiple ethnic groups",
        "white": "White",
        "other": "Other ethnic group",
    }


@pytest.mark.parametrize(
    ("code", "is_english"),
    [
        ("ENG", True),
        ("ENB", True),  # believed to be English
        ("OTH", False),
        ("OTB", False),
        ("POL", False),
        ("ENGX", False),
        ("NOT", None),
        ("REF", None),
        ("ZZZ", None),
    ],
)
def test_a_language_is_english_or_another_or_was_not_said(code: str, *, is_english: bool | None) -> None:
    assert Language(code).is_english is is_english


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=4))
def test_the_code_of_a_language_is_read_as_it_is_written(code: str) -> None:
    """The list of some 255 is not held: a code that is not known here is taken."""
    assert Language.parse(code).format() == code
    assert Language.parse(code) == Language(code)
    assert hash(Language.parse(code)) == hash(Language(code))


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ("EN", ProblemKind.MALFORMED),
        ("ENGLI", ProblemKind.MALFORMED),
        ("eng", ProblemKind.MALFORMED),
        ("EN1", ProblemKind.MALFORMED),
        (" ENG", ProblemKind.MALFORMED),
        ("ENG\n", ProblemKind.MALFORMED),
        ("\u00c9NG", ProblemKind.MALFORMED),
        ("", ProblemKind.MALFORMED),
        (None, ProblemKind.WRONG_TYPE),
        (b"ENG", ProblemKind.WRONG_TYPE),
    ],
)
def test_what_is_no_code_of_a_language_is_refused(wrong: object, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Language(wrong)  # type: ignore[arg-type]
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("", kind)


def test_a_language_is_refused_and_shown_without_its_text() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Language("Polish at home")
    assert str(caught.value) == (
        "1 problem. Give the code of the language in the census: three or four capital letters."
    )
    assert f"{Language('POL')} {Language('POL')!r}" == "‹Language› ‹Language›"


def test_a_language_is_not_its_letters() -> None:
    assert Language("ENG") == Language("ENG") != Language("ENB")
    letters: object = "ENG"
    assert Language("ENG") != letters
