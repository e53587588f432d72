"""Whose turn it is: which lessons of a week come back next, by the pupil's choice and colours and the school's policy.

Rules of the room: what the pupil chose comes first, then colour by colour; of one colour the policy says what puts one
lesson before another. A lesson whose turn it is but that must wait holds up the ones after it: none is skipped to keep
up a pace. A turn looks at one state of the week and answers with slots; nothing here reads a calendar.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Final, TypeAlias

from attrs import evolve, frozen

from iapcore.guidance.policy import Policy
from iapcore.guidance.policy_words import ColourMeaning, SubjectReturns, TurnOrder
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.timetable import Lesson, Rating, Slot, Timetable
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.settings import Where

__all__ = ["Place", "WeekAtHand"]

Place: TypeAlias = tuple[int, int]
"""Where a lesson stands in the order: its place among those the pupil chose, then that of its colour."""


@frozen(kw_only=True)
class WeekAtHand:
    """A week as it stands: what is taught, what of it is in the base, what the pupil said, who was spoken to.

    `rated` are the pupil's latest ratings; `spoken` the lessons whose teachers were spoken to; `owed` those for which
    an agreed adjustment is not recorded as made.
    """

    policy: Policy
    timetable: Timetable
    in_base: tuple[Slot, ...]
    rated: tuple[Rating, ...]
    choice: PupilChoice | None
    spoken: frozenset[Slot]
    owed: frozenset[Slot]

    @cached_property
    def lessons(self) -> Mapping[Slot, Lesson]:
        """What is taught in each slot."""
        return {one.slot: one for one in self.timetable.lessons}

    @cached_property
    def colours(self) -> Mapping[Slot, LessonColour]:
        """The colour of each slot that the pupil rated."""
        return {one.slot: one.colour for one in self.rated}

    def after(self, back: Iterable[Slot], to_base: Iterable[Slot] = ()) -> "WeekAtHand":
        """The week once these lessons are back in mainstream, and those in the base again."""
        left = {*self.in_base, *to_base} - set(back)
        return evolve(self, in_base=tuple(sorted(left, key=lambda slot: slot.order)))

    @cached_property
    def tapers(self) -> bool:
        """Whether the policy counts down what is left in the base."""
        return bool(self.policy.taper.value)

    @cached_property
    def allowed(self) -> int:
        """How many lessons the policy lets the next step bring back; above its first number a taper has not begun."""
        in_base, taper = len(self.in_base), self.policy.taper.value
        if not taper or in_base > taper[0]:
            return self.policy.lessons_per_step.value
        return in_base - next((left for left in taper if left < in_base), 0)

    @cached_property
    def at_most(self) -> int:
        """How many lessons the next step may bring back: as many as the policy allows, or as the pupil asks for."""
        asked = self.choice.at_most if self.choice else None
        return self.allowed if asked is None else min(self.allowed, asked)

    def is_ready(self, slot: Slot) -> bool:
        """Whether its teacher was spoken to, and made what was agreed."""
        return slot in self.spoken and slot not in self.owed

    def meaning(self, slot: Slot) -> ColourMeaning:
        """What the policy asks before a lesson of this colour."""
        colour = self.colours.get(slot)
        return ColourMeaning.IN_TURN if colour is None else self.policy.meaning(colour)

    def is_accompanied(self, slot: Slot) -> bool:
        """Whether somebody goes along: the pupil asked for it, or the colour asks for it."""
        asked = (self.choice and self.choice.accompanied) or ()
        return slot in asked or self.meaning(slot) is ColourMeaning.ACCOMPANIED

    @cached_property
    def candidates(self) -> tuple[Slot, ...]:
        """The lessons in the base that may have a turn at all, as the week runs."""
        return tuple(self._places)

    def place(self, slot: Slot) -> Place | None:
        """The place of a lesson in the order; `None` where it has none, since of its colour or the pupil's word.

        Where a subject comes back together its lessons share the place of the last of them.
        """
        if self.policy.subject_returns.value is not SubjectReturns.TOGETHER:
            return self._own_place(slot)
        places = [self._own_place(one) for one in self.mates(slot)]
        known = [place for place in places if place is not None]
        return max(known) if len(known) == len(places) else None

    def mates(self, slot: Slot) -> tuple[Slot, ...]:
        """The lessons in the base of the same subject, the lesson itself among them; of one not there, it alone."""
        subject = self.subject(slot)
        if subject is None or slot not in self.in_base:
            return (slot,)
        return tuple(one for one in self.in_base if self.subject(one) == subject)

    def subject(self, slot: Slot) -> str | None:
        """What is taught there; `None` where it is not recorded."""
        lesson = self.lessons.get(slot)
        return lesson and lesson.subject

    def _own_place(self, slot: Slot) -> Place | None:
        first = (self.choice and self.choice.first) or ()
        if slot in ((self.choice and self.choice.not_yet) or ()):
            return None
        order, colour = self.policy.colour_order.value, self.colours.get(slot)
        if colour in order:
            rank = order.index(colour)
        elif slot in first or (colour is None and self.tapers):
            rank = len(order)
        else:
            return None
        return (first.index(slot) if slot in first else len(first), rank)

    @cached_property
    def _places(self) -> Mapping[Slot, Place]:
        """The place of each lesson in the base that has one, as the week runs."""
        places = ((slot, self.place(slot)) for slot in self.in_base)
        return {slot: place for slot, place in places if place is not None}

    def take_turn(self, *, is_now: bool = False) -> tuple[Slot, ...]:
        """The lessons of the next step, in order.

        `is_now` leaves no time for a talk: a lesson that waits for one, and those after it, are then left out.
        """
        taken: list[Slot] = []
        held: Place | None = None
        for unit in self._units():
            place = self._places[unit[0]]
            if (held is not None and place != held) or (is_now and any(map(self._waits, unit))):
                break
            if self._is_second_of_subject(unit, taken):
                held = place
            elif len(taken) + len(unit) <= self.at_most:
                taken += unit
            else:
                taken += () if taken else unit[: self.at_most]
                break
        return tuple(taken)

    def _waits(self, slot: Slot) -> bool:
        return self.meaning(slot) is ColourMeaning.TALK_FIRST and slot not in self.spoken

    def _is_second_of_subject(self, unit: tuple[Slot, ...], taken: Iterable[Slot]) -> bool:
        subject = self.subject(unit[0])
        one_by_one = self.policy.subject_returns.value is SubjectReturns.ONE_BY_ONE
        return one_by_one and subject is not None and any(self.subject(one) == subject for one in taken)

    def _units(self) -> Iterable[tuple[Slot, ...]]:
        """The candidates in order, alone or subject by subject as the policy says."""
        ordered = sorted(self.candidates, key=self._rank)
        if self.policy.subject_returns.value is not SubjectReturns.TOGETHER:
            return [(slot,) for slot in ordered]
        units: dict[str | Slot, list[Slot]] = {}
        for slot in ordered:
            units.setdefault(self.subject(slot) or slot, []).append(slot)
        return [tuple(unit) for unit in units.values()]

    def favours(self, preference: TurnOrder, slot: Slot) -> bool:
        """Whether a preference of the policy puts this lesson before others of its colour."""
        return not _BEHIND[preference](self, slot)

    def _rank(self, slot: Slot) -> tuple[Place, tuple[bool, ...], tuple[int, int, int]]:
        return self._places[slot], tuple([_BEHIND[one](self, slot) for one in self._order]), slot.order

    @cached_property
    def _order(self) -> tuple[TurnOrder, ...]:
        return self.policy.turn_order.value

    @cached_property
    def teachers_back(self) -> frozenset[str]:
        """The teachers whom the pupil has in mainstream already, by the school's own keys."""
        in_base = set(self.in_base)
        return frozenset(
            lesson.teacher
            for slot, lesson in self.lessons.items()
            if slot not in in_base and lesson.where is not Where.ELSEWHERE and lesson.teacher is not None
        )


def _unknown_teacher(week: WeekAtHand, slot: Slot) -> bool:
    lesson = week.lessons.get(slot)
    return lesson is None or lesson.teacher not in week.teachers_back


def _no_specialist_room(week: WeekAtHand, slot: Slot) -> bool:
    lesson = week.lessons.get(slot)
    return lesson is None or not lesson.specialist_room


_BEHIND: Final[dict[TurnOrder, Callable[[WeekAtHand, Slot], bool]]] = {
    TurnOrder.TEACHER_READY: lambda week, slot: not week.is_ready(slot),
    TurnOrder.SAME_TEACHER: _unknown_teacher,
    TurnOrder.SPECIALIST_ROOM: _no_specialist_room,
}
"""What puts a lesson behind the others of its colour."""
