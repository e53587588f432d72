"""Suspension codes: categories, and the reasons of the two lists in use.

Expected are the sixteen reasons of 2020 (Derbyshire; Entrust) and the twenty-nine of the Common Basic Data Set of
May 2026, which rest on one secondary source and have no known first day.
"""

import pytest

from iapcore.errors import UnknownCodeError
from iapcore.vocabulary.suspension_codes import (
    ReasonList,
    ReviewBody,
    ReviewResult,
    SuspensionCategory,
    SuspensionReason,
)

IN_BOTH = {
    "PP": "Physical assault against a pupil",
    "PA": "Physical assault against an adult",
    "VP": "Verbal abuse or threatening behaviour against a pupil",
    "VA": "Verbal abuse or threatening behaviour against an adult",
    "OW": "Use or threat of use of an offensive weapon or prohibited item",
    "BU": "Bullying",
    "RA": "Racist abuse",
    "LG": "Abuse against sexual orientation and gender identity",
    "DS": "Abuse relating to disability",
    "SM": "Sexual misconduct",
    "DA": "Drug and alcohol related",
    "DM": "Damage",
    "TH": "Theft",
    "DB": "Persistent disruptive behaviour",
    "MT": "Inappropriate use of social media or online technology",
    "PH": "Wilful and repeated transgression of protective measures (public health)",
}
REWORDED = {
    "RA": "Racist abuse, including bullying",
    "DM": "Damage to property",
    "DB": "Persistent or general disruptive behaviour",
}
NEW = {
    "BW": "Brought a weapon or prohibited item",
    "TB": "Cyber-bullying or threatening behaviour online",
    "SB": "Harmful sexual behaviour",
    "MB": "Misogynistic behaviour",
    "AB": "Misandry behaviour",
    "DR": "Drug related",
    "AR": "Alcohol related",
    "SR": "Smoking related",
    "VR": "Vape related",
    "LD": "Persistent disruptive behaviour, low level",
    "CB": "Persistent disruptive behaviour, challenging",
    "MP": "Use of a mobile phone",
    "OS": "Misbehaviour outside school",
}


def test_sixteen_reasons_became_twenty_nine() -> None:
    """None went out of use, `DA` and `DB` not even where finer ones came."""
    assert [reason.value for reason in ReasonList("2020").reasons] == list(IN_BOTH)
    assert [reason.value for reason in ReasonList("2026-05").reasons] == [*IN_BOTH, *NEW]
    assert (len(IN_BOTH), len(NEW), len(SuspensionReason)) == (16, 13, 29)


@pytest.mark.parametrize(("code", "label"), IN_BOTH.items())
def test_a_reason_of_2020_is_read_in_either_list_with_its_words(code: str, label: str) -> None:
    reason = SuspensionReason(code)
    assert reason.lists == (ReasonList.OF_2020, ReasonList.OF_MAY_2026)
    assert reason.label_in(ReasonList.OF_2020) == label
    assert reason.label_in(ReasonList.OF_MAY_2026) == reason.label == REWORDED.get(code, label)


@pytest.mark.parametrize(("code", "label"), NEW.items())
def test_a_reason_of_2026_stands_in_the_new_list_alone(code: str, label: str) -> None:
    reason = SuspensionReason(code)
    assert reason.lists == (ReasonList.OF_MAY_2026,)
    assert reason.label_in(ReasonList.OF_MAY_2026) == reason.label == label
    with pytest.raises(UnknownCodeError) as caught:
        reason.label_in(ReasonList.OF_2020)
    assert str(caught.value) == "That reason is not in that list: see its lists."


def test_the_list_of_2026_rests_on_one_source() -> None:
    assert ReasonList.OF_MAY_2026.rests_on_one_source
    assert not ReasonList.OF_2020.rests_on_one_source


def test_there_is_no_reason_called_other() -> None:
    """Since September 2020 up to three reasons are recorded, and *other* is none of them."""
    assert not [reason for reason in SuspensionReason if "other" in reason.label.casefold().split()]


def test_the_categories_are_three_and_an_older_one() -> None:
    """`FIXD` was renamed suspension in 2021/22."""
    assert {category.value: category.label for category in SuspensionCategory} == {
        "SUSP": "Suspension",
        "PERM": "Permanent exclusion",
        "LNCH": "Lunchtime suspension",
        "FIXD": "Fixed-period exclusion (renamed suspension in 2021/22)",
    }


def test_reviews_have_two_bodies_and_fourteen_results() -> None:
    assert [body.value for body in ReviewBody] == ["GB", "IRP"]
    assert [result.value for result in ReviewResult] == (
        "ANO BRE CNO DNO EON FRE GNO HWD INO JRE KRE LNO MNO NOG".split()
    )


def test_which_results_offer_the_place_back() -> None:
    """Declined is no offer that stands; withdrawn and ongoing are neither."""
    offers = {result.value: result.offers_reinstatement for result in ReviewResult}
    assert {code for code, offer in offers.items() if offer} == {"BRE", "FRE", "JRE", "KRE"}
    assert {code for code, offer in offers.items() if offer is None} == {"EON", "HWD", "NOG"}
