"""What people say of a stay, counted for each question and informant, with those who were not asked."""

from collections import Counter
from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.measures.disclosure import publish_table
from iapcore.measures.experience import Answers, Question, count_answers
from iapcore.record.experience import Experience
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.pupil import Pupil
from iapcore.tables.rows import to_rows
from iapcore.vocabulary.characteristics import Sex
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import later, told
from tests.stories import BEGAN, ENDED, LONG_AFTER, ON, PLANNED_ON

DAY: Final = timedelta(days=1)
LEFT: Final = Placement(began=BEGAN, ending=Ending(day=ENDED, destination=Destination.MAINSTREAM))


def said(day: date, by: Informant = Informant.PUPIL, **answers: Extent) -> Experience:
    return Experience(day=day, by=by, words="They listened.", **answers)


def asked(*experiences: Experience, stay: Placement = LEFT) -> Journey:
    pupil = Pupil(id=PupilId("elm-01"), sex=Sex.FEMALE)
    return Journey(pupil=pupil, placements=(stay,), experiences=experiences)


def answers_to(
    question: Question, informant: Informant, *journeys: Journey, on: date = LONG_AFTER, by: Any = None
) -> Answers:
    [found] = [
        one
        for one in count_answers(journeys, on=on, by=by)
        if (one.question, one.informant) == (question, informant)
    ]
    return found


def test_each_question_is_asked_of_each_informant() -> None:
    pairs = [(one.question, one.informant) for one in count_answers((), on=ON)]
    assert pairs == [(question, informant) for question in Question for informant in Informant]


@pytest.mark.parametrize(
    ("journey", "on", "words"),
    [
        (UNKNOWN, ON, "0 yes, 0 partly, 0 no, 0 divided; 1 placements not recorded"),
        (stories.hybrid(), ON, "0 yes, 0 partly, 0 no, 0 divided; 1 what people say not recorded"),
        (stories.referred(), PLANNED_ON, "0 yes, 0 partly, 0 no, 0 divided; 1 not begun"),
        (asked(), LONG_AFTER, "0 yes, 0 partly, 0 no, 0 divided; 1 not asked"),
        (asked(said(ON)), LONG_AFTER, "0 yes, 0 partly, 0 no, 0 divided; 1 not asked"),
        (
            asked(said(BEGAN - DAY, is_learning=Extent.YES)),
            LONG_AFTER,
            "0 yes, 0 partly, 0 no, 0 divided; 1 not asked",
        ),
        (
            asked(said(ON, Informant.FAMILY, is_learning=Extent.YES)),
            LONG_AFTER,
            "0 yes, 0 partly, 0 no, 0 divided; 1 not asked",
        ),
        (
            asked(said(BEGAN, is_learning=Extent.YES), said(ON, is_learning=Extent.NO)),
            LONG_AFTER,
            "0 yes, 0 partly, 1 no, 0 divided",
        ),
        (
            asked(said(BEGAN, is_learning=Extent.YES), said(ON, is_learning=Extent.NO)),
            BEGAN,
            "1 yes, 0 partly, 0 no, 0 divided",
        ),
        (
            asked(said(ON, is_learning=Extent.YES), said(ON, is_learning=Extent.PARTLY)),
            LONG_AFTER,
            "0 yes, 0 partly, 0 no, 1 divided",
        ),
        (asked(said(ENDED + DAY, is_learning=Extent.PARTLY)), LONG_AFTER, "0 yes, 1 partly, 0 no, 0 divided"),
    ],
)
def test_where_a_stay_is_counted(journey: Journey, on: date, words: str) -> None:
    found = answers_to(Question.IS_LEARNING, Informant.PUPIL, journey, on=on)
    assert str(found) == f"is learning, pupil: {words}"


@pytest.mark.parametrize(
    ("stay", "where"),
    [
        (LEFT, (("not asked", 1),)),
        (Placement(began=BEGAN), (("open", 1),)),
        (Placement(began=BEGAN, planned=DateSpan(BEGAN, ENDED)), ()),
    ],
)
def test_how_a_move_went_is_asked_of_stays_that_ended(
    stay: Placement, where: tuple[tuple[str, int], ...]
) -> None:
    found = answers_to(Question.TRANSITION_WENT_WELL, Informant.PUPIL, asked(stay=stay))
    assert (found.measure.excluded, found.measure.not_known) == (where, int(not where))
    assert found.not_known == (() if where else (("end not recorded", 1),))


def test_a_stay_that_may_have_begun_is_told_as_that() -> None:
    found = answers_to(Question.IS_LEARNING, Informant.PUPIL, asked(stay=Placement()))
    assert str(found).endswith("0 divided; 1 first day not recorded")
    assert (found.measure.not_known, found.measure.excluded) == (1, ())


def test_what_is_said_in_a_further_stay_is_said_of_that_one() -> None:
    again = Placement(began=date(2027, 2, 22))
    journey = evolve(
        asked(said(ON, is_learning=Extent.YES), said(date(2027, 3, 1), is_learning=Extent.NO)),
        placements=(again, LEFT),
    )
    found = answers_to(Question.IS_LEARNING, Informant.PUPIL, journey)
    assert (found.measure.numerator, found.measure.base, found.no) == (1, 2, 1)


# Counted a second time, answer by answer

extents: Final = st.sampled_from(Extent) | st.none()
spoken: Final = st.builds(
    Experience,
    day=st.dates(BEGAN - 20 * DAY, BEGAN + 60 * DAY),
    by=st.sampled_from(Informant),
    feels_supported=extents,
    is_learning=extents,
    transition_went_well=extents,
)


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    starts = draw(st.lists(st.dates(BEGAN - 10 * DAY, BEGAN + 30 * DAY), max_size=2, unique=True))
    stays = tuple(
        Placement(began=start, ending=draw(st.sampled_from((None, Ending(day=start + 20 * DAY)))))
        for start in starts
    )
    experiences = draw(st.none() | st.lists(spoken, max_size=8).map(tuple))
    pupil = Pupil(id=PupilId("elm-01"), sex=draw(st.none() | st.sampled_from(Sex)))
    return Journey(
        pupil=pupil, placements=draw(st.sampled_from((stays, stays, None))), experiences=experiences
    )


UNKNOWN_WHY: Final = ("placements not recorded", "what people say not recorded")


def _by_hand(all_of_them: list[Journey], question: Question, informant: Informant, on: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for journey in all_of_them:
        if journey.placements is None:
            found["placements not recorded"] += 1
        for stay in journey.placements or ():
            if stay.began is None or stay.began > on:
                continue
            is_open = stay.ending is None or stay.ending.day > on
            if question is Question.TRANSITION_WENT_WELL and is_open:
                found["open"] += 1
                continue
            if journey.experiences is None:
                found["what people say not recorded"] += 1
                continue
            words: list[str] = []
            day = stay.began
            nexts = {one.began for one in journey.placements or () if one.began and one.began <= on}
            while day <= on and (day == stay.began or day not in nexts):
                that_day = [
                    getattr(one, question.value)
                    for one in journey.experiences
                    if one.day == day and one.by is informant
                ]
                words = sorted({one.value for one in that_day if one is not None}) or words
                day += DAY
            found["not asked" if not words else words[0] if len(words) == 1 else "divided"] += 1
    return found


@given(st.lists(journeys(), max_size=4), st.dates(BEGAN - 5 * DAY, BEGAN + 70 * DAY))
def test_it_agrees_with_a_count_by_hand(drawn: list[Journey], on: date) -> None:
    for found in count_answers(drawn, on=on, by=lambda one: one.pupil.sex):
        by_hand = _by_hand(drawn, found.question, found.informant, on)
        counts = (found.measure.numerator, found.partly, found.no, found.divided)
        assert counts == tuple(by_hand.pop(word, 0) for word in ("yes", "partly", "no", "divided"))
        assert found.measure.base == sum(counts)
        unknown = {one: n for one in UNKNOWN_WHY if (n := by_hand.pop(one, 0))}
        assert dict(found.not_known) == unknown
        assert found.measure.not_known == sum(unknown.values())
        assert dict(found.measure.excluded) == by_hand
        assert sum(part.base for _, part in found.measure.groups) == found.measure.base


@given(st.lists(journeys(), max_size=4), st.dates(BEGAN, BEGAN + 60 * DAY), st.data())
def test_neither_order_nor_what_is_said_later_changes_an_answer(
    drawn: list[Journey], on: date, data: st.DataObject
) -> None:
    later_on = data.draw(
        st.lists(spoken.map(lambda one: evolve(one, day=max(one.day, on + DAY))), max_size=3)
    )
    others = [
        evolve(
            one,
            experiences=one.experiences and tuple(data.draw(st.permutations((*one.experiences, *later_on)))),
        )
        for one in reversed(drawn)
    ]
    assert count_answers(drawn, on=on) == count_answers(others, on=on)


@given(told(), st.data())
def test_what_comes_later_changes_nothing(told_on: tuple[Journey, date], data: st.DataObject) -> None:
    journey, on = told_on
    grown = data.draw(later(journey, on))
    assert count_answers([journey], on=on) == count_answers([grown], on=on)


# Out of the room


def test_small_numbers_are_hidden_and_words_are_not_read() -> None:
    many = [asked(said(ON, is_learning=Extent.YES))] * 12 + [asked(said(ON, is_learning=Extent.NO))] * 3
    found = answers_to(Question.IS_LEARNING, Informant.PUPIL, *many, by=lambda one: one.pupil.sex)
    assert [(row["numerator"], row["base"]) for row in to_rows(found.measure)] == [("c", "15")] * 2
    assert [row["numerator"] for row in to_rows(found.measure, internal=True)] == [12, 12]
    assert str(publish_table(found.table)).splitlines()[-1] == "is learning, pupil | 12 | c | c | c | 15"
    assert "listened" not in f"{found} {found!r}"
