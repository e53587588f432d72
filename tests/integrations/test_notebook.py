"""The notebook runs from top to bottom, shows a table and a picture, and no pupil."""

import json
from pathlib import Path
from typing import Any

import pytest

from iapcore.samples import cohort

nbclient = pytest.importorskip("nbclient", reason="nbclient comes with the extra `integrations`")
nbformat = pytest.importorskip("nbformat", reason="nbformat comes with the extra `integrations`")
pytest.importorskip("ipykernel", reason="ipykernel comes with the extra `integrations`")
pytest.importorskip("pandas", reason="pandas comes with the extra `integrations`")

NOTEBOOK = Path(__file__).parents[2] / "examples" / "cohort.ipynb"


def kept() -> Any:
    return nbformat.reads(NOTEBOOK.read_text(encoding="utf-8"), as_version=4)


def shown(notebook: Any) -> list[dict[str, Any]]:
    """What the cells show, by kind."""
    return [
        output.get("data", {"text/plain": output.get("text")})
        for cell in notebook.cells
        for output in cell.get("outputs", ())
    ]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("notebook")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(folder / name.lower()))
        patch.setenv("PYTHONWARNINGS", "")
        resources = {"metadata": {"path": str(folder)}}
        return nbclient.NotebookClient(
            kept(), timeout=120, kernel_name="python3", resources=resources
        ).execute()


def test_it_is_kept_without_what_it_shows() -> None:
    assert shown(kept()) == []


def test_it_shows_values_tables_and_a_picture(run: Any) -> None:
    values, table, counts, picture, words = shown(run)
    assert values["text/plain"].startswith("[‹Journey")
    assert "<table" in table["text/html"]
    assert "<td>c</td>" in table["text/html"]
    assert "<td>&lt;NA&gt;</td>" in counts["text/html"]
    assert picture["image/svg+xml"].startswith("<svg")
    assert "<title" in picture["image/svg+xml"]
    assert words["text/plain"].splitlines()[1].startswith("all: ")


def test_it_shows_no_pupil(run: Any) -> None:
    everything = json.dumps(shown(run))
    identified = {journey.pupil.id.format() for journey in cohort(120, missing=0.05)}
    assert len(identified) == 120
    assert [pupil for pupil in identified if pupil in everything] == []
