"""What a rule may look at: the record as it stood, and the stay and referral that are meant."""

from datetime import UTC, date, datetime

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from iapcore.decisions.situation import Situation
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.referral import Referral
from iapcore.record.stream import Stream
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.laws import COLLECTIONS, later, policies, told
from tests.stories import BEGAN, ENDED, LONG_AFTER, ON, PLANNED_ON, ROOM

POLICY = profile("half-term")
FIRST = stories.placement(began=date(2026, 9, 7), planned=None, ref="p0", referral="r0")
FIRST_ENDED = evolve(FIRST, ending=Ending(day=date(2026, 10, 16)))
SECOND = stories.placement()
OLD_REFERRAL = stories.referral(ref="r0", day=date(2026, 6, 1))
NEW_REFERRAL = stories.referral()


def of(journey: Journey, on: date = ON, **named: object) -> Situation:
    return Situation.of(journey, policy=POLICY, on=on, **named)  # type: ignore[arg-type]


def two_stays(*placements: Placement) -> Journey:
    return evolve(stories.hybrid(), referrals=(OLD_REFERRAL, NEW_REFERRAL), placements=placements)


def test_nothing_later_is_seen() -> None:
    seen = of(stories.returned(), ON)
    assert seen.placement is not None
    assert (seen.placement.began, seen.placement.ending) == (BEGAN, None)
    assert seen.stay == DateSpan(BEGAN, ON)
    assert [one.starts.day for one in seen.timetables or ()] == [2, 9, 16]
    assert seen.journey.marks is not None
    assert seen.journey.marks.complete.end == ON


def test_what_was_planned_is_seen_before_it_comes() -> None:
    seen = of(stories.returned(), PLANNED_ON)
    assert seen.placement is not None
    assert (seen.placement.began, seen.placement.start) == (None, BEGAN)
    assert seen.stay is None
    assert seen.timetables is None
    assert seen.week is None


def test_a_stay_that_has_ended_ends_there() -> None:
    assert of(stories.returned(), LONG_AFTER).stay == DateSpan(BEGAN, ENDED)


@pytest.mark.parametrize("order", [(FIRST_ENDED, SECOND), (SECOND, FIRST_ENDED)])
def test_the_latest_stay_is_meant_in_whichever_order_they_are_written(order: tuple[Placement, ...]) -> None:
    seen = of(two_stays(*order))
    assert seen.placement == SECOND
    assert seen.referral == NEW_REFERRAL


def test_a_further_stay_that_is_planned_does_not_hide_the_open_one() -> None:
    planned = evolve(SECOND, planned=DateSpan(date(2027, 1, 4), None), began=None)
    assert of(two_stays(planned, FIRST)).placement == FIRST
    assert of(two_stays(planned, FIRST_ENDED)).placement == planned


def test_another_stay_can_be_named() -> None:
    seen = of(two_stays(FIRST_ENDED, SECOND), placement=FIRST_ENDED)
    assert (seen.placement, seen.referral) == (FIRST_ENDED, OLD_REFERRAL)
    earlier = of(two_stays(FIRST_ENDED, SECOND), date(2026, 10, 1), placement=FIRST_ENDED)
    assert earlier.placement == FIRST


@pytest.mark.parametrize("order", [(FIRST_ENDED, SECOND), (SECOND, FIRST_ENDED)])
def test_a_referral_can_be_named_and_means_the_latest_stay_that_it_led_to(
    order: tuple[Placement, ...],
) -> None:
    assert of(two_stays(*order), referral=OLD_REFERRAL).placement == FIRST_ENDED
    again = evolve(FIRST_ENDED, began=date(2026, 11, 30), ending=None)
    assert of(two_stays(*order, again), date(2026, 12, 1), referral=OLD_REFERRAL).placement == again
    unled = stories.referral(ref=None)
    assert of(two_stays(*order), referral=unled).placement is None


def test_a_named_referral_is_seen_as_it_stood() -> None:
    assert of(stories.hybrid(), date(2026, 9, 1), referral=NEW_REFERRAL).referral is None


def test_without_a_link_the_referral_is_the_last_before_the_start() -> None:
    unlinked = evolve(SECOND, referral=None)
    later_one = Referral(day=date(2026, 11, 16))
    journey = evolve(two_stays(unlinked), referrals=(later_one, NEW_REFERRAL, OLD_REFERRAL))
    assert of(journey).referral == NEW_REFERRAL
    nowhere = evolve(unlinked, planned=None, began=None)
    assert of(evolve(journey, placements=(nowhere,))).referral == later_one


def test_a_link_that_leads_nowhere_is_not_guessed() -> None:
    assert of(two_stays(evolve(SECOND, referral="r9"))).referral is None


def test_the_provision_is_that_of_the_stay() -> None:
    assert of(stories.hybrid()).provision == ROOM
    assert of(stories.with_placement(stories.hybrid(), provision=None)).provision is None


def test_the_provision_of_the_referral_counts_where_no_stay_is_known_to_be() -> None:
    """Whether there is a placement elsewhere must not be guessed from a referral."""
    journey = stories.hybrid()
    assert of(evolve(journey, placements=())).provision == ROOM
    assert of(evolve(journey, placements=None)).provision is None
    assert of(evolve(journey, placements=(), referrals=())).provision is None


def test_the_week_in_force_when_the_stay_began_comes_first() -> None:
    journey = stories.hybrid()
    before = (
        stories.week(date(2026, 9, 2), stories.ALL_BACK),
        stories.week(date(2026, 10, 12), stories.ALL_IN_BASE),
    )
    kept = evolve(journey, timetables=((journey.timetables or ())[2], *before))
    assert [one.starts for one in of(kept).timetables or ()] == [date(2026, 10, 12), date(2026, 11, 16)]
    week = of(kept).week
    assert week is not None
    assert len(week.returned) == 5
    assert week.never_left == ()


@pytest.mark.parametrize(
    ("starts", "grid", "told"),
    [
        (date(2026, 9, 2), stories.ALL_BACK, False),
        (date(2026, 9, 2), "EMMMM MMMMM MMMMM MMMMM MMMMM", False),
        (date(2026, 9, 2), "BMMMM MMMMM MMMMM MMMMM MMMMM", True),
        (date(2026, 9, 2), "?MMMM MMMMM MMMMM MMMMM MMMMM", True),
        (BEGAN, stories.ALL_BACK, True),
    ],
)
def test_a_week_from_before_the_stay_without_a_lesson_in_the_base_says_nothing_of_it(
    starts: date, grid: str, *, told: bool
) -> None:
    seen = of(evolve(stories.hybrid(), timetables=(stories.week(starts, grid),)))
    assert bool(seen.timetables) == told
    assert (seen.week is None) == (not told or "?" in grid)


def test_a_version_after_the_last_day_is_no_part_of_the_stay() -> None:
    journey = stories.returned()
    after = stories.week(date(2027, 1, 4), stories.ALL_IN_BASE)
    seen = of(evolve(journey, timetables=(*(journey.timetables or ()), after)), LONG_AFTER)
    assert seen.week is not None
    assert seen.week.in_base == ()


@pytest.mark.parametrize(
    "grid", ["MMBBB MMM?B BBBBB BBBBB BBBBB", "..... ..... ..... ..... ....."], ids=["not where", "no lesson"]
)
def test_a_week_is_known_where_every_lesson_of_it_is(grid: str) -> None:
    journey = stories.hybrid()
    weeks = (*(journey.timetables or ()), stories.week(date(2026, 11, 19), grid))
    assert of(evolve(journey, timetables=weeks)).week is None
    assert of(evolve(journey, timetables=())).week is None


def test_colours_are_the_pupils_own() -> None:
    colours = of(stories.hybrid()).colours
    assert colours is not None
    assert colours[stories.slots("Thu:1")[0]] is LessonColour.GREEN
    assert of(evolve(stories.hybrid(), ratings=None)).colours is None


def test_a_stay_that_was_neither_begun_nor_planned_is_not_there_yet() -> None:
    to_come = Placement(began=LONG_AFTER)
    assert evolve(stories.hybrid(), placements=(to_come,)).as_of(ON).placements == ()
    assert of(evolve(stories.hybrid(), placements=(SECOND, to_come))).placement == SECOND
    undated = Placement(ref="p9")
    assert evolve(stories.hybrid(), placements=(undated, to_come)).as_of(ON).placements == (undated,)
    assert evolve(stories.hybrid(), placements=None).as_of(ON).placements is None


@given(told(), policies(), st.data())
def test_records_dated_after_the_day_change_nothing_that_a_rule_sees(
    told_on: tuple[Journey, date], policy: str, data: st.DataObject
) -> None:
    journey, on = told_on
    grown = data.draw(later(journey, on))
    chosen = profile(policy)
    assert Situation.of(grown, policy=chosen, on=on) == Situation.of(journey, policy=chosen, on=on)


def test_something_is_added() -> None:
    """The property above would say nothing if nothing were ever added."""
    none = Stream(complete=DateSpan(BEGAN, ON), events=())
    kept = {name: getattr(stories.supported(), name) for name in ("needs", "interventions")}
    journey = evolve(
        stories.prepared(),
        **kept,
        removals=none,
        contacts=none,
        vocational_places=(),
        qualifications=(),
        pathway=(),
        choices=(),
        plans=(),
    )
    grown: set[str] = set()

    @settings(max_examples=300)
    @given(later(journey, ON))
    def look(after: Journey) -> None:
        grown.update(name for name in COLLECTIONS if getattr(after, name) != getattr(journey, name))

    look()
    assert grown == set(COLLECTIONS)


@pytest.mark.parametrize("on", ["2026-11-22", datetime(2026, 11, 22, tzinfo=UTC), None])
def test_the_day_is_a_plain_date(on: date) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        of(stories.hybrid(), on)
    (problem,) = caught.value.problems
    assert (problem.path, problem.kind) == ("on", ProblemKind.WRONG_TYPE)
