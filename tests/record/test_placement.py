"""The stay: planned, begun, extended, ended; and what it is for, which may change.

Expected: the plan, its extensions and the purpose are asked for *on a day*, and what people decided after
that day changes no answer. Of two decisions of one day the one written later counts.
"""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.placement import Ending, Entry, Extension, Placement, PurposeChange
from iapcore.strategies import days, records
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.settings import Destination, EndingKind
from iapcore.vocabulary.spans import DateSpan

DAY = timedelta(days=1)
PLANNED = DateSpan(date(2026, 11, 2), date(2026, 12, 11))
BEGAN = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("placement", "start"),
    [
        (Placement(), None),
        (Placement(planned=PLANNED), PLANNED.start),
        (Placement(began=BEGAN), BEGAN),
        (Placement(planned=PLANNED, began=BEGAN), BEGAN),
    ],
)
def test_it_starts_when_the_pupil_came_and_else_when_it_is_planned(
    placement: Placement, start: date | None
) -> None:
    assert placement.start == start


def test_a_stay_is_open_until_an_ending_is_recorded() -> None:
    """A planned end that has passed is no ending."""
    ending = Ending(day=PLANNED.end or BEGAN)
    assert Placement(planned=PLANNED).stay is None
    assert Placement(planned=PLANNED, began=BEGAN).stay == DateSpan(BEGAN)
    assert Placement(planned=PLANNED, began=BEGAN, ending=ending).stay == DateSpan(BEGAN, PLANNED.end)
    assert Placement(ending=ending).stay is None


def test_it_may_end_on_its_first_day_and_not_before() -> None:
    assert Placement(began=BEGAN, ending=Ending(day=BEGAN)).stay == DateSpan(BEGAN, BEGAN)
    with pytest.raises(InvalidRecordError) as caught:
        Placement(began=BEGAN, ending=Ending(day=BEGAN - DAY))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("ending.day", ProblemKind.OUT_OF_ORDER)


@given(st.from_type(Placement))
def test_a_stay_lies_between_its_first_and_its_last_day(placement: Placement) -> None:
    stay = placement.stay
    assert (stay is None) is (placement.began is None)
    if stay is not None:
        assert (stay.start, stay.end) == (placement.start, placement.ending and placement.ending.day)


# What a stay is for, and until when


SECRET = "what nobody is to read here"


def changed(days_later: int, purpose: str) -> PurposeChange:
    return PurposeChange(day=BEGAN + days_later * DAY, purpose=Purpose(purpose))


def extended(days_later: int, by_days: int) -> Extension:
    """Decided so many days after the stay began, until so many days after that."""
    return Extension(day=BEGAN + days_later * DAY, until=BEGAN + (days_later + by_days) * DAY)


def test_a_stay_comes_about_in_three_ways() -> None:
    assert [entry.value for entry in Entry] == ["first", "planned_further_stay", "unplanned_return"]
    assert Placement().entry is None


@pytest.mark.parametrize(
    ("agreed", "changes", "day", "expected"),
    [
        (None, None, 0, None),
        ("return", None, 0, "return"),
        ("return", [], 0, "return"),
        ("return", [(10, "qualifications")], 9, "return"),
        ("return", [(10, "qualifications")], 10, "qualifications"),
        ("return", [(10, "qualifications")], 999, "qualifications"),
        (None, [(10, "qualifications")], 9, None),
        ("return", [(10, "qualifications"), (20, "return")], 19, "qualifications"),
        ("return", [(10, "qualifications"), (20, "return")], 20, "return"),
        ("return", [(20, "primary_year"), (10, "qualifications")], 15, "qualifications"),
        ("return", [(20, "primary_year"), (10, "qualifications")], 25, "primary_year"),
        ("return", [(10, "qualifications"), (10, "primary_year")], 10, "primary_year"),
        ("return", [(10, "primary_year"), (10, "qualifications")], 10, "qualifications"),
    ],
)
def test_the_purpose_is_the_one_agreed_until_it_is_changed(
    agreed: str | None, changes: list[tuple[int, str]] | None, day: int, expected: str | None
) -> None:
    stay = Placement(
        purpose=agreed and Purpose(agreed),
        began=BEGAN,
        purpose_changes=None if changes is None else tuple(changed(*change) for change in changes),
    )
    found = stay.purpose_on(BEGAN + day * DAY)
    assert found is (None if expected is None else Purpose(expected))


@pytest.mark.parametrize(
    ("planned", "extensions", "day", "expected"),
    [
        (None, None, 0, None),
        (DateSpan(BEGAN), None, 0, None),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), None, 0, 40),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), [], 50, 40),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), [(30, 25)], 29, 40),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), [(30, 25)], 30, 55),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), [(30, 25)], 999, 55),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), [(30, 25), (50, 20)], 49, 55),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), [(30, 25), (50, 20)], 50, 70),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), [(50, 20), (30, 25)], 60, 70),
        (DateSpan(BEGAN, BEGAN + 40 * DAY), [(30, 25), (30, 15)], 30, 45),
        (DateSpan(BEGAN), [(30, 25)], 29, None),
        (DateSpan(BEGAN), [(30, 25)], 30, 55),
        (None, [(30, 0)], 30, 30),
    ],
)
def test_the_planned_end_is_the_one_last_decided(
    planned: DateSpan | None, extensions: list[tuple[int, int]] | None, day: int, expected: int | None
) -> None:
    """The last decision, which need not be the one that reaches furthest."""
    stay = Placement(
        planned=planned,
        extensions=None if extensions is None else tuple(extended(*one) for one in extensions),
    )
    found = stay.planned_until(BEGAN + day * DAY)
    assert found == (None if expected is None else BEGAN + expected * DAY)


@pytest.mark.parametrize(
    ("ended", "extensions", "day", "expected"),
    [
        (False, [], 40, False),
        (False, [], 41, True),
        (False, [(30, 25)], 41, False),
        (False, [(30, 25)], 55, False),
        (False, [(30, 25)], 56, True),
        (False, [(45, 10)], 44, True),
        (False, [(45, 10)], 45, False),
        (True, [], 999, False),
    ],
)
def test_a_stay_overruns_the_end_that_was_planned_at_the_time(
    ended: bool,  # noqa: FBT001
    extensions: list[tuple[int, int]],
    day: int,
    expected: bool,  # noqa: FBT001
) -> None:
    """On the last day itself it has not; one that was extended too late had."""
    stay = Placement(
        planned=DateSpan(BEGAN, BEGAN + 40 * DAY),
        began=BEGAN,
        extensions=tuple(extended(*one) for one in extensions),
        ending=Ending(day=BEGAN + 40 * DAY) if ended else None,
    )
    assert stay.overran(BEGAN + day * DAY) is expected


@pytest.mark.parametrize("planned", [None, DateSpan(BEGAN)])
def test_a_stay_without_a_planned_end_overruns_nothing(planned: DateSpan | None) -> None:
    assert Placement(planned=planned, began=BEGAN).overran(date(2199, 12, 31)) is False


few_days = st.integers(0, 4).map(lambda offset: BEGAN + offset * DAY)
changes_of_few_days = st.lists(st.builds(PurposeChange, day=few_days, purpose=st.sampled_from(Purpose)))
extensions_of_few_days = st.lists(
    st.tuples(few_days, few_days).map(lambda pair: Extension(day=min(pair), until=max(pair)))
)


@st.composite
def stays(draw: st.DrawFn) -> Placement:
    """Stays whose changes and extensions often fall on one day; and any others."""
    drawn = draw(records(Placement))
    if draw(st.booleans()):
        return drawn
    return attrs.evolve(
        drawn,
        purpose_changes=tuple(draw(changes_of_few_days)),
        extensions=tuple(draw(extensions_of_few_days)),
    )


@given(stays(), days() | few_days)
def test_purpose_and_plan_are_what_one_finds_reading_down_the_list(stay: Placement, on: date) -> None:
    purpose, since = stay.purpose, date.min
    for change in stay.purpose_changes or ():
        if since <= change.day <= on:
            purpose, since = change.purpose, change.day
    was_planned = stay.planned_on is None or stay.planned_on <= on
    end, since = stay.planned.end if stay.planned and was_planned else None, date.min
    for extension in stay.extensions or ():
        if since <= extension.day <= on:
            end, since = extension.until, extension.day
    assert stay.purpose_on(on) is purpose
    assert stay.planned_until(on) == end
    assert stay.overran(on) is (stay.ending is None and end is not None and end < on)


@given(stays(), days() | few_days, days() | few_days)
def test_what_was_decided_later_changes_no_answer(stay: Placement, one: date, other: date) -> None:
    on, then = max(one, other), min(one, other)
    seen = as_of(stay, on)
    if seen is None:  # nobody had planned it, and nobody had come
        assert stay.began is None or stay.began > on
        assert stay.planned_on is None or stay.planned_on > on
        assert stay.planned_on or stay.planned is None
        return
    assert seen.purpose_on(then) is stay.purpose_on(then)
    assert seen.planned_until(then) == stay.planned_until(then)
    assert seen.purpose_on(date.max) is stay.purpose_on(on)
    assert seen.planned_until(date.max) == stay.planned_until(on)


@pytest.mark.parametrize("until", [BEGAN, BEGAN + 30 * DAY])
def test_a_stay_is_extended_to_a_day_that_is_not_over(until: date) -> None:
    assert Extension(day=BEGAN, until=until).until == until


def test_a_stay_is_not_extended_into_the_past() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Extension(day=BEGAN, until=BEGAN - DAY)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == ("until", ProblemKind.OUT_OF_ORDER)
    assert problem.remedy == "It lies before day: look the two days up again."


@pytest.mark.parametrize(
    ("kind", "given_", "path", "problem_kind"),
    [
        (PurposeChange, {"day": None}, "day", ProblemKind.WRONG_TYPE),
        (PurposeChange, {"purpose": None}, "purpose", ProblemKind.WRONG_TYPE),
        (PurposeChange, {"purpose": "return"}, "purpose", ProblemKind.WRONG_TYPE),
        (PurposeChange, {"asked": Role.PUPIL}, "asked", ProblemKind.WRONG_TYPE),
        (PurposeChange, {"words": ""}, "words", ProblemKind.MALFORMED),
        (Extension, {"until": None}, "until", ProblemKind.WRONG_TYPE),
        (Extension, {"by": (None,)}, "by[0]", ProblemKind.WRONG_TYPE),
        (Extension, {"words": " "}, "words", ProblemKind.MALFORMED),
        (Ending, {"destination": EndingKind.EARLY}, "destination", ProblemKind.WRONG_TYPE),
        (Ending, {"kind": Destination.MAINSTREAM}, "kind", ProblemKind.WRONG_TYPE),
        (Ending, {"words": ""}, "words", ProblemKind.MALFORMED),
        (Placement, {"entry": "first"}, "entry", ProblemKind.WRONG_TYPE),
        (Placement, {"purpose_changes": [changed(0, "return")]}, "purpose_changes", ProblemKind.WRONG_TYPE),
        (Placement, {"extensions": (changed(0, "return"),)}, "extensions[0]", ProblemKind.WRONG_TYPE),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    kind: type, given_: dict[str, Any], path: str, problem_kind: ProblemKind
) -> None:
    right: dict[type, dict[str, Any]] = {
        PurposeChange: {"day": BEGAN, "purpose": Purpose.RETURN},
        Extension: {"day": BEGAN, "until": BEGAN},
        Ending: {"day": BEGAN},
        Placement: {},
    }
    with pytest.raises(InvalidRecordError) as caught:
        kind(**right[kind] | given_)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, problem_kind)


FULL = Placement(
    referral="r1",
    purpose=Purpose.RETURN,
    purpose_changes=(
        PurposeChange(
            day=BEGAN + 20 * DAY, purpose=Purpose.QUALIFICATIONS, asked=(Role.PUPIL,), words=SECRET
        ),
    ),
    entry=Entry.UNPLANNED_RETURN,
    planned=PLANNED,
    began=BEGAN,
    extensions=(
        Extension(
            day=BEGAN + 30 * DAY,
            until=BEGAN + 90 * DAY,
            by=(Role.PROVISION_LEAD, Role.FAMILY),
            words=SECRET,
        ),
    ),
    ending=Ending(day=BEGAN + 80 * DAY, kind=EndingKind.EXTENDED, chosen_by=Role.PUPIL, words=SECRET),
    ref="p1",
)


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (FULL, "‹Placement purpose_changes=1 planned=2026-11-02..2026-12-11 extensions=1›"),
        ((FULL.purpose_changes or ())[0], "‹PurposeChange asked=1›"),
        ((FULL.extensions or ())[0], "‹Extension by=2›"),
        (FULL.ending, "‹Ending›"),
    ],
)
def test_purposes_and_words_are_not_shown(record: object, shown: str) -> None:
    assert repr(record) == shown


OPEN = attrs.evolve(FULL, ending=None)
AS_PLANNED = attrs.evolve(OPEN, extensions=())
AS_AGREED = attrs.evolve(AS_PLANNED, purpose_changes=())


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (-1, attrs.evolve(AS_AGREED, began=None)),
        (0, AS_AGREED),
        (19, AS_AGREED),
        (20, AS_PLANNED),
        (29, AS_PLANNED),
        (30, OPEN),
        (79, OPEN),
        (80, FULL),
    ],
)
def test_a_stay_is_seen_as_it_went_on(day: int, expected: Placement) -> None:
    """An extension is known from the day on which it is decided, with the end to which it leads."""
    assert as_of(FULL, BEGAN + day * DAY) == expected


def test_a_stay_is_read_as_it_is_written() -> None:
    written = {
        "referral": "r1",
        "purpose": "return",
        "purpose_changes": [
            {"day": "2026-11-25", "purpose": "qualifications", "asked": ["pupil"], "words": SECRET}
        ],
        "entry": "unplanned_return",
        "planned": {"start": "2026-11-02", "end": "2026-12-11"},
        "began": "2026-11-05",
        "extensions": [
            {
                "day": "2026-12-05",
                "until": "2027-02-03",
                "by": ["provision_lead", "family"],
                "words": SECRET,
            }
        ],
        "ending": {"day": "2027-01-24", "kind": "extended", "chosen_by": "pupil", "words": SECRET},
        "ref": "p1",
    }
    assert unstructure(FULL) == written
    assert structure(written, Placement) == FULL
