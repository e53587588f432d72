"""What is in place, what is not, and what nobody knows: to talk about, and never added up."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.guidance.practices import PRACTICES
from iapcore.guidance.tenets import Tenet, Topic
from iapcore.measures.self_review import (
    Gap,
    PracticeAnswer,
    Practised,
    SelfReview,
    answers_of,
    find_gaps,
)
from iapcore.record.provision import Provision
from iapcore.vocabulary.grounds import DataSet, NeedKind
from iapcore.vocabulary.offers import CoreOffer
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.unification import Unification

ON: Final = date(2026, 11, 20)
ELM: Final = Provision(key="elm", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION)


def answered(**answers: Practised) -> SelfReview:
    given = (PracticeAnswer(practice=key.replace("_", "-"), answer=answer) for key, answer in answers.items())
    return SelfReview(on=ON, answers=tuple(given))


def test_what_was_not_answered_is_not_known() -> None:
    gaps = find_gaps(answered())
    assert [one.tenet for one in gaps] == [*Tenet, None]
    assert all(one.not_in_place == () for one in gaps)
    assert sorted(one.key for gap in gaps for one in gap.not_known) == sorted(one.key for one in PRACTICES)


def test_gaps_stand_by_tenet_in_the_order_of_the_report() -> None:
    review = answered(
        TRAN_1=Practised.NOT_IN_PLACE,
        UNI_4=Practised.NOT_IN_PLACE,
        UNI_3=Practised.NOT_IN_PLACE,
        UNI_1=Practised.IN_PLACE,
        REL_1=Practised.NOT_IN_PLACE,
        UNI_2=Practised.NOT_KNOWN,
    )
    gaps = {one.tenet: one for one in find_gaps(review)}
    assert [one.key for one in gaps[Tenet.UNIFIED].not_in_place] == ["UNI-3", "UNI-4"]
    assert [one.key for one in gaps[Tenet.OUTCOMES].not_in_place] == ["TRAN-1"]
    assert [one.key for one in gaps[None].not_in_place] == ["REL-1"]
    unknown = {one.key for one in gaps[Tenet.UNIFIED].not_known}
    assert "UNI-2" in unknown
    assert not {"UNI-1", "UNI-3"} & unknown
    assert str(gaps[None]).splitlines()[0] == "under all four"
    assert str(gaps[Tenet.UNIFIED]).splitlines()[:2] == [
        "one with the mainstream school",
        "- UNI-3 Do pupils wear what everybody at the school wears?",
    ]


def test_a_meeting_takes_one_topic() -> None:
    gaps = find_gaps(answered(), topics=(Topic.FUNDING,))
    assert {one.topic for gap in gaps for one in gap.not_known} == {Topic.FUNDING}


def test_each_practice_is_answered_once() -> None:
    answers = tuple(
        PracticeAnswer(practice=key, answer=Practised.IN_PLACE) for key in ("UNI-3", "UNI-4", "UNI-3")
    )
    with pytest.raises(InvalidRecordError) as refused:
        SelfReview(on=ON, answers=answers)
    [problem] = refused.value.problems
    assert problem.path == "answers[2].practice"
    assert "answered already" in problem.remedy


def test_what_is_no_practice_cannot_be_answered() -> None:
    with pytest.raises(InvalidRecordError) as refused:
        PracticeAnswer(practice="UNI-99", answer=Practised.IN_PLACE)
    [problem] = refused.value.problems
    assert problem.path == "practice"
    assert "Give the key of a practice" in problem.remedy


def test_the_evidence_is_the_schools_own_and_shown_nowhere() -> None:
    answer = PracticeAnswer(practice="UNI-3", answer=Practised.NOT_IN_PLACE, evidence="secret0001")
    review = SelfReview(on=ON, answers=(answer,))
    assert review.evidence("UNI-3") == "secret0001"
    assert review.evidence("UNI-4") is None
    shown = f"{review!r} {answer!r} {find_gaps(review)} {find_gaps(review)[0]}"
    assert "secret0001" not in shown


def test_nothing_is_added_up() -> None:
    """How many practices a school has says nothing about it."""
    words = ("count", "total", "share", "score", "grade", "percent", "rate")
    for value in (SelfReview, Gap):
        names = [name for name in dir(value) if not name.startswith("_")]
        assert not [name for name in names if any(word in name for word in words)]


@given(st.permutations([one.key for one in PRACTICES]), st.lists(st.sampled_from(Practised), max_size=200))
def test_it_agrees_with_a_list_by_hand_whatever_the_order(keys: list[str], given: list[Practised]) -> None:
    pairs = dict(zip(keys, given, strict=False))
    review = SelfReview(
        on=ON, answers=tuple(PracticeAnswer(practice=key, answer=one) for key, one in pairs.items())
    )
    for gap in find_gaps(review):
        ours = [one.key for one in PRACTICES if one.tenet is gap.tenet]
        assert [one.key for one in gap.not_in_place] == [
            key for key in ours if pairs.get(key) is Practised.NOT_IN_PLACE
        ]
        assert [one.key for one in gap.not_known] == [
            key for key in ours if pairs.get(key, Practised.NOT_KNOWN) is Practised.NOT_KNOWN
        ]


# What a description answers


def described(**content: object) -> dict[str, str]:
    provision = Provision(key="elm", kind=ELM.kind, **content)  # type: ignore[arg-type]
    return {one.practice: one.answer.value for one in answers_of(provision)}


def test_a_description_without_lists_answers_nothing() -> None:
    assert answers_of(ELM) == ()
    assert described(needs=(NeedKind.LEARNING,)) == {}


def test_a_list_that_somebody_wrote_down_is_taken_as_whole() -> None:
    found = described(unification=(Unification.SAME_UNIFORM,), core_offer=())
    assert found["UNI-3"] == "in_place"
    assert found["UNI-1"] == "not_in_place"
    about = {one.key for one in PRACTICES if isinstance(one.about, (Unification, CoreOffer))}
    assert set(found) == about


def test_who_is_asked_beside_professionals_stays_a_question() -> None:
    found = described(referral_roles=(Role.SENCO,), data_sets=(DataSet.BEHAVIOUR,))
    assert found["REF-15"] == "in_place"
    assert found["REF-13"] == "not_in_place"
    assert not {"REF-18", "REF-19"} & set(found)


def test_what_the_description_answers_can_begin_a_review() -> None:
    provision = Provision(key="elm", kind=ELM.kind, unification=tuple(Unification))
    review = SelfReview(on=ON, answers=answers_of(provision))
    assert review.answer("UNI-3") is Practised.IN_PLACE
    assert review.evidence("UNI-3") == "the description of the provision"
