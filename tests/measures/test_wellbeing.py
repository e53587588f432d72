"""Better in the last questionnaire of a stay than in the first: by instrument, edition and informant, never across."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.guidance.policy import LeastGain, Policy
from iapcore.guidance.profiles import profile
from iapcore.measures.wellbeing import WEEKS, Wellbeing, count_improved
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.journey import Journey
from iapcore.record.placement import Ending, Placement
from iapcore.record.pupil import Pupil
from iapcore.tables.rows import to_rows
from iapcore.vocabulary.characteristics import Sex
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.instruments import Instrument, OwnInstrument, Polarity, Scale
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.spans import DateSpan
from tests import stories
from tests.cases import UNKNOWN
from tests.laws import later, shuffled, told
from tests.stories import BEGAN, CALENDAR, ENDED, LONG_AFTER, ON, PLANNED_ON, sdq

DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(weeks=1)
POLICY: Final = profile("half-term")
OURS: Final = OwnInstrument(
    name="our_form", scales=(Scale(name="calm", low=0, high=9, polarity=Polarity.HIGHER_IS_STRENGTH),)
)


def counted(*journeys: Journey, policy: Policy = POLICY, on: date = LONG_AFTER, **asked: Any) -> Wellbeing:
    return count_improved(journeys, policy=policy, on=on, **asked)


def asked(*filled_in: Assessment, began: date = BEGAN, ended: date | None = ENDED, **changes: Any) -> Journey:
    stay = Placement(began=began, ending=None if ended is None else Ending(day=ended))
    journey = Journey(
        pupil=Pupil(id=PupilId("elm-01"), sex=Sex.FEMALE),
        calendar=CALENDAR,
        placements=(stay,),
        assessments=filled_in,
    )
    return evolve(journey, **changes)


def calm(
    day: date, points: int, edition: str | None = "1", by: Informant | None = Informant.STAFF
) -> Assessment:
    scores = (ScaleScore(scale="calm", points=points),)
    return Assessment(day=day, instrument=OURS, edition=edition, informant=by, scores=scores)


FIRST: Final = BEGAN + 2 * DAY


# How long is long enough


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        (BEGAN + 3 * WEEK - DAY, "0 of 0 stays that were long enough; 1 not long enough"),
        (BEGAN + 3 * WEEK, "0 of 1 stays that were long enough"),
    ],
)
def test_more_than_three_school_weeks(ended: date, words: str) -> None:
    assert WEEKS == 3
    assert str(counted(asked(ended=ended))) == words


def test_holidays_are_no_weeks_in_the_provision() -> None:
    """Three weeks and a day on the wall, and a half-term holiday among them."""
    over = asked(began=date(2027, 2, 1), ended=date(2027, 2, 22))
    assert counted(over).compared.excluded == (("not long enough", 1),)
    assert counted(over, weeks=2).compared.base == 1


@pytest.mark.parametrize(
    ("journey", "on", "words"),
    [
        (UNKNOWN, ON, "0 of 0 stays that were long enough; 1 not known"),
        (stories.referred(), PLANNED_ON, "0 of 0 stays that were long enough; 1 not begun"),
        (stories.hybrid(), LONG_AFTER, "0 of 0 stays that were long enough; 1 not known"),
        (asked(calendar=None), LONG_AFTER, "0 of 0 stays that were long enough; 1 not known"),
        (asked(assessments=None), LONG_AFTER, "0 of 0 stays that were long enough; 1 not known"),
        (asked(ended=None), ON, "0 of 0 stays that were long enough; 1 not long enough"),
        (asked(ended=None), ENDED, "0 of 1 stays that were long enough"),
    ],
)
def test_where_a_stay_is_counted(journey: Journey, on: date, words: str) -> None:
    assert str(counted(journey, on=on).compared) == words


@pytest.mark.parametrize(
    ("journey", "why"),
    [
        (UNKNOWN, "placements not recorded"),
        (asked(placements=(Placement(),)), "first day not recorded"),
        (asked(placements=(Placement(began=BEGAN, planned=DateSpan(BEGAN, ENDED)),)), "end not recorded"),
        (asked(calendar=None), "the calendar does not reach"),
        (asked(assessments=None), "questionnaires not recorded"),
        (asked(sdq(FIRST, 20, 4), sdq(ENDED, 20, 4), sdq(ENDED, 10, 9)), "questionnaires not clear"),
    ],
)
def test_why_it_is_not_known(journey: Journey, why: str) -> None:
    filled_in = asked(sdq(FIRST, 20, 4), sdq(ENDED, 16, 6))
    found = counted(journey, filled_in)
    assert found.not_known == ((why, 1),)
    assert (found.compared.not_known, found.compared.base) == (1, 1)
    [one] = found.improvements
    assert one.not_known == ((why, 1),)
    assert (one.measure.not_known, one.measure.base) == (1, 1)


# What is better


def only(found: Wellbeing) -> str:
    [one] = found.improvements
    return str(one)


def test_a_story_told_whole() -> None:
    found = counted(asked(sdq(FIRST, 20, 4), sdq(ENDED, 16, 6)))
    assert str(found) == (
        "1 of 1 stays that were long enough\n"
        "SDQ, 2014, teacher: 1 of 1 stays with two questionnaires that compare; "
        "0 at the better end at first, 0 at the worse"
    )


@pytest.mark.parametrize(
    ("filled_in", "words"),
    [
        ((sdq(FIRST, 20, 4), sdq(ENDED, 20, 4)), "0 of 1"),
        ((sdq(FIRST, 20, 4), sdq(ENDED, 10, 3)), "0 of 1"),  # better on one scale, worse on another
        ((sdq(FIRST, 20, 4), sdq(ENDED + DAY, 10, 9)), "0 of 0 *; 1 not filled in twice"),  # after the stay
        ((sdq(BEGAN - DAY, 20, 4), sdq(ENDED, 10, 9)), "0 of 0 *; 1 not filled in twice"),
        ((sdq(FIRST, 20, 4), sdq(ENDED, 20, 4), sdq(ENDED, 10, 9)), "0 of 0 *; 1 not known"),
    ],
)
def test_where_a_pair_is_counted(filled_in: tuple[Assessment, ...], words: str) -> None:
    base = "stays with two questionnaires that compare"
    assert f": {words.replace(' *', f' {base}')}" in only(counted(asked(*filled_in)))


def test_the_policy_says_how_many_points_count() -> None:
    journey = asked(calm(FIRST, 4), calm(ENDED, 6))
    strict = POLICY.choosing(improvement=(LeastGain(instrument="our_form", points=3),))
    assert counted(journey).improvements[0].measure.numerator == 1
    assert counted(journey, policy=strict).improvements[0].measure.numerator == 0


def test_editions_and_informants_stand_apart() -> None:
    """Filled in by a teacher at first and by the family at the end, nothing compares."""
    mixed = asked(sdq(FIRST, 20, 4), sdq(ENDED, 10, 9, Informant.FAMILY), calm(FIRST, 4), calm(ENDED, 6, "2"))
    found = counted(mixed)
    assert [(one.instrument, one.edition, one.informant) for one in found.improvements] == [
        ("our_form", "1", Informant.STAFF),
        ("our_form", "2", Informant.STAFF),
        ("sdq", "2014", Informant.FAMILY),
        ("sdq", "2014", Informant.TEACHER),
    ]
    assert {one.measure.base for one in found.improvements} == {0}
    assert (found.compared.numerator, found.compared.base) == (0, 1)


def test_an_edition_that_is_not_recorded_may_say_otherwise() -> None:
    found = counted(asked(calm(FIRST, 4), calm(ENDED, 6), calm(ON, 1, None, None)))
    assert [one.measure.not_known for one in found.improvements] == [0, 1]
    assert found.compared.not_known == 1
    assert found.not_known == (("questionnaires not clear", 1),)
    assert str(found.improvements[0]).startswith(
        "our form, edition not recorded, informant not recorded: 0 of 0"
    )


@pytest.mark.parametrize(
    ("first", "ends"),
    [
        (sdq(FIRST, 0, 5), (1, 0)),
        (sdq(FIRST, 40, 5), (0, 1)),
        (sdq(FIRST, 20, 10), (1, 0)),
        (sdq(FIRST, 20, 0), (0, 1)),
        (sdq(FIRST, 0, 0), (1, 1)),
        (sdq(FIRST, 20, 5), (0, 0)),
    ],
)
def test_floor_and_ceiling_are_noted(first: Assessment, ends: tuple[int, int]) -> None:
    """Who has no difficulties at first cannot have fewer."""
    [found] = counted(asked(first, sdq(ENDED, 16, 6))).improvements
    assert (found.at_best, found.at_worst) == ends


def test_a_scale_that_was_left_out_in_the_end_is_at_no_end() -> None:
    last = evolve(sdq(ENDED, 16, 6), scores=(ScaleScore(scale="total", points=16),))
    [found] = counted(asked(sdq(FIRST, 20, 10), last)).improvements
    assert (found.at_best, found.measure.base) == (0, 1)


# Counted a second time

forms: Final = st.tuples(
    st.sampled_from((Instrument.SDQ, OURS)),
    st.sampled_from(("1", "1", "2", None)),
    st.sampled_from((Informant.STAFF, Informant.STAFF, Informant.FAMILY, None)),
)


@st.composite
def filled(draw: st.DrawFn) -> Assessment:
    instrument, edition, informant = draw(forms)
    points = st.integers(0, 3) | st.integers(7, 9)
    names = ("calm",) if instrument is OURS else ("conduct", "prosocial")
    scores = tuple(ScaleScore(scale=name, points=draw(points)) for name in names)
    day = BEGAN + draw(st.integers(-3, 50)) * DAY
    return Assessment(
        day=day,
        instrument=instrument,
        edition=edition,
        informant=informant,
        scores=scores[: draw(st.integers(1, 2))],
    )


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    filled_in = draw(st.lists(filled(), max_size=7))
    return asked(
        *filled_in,
        began=BEGAN + draw(st.integers(0, 3)) * DAY,
        ended=draw(st.none() | st.integers(15, 40).map(lambda days: BEGAN + days * DAY)),
        pupil=Pupil(id=PupilId("elm-01"), sex=draw(st.none() | st.sampled_from(Sex))),
    )


BETTER: Final = {"calm": 1, "conduct": -1, "prosocial": 1}


def _by_hand(journey: Journey, form: Any, on: date) -> str:
    """One stay on one form, told from its points alone."""
    [stay] = journey.placements or ()
    assert stay.began
    last_day = min(on, stay.ending.day) if stay.ending else on
    if (
        sum(
            stay.began + DAY * away in _sames(stay.began)
            for away in range(1, (last_day - stay.began).days + 1)
        )
        < 3
    ):
        return "not long enough"
    inside = [one for one in journey.assessments or () if stay.began <= one.day <= last_day]
    alike = [one for one in inside if (one.instrument, one.edition, one.informant) == form]
    if not alike:
        return "not filled in"
    vague = [one for one in inside if one.instrument == form[0] and None in (one.edition, one.informant)]
    days = sorted({one.day for one in alike})
    points: dict[date, dict[str, set[int]]] = {day: defaultdict(set) for day in days}
    for one in alike:
        for score in one.scores:
            points[one.day][score.scale].add(score.points)
    first, last = points[days[0]], points[days[-1]]
    if len(days) < 2 or None in form:
        two_days = len({one.day for one in (*alike, *vague)}) > 1
        return "not known" if vague and two_days else "not filled in twice"
    if any(len(found) > 1 for found in (*first.values(), *last.values())):
        return "not known"
    moved = {BETTER[scale] * (max(last[scale]) - max(first[scale])) for scale in first if scale in last}
    if min(moved) < 0:
        return "not better"
    return "not known" if vague else "better" if max(moved) > 0 else "not better"


def _sames(began: date) -> set[date]:
    """The same day of the week in each week with school."""
    weeks = {day - day.weekday() * DAY for day in CALENDAR.school_days(CALENDAR.span) or ()}
    return {monday + began.weekday() * DAY for monday in weeks}


def told_apart(journey: Journey) -> bool:
    """Whether no two questionnaires of one form and day have different scales: which is the first would be chance."""
    found: dict[Any, set[tuple[str, ...]]] = defaultdict(set)
    for one in journey.assessments or ():
        key = (one.instrument, one.edition, one.informant)
        found[one.day, key].add(tuple(score.scale for score in one.scores))
    return all(len(scales) == 1 for scales in found.values())


whole_forms: Final = journeys().filter(told_apart)


@given(st.lists(whole_forms, max_size=3), st.sampled_from((ON, ENDED, LONG_AFTER)))
def test_it_agrees_with_a_count_by_hand(drawn: list[Journey], on: date) -> None:
    drawn = [
        one
        for one in drawn
        if all(
            len(first.scores) == len(other.scores)
            for first in one.assessments or ()
            for other in one.assessments or ()
            if first.instrument == other.instrument
        )
    ]
    found = counted(*drawn, on=on, by=lambda one: one.pupil.sex)
    own = {"sdq": Instrument.SDQ, "our_form": OURS}
    for one in found.improvements:
        form = (own[one.instrument], one.edition, one.informant)
        by_hand = Counter(_by_hand(journey, form, on) for journey in drawn)
        assert one.measure.numerator == by_hand["better"]
        assert one.measure.base == by_hand.pop("better", 0) + by_hand.pop("not better", 0)
        unknown = by_hand.pop("not known", 0)
        assert one.measure.not_known == unknown
        assert one.not_known == ((("questionnaires not clear", unknown),) if unknown else ())
        assert dict(one.measure.excluded) == by_hand
        assert sum(part.base for _, part in one.measure.groups) == one.measure.base
        assert max(one.at_best, one.at_worst) <= one.measure.base


@given(st.lists(whole_forms, min_size=1, max_size=3))
def test_the_order_of_records_and_journeys_does_not_matter(drawn: list[Journey]) -> None:
    others = [evolve(one, assessments=(one.assessments or ())[::-1]) for one in reversed(drawn)]
    assert counted(*drawn) == counted(*others)


@given(told(), st.data())
def test_neither_what_comes_later_nor_another_order_changes_a_told_journey(
    told_on: tuple[Journey, date], data: st.DataObject
) -> None:
    journey, on = told_on
    now = counted(journey, on=on)
    assert now == counted(data.draw(later(journey, on)), on=on)
    assert now == counted(data.draw(shuffled(journey, on)), on=on)


# Out of the room


def test_small_numbers_are_hidden() -> None:
    better, worse = asked(calm(FIRST, 4), calm(ENDED, 6)), asked(calm(FIRST, 4), calm(ENDED, 2))
    [found] = counted(*[better] * 11, *[worse] * 2).improvements
    assert [(row["numerator"], row["base"]) for row in to_rows(found.measure)] == [("c", "13")]
    [row] = to_rows(found.measure, internal=True)
    assert (row["numerator"], row["base"]) == (11, 13)


def test_an_overrun_is_not_known() -> None:
    stay = Placement(began=BEGAN, planned=DateSpan(BEGAN, ENDED))
    assert counted(asked(placements=(stay,)), on=ENDED).compared.not_known == 0
    assert counted(asked(placements=(stay,)), on=ENDED + DAY).compared.not_known == 1


def test_stays_side_by_side() -> None:
    """On each questionnaire every stay is in one place, also one on which it was not filled in."""
    others = (asked(calm(FIRST, 4), calm(ENDED, 6)), asked(sdq(FIRST, 20, 4)), UNKNOWN)
    ours, theirs = counted(*others, by=lambda one: one.pupil.sex).improvements
    assert (ours.measure.numerator, ours.measure.excluded, ours.measure.not_known) == (
        1,
        (("not filled in", 1),),
        1,
    )
    assert theirs.measure.excluded == (("not filled in", 1), ("not filled in twice", 1))
    assert [label for label, _ in ours.measure.groups] == ["F", "not recorded"]
