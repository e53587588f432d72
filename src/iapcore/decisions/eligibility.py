"""May the placement start?

Rules of the room: a place is support, so nothing here asks whether a pupil deserves one. Support that was
not tried yet never stands alone in the way where people recorded why waiting would harm. The answer proposes
no managed move, off-site direction, home education, part-time timetable or exclusion, ever.
"""

from datetime import date
from typing import Final

from attrs import evolve
from dateutil.relativedelta import relativedelta

from iapcore.decisions.judgement import Decision, ask, verdict_of
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import FOUR_TENETS, INCLUSION_BASES
from iapcore.guidance.policy import Policy
from iapcore.guidance.sources import Force
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.referral import Consultation, Referral
from iapcore.vocabulary.people import Role, View
from iapcore.vocabulary.value import Word

__all__ = ["ELIGIBILITY", "Eligibility", "check_eligibility"]

_REFERRAL: Final = FOUR_TENETS.at("tenet 2, robust referral process")
_SUPPORT: Final = FOUR_TENETS.at("tenet 2, a place of support, not sanction")
_NO_REFERRAL: Final = {"no_referral": "No referral is recorded."}


class Eligibility(Word):
    """The answer to *may the placement start?*

    >>> Eligibility("not_yet").name
    'NOT_YET'
    """

    MAY_START = "may_start"
    NOT_YET = "not_yet"
    CANNOT_TELL = "cannot_tell"


_ANSWERS: Final = {
    Verdict.MET: Eligibility.MAY_START,
    Verdict.NOT_MET: Eligibility.NOT_YET,
    Verdict.NOT_KNOWN: Eligibility.CANNOT_TELL,
}


def _referral(situation: Situation) -> Referral:
    return known(situation.referral, "no_referral")


def _consulted(situation: Situation) -> tuple[Consultation, ...]:
    return known(_referral(situation).consultations, "not_recorded")


def _latest_view(consultations: tuple[Consultation, ...], role: Role) -> Consultation | None:
    """What people of a role said last; where they said unlike things on that day, their view is not known."""
    asked = [one for one in consultations if one.role is role]
    last = max(asked, key=lambda one: one.day, default=None)
    unlike = last is not None and any(one.day == last.day and one.view is not last.view for one in asked)
    return evolve(last, view=None) if last is not None and unlike else last


@rule(
    key="ELIG-1",
    asks="Was a referral made?",
    expects="A place follows from a referral, which is part of the school's own system of support.",
    force=Force.REQUIRED,
    cites=(_REFERRAL,),
    reads=("referrals",),
    overlooks="Who made it, and whether the form was complete.",
    met={"made": "A referral was made on {day}."},
    not_met={"none": "It is recorded that there was no referral."},
    not_known=_NO_REFERRAL,
)
def referral_was_made(situation: Situation) -> Said:
    if situation.referral is None and situation.journey.referrals == ():
        return said("none")
    return said("made", day=_referral(situation).day)


@rule(
    key="ELIG-2",
    asks="Why is this pupil at risk of losing learning?",
    expects="A place is for a pupil at risk of some form of exclusion or absence, seen or foreseen.",
    force=Force.REQUIRED,
    cites=(FOUR_TENETS.at("introduction, definition"),),
    reads=("referrals", "referral.grounds"),
    overlooks="How grave the ground is: pupils are not ranked.",
    met={"recorded": "Recorded as the ground: {grounds}."},
    not_met={"none": "It is recorded that there is no ground."},
    not_known=_NO_REFERRAL | {"not_recorded": "No ground is recorded."},
)
def ground_is_recorded(situation: Situation) -> Said:
    grounds = known(_referral(situation).grounds, "not_recorded")
    return said("recorded", grounds=tuple(one.ground for one in grounds)) if grounds else said("none")


@rule(
    key="ELIG-3",
    asks="Were other supports tried and evaluated first?",
    expects="A place is best used once various other supports have been tried and evaluated.",
    force=Force.REQUIRED,
    cites=(_REFERRAL,),
    reads=("referrals", "referral.supports", "referral.waiting_would_harm"),
    chooses=(
        "supports_evaluated",
        "prior_supports",
    ),
    overlooks="Which supports they were, and whether they helped: a support that did not help counts.",
    met={
        "tried": "Tried and evaluated: {evaluated}. The policy asks for {least}.",
        "waiting_would_harm": "Tried and evaluated: {evaluated}, where the policy asks for {least}; people recorded "
        "why waiting would harm, so go on, and look at it again at the first review.",
    },
    not_met={
        "too_few": "Tried and evaluated: {evaluated}. The policy asks for {least}.",
        "others_expected": "The policy expects these to be tried and evaluated too: {expected}.",
    },
    not_known=_NO_REFERRAL | {"not_recorded": "What was tried before is not recorded."},
)
def supports_came_first(situation: Situation) -> Said:
    referral = _referral(situation)
    least = situation.policy.supports_evaluated.value
    tried = referral.supports
    if tried is None and not referral.waiting_would_harm:
        return said("not_recorded")
    done = {one for one in tried or () if one.evaluation is not None}
    kinds = {one.support for one in done}
    expected = tuple(one for one in situation.policy.prior_supports.value if one not in kinds)
    if len(done) >= least and not expected:
        return said("tried", evaluated=len(done), least=least)
    if referral.waiting_would_harm:
        return said("waiting_would_harm", evaluated=len(done), least=least)
    if len(done) >= least:
        return said("others_expected", expected=expected)
    return said("too_few", evaluated=len(done), least=least)


@rule(
    key="ELIG-4",
    asks="Which data did the referral look at?",
    expects="A referral is driven by data of several kinds.",
    force=Force.REQUIRED,
    cites=(_REFERRAL, FOUR_TENETS.at("case study 2, Lister Community School")),
    reads=("referrals", "referral.data_considered"),
    chooses=("data_sets",),
    overlooks="What the data said.",
    met={"considered": "The referral looked at: {data}."},
    not_met={"some_left_out": "The referral has not looked at: {data}."},
    not_known=_NO_REFERRAL | {"not_recorded": "Which data were looked at is not recorded."},
)
def data_were_considered(situation: Situation) -> Said:
    considered = known(_referral(situation).data_considered, "not_recorded")
    left_out = tuple(one for one in situation.policy.data_sets.value if one not in considered)
    return said("some_left_out", data=left_out) if left_out else said("considered", data=considered)


@rule(
    key="ELIG-5",
    asks="Did the professionals that the policy names give their view?",
    expects="There is time to ask several professionals, most often five: the lead of the provision, pastoral "
    "staff, the SENCo, a senior leader and the safeguarding lead.",
    force=Force.REQUIRED,
    cites=(_REFERRAL,),
    reads=("referrals", "referral.consultations"),
    chooses=("professionals",),
    overlooks="Whether they agree: their views are for people to weigh.",
    met={"all_asked": "Asked, with a view recorded: {roles}."},
    not_met={"not_asked": "Not asked yet: {roles}."},
    not_known=_NO_REFERRAL
    | {
        "not_recorded": "Who was asked is not recorded.",
        "no_view": "Asked, but no view is recorded: {roles}.",
    },
)
def professionals_gave_a_view(situation: Situation) -> Said:
    consultations = _consulted(situation)
    expected = situation.policy.professionals.value
    latest = {role: _latest_view(consultations, role) for role in expected}
    if not_asked := tuple(role for role in expected if latest[role] is None):
        return said("not_asked", roles=not_asked)
    if no_view := tuple(role for role, one in latest.items() if one and one.view is None):
        return said("no_view", roles=no_view)
    return said("all_asked", roles=expected)


@rule(
    key="ELIG-6",
    asks="Were parents or carers involved, and are they on board?",
    expects="Parents or carers are involved before a place begins, and the offer is explained to them.",
    force=Force.REQUIRED,
    cites=(_REFERRAL, FOUR_TENETS.at("case study 2, Lister Community School")),
    reads=("referrals", "referral.consultations"),
    overlooks="Why they think so.",
    met={"on_board": "Parents or carers were asked on {day} and are for it."},
    not_met={
        "not_asked": "Parents or carers have not been asked yet.",
        "against": "Parents or carers were asked on {day} and are against it: listen, and talk again.",
    },
    not_known=_NO_REFERRAL
    | {
        "not_recorded": "Who was asked is not recorded.",
        "unsure": "Parents or carers were asked on {day} and are unsure, or their view is not recorded.",
    },
)
def family_is_on_board(situation: Situation) -> Said:
    latest = _latest_view(_consulted(situation), Role.FAMILY)
    if latest is None:
        return said("not_asked")
    reason = {View.FOR: "on_board", View.AGAINST: "against"}.get(latest.view or View.UNSURE, "unsure")
    return said(reason, day=latest.day)


@rule(
    key="ELIG-7",
    asks="Was the pupil involved?",
    expects="The child is involved in the referral.",
    force=Force.REQUIRED,
    cites=(_REFERRAL,),
    reads=("referrals", "referral.consultations"),
    overlooks="Whether the pupil would rather not: that is shown, and it is for people to answer.",
    met={
        "involved": "The pupil was asked on {day}.",
        "against": "The pupil was asked on {day} and is against it: find out what would make it right.",
    },
    not_met={"not_asked": "The pupil has not been asked yet."},
    not_known=_NO_REFERRAL | {"not_recorded": "Who was asked is not recorded."},
)
def pupil_was_involved(situation: Situation) -> Said:
    latest = _latest_view(_consulted(situation), Role.PUPIL)
    if latest is None:
        return said("not_asked")
    return said("against" if latest.view is View.AGAINST else "involved", day=latest.day)


@rule(
    key="ELIG-8",
    asks="Was there time to consult?",
    expects="A referral leaves enough time to consult; one school begins a month ahead.",
    force=Force.ADVISORY,
    cites=(_REFERRAL, FOUR_TENETS.at("case study 2, Lister Community School")),
    reads=("referrals", "placements", "placement.planned", "placement.began"),
    chooses=("lead_months",),
    overlooks="Whether the time was used.",
    met={"time": "Made on {referred} for a start on {start}. Months asked for: {months}."},
    not_met={"short": "Made on {referred} for a start on {start}. Months asked for: {months}."},
    not_known=_NO_REFERRAL | {"no_start": "The day on which the stay starts is not recorded."},
)
def there_was_time_to_consult(situation: Situation) -> Said:
    referred = _referral(situation).day
    start: date = known(situation.placement and situation.placement.start, "no_start")
    months = situation.policy.lead_months.value
    reason = "time" if referred <= start - relativedelta(months=months) else "short"
    return said(reason, referred=referred, start=start, months=months)


@rule(
    key="ELIG-9",
    asks="Is the place support, and not a sanction?",
    expects="A place is support and no part of a continuum of sanctions, and it does not stand in for a suspension.",
    force=Force.REQUIRED,
    cites=(_SUPPORT, INCLUSION_BASES.at("use of a base")),
    reads=("referrals", "placements", "placement.provision", "referral.instead_of_sanction"),
    overlooks="How the pupil experiences it: that is asked during the stay.",
    met={"support": "It is recorded that the place does not stand in for a sanction."},
    not_met={
        "instead": "It is recorded that the place stands in for a suspension or another sanction.",
        "room_of_sanction": "The room is recorded as one for sanctions: {kind}.",
    },
    not_known=_NO_REFERRAL
    | {
        "no_provision": "The provision is not recorded.",
        "not_recorded": "Whether the place stands in for a sanction is not recorded.",
    },
)
def place_is_support(situation: Situation) -> Said:
    referral = _referral(situation)
    provision = known(situation.provision, "no_provision")
    if not provision.kind.is_support:
        return said("room_of_sanction", kind=provision.kind)
    return said("instead" if known(referral.instead_of_sanction, "not_recorded") else "support")


@rule(
    key="ELIG-10",
    asks="Does the provision teach this pupil's key stage?",
    expects="The place that is offered is the right one for the pupil.",
    force=Force.REQUIRED,
    cites=(_REFERRAL,),
    reads=("placements", "placement.provision", "pupil.year_group"),
    overlooks="Whether it can meet the pupil's needs.",
    met={"taught": "The provision teaches {key_stage}."},
    not_met={"not_taught": "The provision is recorded as teaching {taught}; the pupil is in {key_stage}."},
    not_known={
        "no_provision": "The provision, or the key stages that it teaches, is not recorded.",
        "no_key_stage": "The pupil's year group is not recorded, or has no key stage.",
    },
)
def key_stage_is_taught(situation: Situation) -> Said:
    taught = known(situation.provision and situation.provision.key_stages, "no_provision")
    year = situation.journey.pupil.year_group
    key_stage = known(year and year.key_stage, "no_key_stage")
    if key_stage in taught:
        return said("taught", key_stage=key_stage)
    return said("not_taught", taught=taught, key_stage=key_stage)


@rule(
    key="ELIG-11",
    asks="Is a place free?",
    expects="Most schools have more pupils who would benefit than places: then there is a waiting list.",
    force=Force.REQUIRED,
    cites=(FOUR_TENETS.at("tenet 4, planned and supported transition"),),
    reads=("placements", "placement.began"),
    overlooks="Who else waits: nobody is ranked.",
    met={
        "free": "Places free: {places}.",
        "already_here": "The pupil has had the place since {began}.",
    },
    not_met={"full": "No place is free: the pupil waits, and support while waiting is agreed."},
    not_known={
        "not_recorded": "Whether the pupil has a place already is not recorded.",
        "not_told": "Whether a place is free is not known here.",
    },
)
def place_is_free(situation: Situation) -> Said:
    if situation.placement and situation.placement.began:
        return said("already_here", began=situation.placement.began)
    known(situation.journey.placements, "not_recorded")
    places = known(situation.places_free, "not_told")
    return said("free", places=places) if places >= 1 else said("full")


ELIGIBILITY: Final[tuple[Rule, ...]] = (
    referral_was_made,
    ground_is_recorded,
    supports_came_first,
    data_were_considered,
    professionals_gave_a_view,
    family_is_on_board,
    pupil_was_involved,
    there_was_time_to_consult,
    place_is_support,
    key_stage_is_taught,
    place_is_free,
)
"""The law of this room."""


def check_eligibility(
    journey: Journey,
    *,
    policy: Policy,
    on: date,
    placement: Placement | None = None,
    referral: Referral | None = None,
    places_free: int | None = None,
) -> Decision[Eligibility]:
    """May the placement start, as the record stood on `on`?

    By default the question is about the latest placement that had begun or was planned; name another with
    `placement=` or ask about a `referral=`. `places_free` depends on other pupils; left out, it is not known.

    >>> from datetime import date
    >>> from iapcore import Journey, Pupil, PupilId, check_eligibility, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")))
    >>> decision = check_eligibility(journey, policy=profile(), on=date(2026, 11, 20))
    >>> decision.answer.name, len(decision.missing)
    ('CANNOT_TELL', 11)
    """
    situation = Situation.of(
        journey, policy=policy, on=on, placement=placement, referral=referral, places_free=places_free
    )
    findings = ask(ELIGIBILITY, situation)
    answer = _ANSWERS[verdict_of(findings)]
    return Decision(about="eligibility", answer=answer, findings=findings, policy=policy.named, on=on)
