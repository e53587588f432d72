"""The stages of a journey and the steps between them, drawn and told from the one table in `guidance.steps`.

Rules of the room: every arrow is a move of the table; where a stage stands on the sheet is all that is ours. A step
back is dashed, so that it can be told from a step on without colour.
"""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from iapcore.guidance.steps import MOVES, STEPS, Move, Stage, Step
from iapcore.reports.pictures import Picture
from iapcore.reports.words import in_words

__all__ = ["draw_steps", "steps_as_markdown"]

_AT: Final = {
    Stage.NOT_REFERRED: (0, 0),
    Stage.REFERRED: (1, 0),
    Stage.NOT_KNOWN: (2, 0),
    Stage.CONSULTED: (1, 1),
    Stage.WAITING: (0, 2),
    Stage.AGREED: (1, 2),
    Stage.OTHER_SUPPORT: (2, 2),
    Stage.SETTLING: (1, 3),
    Stage.IN_BASE: (0, 4),
    Stage.PART_WEEK: (2, 4),
    Stage.HYBRID: (1, 5),
    Stage.RETURNING: (1, 6),
    Stage.RETURNED: (1, 7),
    Stage.FOLLOWED_UP: (1, 8),
    Stage.CONTINUING_TO_QUALIFICATIONS: (0, 9),
    Stage.CONTINUING_TO_SPECIAL_SCHOOL: (1, 9),
    Stage.CONTINUING_THROUGH_PRIMARY: (2, 9),
    Stage.ENDED: (1, 10),
}
"""Column and row of each stage."""
_ACROSS, _DOWN, _WIDE, _LEFT, _TOP = 420, 160, 260, 20, 84
_LINE, _PAD, _ASIDE = 18, 30, 8
_ROWS: Final = 1 + max(row for _, row in _AT.values())


_TITLE: Final = "Stages of a journey, and the steps that may follow"
_KEY: Final = "Dashed: a step back. No step leads out of the school."


def draw_steps() -> Picture:
    """The map of a journey: each stage with the steps that may follow, and where a step may lead.

    >>> draw_steps().words.splitlines()[0]
    'Stages of a journey, and the steps that may follow'
    """
    words = "\n".join([_TITLE, *map(Move.format, MOVES)])
    width = _LEFT * 2 + _ACROSS * 2 + _WIDE
    height = _TOP + _DOWN * (_ROWS - 1) + _height(Stage.ENDED) + _LEFT
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" viewBox="0 0 {width} {height}" '
            'font-family="system-ui, sans-serif">'
        ),
        f'<title id="t">{_TITLE}</title>',
        f'<desc id="d">{escape(words)}</desc>',
        (
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
            'orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="#1b1b1f"/></marker></defs>'
        ),
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="34" font-size="22" font-weight="700" fill="#1b1b1f">{_TITLE}</text>',
        f'<text x="{_LEFT}" y="58" font-size="15" fill="#55555c">{_KEY}</text>',
        *_arrows(),
        *(part for stage in _AT for part in _box(stage)),
        "</svg>",
    ]
    return Picture(svg="\n".join(parts) + "\n", words=words)


def _height(stage: Stage) -> int:
    return _PAD + _LINE * len(STEPS[stage]) + _PAD // 3


def _corner(stage: Stage) -> tuple[int, int]:
    column, row = _AT[stage]
    return _LEFT + column * _ACROSS, _TOP + row * _DOWN


def _box(stage: Stage) -> Iterator[str]:
    x, y = _corner(stage)
    yield (
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_height(stage)}" rx="8" fill="#f2f5f5" stroke="#1b1b1f" '
        'stroke-width="1.5"/>'
    )
    name = in_words(stage)
    yield f'<text x="{x + 12}" y="{y + 21}" font-size="15" font-weight="700" fill="#1b1b1f">{escape(name)}</text>'
    for place, step in enumerate(STEPS[stage]):
        yield (
            f'<text x="{x + 12}" y="{y + _PAD + 11 + place * _LINE}" font-size="14" fill="#33333a">'
            f"{escape(in_words(step))}</text>"
        )


def _arrows() -> Iterator[str]:
    for move in MOVES:
        for to in move.to:
            if to is not move.stage:
                yield _arrow(move.stage, to, is_back=move.step is Step.STEP_BACK)


def _arrow(start: Stage, end: Stage, *, is_back: bool) -> str:
    (x1, y1), (x2, y2) = _middle(start), _middle(end)
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    shift_x, shift_y = (
        (y1 - y2) / length * _ASIDE,
        (x2 - x1) / length * _ASIDE,
    )  # to its own left: two ways, two lines
    begins = _edge(start, (x2 - x1, y2 - y1), (shift_x, shift_y))
    ends = _edge(end, (x1 - x2, y1 - y2), (shift_x, shift_y))
    dashed = ' stroke-dasharray="6 5"' if is_back else ""
    return (
        f'<line x1="{begins[0]:.1f}" y1="{begins[1]:.1f}" x2="{ends[0]:.1f}" y2="{ends[1]:.1f}" '
        f'stroke="#1b1b1f" stroke-width="1.6"{dashed} marker-end="url(#tip)"/>'
    )


def _middle(stage: Stage) -> tuple[float, float]:
    x, y = _corner(stage)
    return x + _WIDE / 2, y + _height(stage) / 2


def _edge(stage: Stage, towards: tuple[float, float], shift: tuple[float, float]) -> tuple[float, float]:
    """Where a line from the middle of a box, moved aside, leaves the box."""
    (x, y), half_wide, half_high = _middle(stage), _WIDE / 2, _height(stage) / 2
    x, y = x + shift[0], y + shift[1]
    reach = [
        (half - (off if way > 0 else -off)) / abs(way)
        for way, half, off in ((towards[0], half_wide, shift[0]), (towards[1], half_high, shift[1]))
        if way
    ]
    part = min(reach)
    return x + towards[0] * part, y + towards[1] * part


def steps_as_markdown() -> str:
    """The page of the steps: the map, and the table.

    >>> steps_as_markdown().splitlines()[0]
    '# Stages and steps'
    """
    lines = [
        "# Stages and steps",
        "",
        (
            "Where on the journey a pupil is, which step may follow, and to which stage it may lead. Each step is a "
            "proposal to talk about. No step leads out of the school; from the first lesson back there is always a "
            "way to stay or to step back."
        ),
        "",
        '<div class="wide" tabindex="0" role="group" aria-label="A wide picture">',
        f'<img src="../../assets/steps.svg" width="900" alt="{_TITLE}"></div>',
        "",
        "| stage | step | may lead to |",
        "|---|---|---|",
        *(
            f"| {in_words(move.stage)} | {in_words(move.step)} | {', '.join(map(in_words, move.to))} |"
            for move in MOVES
        ),
    ]
    return "\n".join(lines) + "\n"
