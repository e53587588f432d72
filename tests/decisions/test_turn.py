"""Whose turn it is: the order of one week, once more as a plain sort, and the corners of the policy."""

from typing import Final

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.turn import WeekAtHand
from iapcore.guidance.policy_words import ColourMeaning, SubjectReturns, TurnOrder
from iapcore.guidance.profiles import profile
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.timetable import Lesson, Rating, Slot, Timetable, Weekday
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.settings import Where
from tests.stories import BEGAN

SLOTS: Final = tuple(Slot(weekday, period) for weekday in Weekday for period in "12")
POLICY: Final = profile("half-term")


@st.composite
def weeks(draw: st.DrawFn) -> WeekAtHand:
    """A week of ten lessons: some in the base, most coloured, some with teachers, talks and wishes."""
    some = st.frozensets(st.sampled_from(SLOTS))
    in_base = draw(some)
    lessons = tuple(
        Lesson(
            slot=slot,
            subject=draw(st.sampled_from((None, "Art", "Maths"))),
            teacher=draw(st.sampled_from((None, "t1", "t2"))),
            specialist_room=draw(st.sampled_from((None, False, True))),
            where=Where.BASE
            if slot in in_base
            else draw(st.sampled_from((Where.MAINSTREAM, Where.ELSEWHERE))),
        )
        for slot in SLOTS
    )
    first = tuple(draw(st.lists(st.sampled_from(SLOTS), unique=True, max_size=2)))
    wait = tuple(
        slot for slot in draw(st.lists(st.sampled_from(SLOTS), unique=True, max_size=2)) if slot not in first
    )
    choice = PupilChoice(day=BEGAN, first=first, not_yet=wait, at_most=draw(st.none() | st.integers(1, 4)))
    return WeekAtHand(
        policy=POLICY.choosing(
            lessons_per_step=draw(st.integers(1, 5)),
            colour_order=tuple(draw(st.lists(st.sampled_from(LessonColour), min_size=1, unique=True))),
            turn_order=tuple(draw(st.permutations(TurnOrder))),
            amber_means=draw(st.sampled_from(ColourMeaning)),
            subject_returns=draw(st.sampled_from(SubjectReturns)),
        ),
        timetable=Timetable(starts=BEGAN, lessons=lessons),
        in_base=tuple(slot for slot in SLOTS if slot in in_base),
        rated=tuple(
            Rating(day=BEGAN, slot=slot, colour=colour, by=Informant.PUPIL)
            for slot, colour in draw(
                st.dictionaries(st.sampled_from(SLOTS), st.sampled_from(LessonColour))
            ).items()
        ),
        choice=draw(st.none() | st.just(choice)),
        spoken=draw(some),
        owed=draw(some),
    )


def in_order(week: WeekAtHand) -> list[Slot]:
    """The lessons that may have a turn, in order: the same law as one sort key."""
    policy, choice = week.policy, week.choice
    first = list((choice and choice.first) or ())
    wait = (choice and choice.not_yet) or ()
    colours = list(policy.colour_order.value)
    met = {
        one.teacher
        for one in week.lessons.values()
        if one.teacher and one.where is Where.MAINSTREAM and one.slot not in week.in_base
    }

    def behind(slot: Slot) -> list[bool]:
        lesson = week.lessons[slot]
        told = {
            TurnOrder.TEACHER_READY: slot in week.spoken and slot not in week.owed,
            TurnOrder.SAME_TEACHER: lesson.teacher in met,
            TurnOrder.SPECIALIST_ROOM: lesson.specialist_room is True,
        }
        return [not told[one] for one in policy.turn_order.value]

    def key(slot: Slot) -> tuple[int, int, list[bool], int]:
        colour = week.colours.get(slot)
        chosen = first.index(slot) if slot in first else len(first)
        return chosen, colours.index(colour) if colour in colours else 9, behind(slot), SLOTS.index(slot)

    may = [
        slot
        for slot in week.in_base
        if slot not in wait and (slot in first or week.colours.get(slot) in colours)
    ]
    return sorted(may, key=key)


@given(weeks())
def test_lessons_have_their_turn_in_that_order(week: WeekAtHand) -> None:
    alone = evolve(week, policy=week.policy.choosing(subject_returns=SubjectReturns.AS_THEY_COME))
    ordered = in_order(alone)
    assert alone.take_turn() == tuple(ordered[: alone.at_most])
    waiting = [
        slot
        for slot in ordered
        if alone.meaning(slot) is ColourMeaning.TALK_FIRST and slot not in alone.spoken
    ]
    free = ordered[: ordered.index(waiting[0])] if waiting else ordered
    assert alone.take_turn(is_now=True) == tuple(free[: alone.at_most])


@given(weeks())
def test_a_turn_is_lawful_whatever_the_policy_says_of_subjects(week: WeekAtHand) -> None:
    taken = week.take_turn()
    assert len(taken) <= week.at_most
    assert set(taken) <= set(week.candidates) <= set(week.in_base)
    assert bool(taken) is bool(week.candidates)
    places = [week.place(slot) or (99, 99) for slot in taken]
    assert places == sorted(places)
    wanted = week.policy.subject_returns.value
    subjects = [week.subject(slot) for slot in taken if week.subject(slot)]
    if wanted is SubjectReturns.ONE_BY_ONE:
        assert len(set(subjects)) == len(subjects)
    if wanted is SubjectReturns.TOGETHER:
        whole = [slot for slot in taken if len(week.mates(slot)) <= week.at_most]
        assert all(set(week.mates(slot)) <= set(taken) for slot in whole)


@given(weeks())
def test_step_by_step_every_candidate_comes_back_once(week: WeekAtHand) -> None:
    candidates, back = set(week.candidates), list[Slot]()
    while taken := week.take_turn():
        back += taken
        week = week.after(taken)
    assert len(set(back)) == len(back)
    assert candidates <= set(back)


def test_a_lesson_whose_teacher_is_not_recorded_is_no_lesson_of_a_known_teacher() -> None:
    slots = SLOTS[:2]
    week = WeekAtHand(
        policy=POLICY,
        timetable=Timetable(
            starts=BEGAN, lessons=(Lesson(slot=slots[0], where=Where.MAINSTREAM), Lesson(slot=slots[1]))
        ),
        in_base=slots[1:],
        rated=(),
        choice=None,
        spoken=frozenset(),
        owed=frozenset(),
    )
    assert not week.favours(TurnOrder.SAME_TEACHER, slots[1])
    assert not week.favours(TurnOrder.SPECIALIST_ROOM, slots[1])
    assert week.mates(slots[1]) == (slots[1],)
