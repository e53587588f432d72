"""The hand-over as a page to print and to read aloud: one file, no network, A4.

Rules of the room: it reads the same without colours, and on a screen reader as on paper. What nobody wrote down is
told as *not recorded*. No name stands on it: there is a line to write one on.
"""

from collections.abc import Iterator
from html import escape
from typing import Any, Final

from iapcore.record.hand_over import HandOver
from iapcore.record.review import Target
from iapcore.record.support import SupportTried
from iapcore.record.transition import Adjustment
from iapcore.reports.words import in_words, lessons_in_words
from iapcore.vocabulary.extents import Extent

__all__ = ["hand_over_as_html"]

_HEADINGS: Final = {
    "wants_known": "What the pupil wants you to know",
    "strategies": "What helps",
    "triggers": "What is hard",
    "targets": "What the pupil is working on",
    "supports": "Support that has helped",
    "adjustments": "What was agreed",
}
_HELPED: Final = {Extent.YES: "it helped", Extent.PARTLY: "it helped in part"}
_STYLE: Final = """
@page { size: A4; margin: 18mm }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1f; background: #fff;
  font: 1.05rem/1.5 system-ui, -apple-system, "Segoe UI", Arial, sans-serif }
h1 { font-size: 1.7rem; margin: 0 0 .6rem }
h2 { font-size: 1.15rem; margin: 1.3rem 0 .3rem; padding-bottom: .1rem; border-bottom: 1px solid #767680 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; margin: 0 0 1rem }
dt { font-weight: 600 }
dd { margin: 0 }
.line { border-bottom: 1px solid #1b1b1f; color: #45454f; font-size: .8rem; text-align: right }
.draft { border: 3px double #1b1b1f; padding: .6rem .9rem; margin: 0 0 1rem }
ul { margin: .3rem 0; padding-left: 1.3rem }
li { margin: .25rem 0; overflow-wrap: anywhere }
.none, footer { color: #45454f }
footer { margin-top: 1.6rem; padding-top: .5rem; border-top: 1px solid #767680; font-size: .95rem }
section { break-inside: avoid }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11pt } }
"""
_FOOT: Final = """<footer>
<p>This page goes with a conversation: talk it through with somebody who knows the pupil, and with the pupil where the
pupil likes.</p>
<p>Left out on purpose: judgements, incidents, removals and suspensions, attendance, check-ins, questionnaires and the
colours of lessons. Safeguarding records are not part of it.</p>
</footer>"""


def hand_over_as_html(bundle: HandOver, *, last: HandOver | None = None) -> str:
    """The page of a hand-over. With the `last` version, what is new is marked, and what is gone is told.

    >>> from datetime import date
    >>> from iapcore import PupilId, Recipient
    >>> bundle = HandOver(pupil=PupilId("elm-01"), to=Recipient.RECEIVING_TEACHER, on=date(2026, 11, 20), version=1)
    >>> "not yet been seen by the pupil and the family" in hand_over_as_html(bundle)
    True
    """
    key = escape(bundle.pupil.format())
    changes = {one.part: one for one in bundle.diff(last)} if last else {}
    parts = [
        "<!doctype html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Hand-over of pupil {key}, version {bundle.version}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        "<h1>Hand-over</h1>",
        *_draft(bundle),
        *_head(bundle, key),
    ]
    for name, said in bundle.says:
        added = changes[name].added if name in changes else ()
        parts += _section(_HEADINGS[name], said, added)
    if last:
        gone = [(_HEADINGS[one.part], item) for one in changes.values() for item in one.gone]
        parts += _gone(last.version, gone, changed=bool(changes))
    parts += [_FOOT, "</main>", "</body>", "</html>", ""]
    return "\n".join(parts)


def _draft(bundle: HandOver) -> Iterator[str]:
    who = " and ".join(f"the {in_words(role)}" for role in bundle.not_seen_by)
    if who:
        yield (
            f'<p class="draft" role="note"><strong>Draft.</strong> It has not yet been seen by {who}. '
            "Pupil and family see it first: it is not to be handed over.</p>"
        )


def _head(bundle: HandOver, key: str) -> Iterator[str]:
    rows = {
        "Pupil": key,
        "For": escape(in_words(bundle.to)),
        "Version": f"{bundle.version}, made on {in_words(bundle.on)}",
        "Seen by the pupil": _day(bundle.seen_by_pupil),
        "Seen by the family": _day(bundle.seen_by_family),
        "Handed over": _day(bundle.handed_over),
    }
    yield "<dl>"
    yield '<dt>Name</dt><dd class="line">(by hand)</dd>'
    yield from (f"<dt>{name}</dt><dd>{told}</dd>" for name, told in rows.items())
    yield "</dl>"


def _day(day: object) -> str:
    return in_words(day) if day else "not yet"


def _section(heading: str, said: tuple[Any, ...] | None, added: tuple[Any, ...]) -> Iterator[str]:
    yield f"<section><h2>{heading}</h2>"
    if said:
        yield "<ul>"
        for item in said:
            new = "<strong>New or changed:</strong> " if item in added else ""
            yield f"<li>{new}{escape(_told(item))}</li>"
        yield "</ul>"
    else:
        yield f'<p class="none">{"Not recorded." if said is None else "Nothing."}</p>'
    yield "</section>"


def _gone(version: int, gone: list[tuple[str, Any]], *, changed: bool) -> Iterator[str]:
    yield f"<section><h2>What is no longer said, since version {version}</h2>"
    if gone:
        yield "<ul>"
        yield from (f"<li>{heading}: {escape(_told(item))}</li>" for heading, item in gone)
        yield "</ul>"
    else:
        yield f'<p class="none">{"Nothing was taken away." if changed else "Nothing has changed."}</p>'
    yield "</section>"


def _told(item: str | Target | SupportTried | Adjustment) -> str:
    match item:
        case Target():
            aim = item.words or (f"A target for {in_words(item.need)}" if item.need else "A target")
            return _joined(
                aim, item.measure and f"measured by: {item.measure}", f"set on {in_words(item.day)}"
            )
        case SupportTried():
            helped = (
                _HELPED.get(item.evaluation.helped) if item.evaluation and item.evaluation.helped else None
            )
            return _joined(_capital(in_words(item.support)), helped, _from_to(item))
        case Adjustment():
            by = item.by and f"by the {in_words(item.by)}"
            lessons = f"in {lessons_in_words(item.slots, None)}" if item.slots else None
            made = f"made on {in_words(item.made)}" if item.made else "not recorded as made yet"
            what = item.words or "An adjustment"
            return _joined(what, by, lessons, f"agreed on {in_words(item.agreed)}", made)
        case _:
            return item


def _from_to(tried: SupportTried) -> str:
    days = (("from", tried.started), ("until", tried.ended))
    return " ".join(f"{word} {in_words(day)}" for word, day in days if day)


def _joined(what: str, *more: str | None) -> str:
    details = "; ".join(one for one in more if one)
    return f"{what} ({details})" if details else what


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
