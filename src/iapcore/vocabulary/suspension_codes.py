"""Suspension and exclusion: the categories, and the reasons in the two lists that are in use.

Sources: Derbyshire County Council and Entrust, *Recording reasons for exclusion*, for the sixteen reasons of 2020
and for at most three reasons each; ScholarPack, *Record a suspension or exclusion*, for the categories; Common
Basic Data Set (May 2026), as one school information system transcribes it, for the twenty-nine (CS010) and for the
reviews (CS137, CS105).

Rules of the room: the list of 2026 rests on that one source, and no day is known from which it is in force; so
neither list is tied to a day, both are read, and no record is invalid for a reason out of the other. The same two
letters mean another thing in another list (`DS`, `PA`): each list is a type.
"""

from typing import Final

from iapcore.errors import UnknownCodeError
from iapcore.vocabulary.value import Word

__all__ = ["ReasonList", "ReviewBody", "ReviewResult", "SuspensionCategory", "SuspensionReason"]


class SuspensionCategory(Word):
    """What kind of exclusion it is. A lunchtime suspension is counted as half a day elsewhere.

    `FIXD`, the fixed-period exclusion, was renamed suspension in 2021/22 and is read in older records.

    >>> SuspensionCategory("LNCH").label
    'Lunchtime suspension'
    """

    SUSPENSION = "SUSP"
    PERMANENT = "PERM"
    LUNCHTIME = "LNCH"
    OLD_FIXED_PERIOD = "FIXD"

    @property
    def label(self) -> str:
        """What the code means, for a reader."""
        return _CATEGORIES[self]


_CATEGORIES: Final = {
    SuspensionCategory.SUSPENSION: "Suspension",
    SuspensionCategory.PERMANENT: "Permanent exclusion",
    SuspensionCategory.LUNCHTIME: "Lunchtime suspension",
    SuspensionCategory.OLD_FIXED_PERIOD: "Fixed-period exclusion (renamed suspension in 2021/22)",
}


class ReasonList(Word):
    """A published list of reasons.

    >>> len(ReasonList.OF_2020.reasons), len(ReasonList.OF_MAY_2026.reasons)
    (16, 29)
    >>> ReasonList.OF_MAY_2026.rests_on_one_source
    True
    """

    OF_2020 = "2020"
    OF_MAY_2026 = "2026-05"

    @property
    def reasons(self) -> tuple["SuspensionReason", ...]:
        """The reasons of this list."""
        return tuple(reason for reason in SuspensionReason if self in reason.lists)

    @property
    def rests_on_one_source(self) -> bool:
        """Whether only one, secondary, source for the list was found. Check it before a statutory return."""
        return self is ReasonList.OF_MAY_2026


class SuspensionReason(Word):
    """A reason recorded for a suspension or permanent exclusion; up to three for each.

    >>> SuspensionReason("DS").label
    'Abuse relating to disability'
    >>> SuspensionReason("DB").label_in(ReasonList.OF_2020)
    'Persistent disruptive behaviour'
    >>> SuspensionReason("VR").lists
    (<ReasonList.OF_MAY_2026: '2026-05'>,)
    """

    ASSAULT_ON_PUPIL = "PP"
    ASSAULT_ON_ADULT = "PA"
    VERBAL_ABUSE_OF_PUPIL = "VP"
    VERBAL_ABUSE_OF_ADULT = "VA"
    WEAPON_USED = "OW"
    BULLYING = "BU"
    RACIST_ABUSE = "RA"
    ORIENTATION_OR_IDENTITY_ABUSE = "LG"
    DISABILITY_ABUSE = "DS"
    SEXUAL_MISCONDUCT = "SM"
    DRUG_AND_ALCOHOL = "DA"
    DAMAGE = "DM"
    THEFT = "TH"
    PERSISTENT_DISRUPTION = "DB"
    SOCIAL_MEDIA = "MT"
    PROTECTIVE_MEASURES = "PH"
    WEAPON_BROUGHT = "BW"
    CYBER_BULLYING = "TB"
    HARMFUL_SEXUAL_BEHAVIOUR = "SB"
    MISOGYNY = "MB"
    MISANDRY = "AB"
    DRUGS = "DR"
    ALCOHOL = "AR"
    SMOKING = "SR"
    VAPING = "VR"
    LOW_LEVEL_DISRUPTION = "LD"
    CHALLENGING_DISRUPTION = "CB"
    MOBILE_PHONE = "MP"
    OUTSIDE_SCHOOL = "OS"

    @property
    def label(self) -> str:
        """What the code means in the newest list that has it."""
        return _LABELS[self]

    @property
    def lists(self) -> tuple[ReasonList, ...]:
        """The lists that have this reason, oldest first."""
        return (ReasonList.OF_MAY_2026,) if self in _NEW else (ReasonList.OF_2020, ReasonList.OF_MAY_2026)

    def label_in(self, reasons: ReasonList) -> str:
        """What the code means in a list.

        Raises `UnknownCodeError` where the list does not have it.
        """
        if reasons not in self.lists:
            raise UnknownCodeError("That reason is not in that list: see its lists.")
        return _LABELS_OF_2020.get(self, self.label) if reasons is ReasonList.OF_2020 else self.label


_LABELS: Final = {
    SuspensionReason.ASSAULT_ON_PUPIL: "Physical assault against a pupil",
    SuspensionReason.ASSAULT_ON_ADULT: "Physical assault against an adult",
    SuspensionReason.VERBAL_ABUSE_OF_PUPIL: "Verbal abuse or threatening behaviour against a pupil",
    SuspensionReason.VERBAL_ABUSE_OF_ADULT: "Verbal abuse or threatening behaviour against an adult",
    SuspensionReason.WEAPON_USED: "Use or threat of use of an offensive weapon or prohibited item",
    SuspensionReason.BULLYING: "Bullying",
    SuspensionReason.RACIST_ABUSE: "Racist abuse, including bullying",
    SuspensionReason.ORIENTATION_OR_IDENTITY_ABUSE: "Abuse against sexual orientation and gender identity",
    SuspensionReason.DISABILITY_ABUSE: "Abuse relating to disability",
    SuspensionReason.SEXUAL_MISCONDUCT: "Sexual misconduct",
    SuspensionReason.DRUG_AND_ALCOHOL: "Drug and alcohol related",
    SuspensionReason.DAMAGE: "Damage to property",
    SuspensionReason.THEFT: "Theft",
    SuspensionReason.PERSISTENT_DISRUPTION: "Persistent or general disruptive behaviour",
    SuspensionReason.SOCIAL_MEDIA: "Inappropriate use of social media or online technology",
    SuspensionReason.PROTECTIVE_MEASURES: "Wilful and repeated transgression of protective measures (public health)",
    SuspensionReason.WEAPON_BROUGHT: "Brought a weapon or prohibited item",
    SuspensionReason.CYBER_BULLYING: "Cyber-bullying or threatening behaviour online",
    SuspensionReason.HARMFUL_SEXUAL_BEHAVIOUR: "Harmful sexual behaviour",
    SuspensionReason.MISOGYNY: "Misogynistic behaviour",
    SuspensionReason.MISANDRY: "Misandry behaviour",
    SuspensionReason.DRUGS: "Drug related",
    SuspensionReason.ALCOHOL: "Alcohol related",
    SuspensionReason.SMOKING: "Smoking related",
    SuspensionReason.VAPING: "Vape related",
    SuspensionReason.LOW_LEVEL_DISRUPTION: "Persistent disruptive behaviour, low level",
    SuspensionReason.CHALLENGING_DISRUPTION: "Persistent disruptive behaviour, challenging",
    SuspensionReason.MOBILE_PHONE: "Use of a mobile phone",
    SuspensionReason.OUTSIDE_SCHOOL: "Misbehaviour outside school",
}
_LABELS_OF_2020: Final = {
    SuspensionReason.RACIST_ABUSE: "Racist abuse",
    SuspensionReason.DAMAGE: "Damage",
    SuspensionReason.PERSISTENT_DISRUPTION: "Persistent disruptive behaviour",
}
_NEW: Final = frozenset(
    {
        SuspensionReason.WEAPON_BROUGHT,
        SuspensionReason.CYBER_BULLYING,
        SuspensionReason.HARMFUL_SEXUAL_BEHAVIOUR,
        SuspensionReason.MISOGYNY,
        SuspensionReason.MISANDRY,
        SuspensionReason.DRUGS,
        SuspensionReason.ALCOHOL,
        SuspensionReason.SMOKING,
        SuspensionReason.VAPING,
        SuspensionReason.LOW_LEVEL_DISRUPTION,
        SuspensionReason.CHALLENGING_DISRUPTION,
        SuspensionReason.MOBILE_PHONE,
        SuspensionReason.OUTSIDE_SCHOOL,
    }
)


class ReviewBody(Word):
    """Who reviews an exclusion (CS137).

    >>> ReviewBody("IRP").name
    'INDEPENDENT_REVIEW_PANEL'
    """

    GOVERNING_BOARD = "GB"
    INDEPENDENT_REVIEW_PANEL = "IRP"


class ReviewResult(Word):
    """Where the review of a permanent exclusion stands (CS105).

    >>> ReviewResult("JRE").offers_reinstatement
    True
    >>> ReviewResult("NOG").offers_reinstatement is None
    True
    """

    BOARD_NO = "ANO"
    BOARD_YES_NOT_BACK_YET = "BRE"
    BOARD_YES_DECLINED = "CNO"
    BOARD_NO_TIME_TO_APPLY = "DNO"
    REPRESENTATIONS_MADE = "EON"
    BOARD_YES = "FRE"
    BOARD_NO_PANEL_ASKED = "GNO"
    WITHDRAWN = "HWD"
    PANEL_UPHELD = "INO"
    PANEL_RECOMMENDED_YES = "JRE"
    PANEL_DIRECTED_YES = "KRE"
    PANEL_RECOMMENDED_NO = "LNO"
    PANEL_DIRECTED_NO = "MNO"
    ONGOING = "NOG"

    @property
    def label(self) -> str:
        """What the code means, for a reader."""
        return _RESULTS[self]

    @property
    def offers_reinstatement(self) -> bool | None:
        """Whether the pupil is offered the place back; `None` while it is open, and where it was withdrawn."""
        return {"RE": True, "NO": False}.get(self.value[1:])


_RESULTS: Final = {
    ReviewResult.BOARD_NO: "Board: no reinstatement; no panel was asked for",
    ReviewResult.BOARD_YES_NOT_BACK_YET: "Board: reinstatement; the pupil is not back yet",
    ReviewResult.BOARD_YES_DECLINED: "Board: reinstatement, which was declined",
    ReviewResult.BOARD_NO_TIME_TO_APPLY: "Board: no reinstatement; there is still time to ask for a panel",
    ReviewResult.REPRESENTATIONS_MADE: "Parents made representations to the board; review ongoing",
    ReviewResult.BOARD_YES: "Board: reinstatement offered",
    ReviewResult.BOARD_NO_PANEL_ASKED: "Board: no reinstatement; a panel was asked for and has not decided",
    ReviewResult.WITHDRAWN: "Withdrawn",
    ReviewResult.PANEL_UPHELD: "Panel upheld that there is no reinstatement",
    ReviewResult.PANEL_RECOMMENDED_YES: "Reinstatement offered after a panel recommended to think again",
    ReviewResult.PANEL_DIRECTED_YES: "Reinstatement offered after a panel directed to think again",
    ReviewResult.PANEL_RECOMMENDED_NO: "No reinstatement after a panel recommended to think again",
    ReviewResult.PANEL_DIRECTED_NO: "No reinstatement after a panel directed to think again",
    ReviewResult.ONGOING: "Ongoing, no decision yet",
}
