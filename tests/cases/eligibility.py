"""May the placement start? The reasons in each story."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from iapcore.decisions.eligibility import Eligibility
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.referral import Consultation, Referral
from iapcore.record.support import NeedLookedFor, SupportTried
from iapcore.vocabulary.grounds import DataSet, NeedKind, PriorSupport, Purpose
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.settings import Phase
from iapcore.vocabulary.year_groups import KeyStage, YearGroup
from tests import stories
from tests.cases.case import NOTHING_THERE, UNKNOWN, Case, all_of
from tests.stories import LONG_AFTER, ON, PLANNED_ON, REFERRED, ROOM


def _asked(role: Role, view: View | None, day: date = REFERRED) -> tuple[Consultation, ...]:
    """The story's consultations, with another one by that role."""
    kept = tuple(one for one in stories.referral().consultations or () if one.role is not role)
    return (*kept, Consultation(role=role, day=day, view=view))


_planned: Final = stories.referred()
_not_evaluated: Final = tuple(evolve(one, evaluation=None) for one in stories.referral().supports or ())


def _in(**changes: Any) -> Journey:
    """The planned stay, in a room of which something else is written."""
    return stories.with_placement(_planned, provision=evolve(ROOM, **changes))


def _looked(answers: str) -> tuple[NeedLookedFor, ...]:
    return stories.looked_for(date(2026, 10, 6), answers)


ELIGIBILITY_CASES: Final = (
    Case(
        name="everything is in place",
        journey=_planned,
        on=PLANNED_ON,
        places_free=2,
        expect={
            "ELIG-1": "made",
            "ELIG-2": "recorded",
            "ELIG-3": "tried",
            "ELIG-4": "considered",
            "ELIG-5": "all_asked",
            "ELIG-6": "on_board",
            "ELIG-7": "involved",
            "ELIG-8": "time",
            "ELIG-9": "support",
            "ELIG-10": "taught",
            "ELIG-11": "free",
            "ELIG-12": "served",
            "ELIG-13": "no_needs",
            "ELIG-14": "place_free",
        },
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="the pupil has the place already",
        journey=stories.hybrid(),
        on=ON,
        expect={"ELIG-11": "already_here", "ELIG-14": "place_taken"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="nothing is recorded",
        journey=UNKNOWN,
        on=PLANNED_ON,
        expect=all_of("ELIG", range(1, 10), "no_referral")
        | all_of("ELIG", range(12, 14), "no_provision")
        | {"ELIG-10": "no_provision", "ELIG-11": "not_recorded", "ELIG-14": "no_referral"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="it is recorded that there is nothing",
        journey=NOTHING_THERE,
        on=PLANNED_ON,
        expect=all_of("ELIG", range(2, 10), "no_referral")
        | {"ELIG-1": "none", "ELIG-10": "no_provision", "ELIG-11": "not_told"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="only the days are recorded",
        journey=evolve(
            _planned, referrals=(Referral(ref="r1", day=REFERRED),), placements=(Placement(referral="r1"),)
        ),
        on=PLANNED_ON,
        expect=all_of("ELIG", range(2, 8), "not_recorded")
        | all_of("ELIG", range(9, 11), "no_provision")
        | all_of("ELIG", range(12, 14), "no_provision")
        | {"ELIG-1": "made", "ELIG-8": "no_start", "ELIG-11": "not_told", "ELIG-14": "not_told"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="a referral without content",
        journey=stories.with_referral(
            _planned, grounds=(), supports=(), data_considered=(), consultations=()
        ),
        on=PLANNED_ON,
        places_free=1,
        expect={
            "ELIG-2": "none",
            "ELIG-3": "too_few",
            "ELIG-4": "some_left_out",
            "ELIG-5": "not_asked",
            "ELIG-6": "not_asked",
            "ELIG-7": "not_asked",
        },
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="the policy expects another support",
        journey=_planned,
        on=PLANNED_ON,
        places_free=1,
        policy=profile("half-term").choosing(prior_supports=(PriorSupport.SEN_ASSESSMENT,)),
        expect={"ELIG-3": "others_expected"},
        answer=Eligibility.OTHER_SUPPORT,
    ),
    Case(
        name="nothing was tried before",
        journey=stories.with_referral(_planned, supports=()),
        on=PLANNED_ON,
        places_free=0,
        expect={"ELIG-3": "too_few", "ELIG-11": "full"},
        answer=Eligibility.OTHER_SUPPORT,
    ),
    Case(
        name="what was tried has still to be evaluated",
        journey=stories.with_referral(_planned, supports=_not_evaluated),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-3": "not_evaluated"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="waiting would harm, and what was tried is not recorded",
        journey=stories.with_referral(
            _planned, day=date(2026, 10, 20), supports=None, waiting_would_harm=True
        ),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-3": "harm_without_record", "ELIG-8": "waiting_would_harm"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="waiting would harm",
        journey=stories.with_referral(_planned, supports=(), waiting_would_harm=True),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-3": "waiting_would_harm"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="one kind of data was left out",
        journey=stories.with_referral(_planned, data_considered=(DataSet.ATTENDANCE, DataSet.BEHAVIOUR)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-4": "some_left_out"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="asked, without a view",
        journey=stories.with_referral(_planned, consultations=_asked(Role.SENCO, None)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-5": "no_view"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="the family is against it",
        journey=stories.with_referral(_planned, consultations=_asked(Role.FAMILY, View.AGAINST)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-6": "against"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="the family is unsure",
        journey=stories.with_referral(_planned, consultations=_asked(Role.FAMILY, View.UNSURE)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-6": "unsure"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="what the family thinks is not recorded",
        journey=stories.with_referral(_planned, consultations=_asked(Role.FAMILY, None)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-6": "unsure"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="the pupil would rather not",
        journey=stories.with_referral(_planned, consultations=_asked(Role.PUPIL, View.AGAINST)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-7": "against"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="referred the week before",
        journey=stories.with_referral(_planned, day=date(2026, 10, 20)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-8": "short"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="instead of a suspension",
        journey=stories.with_referral(_planned, instead_of_sanction=True),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-9": "instead"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="whether it stands in for a sanction is not recorded",
        journey=stories.with_referral(_planned, instead_of_sanction=None),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-9": "not_recorded"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="a removal room",
        journey=stories.with_placement(_planned, provision=evolve(ROOM, kind=ProvisionKind.REMOVAL_ROOM)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-9": "room_of_sanction"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="another key stage",
        journey=stories.with_placement(_planned, provision=evolve(ROOM, key_stages=(KeyStage.KS4,))),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-10": "not_taught"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="a pupil who follows no year",
        journey=evolve(_planned, pupil=evolve(_planned.pupil, year_group=YearGroup.NOT_FOLLOWED)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-10": "no_key_stage"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="another phase",
        journey=_in(key_stages=None, phase=Phase.PRIMARY),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-10": "other_phase"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="the same phase tells no key stage",
        journey=_in(key_stages=None, phase=Phase.SECONDARY),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-10": "no_provision"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="another purpose",
        journey=_in(purposes=(Purpose.QUALIFICATIONS,)),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-12": "another"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="no purpose was agreed",
        journey=stories.with_placement(_planned, purpose=None),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-12": "no_purpose"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="the needs that were found can be met",
        journey=evolve(_planned, needs=_looked("yyn")),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-13": "can_meet"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="no need was found",
        journey=evolve(_planned, needs=_looked("nnn")),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-13": "none_found"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="a need that the provision is not for",
        journey=evolve(_in(needs=(NeedKind.LEARNING,)), needs=_looked("yy")),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-13": "beyond"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="a need that nobody has looked for yet",
        journey=evolve(_planned, needs=_looked("y?")),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-13": "open"},
        answer=Eligibility.MAY_START,
    ),
    Case(
        name="no place is free",
        journey=_planned,
        on=PLANNED_ON,
        places_free=0,
        expect={"ELIG-11": "full", "ELIG-14": "not_recorded"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="waiting with support",
        journey=stories.with_referral(
            _planned,
            waiting_since=date(2026, 10, 9),
            support_while_waiting=(SupportTried(support=PriorSupport.MENTORING, started=date(2026, 10, 12)),),
        ),
        on=PLANNED_ON,
        places_free=0,
        expect={"ELIG-11": "full", "ELIG-14": "supported"},
        answer=Eligibility.NOT_YET,
    ),
    Case(
        name="waiting without support",
        journey=stories.with_referral(_planned, waiting_since=date(2026, 10, 9), support_while_waiting=()),
        on=PLANNED_ON,
        expect={"ELIG-11": "not_told", "ELIG-14": "none"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="the wait is over",
        journey=stories.with_referral(
            _planned, waiting_since=date(2026, 10, 9), waited_until=date(2026, 10, 26)
        ),
        on=PLANNED_ON,
        expect={"ELIG-14": "waited"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="whether there is a placement is not recorded",
        journey=evolve(_planned, placements=None),
        on=PLANNED_ON,
        places_free=1,
        expect={"ELIG-11": "not_recorded", "ELIG-12": "no_provision", "ELIG-14": "no_placements"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="a stay that has ended is over",
        journey=stories.returned(),
        on=LONG_AFTER,
        places_free=3,
        expect={"ELIG-11": "ended"},
        answer=Eligibility.CANNOT_TELL,
    ),
    Case(
        name="a referral that no placement has followed yet",
        journey=evolve(_planned, placements=()),
        referral=stories.referral(),
        on=PLANNED_ON,
        places_free=1,
        expect={
            "ELIG-1": "made",
            "ELIG-8": "no_start",
            "ELIG-9": "support",
            "ELIG-10": "taught",
            "ELIG-12": "served",
        },
        answer=Eligibility.MAY_START,
    ),
)
