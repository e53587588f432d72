"""Does support answer the needs that were found? The reasons in each story."""

from datetime import date
from typing import Final

from attrs import evolve

from iapcore.decisions.support import Support
from iapcore.record.check_in import CheckIn
from iapcore.record.journey import Journey
from iapcore.record.review import Target
from iapcore.record.stream import Stream
from iapcore.record.support import Intervention
from iapcore.vocabulary.grounds import NeedKind
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, MonitoringDomain, SessionType
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases.case import UNKNOWN, Case, all_of
from tests.stories import BEGAN, ON, PLANNED_ON, ROOM

_supported: Final = stories.supported()


def _looked(answers: str) -> Journey:
    """The story with other answers."""
    return evolve(_supported, needs=stories.looked_for(date(2026, 11, 4), answers))


def _check_ins(**changes: object) -> Stream[CheckIn]:
    """A check-in on each day, each changed alike."""
    held = stories.check_ins(BEGAN, ON)
    return evolve(held, events=tuple(evolve(one, **changes) for one in held.events))  # type: ignore[arg-type]


_of_learning: Final = tuple(
    rating
    for rating in stories.check_ins(BEGAN, BEGAN).events[0].ratings or ()
    if rating.domain is MonitoringDomain.LEARNING
)

SUPPORT_CASES: Final = (
    Case(
        name="all that was found is answered",
        journey=_supported,
        on=ON,
        expect={
            "SUPP-1": "looked",
            "SUPP-2": "made",
            "SUPP-3": "made",
            "SUPP-4": "answered",
            "SUPP-5": "answered",
            "SUPP-6": "both",
            "SUPP-7": "daily",
        },
        answer=Support.IN_PLACE,
    ),
    Case(
        name="nothing is known of support",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("SUPP", range(1, 6), "no_stay") | {"SUPP-6": "no_provision", "SUPP-7": "no_stay"},
        answer=Support.CANNOT_TELL,
    ),
    Case(
        name="the stay that support is for has not begun",
        journey=stories.referred(),
        on=PLANNED_ON,
        expect={"SUPP-1": "no_stay", "SUPP-6": "both", "SUPP-7": "no_stay"},
        answer=Support.CANNOT_TELL,
    ),
    Case(
        name="needs were not written down",
        journey=evolve(_supported, needs=None),
        on=ON,
        expect=all_of("SUPP", range(1, 6), "no_needs"),
        answer=Support.CANNOT_TELL,
    ),
    Case(
        name="nobody looked for safety",
        journey=_looked("yy"),
        on=ON,
        expect={"SUPP-1": "not_looked_for", "SUPP-2": "made", "SUPP-4": "open", "SUPP-5": "open"},
        answer=Support.GAPS,
    ),
    Case(
        name="looked for, and what was found was not written down",
        journey=evolve(_looked("y??"), assessments=()),
        on=ON,
        expect={"SUPP-1": "unclear", "SUPP-3": "open", "SUPP-4": "open"},
        answer=Support.CANNOT_TELL,
    ),
    Case(
        name="a need in learning may be there",
        journey=evolve(_looked("?nn"), subjects=()),
        on=ON,
        expect={"SUPP-2": "open"},
        answer=Support.CANNOT_TELL,
    ),
    Case(
        name="no need was found in the stay",
        journey=evolve(_looked("nnn"), subjects=(), assessments=(), targets=(), interventions=()),
        on=ON,
        expect={
            "SUPP-1": "looked",
            "SUPP-2": "not_needed",
            "SUPP-3": "not_needed",
            "SUPP-4": "none_found",
            "SUPP-5": "none_found",
        },
        answer=Support.IN_PLACE,
    ),
    Case(
        name="found, and nothing answers it",
        journey=evolve(_supported, subjects=(), assessments=(), targets=(), interventions=()),
        on=ON,
        expect={"SUPP-2": "none", "SUPP-3": "none", "SUPP-4": "without", "SUPP-5": "without"},
        answer=Support.GAPS,
    ),
    Case(
        name="found, and what answers it is not recorded",
        journey=evolve(
            _supported, subjects=None, assessments=None, targets=None, interventions=None, check_ins=None
        ),
        on=ON,
        expect={
            "SUPP-2": "no_subjects",
            "SUPP-3": "no_assessments",
            "SUPP-4": "no_targets",
            "SUPP-5": "no_interventions",
            "SUPP-7": "no_check_ins",
        },
        answer=Support.CANNOT_TELL,
    ),
    Case(
        name="which need is answered was not written down",
        journey=evolve(
            _supported,
            targets=(
                Target(ref="t1", day=date(2026, 11, 6), need=NeedKind.LEARNING),
                Target(ref="t2", day=ON),
            ),
            interventions=(Intervention(started=date(2026, 11, 9)),),
        ),
        on=ON,
        expect={"SUPP-4": "not_said", "SUPP-5": "not_said"},
        answer=Support.CANNOT_TELL,
    ),
    Case(
        name="an offer without curriculum",
        journey=stories.with_placement(
            _supported,
            provision=evolve(
                ROOM,
                core_offer=(CoreOffer.PASTORAL,),
                additional_offer=(AdditionalOffer.CALM_ENVIRONMENT,),
                session_types=(SessionType.ENRICHMENT,),
            ),
        ),
        on=ON,
        expect={"SUPP-6": "one_sided"},
        answer=Support.GAPS,
    ),
    Case(
        name="an offer that is described in part",
        journey=stories.with_placement(
            _supported,
            provision=evolve(
                ROOM, core_offer=(CoreOffer.TEACHING_AND_LEARNING,), additional_offer=None, session_types=()
            ),
        ),
        on=ON,
        expect={"SUPP-6": "not_recorded"},
        answer=Support.CANNOT_TELL,
    ),
    Case(
        name="check-ins on some days",
        journey=evolve(
            _supported, check_ins=evolve(stories.check_ins(BEGAN, ON), events=(CheckIn(day=BEGAN),))
        ),
        on=ON,
        expect={"SUPP-7": "some_days"},
        answer=Support.IN_PLACE,
    ),
    Case(
        name="check-ins that look at learning alone",
        journey=evolve(_supported, check_ins=_check_ins(ratings=_of_learning)),
        on=ON,
        expect={"SUPP-7": "some_domains"},
        answer=Support.IN_PLACE,
    ),
    Case(
        name="what the check-ins looked at is not recorded",
        journey=evolve(_supported, check_ins=_check_ins(ratings=None)),
        on=ON,
        expect={"SUPP-7": "no_ratings"},
        answer=Support.IN_PLACE,
    ),
    Case(
        name="check-ins beside no register",
        journey=evolve(_supported, marks=None),
        on=ON,
        expect={"SUPP-7": "no_marks"},
        answer=Support.IN_PLACE,
    ),
    Case(
        name="no day in school yet",
        journey=evolve(_supported, marks=Stream(complete=DateSpan(BEGAN, ON), events=())),
        on=ON,
        expect={"SUPP-7": "no_days"},
        answer=Support.IN_PLACE,
    ),
)
