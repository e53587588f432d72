"""Gives spoilt documents to every reader: nothing but an error of ours may come out.

    python tools/fuzz_readers.py [--seed TEXT] [--first N] [--count N]

Most documents are spoilt as documents (values swapped, dropped, doubled, or put under another key), some as bytes.
Where msgspec is installed, what the quick pass reads is compared with what the careful reader reads of the same bytes.
A fault is told by seed and number, never by its document: `--first` with that number and `--count 1` give it again.
"""

import argparse
import csv
import io
import json
import sys
import tomllib
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from datetime import date
from functools import partial
from random import Random
from typing import Any, Final

import iapcore as iap
from iapcore.decisions.judgement import Judgement
from iapcore.errors import IapError
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.files import quick_pass
from iapcore.exchange.json_text import parse, write_line
from iapcore.exchange.policies import policy_as_toml
from iapcore.record.hand_over import HandOver
from iapcore.samples import cohort
from iapcore.tables.weeks import timetable_from_rows, timetable_to_rows
from iapcore.vocabulary.recipients import Recipient

ON: Final = date(2026, 11, 20)
Reader = Callable[[bytes], object]
JUNK: Final[list[Any]] = [
    *(None, True, False, 0, 1, 2, -1, 7, 3.0, 0.5, 1e300, 10**13, 10**40, [], {}, "", " ", "x", "null", "1"),
    *(
        "2026-11-02",
        "2026-02-30",
        "20261102",
        "2026-11-02T00:00:00",
        "1899-12-31",
        "9999-12-31",
        "2026-W07-1",
    ),
    *("Mon:1", "2Fri:pm", "Mon:13", "09:05", "24:00", "1/2", "0/1", "2/0", "9/10", "am", "ks3", "half-term"),
    *(
        "H801200001001",
        "\ud800",
        "\u0662\u0660",
        "a\u0000b",
        "\ufeff",
        "e\u0301",
        "x" * 10_001,
        ["x"],
        [[]],
        {"": {}},
    ),
    *({"date": "2026-11-02"}, {"share": "1/2"}, {"key": "a"}, {"start": "2026-11-02", "end": "2026-11-01"}),
]
SNIPPETS: Final = [
    *(
        b'"',
        b"\\",
        b"\\u0022",
        b"\\u0000",
        b"\\ud800",
        b"\\udc00",
        b"\xff",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\x00",
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"=",
        b"#",
        b"'",
        b'"""',
        b".",
        b"\n",
        b"\r",
        b"\t",
        b" ",
        b"\xef\xbb\xbf",
    ),
    *(b"null", b"true", b"NaN", b"Infinity", b"-0", b"1.0", b"1e2", b"1e999", b"01", b"9" * 30, b"9" * 5_000),
    *(
        b"[" * 2_000,
        b'{"a":' * 2_000,
        b'"pupil":1,',
        b'"version":0,',
        b"\xff\xfe",
        b"1979-05-27",
        b"0x1F",
        b"inf",
    ),
]


def documents() -> dict[str, tuple[list[bytes], Reader]]:
    """For each reader some documents that it reads, and how it is asked."""
    journeys = list(cohort(12, missing=0.8))
    policies = [iap.profile(name) for name in ("half-term", "primary-nurture")]
    policy = policies[0]
    data = [iap.Dataset.of(journeys[start : start + 2]) for start in (0, 2, 4)]
    asked = (iap.check_eligibility, iap.assess_readiness, iap.classify_outcome, iap.check_transition)
    judgements = [ask(one, policy=policy, on=ON) for one in journeys[:3] for ask in asked]
    bundles = [HandOver.of(one, to=Recipient.RECEIVING_TEACHER, on=ON) for one in journeys[:4]]
    measures = [iap.count_returns(journeys, policy=policy, on=ON, by=lambda one: one.pupil.sex)]
    weeks = [week for one in cohort(4) for week in one.timetables or ()][:3]
    lines = io.BytesIO()
    iap.write_journeys(journeys[:6], lines)
    tables = [timetable_to_rows(week)[:8] for week in weeks]
    rows = [json.dumps(table).encode() for table in tables]
    flags = {"specialist_room", "accompanied"}  # a CSV file has no true and no false
    texts = [[{key: row[key] for key in row.keys() - flags} for row in table] for table in tables]

    def documents_of(values: Sequence[object]) -> list[bytes]:
        return [write_line(unstructure(value)) for value in values]

    def from_rows(given: bytes) -> object:
        return timetable_from_rows(listed(given), starts=ON)

    def from_csv(given: bytes) -> object:
        return timetable_from_rows(by_csv(listed(given)), starts=ON)

    return {
        "read_dataset": (documents_of(data), partial(_whole, iap.read_dataset, iap.Dataset)),
        "read_journey": (documents_of(journeys), partial(_whole, iap.read_journey, iap.Journey)),
        "read_journeys": ([lines.getvalue()], lambda given: list(iap.read_journeys(io.BytesIO(given)))),
        "read_hand_over": (documents_of(bundles), lambda given: iap.read_hand_over(io.BytesIO(given))),
        "a judgement": (documents_of(judgements), lambda given: structure(parse(given), Judgement)),
        "a measure": (documents_of(measures), lambda given: structure(parse(given), iap.Measure)),
        "read_policy, JSON": (documents_of(policies), lambda given: iap.read_policy(io.BytesIO(given))),
        "read_policy, TOML": (
            [policy_as_toml(one).encode() for one in policies],
            lambda given: iap.read_policy(io.BytesIO(given)),
        ),
        "timetable_from_rows": (rows, from_rows),
        "timetable_from_rows, CSV": (
            [json.dumps(table, sort_keys=True).encode() for table in texts],
            from_csv,
        ),
    }


def listed(given: bytes) -> list[dict[str, Any]]:
    """The rows of a table, as another library hands them over."""
    try:
        rows = json.loads(given)
    except (ValueError, RecursionError):
        return []
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def by_csv(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows once they have been a CSV file: all of it text, and where rows differ in length, `None` is a key."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[*row.keys()] for row in rows[:1]] + [[*row.values()] for row in rows])
    text.seek(0)
    return [*csv.DictReader(text)]


def _whole(read: Callable[[io.BytesIO], object], kind: type[Any], given: bytes) -> object:
    """Reads a document; and what the quick pass made of it must be what the careful reader makes."""
    made = read(io.BytesIO(given))
    if quick_pass() is not None and made != structure(parse(given), kind):
        raise AssertionError
    return made


# Spoiling


def spoilt(given: bytes, luck: Random, *, is_toml: bool) -> bytes:
    """The document with one to three things in it otherwise."""
    if luck.random() < 1 / 3:
        return _spoilt_bytes(given, luck)
    if is_toml:
        return _spoilt_toml(given, luck)
    lines = given.splitlines()
    place = luck.randrange(len(lines))
    value = json.loads(lines[place])
    for _ in range(luck.choice((1, 1, 1, 2, 3))):
        value = _spoilt_value(value, luck)
    lines[place] = json.dumps(value).encode()
    return b"\n".join(lines)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each place in a document: what holds it, and under which key."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _spoilt_value(value: Any, luck: Random) -> Any:
    places = list(_places(value)) if isinstance(value, dict | list) else []
    if not places or luck.random() < 1 / 200:
        return deepcopy(luck.choice(JUNK))
    (held, key), (other, place) = luck.choice(places), luck.choice(places)
    match luck.choice(("junk", "swap", "copy", "alike", "drop", "twice", "retag", "turn")):
        case "junk":
            held[key] = deepcopy(luck.choice(JUNK))
        case "swap":
            held[key], other[place] = json.loads(json.dumps([other[place], held[key]]))
        case "copy":
            held[key] = json.loads(json.dumps(other[place]))
        case "alike":
            held[key] = json.loads(json.dumps(luck.choice([one[at] for one, at in places if at == key])))
        case "drop":
            del held[key]
        case "twice" if isinstance(held, list):
            held.insert(key, json.loads(json.dumps(held[key])))
        case "retag" if isinstance(held, dict):
            held[luck.choice([str(at) for _, at in places])] = held.pop(key)
        case _:
            held[key] = luck.choice(([held[key]], {"key": held[key]}, str(held[key]), bool(held[key])))
    return value


def _spoilt_toml(given: bytes, luck: Random) -> bytes:
    """The same with the lines of a policy in TOML."""
    lines = [line for line in given.decode().splitlines() if " = " in line.lstrip("# ")]
    for _ in range(luck.choice((1, 1, 2, 3))):
        place = luck.randrange(len(lines))
        key, _, value = lines[place].lstrip("# ").partition(" = ")
        other_key, _, other = luck.choice(lines).lstrip("# ").partition(" = ")
        junk = json.dumps(luck.choice(JUNK))
        again = (f"{key} = {other}", f"{other_key} = {value}", f"{key} = {junk}", f"{key} = [{value}]")
        lines[place] = luck.choice((*again, "", f"{key}.{other_key} = 1"))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _spoilt_bytes(given: bytes, luck: Random) -> bytes:
    for _ in range(luck.choice((1, 1, 2))):
        start = luck.randrange(len(given) + 1)
        end = start + luck.choice((0, 0, 1, 1, 2, 8, 60))
        piece = luck.choice((b"", given[start:end] * 2, luck.choice(SNIPPETS), luck.randbytes(1), b"0"))
        given = given[:start] + piece + given[end:]
    return given[: luck.randrange(len(given) + 1)] if luck.random() < 1 / 20 else given


def passes_parsing(given: bytes, *, is_toml: bool) -> bool:
    """Whether it is still JSON (or TOML), whatever it says."""
    try:
        if is_toml:
            tomllib.loads(given.decode("utf-8-sig"))
        else:
            for line in given.decode("utf-8-sig").splitlines():
                json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Spoil and read, count, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", default="iapcore")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=10_000)
    asked = parser.parse_args(arguments)
    held = documents()
    names = list(held)
    tally: Counter[tuple[str, str]] = Counter()
    for number in range(asked.first, asked.first + asked.count):
        luck = Random(f"{asked.seed}:{number}")
        name = names[number % len(names)]
        given, read = held[name]
        is_toml = name.endswith("TOML")
        document = spoilt(luck.choice(given), luck, is_toml=is_toml)
        tally[name, "given"] += 1
        tally[name, "parsed"] += passes_parsing(document, is_toml=is_toml)
        try:
            read(document)
        except IapError:
            tally[name, "refused"] += 1
        except Exception as error:  # noqa: BLE001  (that is what is looked for)
            tally[name, "faults"] += 1
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at line {last.lineno} of {last.name}"
            print(f"FAULT: seed {asked.seed}, number {number}, {name}: {where}")
        else:
            tally[name, "read"] += 1
    columns = ("given", "parsed", "read", "refused", "faults")
    print(f"seed {asked.seed}, numbers {asked.first} to {asked.first + asked.count - 1}")
    for name in (*names, "all"):
        counts = [sum(tally[one, column] for one in names if name in (one, "all")) for column in columns]
        print(
            f"{name}: {', '.join(f'{count:,} {column}' for count, column in zip(counts, columns, strict=True))}"
        )
    return 1 if sum(tally[name, "faults"] for name in names) else 0


if __name__ == "__main__":
    sys.exit(main())
