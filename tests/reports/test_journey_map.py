"""The map is drawn from the table of moves: every stage, every step, every arrow."""

from xml.etree import ElementTree as ET

import pytest

from iapcore.guidance.steps import MOVES, STEPS, Stage, Step
from iapcore.reports.journey_map import draw_steps, steps_as_markdown
from iapcore.reports.words import in_words

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = draw_steps()
SHEET = ET.fromstring(DRAWN.svg)


def test_every_stage_and_step_is_written() -> None:
    texts = [text.text for text in SHEET.iter(f"{SVG}text")]
    assert texts[2:] == [
        words
        for stage in (stage for stage in _order())
        for words in (in_words(stage), *map(in_words, STEPS[stage]))
    ]
    assert {in_words(stage) for stage in Stage} <= set(texts)


def _order() -> list[Stage]:
    texts = [text.text for text in SHEET.iter(f"{SVG}text")]
    return sorted(Stage, key=lambda stage: texts.index(in_words(stage)))


def test_there_is_an_arrow_for_every_move_to_another_stage_and_steps_back_are_dashed() -> None:
    lines = list(SHEET.iter(f"{SVG}line"))
    moves = [(move.step, to) for move in MOVES for to in move.to if to is not move.stage]
    assert len(lines) == len(moves)
    dashed = [line.get("stroke-dasharray") is not None for line in lines]
    assert dashed == [step is Step.STEP_BACK for step, _ in moves]


def test_no_arrow_leaves_the_sheet_and_no_two_are_one() -> None:
    _, _, wide, high = map(float, str(SHEET.get("viewBox")).split())
    ends = [
        tuple(float(str(line.get(end))) for end in ("x1", "y1", "x2", "y2"))
        for line in SHEET.iter(f"{SVG}line")
    ]
    assert len(set(ends)) == len(ends)
    for x1, y1, x2, y2 in ends:
        assert 0 < min(x1, x2) < max(x1, x2) + 1 < wide
        assert 0 < min(y1, y2) <= max(y1, y2) < high


def test_the_content_stands_as_text() -> None:
    desc = SHEET.find(f"{SVG}desc")
    assert desc is not None
    assert desc.text == DRAWN.words
    for move in MOVES:
        assert move.format() in DRAWN.words


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.format())
def test_the_page_has_a_row_for_every_move(move: object) -> None:
    stage, step, to = (getattr(move, name) for name in ("stage", "step", "to"))
    assert f"| {in_words(stage)} | {in_words(step)} | {', '.join(map(in_words, to))} |" in steps_as_markdown()
