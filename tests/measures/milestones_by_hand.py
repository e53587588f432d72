"""What pupils come to, a second time: read off plain records, with days walked one by one."""

from collections.abc import Iterator
from datetime import date, timedelta

from iapcore.guidance.policy import Policy
from iapcore.measures.milestones import Milestone, Trait
from iapcore.record.behaviour import Suspension
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.referral import Decided, Referral
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.suspension_codes import SuspensionCategory
from tests.measures.by_hand import overran, stays_seen, what_came_after

DAY = timedelta(days=1)
BACK = (Destination.MAINSTREAM, Destination.MAINSTREAM_IN_PART)
EXITS = (
    "managed_move",
    "off_site_direction",
    "elective_home_education",
    "permanent_exclusion",
    "external_alternative_provision",
)


def days_by_hand(journey: Journey, milestone: Milestone, policy: Policy, on: date) -> list[date | None]:
    """The days of a milestone by `on`; `None` for each thing of which it is not recorded."""
    if milestone in (Milestone.REFERRED, Milestone.DECLINED, Milestone.WAITING):
        if journey.referrals is None:
            return [None]
        asked = [one for one in journey.referrals if one.day <= on]
        ways = {Milestone.REFERRED: _referred, Milestone.DECLINED: _declined, Milestone.WAITING: _waited}
        return [day for one in asked for day in ways[milestone](journey, one, on)]
    if journey.placements is None:
        return [None]
    if milestone is Milestone.PLACED:
        return [one.began for one in stays_seen(journey, on) if not _is_to_come(one, on)]
    return list(_ended(journey, policy, on, milestone))


def _referred(_: Journey, one: Referral, __: date) -> list[date | None]:
    return [one.day]


def _declined(_: Journey, one: Referral, on: date) -> list[date | None]:
    if one.decisions is None:
        return [None]
    return [each.day for each in one.decisions if each.day <= on and each.decided.value == "other_support"]


def _waited(journey: Journey, one: Referral, on: date) -> list[date | None]:
    """The first day of waiting from each 1 August on: every day from the first to `on` is walked."""
    begun = [
        stay.began
        for stay in journey.placements or ()
        if stay.began and one.day <= stay.began <= on and stay.referral in (None, one.ref)
    ]
    decisions = [each for each in one.decisions or () if each.day <= on]
    until = one.waited_until if one.waited_until and one.waited_until <= on else None
    since = one.waiting_since if one.waiting_since and one.waiting_since <= on else None
    if since is None:
        since = min((each.day for each in decisions if each.decided is Decided.WAITING_LIST), default=None)
    if since is None:
        return [] if until is None and (begun or one.decisions is not None) else [None]
    days: list[date | None] = []
    day, over = since, False
    while day <= on and not over:
        if day == since or (day.month, day.day) == (8, 1):
            days.append(day)
        decided = any(each.day == day and each.decided is not Decided.WAITING_LIST for each in decisions)
        over = until <= day if until else decided or day in begun
        day += DAY
    return days


def _is_to_come(one: Placement, on: date) -> bool:
    return one.began is None and one.planned is not None and on <= one.planned.start


def _ended(journey: Journey, policy: Policy, on: date, milestone: Milestone) -> Iterator[date | None]:
    stays = stays_seen(journey, on)
    for stay in stays:
        if _is_to_come(stay, on):
            continue
        if stay.began is None or (overran(stay, on) if stay.ending is None else not stay.ending.destination):
            yield None
        elif stay.ending is not None and stay.ending.destination is not None:
            others = [one for one in stays if one != stay]
            led_to = stay.ending.destination
            came = led_to is Destination.MAINSTREAM
            if milestone is Milestone.EXITED:
                came = led_to.value in EXITS or (
                    led_to in BACK
                    and what_came_after(stay, others, on) != "unplanned"
                    and _was_excluded(journey, stay.ending.day, policy, on)
                )
            if came:
                yield stay.ending.day


def _was_excluded(journey: Journey, ended: date, policy: Policy, on: date) -> bool:
    """Whether a permanent exclusion that stands was made from the end to the policy's last look."""
    last = on
    if journey.calendar is not None and policy.follow_up_weeks.value:
        at_last = journey.calendar.weeks_later(ended, max(policy.follow_up_weeks.value))
        last = min(on, at_last) if at_last else on
    events = journey.suspensions.events if journey.suspensions else ()
    return any(ended <= one.day <= last and _stands(one, on) for one in events)


def _stands(one: Suspension, on: date) -> bool:
    reviews = [each for each in one.reviews or () if each.day <= on]
    last = [each.result for each in reviews if all(each.day >= other.day for other in reviews)]
    offered = {each.value[1:] for each in last if each is not None} & {"RE", "WD"}
    return one.category is SuspensionCategory.PERMANENT and not offered


def group_by_hand(journey: Journey, trait: Trait, day: date) -> str:
    """The group of a pupil on a day, by what was written down last until then."""
    if trait is Trait.SEX:
        sex = journey.pupil.sex
        return "not recorded" if sex is None or sex.value not in ("M", "F") else sex.value
    version, since = None, date.min
    for one in journey.pupil.characteristics or ():
        if since <= one.since <= day:
            version, since = one, one.since
    said: object = None
    if version is not None and trait is Trait.SEN:
        said = version.sen_provision
    elif version is not None and trait is Trait.ETHNICITY:
        said = version.ethnicity and version.ethnicity.group
    elif version is not None:
        meals = True if version.free_school_meals else version.eligible_for_free_school_meals
        answer = meals if trait is Trait.FREE_SCHOOL_MEALS else version.is_looked_after
        return {True: "yes", False: "no", None: "not recorded"}[answer]
    return str(getattr(said, "value", None) or "not recorded")
