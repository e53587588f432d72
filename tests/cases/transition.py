"""Is the move prepared? The reasons in each story."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from iapcore.decisions.transition import Preparation
from iapcore.record.journey import Journey
from iapcore.record.learning import PathwayEvent
from iapcore.record.placement import Ending, Placement
from iapcore.record.pupil import Pupil
from iapcore.record.transition import ElementDone, Passport, Transition
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.provision_kinds import Access
from iapcore.vocabulary.qualifications import PathwayStep
from iapcore.vocabulary.settings import Destination, TransitionElement
from iapcore.vocabulary.year_groups import YearGroup
from tests import stories
from tests.cases.case import UNKNOWN, Case, all_of
from tests.stories import BEGAN, COLLEGE_ON, ENDED, LONG_AFTER, ON

_prepared: Final = stories.prepared()
_college: Final = stories.college()
_elements: Final = ("TRANS-2", "TRANS-3", "TRANS-4", "TRANS-6", "TRANS-7")
_shared: Final = date(2026, 11, 12)


def _to(destination: Destination, **changes: Any) -> Journey:
    """The prepared move, to another place: its week and its colours say nothing of that."""
    journey = stories.with_transition(_prepared, destination=destination, **changes)
    return evolve(journey, timetables=None, ratings=None)


def _ended(destination: Destination | None, **changes: Any) -> Journey:
    """The prepared stay, ended and led to that place."""
    journey = stories.with_transition(_prepared, **changes)
    return stories.with_placement(journey, ending=Ending(day=ENDED, destination=destination))


def _pathway(*steps: tuple[int, PathwayStep, str | None]) -> Journey:
    """The way to college with these steps, each with its day of May."""
    events = (PathwayEvent(day=date(2027, 5, day), step=step, provider=at) for day, step, at in steps)
    return evolve(_college, pathway=tuple(events))


def _year(year: YearGroup | None) -> Journey:
    """On the way to a special school, in this year."""
    pupil = Pupil(id=PupilId("elm-01"), year_group=year)
    return evolve(_to(Destination.SPECIAL_SCHOOL), pupil=pupil)


TRANSITION_CASES: Final = (
    Case(
        name="a way back that is prepared",
        journey=_prepared,
        on=ON,
        expect={
            "TRANS-1": "leads",
            "TRANS-2": "talked",
            "TRANS-3": "done",
            "TRANS-5": "in_week",
            "TRANS-6": "done",
            "TRANS-8": "to_come",
            "TRANS-9": "shared",
            "TRANS-10": "both",
            "TRANS-11": "made",
            "TRANS-12": "both",
            "TRANS-13": "named",
            "TRANS-16": "not_recorded",
        },
        answer=Preparation.PREPARED,
    ),
    Case(
        name="nothing is recorded of a move",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("TRANS", range(1, 17), "no_stay"),
        answer=Preparation.CANNOT_TELL,
    ),
    Case(
        name="only the first day of a stay is recorded",
        journey=evolve(UNKNOWN, placements=(Placement(began=BEGAN),)),
        on=ON,
        expect={
            "TRANS-1": "not_recorded",
            **dict.fromkeys((*_elements, "TRANS-8", "TRANS-9", "TRANS-10"), "no_transition"),
            **dict.fromkeys(("TRANS-11", "TRANS-13", "TRANS-16"), "no_transition"),
            "TRANS-5": "no_timetable",
            "TRANS-12": "no_ratings",
            "TRANS-14": "not_recorded",
            "TRANS-15": "not_recorded",
        },
        answer=Preparation.CANNOT_TELL,
    ),
    Case(
        name="the primary year leads to no one place",
        journey=stories.with_transition(
            stories.with_placement(_prepared, purpose=Purpose.PRIMARY_YEAR), destination=None
        ),
        on=ON,
        expect={"TRANS-1": "not_recorded"},
        answer=Preparation.CANNOT_TELL,
    ),
    Case(
        name="where the move leads is told by the purpose of the stay",
        journey=stories.with_transition(_prepared, destination=None),
        on=ON,
        expect={"TRANS-1": "leads", "TRANS-5": "in_week", "TRANS-12": "both"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="a transition of which nothing is written down",
        journey=stories.with_placement(_prepared, transition=Transition(destination=Destination.NEXT_PHASE)),
        on=ON,
        expect={
            **dict.fromkeys((*_elements, "TRANS-9", "TRANS-11", "TRANS-13"), "not_recorded"),
            "TRANS-10": "no_passport",
        },
        answer=Preparation.CANNOT_TELL,
    ),
    Case(
        name="people looked, and nothing was done yet",
        journey=_to(
            Destination.NEXT_PHASE,
            elements=(),
            conversations=(),
            adjustments=(),
            receiving=(),
            passport=Passport(day=_shared, strategies=(), triggers=("Crowds",)),
        ),
        on=ON,
        expect={
            **dict.fromkeys(_elements, "not_done"),
            "TRANS-9": "empty",
            "TRANS-11": "none_agreed",
            "TRANS-13": "nobody",
        },
        answer=Preparation.NOT_YET_PREPARED,
    ),
    Case(
        name="a move to the next phase",
        journey=_to(Destination.NEXT_PHASE, conversations=()),
        on=ON,
        expect={**dict.fromkeys(_elements, "done"), "TRANS-10": "alone"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="a move to the next phase, and conversations are not recorded",
        journey=_to(
            Destination.NEXT_PHASE,
            conversations=None,
            elements=(ElementDone(element=TransitionElement.PUPIL_AGENCY, day=_shared),),
        ),
        on=ON,
        expect={
            "TRANS-2": "not_recorded",
            "TRANS-4": "not_done",
            "TRANS-7": "done",
            "TRANS-10": "no_conversations",
        },
        answer=Preparation.NOT_YET_PREPARED,
    ),
    Case(
        name="what the passport names is not recorded",
        journey=stories.with_transition(_prepared, passport=Passport(day=_shared, shared=_shared)),
        on=ON,
        expect={"TRANS-9": "not_recorded", "TRANS-10": "both"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="a passport that nobody has yet",
        journey=stories.with_transition(
            _prepared, passport=Passport(day=_shared, strategies=("A seat",), triggers=("Crowds",))
        ),
        on=ON,
        expect={"TRANS-9": "sharing_not_recorded", "TRANS-10": "no_passport"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="the receiving side has not made what it agreed to",
        journey=stories.with_transition(
            _prepared,
            adjustments=tuple(
                evolve(one, made=None)
                for one in (_prepared.placements or ())[0].transition.adjustments or ()  # type: ignore[union-attr]
            ),
        ),
        on=ON,
        expect={"TRANS-11": "not_made"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="no lesson in mainstream yet",
        journey=evolve(_prepared, timetables=(_prepared.timetables or ())[:1]),
        on=ON,
        expect={"TRANS-5": "none"},
        answer=Preparation.NOT_YET_PREPARED,
    ),
    Case(
        name="the pupil gave colours, and was not asked how fast",
        journey=stories.with_review(_prepared, pupil_wish=None),
        on=ON,
        expect={"TRANS-12": "no_wish"},
        answer=Preparation.CANNOT_TELL,
    ),
    Case(
        name="the pupil gave no colours",
        journey=evolve(_prepared, ratings=()),
        on=ON,
        expect={"TRANS-12": "no_colours"},
        answer=Preparation.NOT_YET_PREPARED,
    ),
    Case(
        name="days are set for looking back, and the pupil may drop in",
        journey=stories.with_transition(
            _prepared,
            follow_ups_planned=(date(2027, 3, 12), date(2027, 1, 15)),
            after_care_offered=(Access.DROP_IN,),
        ),
        on=ON,
        expect={"TRANS-8": "planned", "TRANS-16": "offered"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="nothing is set or offered for the time after the move",
        journey=stories.with_transition(_prepared, follow_ups_planned=(), after_care_offered=()),
        on=ON,
        expect={"TRANS-8": "none_set", "TRANS-16": "none_offered"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="back, and a day that was set for looking back has passed",
        journey=_ended(Destination.MAINSTREAM, follow_ups=(), follow_ups_planned=(date(2027, 1, 15), ENDED)),
        on=date(2027, 1, 16),
        expect={"TRANS-8": "missed_set"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="back, and a day for looking back is set before the policy's",
        journey=_ended(Destination.MAINSTREAM, follow_ups=(), follow_ups_planned=(date(2027, 1, 15),)),
        on=date(2027, 1, 15),
        expect={"TRANS-8": "planned"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="back, and the policy's day has passed before the one that was set",
        journey=_ended(Destination.MAINSTREAM, follow_ups=(), follow_ups_planned=(date(2027, 3, 12),)),
        on=date(2027, 3, 15),
        expect={"TRANS-8": "missed"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="back, and no calendar tells of the policy's day",
        journey=evolve(
            _ended(Destination.MAINSTREAM, follow_ups=(), follow_ups_planned=(date(2027, 3, 12),)),
            calendar=None,
        ),
        on=date(2027, 3, 1),
        expect={"TRANS-8": "to_come"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="back, and nobody has looked back",
        journey=_ended(Destination.MAINSTREAM, follow_ups=()),
        on=LONG_AFTER,
        expect={"TRANS-1": "led", "TRANS-8": "missed"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="back, and whether anybody looked back is not recorded",
        journey=_ended(Destination.MAINSTREAM),
        on=LONG_AFTER,
        expect={"TRANS-8": "not_recorded"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="back, and the first look back is still to come",
        journey=_ended(Destination.MAINSTREAM, follow_ups=()),
        on=date(2026, 12, 16),
        expect={"TRANS-8": "to_come"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="back, and followed up",
        journey=_ended(Destination.MAINSTREAM, follow_ups=(stories.look_back(date(2027, 2, 5)),)),
        on=LONG_AFTER,
        expect={"TRANS-8": "held"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="at another school, and the school that was left has not asked",
        journey=evolve(_ended(Destination.ANOTHER_SCHOOL, follow_ups=()), timetables=None, ratings=None),
        on=LONG_AFTER,
        expect={"TRANS-1": "led", "TRANS-4": "done", "TRANS-8": "missed_elsewhere"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="where the stay led is not recorded",
        journey=evolve(_ended(None), timetables=None, ratings=None),
        on=LONG_AFTER,
        expect={"TRANS-1": "not_recorded"},
        answer=Preparation.CANNOT_TELL,
    ),
    Case(
        name="the pupil died",
        journey=_ended(Destination.DIED),
        on=LONG_AFTER,
        expect={"TRANS-1": "ended"},
        answer=Preparation.NOTHING_TO_PREPARE,
    ),
    Case(
        name="a place at college is offered",
        journey=_college,
        on=COLLEGE_ON,
        expect={"TRANS-1": "leads", "TRANS-14": "offered"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="no step towards college",
        journey=_pathway(),
        on=COLLEGE_ON,
        expect={"TRANS-14": "none"},
        answer=Preparation.NOT_YET_PREPARED,
    ),
    Case(
        name="applied at a second college when the first had offered a place",
        journey=_pathway((3, PathwayStep.OFFERED, "first"), (10, PathwayStep.APPLIED, "second")),
        on=COLLEGE_ON,
        expect={"TRANS-14": "offered"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="applied at college",
        journey=_pathway((3, PathwayStep.APPLIED, "first")),
        on=COLLEGE_ON,
        expect={"TRANS-14": "applied"},
        answer=Preparation.NOT_YET_PREPARED,
    ),
    Case(
        name="started at college",
        journey=_pathway((3, PathwayStep.OFFERED, "first"), (10, PathwayStep.STARTED, "first")),
        on=COLLEGE_ON,
        expect={"TRANS-14": "started"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="still at the second college after leaving the first",
        journey=_pathway(
            (3, PathwayStep.STARTED, "first"),
            (10, PathwayStep.LEFT, "first"),
            (20, PathwayStep.STILL_THERE, "second"),
        ),
        on=COLLEGE_ON,
        expect={"TRANS-14": "still_there"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="left, and of the place it is not recorded which",
        journey=_pathway((3, PathwayStep.STARTED, "first"), (10, PathwayStep.LEFT, None)),
        on=COLLEGE_ON,
        expect={"TRANS-14": "left"},
        answer=Preparation.NOT_YET_PREPARED,
    ),
    Case(
        name="left and still there on one day",
        journey=_pathway((10, PathwayStep.STILL_THERE, "first"), (10, PathwayStep.LEFT, "first")),
        on=COLLEGE_ON,
        expect={"TRANS-14": "contradict"},
        answer=Preparation.CANNOT_TELL,
    ),
    Case(
        name="to a special school, from year 5",
        journey=_year(YearGroup.YEAR_5),
        on=ON,
        expect={"TRANS-15": "in_primary"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="to a special school, from year 8",
        journey=_year(YearGroup.YEAR_8),
        on=ON,
        expect={"TRANS-15": "in_secondary"},
        answer=Preparation.PREPARED,
    ),
    Case(
        name="to a special school, and the pupil follows no year",
        journey=_year(YearGroup.NOT_FOLLOWED),
        on=ON,
        expect={"TRANS-15": "not_recorded"},
        answer=Preparation.PREPARED,
    ),
)
