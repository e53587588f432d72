"""Our records in the signatures and models of others, by annotation.

Rule of the room: a foreign library is imported when it asks, and never before. What it is told of a fault is our
problems, each with its place, and nothing of what was given.
"""

import re
from collections.abc import Callable
from typing import Any, Final, cast, get_origin

from attrs import frozen

from iapcore.decisions.judgement import Decision, Judgement
from iapcore.errors import InvalidRecordError
from iapcore.exchange.converter import is_ours, maybe_list, maybe_object
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.schema import schema_of
from iapcore.exchange.shapes import Shape, first_words
from iapcore.guidance.policy import Policy
from iapcore.measures.measure import Measure
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey

__all__ = ["AsJson"]

_NAMES: Final[dict[object, str]] = {
    Journey: "journey",
    Dataset: "dataset",
    Policy: "policy",
    Decision: "judgement",
    Judgement: "judgement",
    Measure: "measure",
    HandOver: "hand_over",
}
_STEP: Final = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")


@frozen
class AsJson:
    """Let pydantic, and with it FastAPI, take one of our classes as its JSON document.

    `Annotated[Journey, AsJson()]` is read as `structure` reads it and written as `unstructure` writes it. Each problem
    becomes an error of pydantic's own: its place is our path, its message our remedy, its type our kind, and its input
    is empty. What stands around it, such as a list or a model, pydantic tells with its whole input: take
    `error.errors(include_input=False)`. The schema is ours, from `schema_of`, with its parts written out.

    In a signature of FastAPI add `Body()`: `Annotated[Journey, AsJson(), Body()]`.

    >>> from typing import Annotated
    >>> Annotated[Journey, AsJson()].__metadata__
    (AsJson(),)

    Raises `TypeError` where a class that is not ours is annotated with it.
    """

    def __get_pydantic_core_schema__(self, kind: Any, _: object) -> Any:
        """How pydantic reads and writes the class that is annotated."""
        from pydantic_core import core_schema  # noqa: PLC0415  (when pydantic asks, and not before)

        if not is_ours(kind):
            raise TypeError(
                "AsJson() goes with a class of iapcore. For a list of them annotate what is in it."
            )
        return core_schema.no_info_plain_validator_function(
            _reader(kind),
            serialization=core_schema.plain_serializer_function_ser_schema(unstructure, when_used="json"),
            metadata={"iapcore": kind},
        )

    def __get_pydantic_json_schema__(self, schema: Any, _: object) -> Shape:
        """What a document of that class may hold."""
        kind = get_origin(schema["metadata"]["iapcore"]) or schema["metadata"]["iapcore"]
        if kind not in _NAMES:
            return {"title": kind.__name__, "description": first_words(kind)}
        whole = schema_of(_NAMES[kind])
        parts = whole.pop("$defs")
        return {name: part for name, part in _written_out(whole, parts, ()).items() if name[0] != "$"}


def _reader(kind: Any) -> Callable[[object], object]:
    made = cast("type", get_origin(kind) or kind)

    def read(value: object) -> object:
        if isinstance(value, made):
            return value
        try:
            return structure(value, kind)
        except InvalidRecordError as error:
            found = error
        raise _as_pydantic(found, made.__name__) from None

    return read


def _as_pydantic(error: InvalidRecordError, title: str) -> Exception:
    """Our problems as pydantic's errors, with nothing of what was given."""
    from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError  # noqa: PLC0415  (as above)

    return ValidationError.from_exception_data(
        title,
        [
            InitErrorDetails(
                type=PydanticCustomError(problem.kind.value, cast("Any", problem.remedy)),
                loc=_place(problem.path),
                input=None,
            )
            for problem in error.problems
        ],
        hide_input=True,
    )


def _place(path: str) -> tuple[int | str, ...]:
    """A path as pydantic tells one.

    >>> _place("placements[0].planned.end")
    ('placements', 0, 'planned', 'end')
    """
    return tuple(int(position) if position else name for position, name in _STEP.findall(path))


def _written_out(shape: Any, parts: dict[str, Shape], inside: tuple[str, ...]) -> Any:
    """The shape with each part in the place that refers to it; a part inside itself is left open."""
    if (several := maybe_list(shape)) is not None:
        return [_written_out(one, parts, inside) for one in several]
    if (held := maybe_object(shape)) is None:
        return shape
    if "$ref" not in held:
        return {name: _written_out(one, parts, inside) for name, one in held.items()}
    name = held["$ref"].rpartition("/")[2]
    return {} if name in inside else _written_out(parts[name], parts, (*inside, name))
