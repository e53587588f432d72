"""A griffe extension: what the reference pages show of our code, made readable."""

import re
from typing import Any

import griffe

EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)


class ReadableReference(griffe.Extension):
    """Fences examples, hides undocumented magic methods, and shows a field's default instead of its validator."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring and "```" not in obj.docstring.value:
            # Markdown would take bare `>>>` lines for quotations.
            obj.docstring.value = EXAMPLE.sub(r"```pycon\n\g<0>\n```", obj.docstring.value)
        if obj.name.startswith("__") and not obj.docstring:
            obj.public = False

    def on_attribute(self, *, attr: griffe.Attribute, **_: Any) -> None:
        if isinstance(attr.value, griffe.ExprCall) and attr.value.canonical_name == "field":
            named = [one for one in attr.value.arguments if isinstance(one, griffe.ExprKeyword)]
            attr.value = next((one.value for one in named if one.name == "default"), None)
