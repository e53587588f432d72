"""Cases that a school leader can read: TOML beside this module, one file for each judgement.

A case takes a story of `tests/stories.py` and says what is written otherwise in it, by the path of the thing in a
journey document; `"not recorded"` takes it out. Then: on which day, by which policy, and which answer and reasons are
expected. Provisions and calendars stand beside the journey: what is written otherwise of one begins with `provisions`
or `calendars`.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

from attrs import frozen

from iapcore.decisions.judgement import Judgement
from iapcore.exchange.documents import structure, unstructure
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from tests import stories
from tests.cases.case import JUDGEMENTS

FOLDER: Final = Path(__file__).parent
NOT_RECORDED: Final = "not recorded"


@frozen(kw_only=True)
class Told:
    """One case of a file, and the judgement that it is about."""

    about: str
    case: dict[str, Any]

    @property
    def title(self) -> str:
        return f"{self.about}: {self.case['title']}"

    @property
    def journey(self) -> Journey:
        """The story with what is written otherwise."""
        document = unstructure(getattr(stories, self.case["story"])())
        for path, value in self.case.get("given", {}).items():
            held = document if path.startswith(("provisions.", "calendars.")) else document["journey"]
            _write(held, path.split("."), _plain(value))
        return structure(document, Journey)

    @property
    def policy(self) -> Policy:
        """The ready-made policy, with what the school chooses otherwise."""
        policy = profile(self.case.get("policy", "half-term"))
        chosen = {
            name: structure(value, get_args(get_type_hints(Policy)[name])[0])
            for name, value in self.case.get("choosing", {}).items()
        }
        return policy.choosing(**chosen)

    def judged(self) -> Judgement[Any]:
        """What is answered."""
        more = {"places_free": self.case["places_free"]} if "places_free" in self.case else {}
        return JUDGEMENTS[self.about](self.journey, policy=self.policy, on=self.case["on"], **more)


def told_cases() -> Iterator[Told]:
    """Every case of every file, in order."""
    for file in sorted(FOLDER.glob("*.toml")):
        held = tomllib.loads(file.read_text(encoding="utf-8"))
        yield from (Told(about=held["about"], case=case) for case in held["case"])


def _write(held: Any, path: list[str], value: object) -> None:
    first, *rest = path
    key: Any = int(first) if isinstance(held, list) else first
    if rest:
        if isinstance(held, dict):
            held.setdefault(key, {})
        _write(held[key], rest, value)
    elif value == NOT_RECORDED:
        held.pop(key, None)
    else:
        held[key] = value


def _plain(value: Any) -> Any:
    """The value as it stands in a document: days are text there."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value
