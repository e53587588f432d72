"""The command line: it only wires.

iapcore report [FILE] [--on DAY] [--policy NAME|FILE] [--full]
               [--html PAGE [--publish [--measure KEY]] [--review FILE] [--costs FILE]]
iapcore check [FILE]
iapcore week [FILE] PUPIL [-o week.svg] [--on DAY] [--policy NAME|FILE]
iapcore plan [FILE] PUPIL [-o strip.svg] [--on DAY] [--policy NAME|FILE]
iapcore handover [FILE] PUPIL --to RECIPIENT [--html page.html] [--on DAY] [--last FILE] [--known TEXT]
                 [--seen-by-pupil DAY] [--seen-by-family DAY] [--handed-over DAY]
iapcore policy [NAME|FILE] [--diff NAME|FILE]
iapcore rules [--format table|csv|json|md]
iapcore schema [journey|dataset|journeys|policy|judgement|measure|hand_over]

FILE is a dataset document; without one it is the shipped one. A policy is a name or a TOML or JSON file.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final, TypeVar

from attrs import evolve

from iapcore import __version__
from iapcore.decisions.catalogue import RULES
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.way_back import plan_return
from iapcore.errors import (
    IapError,
    InvalidRecordError,
    OutOfScopeError,
    ProblemKind,
    UnknownCodeError,
)
from iapcore.exchange.converter import gather
from iapcore.exchange.csv_text import as_csv
from iapcore.exchange.documents import unstructure
from iapcore.exchange.files import read_dataset, read_hand_over, read_journey, read_policy
from iapcore.exchange.json_text import write
from iapcore.exchange.own_files import read_costs, read_self_review
from iapcore.exchange.policies import policy_as_toml, value_as_toml
from iapcore.guidance.policy import Choice, Policy
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from iapcore.record.problems import find_problems
from iapcore.record.timetable import timetable_on
from iapcore.reports.hand_over_page import hand_over_as_html
from iapcore.reports.pages import tell_dataset
from iapcore.reports.pictures import Picture, draw_way_back, draw_week
from iapcore.reports.plan_text import tell_plan
from iapcore.reports.provision import provision_page
from iapcore.reports.rulebook import rules_as_markdown, rules_as_table
from iapcore.tables.rules import rules_to_rows
from iapcore.vocabulary.recipients import Recipient
from iapcore.vocabulary.spans import parse_day

__all__ = ["main"]

_FAILED = 1
T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, or 1 where there is something to mend."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # a replaced stdout may be no file
        reconfigure(encoding="utf-8")
    given = _parser().parse_args(arguments)
    try:
        code = int(given.run(given))
        sys.stdout.flush()
    except IapError as error:
        print(f"iapcore: {error}", file=sys.stderr)
    except BrokenPipeError:  # whoever reads has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"iapcore: {error.strerror}: check the path, and whether you may use it.", file=sys.stderr)
    else:
        return code
    return _FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iapcore", description="Internal alternative provision, with reasons."
    )
    parser.add_argument("--version", action="version", version=f"iapcore {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    report = commands.add_parser(
        "report", help="pupils, what is due, answers with reasons, the provision's numbers"
    )
    check = commands.add_parser("check", help="every problem and contradiction of a dataset, with its path")
    week = commands.add_parser("week", help="a pupil's week in colours, as words and as a picture")
    plan = commands.add_parser(
        "plan", help="a proposal of a pupil's way back, week by week, with its reasons"
    )
    hand_over = commands.add_parser(
        "handover", help="what is handed on about a pupil, as a document or a page"
    )
    for command, run in (
        (report, _report),
        (check, _check),
        (week, _week),
        (plan, _plan),
        (hand_over, _hand_over),
    ):
        command.add_argument("file", nargs="?", help="a dataset document (the shipped one by default)")
        command.set_defaults(run=run)
    report.add_argument("--full", action="store_true", help="tell every reason of every answer")
    report.add_argument(
        "--html", metavar="PAGE", help="write the provision's numbers as a page instead, marked internal"
    )
    report.add_argument(
        "--publish", action="store_true", help="hide small numbers in the page and show one measure"
    )
    report.add_argument(
        "--measure", metavar="KEY", default="returns", help="the one to publish (returns by default)"
    )
    report.add_argument(
        "--review", metavar="FILE", help="a TOML file with the answers of a self-review, for the page"
    )
    report.add_argument("--costs", metavar="FILE", help="a TOML file with two costs, for the team's page")
    for command in (week, plan, hand_over):
        command.add_argument("pupil", help="the pupil's key")
    for command in (week, plan):
        command.add_argument("-o", "--output", metavar="SVG", help="where to write the picture")
    _add_hand_over(hand_over)
    policy = commands.add_parser("policy", help="a policy as commented TOML, or how it differs from another")
    policy.add_argument(
        "policy", nargs="?", metavar="NAME|FILE", help="a ready-made policy or a file of your own"
    )
    policy.add_argument("--diff", metavar="NAME|FILE", help="tell where this one chooses otherwise")
    policy.set_defaults(run=_print_policy)
    rules = commands.add_parser(
        "rules", help="every rule, with its question, its force, its reasons and its sources"
    )
    rules.add_argument("--format", choices=tuple(_RULES_AS), default="table", help="table by default")
    rules.set_defaults(run=_rules)
    schema = commands.add_parser("schema", help="the JSON Schema of a kind of document")
    schema.add_argument("kind", nargs="?", choices=_SCHEMAS, default="dataset", help="dataset by default")
    schema.set_defaults(run=_schema)
    for command in (report, week, plan, hand_over):
        command.add_argument(
            "--on", metavar="DAY", help="the day, as YYYY-MM-DD (the dataset's own by default)"
        )
    for command in (report, week, plan):
        choices = ", ".join(policy.name for policy in PROFILES)
        command.add_argument(
            "--policy", metavar="NAME|FILE", help=f"a TOML file of your own, or one of {choices}"
        )
    return parser


def _add_hand_over(command: argparse.ArgumentParser) -> None:
    receiving = [to.value for to in Recipient if to is not Recipient.RESEARCHER]
    command.add_argument("--to", required=True, choices=receiving, help="who receives it")
    command.add_argument("--html", metavar="HTML", help="where to write the page")
    command.add_argument("--last", metavar="FILE", help="the document of the version before")
    command.add_argument(
        "--known", metavar="TEXT", action="append", help="what the pupil wants known; may be given again"
    )
    for name in _MARKS:
        words = name.replace("_", " ")
        command.add_argument(
            f"--{name.replace('_', '-')}", metavar="DAY", help=f"the day on which it was {words}"
        )


_MARKS: Final = ("seen_by_pupil", "seen_by_family", "handed_over")


def _report(given: argparse.Namespace) -> int:
    if given.publish and given.html is None:
        raise OutOfScopeError(
            "The printed report is for the team alone: to publish, name a page with --html PAGE."
        )
    if (given.review, given.costs) != (None, None) and given.html is None:
        raise OutOfScopeError("A self-review and costs stand on the page alone: name it with --html PAGE.")
    dataset = _dataset(given.file)
    policy, on = _policy(given.policy), _day(given.on, dataset)
    if given.html is not None:
        page = provision_page(
            dataset,
            policy=policy,
            on=on,
            publish=given.measure if given.publish else None,
            review=_read("--review", given.review, read_self_review),
            costs=_read("--costs", given.costs, read_costs),
        )
        Path(given.html).write_text(page, encoding="utf-8", newline="\n")
    else:
        print(tell_dataset(dataset, policy=policy, on=on, in_full=given.full), end="")
    return 0


def _check(given: argparse.Namespace) -> int:
    try:
        problems = find_problems(_dataset(given.file))
    except InvalidRecordError as error:
        problems = error.problems
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}")
    return _FAILED if problems else 0


def _week(given: argparse.Namespace) -> int:
    dataset = _dataset(given.file)
    journey = _journey(dataset, given.pupil)
    on = _day(given.on, dataset)
    step = assess_readiness(journey, policy=_policy(given.policy), on=on).answer
    picture = draw_week(journey, on=on, following=step.lessons)
    if given.output is not None:
        _write(picture, given.output)
    print(picture)
    return 0


def _plan(given: argparse.Namespace) -> int:
    dataset = _dataset(given.file)
    journey = _journey(dataset, given.pupil)
    on = _day(given.on, dataset)
    decision = plan_return(journey, policy=_policy(given.policy), on=on)
    if given.output is not None:
        _write(draw_way_back(journey, plan=decision.answer.plan, on=on), given.output)
    print(tell_plan(decision, timetable=timetable_on(journey.timetables or (), on)))
    return 0


def _hand_over(given: argparse.Namespace) -> int:
    dataset = _dataset(given.file)
    last = _read("--last", given.last, read_hand_over)
    made = HandOver.of(
        _journey(dataset, given.pupil),
        to=Recipient(given.to),
        on=_day(given.on, dataset),
        wants_known=given.known,
        last=last,
    )
    marks: dict[str, Any] = {}
    for name in _MARKS:
        if getattr(given, name) is not None:
            with gather(f"--{name.replace('_', '-')}"):
                marks[name] = parse_day(getattr(given, name))
    bundle = evolve(made, **marks)
    if given.html is not None:
        page = hand_over_as_html(bundle, last=None if made is last else last)
        Path(given.html).write_text(page, encoding="utf-8")
    print(write(unstructure(bundle)).decode("utf-8"), end="")
    return 0


def _write(picture: Picture, path: str) -> None:
    Path(path).write_text(picture.svg, encoding="utf-8")


def _print_policy(given: argparse.Namespace) -> int:
    policy = _policy(given.policy)
    if given.diff is None:
        print(policy_as_toml(policy), end="")
        return 0
    other = _policy(given.diff)
    differences = policy.diff(other)
    for one in differences:
        print(f"{one.name}: {_chosen(one.ours)}; {spoken(other.name)}: {_chosen(one.theirs)}")
    print(f"{len(differences)} difference{'' if len(differences) == 1 else 's'}")
    return 0


def spoken(name: str) -> str:
    """A name on one line."""
    return " ".join(name.split())


def _chosen(choice: Choice[Any]) -> str:
    return f"{value_as_toml(choice.value)} ({choice.basis.label})"


def _rules(given: argparse.Namespace) -> int:
    print(_RULES_AS[given.format](), end="")
    return 0


def _schema(given: argparse.Namespace) -> int:
    print((files("iapcore") / "data" / "schema" / f"{given.kind}.json").read_text(encoding="utf-8"), end="")
    return 0


_SCHEMAS: Final = ("journey", "dataset", "journeys", "policy", "judgement", "measure", "hand_over")
_RULES_AS: Final[dict[str, Callable[[], str]]] = {
    "table": lambda: rules_as_table(RULES),
    "csv": lambda: as_csv(rules_to_rows()),
    "json": lambda: write(rules_to_rows()).decode("utf-8"),
    "md": lambda: rules_as_markdown(RULES),
}


def _dataset(name: str | None) -> Dataset:
    """The dataset of that file; a file with one journey is a dataset of one."""
    if name is not None:
        try:
            return read_dataset(name)
        except InvalidRecordError as refused:
            if not _is_another_document(refused):
                raise
            try:
                return Dataset.of([read_journey(name)])
            except InvalidRecordError as error:
                raise (refused if _is_another_document(error) else error) from None
    with as_file(files("iapcore") / "data" / "journeys.json") as path:
        return read_dataset(path)


def _read(option: str, name: str | None, read: Callable[[str], T]) -> T | None:
    """The file of an option; where it is amiss, each problem is led by the option, as there may be several files."""
    if name is None:
        return None
    with gather(option):
        return read(name)


def _is_another_document(error: InvalidRecordError) -> bool:
    return [problem.kind for problem in error.problems] == [ProblemKind.WRONG_FORMAT]


def _journey(dataset: Dataset, key: str) -> Journey:
    for journey in dataset.journeys:
        if journey.pupil.id.format() == key:
            return journey
    raise OutOfScopeError("The dataset has no pupil with that key: `iapcore report FILE` lists them.")


def _day(text: str | None, dataset: Dataset) -> date:
    if text is not None:
        with gather("--on"):
            return parse_day(text)
    if dataset.as_of is None:
        raise OutOfScopeError(
            "The dataset does not say for which day it stands: name one with --on YYYY-MM-DD."
        )
    return dataset.as_of


def _policy(name: str | None) -> Policy:
    if name is None:
        return profile()
    if any(policy.name == name for policy in PROFILES):
        return profile(name)
    if Path(name).suffix.casefold() in (".toml", ".json"):
        return read_policy(name)
    if Path(name).is_file():
        raise UnknownCodeError("A policy file ends in .toml or .json: rename it.")
    return profile(name)


if __name__ == "__main__":
    sys.exit(main())
