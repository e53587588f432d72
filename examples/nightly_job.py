"""What a school's system could run every night: read, check, and list what is due.

    python examples/nightly_job.py [journeys.json] [YYYY-MM-DD]

Without a file it reads the made-up journeys that come with the library. The day is an argument: nothing in the
library looks at the clock, so last night's run can be repeated. Exit code 1 asks a person to look.
"""

import sys
from datetime import date
from importlib.resources import files
from io import BytesIO

import iapcore as iap
from iapcore.reports.words import in_words


def read(path: str | None) -> iap.Dataset:
    """The dataset of a file, or the shipped one."""
    if path:
        return iap.read_dataset(path)
    return iap.read_dataset(BytesIO((files("iapcore") / "data" / "journeys.json").read_bytes()))


def main(path: str | None = None, day: str | None = None) -> int:
    """Print contradictions, then what is overdue or due within a fortnight; 1 where there is any of them."""
    try:
        data = read(path)
    except iap.InvalidRecordError as error:
        print(error, file=sys.stderr)
        return 1
    on = date.fromisoformat(day) if day else data.as_of
    if on is None:
        print("The file does not say for which day it stands: give one.", file=sys.stderr)
        return 1

    problems = iap.find_problems(data)
    for problem in problems:
        print(f"mend     {problem}")

    policy = iap.profile("half-term")
    dues = sorted(
        (due.by, journey.pupil.id.format(), in_words(due.kind))
        for journey in data.journeys
        for due in iap.find_due(journey, policy=policy, on=on)
        if (due.by - on).days <= 14
    )
    for by, pupil, kind in dues:
        print(f"{'OVERDUE' if by < on else 'due':<8} {by} {pupil}: {kind}")
    print(
        f"{len(data.journeys)} journeys, {len(problems)} to mend, {len(dues)} overdue or due within 14 days"
    )
    return 1 if problems or dues else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
