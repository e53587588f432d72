"""What the pictures have in common: the sheet, its inks and fills, boxes, texts and marks."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias
from xml.sax.saxutils import escape

from iapcore.record.timetable import Blank
from iapcore.reports.pictures.picture import Picture
from iapcore.vocabulary.colours import LessonColour

__all__ = [
    "DARK",
    "FILL",
    "GREY",
    "LIGHT",
    "PALE",
    "Cell",
    "box",
    "bubble",
    "letter",
    "name",
    "pair",
    "rect",
    "roof",
    "sheet",
    "shortened",
    "text",
]

Cell: TypeAlias = LessonColour | Blank

DARK, LIGHT, GREY, PALE = "#1b1b1f", "#ffffff", "#55555c", "#f0f1f3"
FILL: Final[dict[Cell, tuple[str, str]]] = {
    LessonColour.GREEN: ("#d3ecc9", DARK),
    LessonColour.AMBER: ("#e9a93f", DARK),
    LessonColour.RED: ("#9c3238", LIGHT),
    Blank.UNRATED: (LIGHT, DARK),
}
"""The fill of a cell and the ink on it; on a photocopy they are light, middle, dark and white."""


def sheet(title: str, words: str, wide: int, high: int, drawn: Iterable[str]) -> Picture:
    """A picture of that size: its title and its content as text, then what is drawn."""
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
            f'style="max-width:100%;height:auto" role="img" aria-label="{title}" '
            'font-family="Helvetica, Arial, sans-serif">'
        ),
        f"<title>{title}</title>",
        f"<desc>{escape(words)}</desc>",
        f'<rect width="{wide}" height="{high}" rx="12" fill="{LIGHT}"/>',
        *drawn,
        "</svg>\n",
    ]
    return Picture(svg="\n".join(lines), words=words)


def name(colour: Cell) -> str:
    """A colour in words."""
    return colour.value if isinstance(colour, LessonColour) else "not rated"


def letter(colour: Cell) -> str:
    """The sign of a colour."""
    return colour.letter if isinstance(colour, LessonColour) else colour.value


def shortened(words: str, most: int) -> str:
    """The words, cut where there is no room for them."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


def box(
    x: int,
    y: int,
    wide: int,
    high: int,
    colour: Cell,
    *,
    in_base: bool = False,
    is_next: bool = False,
) -> Iterator[str]:
    """A lesson: filled with its colour, dashed inside where it is in the base, framed where it is next."""
    fill, ink = FILL[colour]
    yield rect(x, y, wide, high, f'rx="8" fill="{fill}" stroke="{GREY}" stroke-opacity="0.6"')
    if in_base:
        dashed = f'rx="6" fill="none" stroke="{ink}" stroke-opacity="0.8" stroke-dasharray="3 4"'
        yield rect(x + 3, y + 3, wide - 6, high - 6, dashed)
    if is_next:
        yield rect(x - 3, y - 3, wide + 6, high + 6, f'rx="11" fill="none" stroke="{DARK}" stroke-width="3"')


def rect(x: int, y: int, wide: int, high: int, looks: str) -> str:
    """A rectangle."""
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" {looks}/>'


def text(
    x: int, y: int, words: str, *, size: int, weight: int = 400, ink: str = DARK, anchor: str = "start"
) -> str:
    """A line of text."""
    looks = f'font-size="{size}" font-weight="{weight}" fill="{ink}" text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}" {looks}>{escape(words)}</text>'


def pair(x: int, y: int, ink: str) -> str:
    """Two people, 18 wide: somebody goes along."""
    body = "v-3a4 4 0 0 1 8 0v3z"
    return (
        f'<path transform="translate({x} {y})" fill="{ink}" '
        f'd="M4.5 1a3 3 0 1 0 .01 0zM12.5 3a2.6 2.6 0 1 0 .01 0zM0.5 14{body}M9.5 14{body}"/>'
    )


def bubble(x: int, y: int, ink: str) -> str:
    """A speech bubble, 18 wide: speak to the teacher first."""
    return (
        f'<path transform="translate({x} {y})" fill="none" stroke="{ink}" stroke-width="1.8" '
        'stroke-linejoin="round" d="M2 1h13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H8l-4 4v-4H2a1 1 0 0 1-1-1V2a1 1 0 0 1 1-1z"/>'
    )


def roof(x: int, y: int, ink: str) -> str:
    """A house, 18 wide: a room that the base has not."""
    return (
        f'<path transform="translate({x} {y})" fill="none" stroke="{ink}" stroke-width="1.8" '
        'stroke-linejoin="round" d="M1 7 8.5 1l7.5 6M3.5 5.5V14h10V5.5"/>'
    )
