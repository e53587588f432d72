"""Clocks of law in which a family has a part: the board, the days out of school, teaching, a place elsewhere."""

from typing import Final

from iapcore.reports.plain.template import Plain

__all__ = ["CLOCKS"]

_DAYS_OUT: Final = "the days {you} had to stay away from school"
_LACKING: Final = (
    "We did not write down enough about days {you} may have had to stay away. We will look, and tell you."
)
_SAY: Final = "You can come, and say or write what you think."
_ASK: Final = f"You can ask the school's governors to meet about {_DAYS_OUT}. {_SAY}"
_MEET: Final = f"The school's governors must meet about {_DAYS_OUT}. {_SAY}"
_BY: Final = "We will tell you by which day they meet."
_BOARD: Final = (
    ("representations", f"You can tell the school's governors what you think of {_DAYS_OUT}."),
    ("board_met", f"The school's governors met about {_DAYS_OUT}. You can ask us what they said."),
    ("must_meet", f"{_MEET} {_BY}"),
    (
        "overdue",
        f"The school's governors should have met by now about {_DAYS_OUT}. We are sorry. {_SAY} {_BY}",
    ),
    ("meeting_not_recorded", f"{_MEET} We will find out when they meet, and tell you."),
    (
        "overdue_not_recorded",
        f"The school's governors should have met by now about {_DAYS_OUT}. We will find out if they did. {_SAY}",
    ),
    ("calendar_ends", f"{_MEET} {_BY}"),
    ("no_day", f"{_MEET} {_BY}"),
    ("if_asked", f"{_ASK} Ask us by which day."),
    ("calendar_ends_if_asked", f"{_ASK} Ask us by which day."),
    (
        "past_not_recorded",
        "If you asked the school's governors to meet and they did not, tell us. We will put that right.",
    ),
)

CLOCKS: Final = {
    "CLOCK-1": Plain(
        met="",
        not_met=f"{_MEET} {_BY}",
        not_known=_LACKING,
        by_reason=(*_BOARD, ("none", ""), ("past", "")),
    ),
    "CLOCK-2": Plain(
        met="",
        not_met=f"{_MEET} {_BY}",
        not_known=_LACKING,
        by_reason=(
            *(told for told in _BOARD if told[0] not in ("representations", "board_met")),
            ("nothing_left", ""),
        ),
    ),
    "CLOCK-3": Plain(
        met="",
        not_met="{You} had to stay away from school for too many days this year. "
        "That is for us to put right. We will talk with you about it.",
        not_known=_LACKING,
        by_reason=(("within", ""),),
    ),
    "CLOCK-4": Plain(
        met="On the days {you} had to stay away, there was teaching from the sixth day on.",
        not_met="From the sixth day away from school there should be teaching. We did not see it. "
        "You can ask us who will teach {you}.",
        not_known="From the sixth day away from school there should be teaching. "
        "We do not know yet if there was. We will find out. Tell us if there was none.",
        by_reason=(
            ("none_so_long", ""),
            (
                "to_come",
                (
                    "From the sixth day away from school there must be teaching. We will talk with you about who "
                    "teaches {you}, and where."
                ),
            ),
            (
                "partly",
                (
                    "From the sixth day away from school there should be teaching each day. We saw it on some days. "
                    "We will find out about the rest. Tell us if there was none."
                ),
            ),
            *((lack, _LACKING) for lack in ("not_recorded", "no_calendar", "no_length")),
            *((lack, _LACKING) for lack in ("outside_calendar", "calendar_ends")),
        ),
    ),
    "CLOCK-5": Plain(
        met="",
        not_met="",
        not_known="We should write to you before {you} start{s} to learn in a new place. "
        "Tell us if the letter came late, or did not come.",
        by_reason=(
            ("none", ""),
            ("no_destination", "We did not write down where {you} learn{s} now. We will ask you."),
        ),
    ),
    "CLOCK-6": Plain(
        met="",
        not_met="",
        not_known="You can write to the school's governors and ask them to look again at the new place.",
        by_reason=(
            ("none", ""),
            ("no_destination", "We did not write down where {you} learn{s} now. We will ask you."),
        ),
    ),
}
