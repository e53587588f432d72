"""How codes, days and shares are written for a reader.

Source for rounding half up: Department for Education, *Analysts' guide* (August 2026).
"""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

__all__ = ["after_one", "day_in_words", "percent", "rounded", "spelt"]

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SPELT: Final = {
    "boxall": "Boxall Profile",
    "check_ins": "check-ins",
    "follow_up": "follow-up",
    "no_post_16_place": "no post-16 place",
    "off_site_direction": "off-site direction",
    "pass": "PASS",
    "post_16": "a post-16 place",
    "post_16_left": "left the post-16 place",
    "post_16_pathway": "post-16 pathway",
    "post_16_retained": "post-16 place, retained",
    "post_16_secured": "post-16 place, secured",
    "returned_participation_not_known": "returned, participation not known",
    "sdq": "SDQ",
    "self_regard_as_a_learner": "self-regard as a learner",
    "sen": "SEN",
    "sen_assessment": "SEN assessment",
    "senco": "SENCo",
    "time_out_card": "time-out card",
    "unplanned_reentry": "unplanned re-entry",
}
_MANY: Final = re.compile(
    r"( (?:school |half-)?)(day|week|month|term|lesson|session|subject|point|trigger|strateg)(s|ies)\b"
)
_KEY_STAGE: Final = re.compile(r"ks[1-5]|eyfs")
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def spelt(code: str) -> str:
    """A code as a reader would write it.

    >>> spelt("next_lessons"), spelt("senco"), spelt("ks3"), spelt("2026-11-02")
    ('next lessons', 'SENCo', 'KS3', '2 November 2026')
    """
    if _ISO.fullmatch(code):
        with suppress(ValueError):  # it only looks like a day
            return day_in_words(date.fromisoformat(code))
    if _KEY_STAGE.fullmatch(code):
        return code.upper()
    return _SPELT.get(code, code.replace("_", " "))


def after_one(text: str) -> str:
    """The text that follows a count, where the count is one: what is counted stands in the singular.

    >>> after_one(" school weeks after"), after_one(" strategies and"), after_one(" of 3 days")
    (' school week after', ' strategy and', ' of 3 days')
    """
    if found := _MANY.match(text):
        return f"{found[1]}{found[2]}{'y' if found[3] == 'ies' else ''}{text[found.end() :]}"
    return text


def day_in_words(day: date) -> str:
    """A day as it is written in England, whatever the locale of the machine.

    >>> day_in_words(date(2026, 11, 2))
    '2 November 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def rounded(value: Fraction, places: int = 0) -> Decimal:
    """A number rounded half up to so many decimal places, from the exact fraction; below nought, half down.

    >>> rounded(Fraction(5, 2)), rounded(Fraction(-5, 2)), rounded(Fraction(1, 8), 2)
    (Decimal('3'), Decimal('-3'), Decimal('0.13'))
    """
    whole = floor(abs(value) * 10**places + Fraction(1, 2))
    return Decimal((int(value < 0 < whole), tuple(map(int, str(whole))), -places))


def percent(share: Fraction, places: int = 0) -> Decimal:
    """A share in per cent, rounded half up as the Department for Education does.

    >>> percent(Fraction(1, 8)), percent(Fraction(1, 8), 1)
    (Decimal('13'), Decimal('12.5'))
    """
    return rounded(100 * share, places)
