"""What the school census and the school record about a pupil, in the codes of the Common Basic Data Set.

Sources: Common Basic Data Set (May 2026), as one school information system transcribes it; Department for Education,
*Analysts' guide* (August 2026), for the five major ethnic groups and the four codes added in 2024/25; exclusion
statistics methodology, for sex in place of gender since the census of 2023/24.

Rules of the room: every one of these can change, and says nothing of what a pupil needs. A default of the census (*not
declared*) is kept apart from *not recorded*. Each list is a type of its own, because the same letters stand in several.
"""

import re
from typing import Final

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Discreet, Word

__all__ = [
    "CareHistory",
    "EnglishProficiency",
    "EnrolmentStatus",
    "EthnicGroup",
    "Ethnicity",
    "FreeSchoolMeals",
    "KinshipCare",
    "Language",
    "PupilPremium",
    "ServiceChild",
    "Sex",
    "YoungCarer",
]


class Sex(Word):
    """Sex as the school census records it (CS119). It took the place of gender in 2023/24.

    >>> Sex("F").name
    'FEMALE'
    """

    MALE = "M"
    FEMALE = "F"
    UNKNOWN = "U"


class EnrolmentStatus(Word):
    """How a pupil is on the roll of a school. A pupil from another school may be a guest, or dual registered.

    >>> EnrolmentStatus("S").name
    'CURRENT_SUBSIDIARY'
    """

    CURRENT = "C"
    CURRENT_MAIN = "M"
    CURRENT_SUBSIDIARY = "S"
    FURTHER_EDUCATION_COLLEGE = "F"
    OTHER_PROVIDER = "O"
    GUEST = "G"
    PREVIOUS = "P"


class FreeSchoolMeals(Word):
    """On which ground a pupil is eligible for free school meals (CS133, new in 2026).

    >>> FreeSchoolMeals("EFSM").name
    'EXPANDED'
    """

    TARGETED = "TFSM"
    EXPANDED = "EFSM"
    OTHER = "OFSM"


class PupilPremium(Word):
    """Which pupil premium a school receives for a pupil (CS106).

    >>> PupilPremium("LAP").name
    'LOOKED_AFTER'
    """

    DEPRIVATION = "DPP"
    SERVICE_CHILD = "SCP"
    LOOKED_AFTER = "LAP"
    ADOPTED_FROM_CARE = "AFC"
    EARLY_YEARS = "EYP"


class CareHistory(Word):
    """How a pupil ceased to be looked after (CS087).

    >>> CareHistory("G").name
    'SPECIAL_GUARDIANSHIP'
    """

    NOT_DECLARED = "N"
    ADOPTION = "A"
    SPECIAL_GUARDIANSHIP = "G"
    RESIDENCE_ORDER = "R"
    CHILD_ARRANGEMENTS_ORDER = "C"
    ADOPTION_ABROAD = "O"


class KinshipCare(Word):
    """Whether a pupil is cared for by relatives or friends (CS134).

    >>> KinshipCare("KF").name
    'FORMAL'
    """

    NOT_DECLARED = "ND"
    FORMAL = "KF"
    INFORMAL = "KI"
    ARRANGEMENT_UNKNOWN = "KU"


class YoungCarer(Word):
    """Who says that a pupil cares for somebody (CS118).

    >>> YoungCarer("S").name
    'SAID_BY_SCHOOL'
    """

    SAID_BY_PARENT = "P"
    SAID_BY_SCHOOL = "S"
    NOT_DECLARED = "N"


class ServiceChild(Word):
    """Whether a parent serves in the armed forces (CS006).

    >>> ServiceChild("R").name
    'REFUSED'
    """

    YES = "Y"
    NO = "N"
    UNKNOWN = "U"
    REFUSED = "R"


class EnglishProficiency(Word):
    """How far a pupil who learns English as an additional language has come (CS089).

    >>> EnglishProficiency("C").name
    'DEVELOPING'
    """

    NEW = "A"
    EARLY_ACQUISITION = "B"
    DEVELOPING = "C"
    COMPETENT = "D"
    FLUENT = "E"
    NOT_ASSESSED = "N"


_LANGUAGE: Final = re.compile(r"[A-Z]{3,4}")
_ENGLISH: Final = {"ENG": True, "ENB": True, "NOT": None, "REF": None, "ZZZ": None}


@frozen(repr=False, field_transformer=shaped)
class Language(Discreet):
    """A first language, in the three or four capital letters of its code. The list of some 255 is not held here.

    >>> Language("ENB").is_english, Language("OTB").is_english
    (True, False)
    >>> Language("REF").is_english is None  # refused
    True

    Raises `InvalidRecordError`, without showing the text, where it is no such code.
    """

    _code: str

    def __attrs_post_init__(self) -> None:
        if not _LANGUAGE.fullmatch(self._code):
            remedy = "Give the code of the language in the census: three or four capital letters."
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=remedy))

    @classmethod
    def parse(cls, text: str) -> "Language":
        """Inverse of `format`."""
        return cls(text)

    def format(self) -> str:
        """The code."""
        return self._code

    @property
    def is_english(self) -> bool | None:
        """English, or believed to be; `None` where it was refused, not obtained or awaits classification."""
        return _ENGLISH.get(self._code, False)


class EthnicGroup(Word):
    """The five major groups in which the Department for Education publishes. Chinese is part of Asian.

    >>> EthnicGroup.OTHER.label
    'Other ethnic group'
    """

    ASIAN = "asian"
    BLACK = "black"
    MIXED = "mixed"
    WHITE = "white"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The name of the group, as it is published."""
        return _GROUP_LABELS[self]


_GROUP_LABELS: Final = {
    EthnicGroup.ASIAN: "Asian / Asian British",
    EthnicGroup.BLACK: "Black / African / Caribbean / Black British",
    EthnicGroup.MIXED: "Mixed / Multiple ethnic groups",
    EthnicGroup.WHITE: "White",
    EthnicGroup.OTHER: "Other ethnic group",
}


class Ethnicity(Word):
    """Ethnicity in the main codes of the census.

    >>> Ethnicity("CHNE").group.name
    'ASIAN'
    >>> Ethnicity("BWEL").counted_with.name  # added in 2024/25
    'ANY_OTHER_BLACK'
    >>> Ethnicity("REFU").group is None
    True
    """

    WHITE_BRITISH = "WBRI"
    WHITE_IRISH = "WIRI"
    IRISH_TRAVELLER = "WIRT"
    ANY_OTHER_WHITE = "WOTH"
    GYPSY_ROMA = "WROM"
    WHITE_AND_BLACK_CARIBBEAN = "MWBC"
    WHITE_AND_BLACK_AFRICAN = "MWBA"
    WHITE_AND_ASIAN = "MWAS"
    ANY_OTHER_MIXED = "MOTH"
    INDIAN = "AIND"
    PAKISTANI = "APKN"
    BANGLADESHI = "ABAN"
    ANY_OTHER_ASIAN = "AOTH"
    ASIAN_BRITISH = "ABRI"
    ASIAN_WELSH = "AWEL"
    CHINESE = "CHNE"
    BLACK_CARIBBEAN = "BCRB"
    BLACK_AFRICAN = "BAFR"
    ANY_OTHER_BLACK = "BOTH"
    BLACK_BRITISH = "BBRI"
    BLACK_WELSH = "BWEL"
    ANY_OTHER = "OOTH"
    REFUSED = "REFU"
    NOT_OBTAINED = "NOBT"

    @property
    def group(self) -> EthnicGroup | None:
        """The major group; `None` where ethnicity was refused or not yet obtained."""
        return _GROUPS.get(self)

    @property
    def counted_with(self) -> "Ethnicity":
        """The code that it is published with: itself, but for the four that were added in 2024/25."""
        return _COUNTED_WITH.get(self, self)


_GROUPS: Final = {
    **dict.fromkeys(
        (
            Ethnicity.WHITE_BRITISH,
            Ethnicity.WHITE_IRISH,
            Ethnicity.IRISH_TRAVELLER,
            Ethnicity.ANY_OTHER_WHITE,
            Ethnicity.GYPSY_ROMA,
        ),
        EthnicGroup.WHITE,
    ),
    **dict.fromkeys(
        (
            Ethnicity.WHITE_AND_BLACK_CARIBBEAN,
            Ethnicity.WHITE_AND_BLACK_AFRICAN,
            Ethnicity.WHITE_AND_ASIAN,
            Ethnicity.ANY_OTHER_MIXED,
        ),
        EthnicGroup.MIXED,
    ),
    **dict.fromkeys(
        (
            Ethnicity.INDIAN,
            Ethnicity.PAKISTANI,
            Ethnicity.BANGLADESHI,
            Ethnicity.ANY_OTHER_ASIAN,
            Ethnicity.ASIAN_BRITISH,
            Ethnicity.ASIAN_WELSH,
            Ethnicity.CHINESE,
        ),
        EthnicGroup.ASIAN,
    ),
    **dict.fromkeys(
        (
            Ethnicity.BLACK_CARIBBEAN,
            Ethnicity.BLACK_AFRICAN,
            Ethnicity.ANY_OTHER_BLACK,
            Ethnicity.BLACK_BRITISH,
            Ethnicity.BLACK_WELSH,
        ),
        EthnicGroup.BLACK,
    ),
    Ethnicity.ANY_OTHER: EthnicGroup.OTHER,
}
_COUNTED_WITH: Final = {
    Ethnicity.ASIAN_BRITISH: Ethnicity.ANY_OTHER_ASIAN,
    Ethnicity.ASIAN_WELSH: Ethnicity.ANY_OTHER_ASIAN,
    Ethnicity.BLACK_BRITISH: Ethnicity.ANY_OTHER_BLACK,
    Ethnicity.BLACK_WELSH: Ethnicity.ANY_OTHER_BLACK,
}
