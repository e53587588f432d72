"""Pictures of measures: what is drawn is what was counted, and stands in words too."""

import itertools
from datetime import date
from fractions import Fraction
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import OutOfScopeError
from iapcore.measures.durations import TIME_TO_RETURN, Incidence, _steps
from iapcore.measures.lasting import RELAPSES
from iapcore.measures.lengths import LENGTHS, Lengths, Spread, TimeUnit
from iapcore.measures.measure import Measure
from iapcore.measures.occupancy import PLACES
from iapcore.measures.published import publish_measure
from iapcore.measures.returns import RETURNS
from iapcore.reports.pictures import (
    Picture,
    draw_incidence,
    draw_lengths,
    draw_places,
    draw_published,
)
from iapcore.vocabulary.settings import Destination

SVG: Final = "{http://www.w3.org/2000/svg}"
ON: Final = date(2026, 11, 20)
LEFT, RIGHT, TOP, BOTTOM = 64, 474, 128, 328
ENDINGS: Final = (Destination.MAINSTREAM, Destination.MANAGED_MOVE, Destination.POST_16, None)
DRAWN: Final = "stroke-width"


def incidence(*stays: tuple[int, Destination | None], unit: TimeUnit = TimeUnit.SCHOOL_WEEKS) -> Incidence:
    return Incidence(
        definition=TIME_TO_RETURN, on=ON, unit=unit, steps=tuple(_steps([*stays])), excluded=(), not_known=()
    )


def parsed(picture: Picture) -> ET.Element:
    tree = ET.fromstring(picture.svg)
    assert tree.findtext(f"{SVG}desc") == picture.words
    assert tree.findtext(f"{SVG}title") == picture.words.splitlines()[0]
    return tree


def lines(picture: Picture) -> list[list[tuple[int, int]]]:
    """The three lines of the chart, return first; those of the key are left out."""
    found = [one.get("points") or "" for one in parsed(picture).iter(f"{SVG}polyline")][3:]
    still, other, back = [[tuple(map(int, place.split(","))) for place in one.split()] for one in found]
    return [[(x, y) for x, y in line] for line in (back, other, still)]


def texts(picture: Picture) -> list[str]:
    return [one.text or "" for one in parsed(picture).iter(f"{SVG}text")]


STAYS: Final = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(ENDINGS)), min_size=1, max_size=30)


@given(STAYS)
def test_each_line_ends_where_its_share_is(stays: list[tuple[int, Destination | None]]) -> None:
    times = incidence(*stays)
    last = times.steps[-1]
    back = dict(last.incidence).get(Destination.MAINSTREAM, Fraction(0))
    shares = (back, 1 - back - last.still, last.still)
    for line, share in zip(lines(draw_incidence(times)), shares, strict=True):
        assert line[0][0] == LEFT
        assert line[-1][1] == BOTTOM - 200 * share.numerator // share.denominator
        assert all(LEFT <= x <= RIGHT and TOP <= y <= BOTTOM for x, y in line)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in itertools.pairwise(line))


@given(STAYS)
def test_the_words_are_a_table_of_all_steps(stays: list[tuple[int, Destination | None]]) -> None:
    _, heads, *rows = draw_incidence(incidence(*stays)).words.splitlines()
    assert heads.split("  ")[0] == "school weeks"
    assert [int(row.split()[0]) for row in rows] == sorted({time for time, _ in stays})


def test_other_endings_stand_beside_returns() -> None:
    times = incidence(
        (6, Destination.MAINSTREAM), (6, Destination.MAINSTREAM), (3, Destination.MANAGED_MOVE), (8, None)
    )
    picture = draw_incidence(times)
    assert picture.words.splitlines() == [
        "After how long stays led back, seen on 20 November 2026 (4 stays)",
        "school weeks    back in mainstream    ended otherwise    still in the stay",
        "3               0 %                   25 %               75 %",
        "6               50 %                  25 %               25 %",
        "8               50 %                  25 %               25 %",
    ]
    assert "4 stays, seen on 20 November 2026; internal. Faster is not better" in texts(picture)
    assert len([*parsed(picture).iter(f"{SVG}circle")]) == 2  # one in the key, one where it moved


def test_days_have_room_for_their_labels() -> None:
    picture = draw_incidence(incidence((190, Destination.MAINSTREAM), unit=TimeUnit.SCHOOL_DAYS))
    assert "school days in the stay" in texts(picture)
    assert [one for one in texts(picture) if one.isdigit()] == [str(time) for time in range(0, 191, 22)]


def test_a_stay_within_a_holiday_is_drawn_too() -> None:
    assert draw_incidence(incidence((0, None))).words.splitlines()[-1].split()[0] == "0"


def test_no_stay_is_no_picture() -> None:
    for draw in (
        lambda: draw_incidence(incidence()),
        lambda: draw_lengths(lengths()),
        lambda: draw_places([]),
    ):
        with pytest.raises(OutOfScopeError, match="nothing to draw"):
            draw()


def lengths(
    planned: list[int] | None = None, ended: list[int] | None = None, open_: list[int] | None = None
) -> Lengths:
    return Lengths(
        definition=LENGTHS,
        on=ON,
        unit=TimeUnit.SCHOOL_WEEKS,
        planned=Spread.of(planned or []),
        ended=Spread.of(ended or []),
        so_far=Spread.of(open_ or []),
        unplanned=0,
        extended=0,
        excluded=(),
        not_known=(),
    )


def test_lengths_in_words_and_bars() -> None:
    picture = draw_lengths(lengths([6, 6], [2, 9, 6, 7]))
    assert picture.words.splitlines()[1:] == [
        "as planned at first: 6 (2 stays)",
        "ended: 2 to 9, in the middle 6.5 (4 stays)",
        "open, so far: none",
    ]
    bars = [one for one in parsed(picture).iter(f"{SVG}rect") if one.get("height") == "14"]
    assert [(one.get("x"), one.get("width")) for one in bars] == [("320", "4"), ("117", "359")]
    middles = [one for one in parsed(picture).iter(f"{SVG}rect") if one.get("width") == "6"]
    assert [one.get("x") for one in middles] == ["319", "344"]


def test_a_single_stay_of_no_length_is_drawn() -> None:
    assert "ended: 0 (1 stay)" in draw_lengths(lengths(ended=[0])).words


def places(taken: int, base: int, not_known: int = 0) -> Measure:
    return Measure(definition=PLACES, on=ON, numerator=taken, base=base, not_known=not_known)


def test_places_taken_beside_places() -> None:
    named = [("Elm Room", places(6, 8)), ("Oak Room", places(9, 4, 1)), ("Ash Room" * 9, places(0, 0))]
    picture = draw_places(named)
    shortened = f"{'Ash Room' * 4}A…"
    assert picture.words.splitlines()[1:] == [
        "Elm Room: 6 of 8",
        "Oak Room: 9 of 4; 1 not known",
        f"{shortened}: 0; places not recorded",
    ]
    frames, fills = (
        [
            int(one.get("width") or 0)
            for one in parsed(picture).iter(f"{SVG}rect")
            if one.get("height") == high
        ]
        for high in ("18", "10")
    )
    assert frames == [456 * 8 // 9, 456 * 4 // 9, 0]
    assert fills == [456 * 6 // 9, 456, 0]


def test_what_is_hidden_has_no_bar() -> None:
    groups = (
        ("7", Measure(definition=RETURNS, on=ON, numerator=20, base=40)),
        ("8", Measure(definition=RETURNS, on=ON, numerator=38, base=40)),
        ("9", Measure(definition=RETURNS, on=ON, numerator=39, base=40)),
    )
    whole = Measure(definition=RETURNS, on=ON, numerator=97, base=120, groups=groups)
    picture = draw_published(publish_measure(whole))
    assert picture.words.splitlines()[1:] == [
        "all: 97 of 120 (81 %)",
        "7: 20 of 40 (50 %)",
        "8: c of 40",
        "9: c of 40",
    ]
    fills = [one.get("width") for one in parsed(picture).iter(f"{SVG}rect") if one.get("height") == "10"]
    assert fills == [str(456 * 97 // 120), "228"]


def test_a_long_heading_takes_two_lines() -> None:
    one = publish_measure(Measure(definition=RELAPSES, on=ON, numerator=20, base=40))
    short = publish_measure(Measure(definition=RETURNS, on=ON, numerator=20, base=40))
    heads = texts(draw_published(one))[:2]
    assert " ".join(heads).lower() == RELAPSES.numerator
    assert all(len(head) <= 48 for head in heads)
    assert int(parsed(draw_published(one)).get("height") or 0) >= int(
        parsed(draw_published(short)).get("height") or 0
    )
