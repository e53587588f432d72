"""Puts the conformance vectors on the site, from where they stand: a hook of MkDocs (see `mkdocs.yml`)."""

from pathlib import Path
from typing import Any, Final

from mkdocs.structure.files import File

FOLDER: Final = Path(__file__).parents[1] / "conformance"


def on_files(files: Any, config: Any, **_: Any) -> Any:
    """What MkDocs calls once it knows its files, and before it looks at links."""
    for path in sorted(FOLDER.glob("*.json")):
        files.append(File.generated(config, f"conformance/{path.name}", abs_src_path=str(path)))
    return files
