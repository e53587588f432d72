"""A misspelt name on the face is an error for type checkers: that the face is lazy must not hide it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MISSPELT = Path(__file__).parents[2] / "typing_tests" / "misspelt.py"


@pytest.mark.parametrize(
    ("tool", "complaint"),
    [
        ("mypy", 'Module has no attribute "Jurney"'),
        ("pyright", '"Jurney" is not a known attribute of module "iapcore"'),
    ],
)
def test_a_misspelt_name_is_found(tool: str, complaint: str, tmp_path: Path) -> None:
    pytest.importorskip(tool, reason=f"{tool} comes with the extra `check`")
    shutil.copy(MISSPELT, tmp_path)
    # pyright looks at the packages of the first Python on PATH.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, "-m", tool, MISSPELT.name],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert complaint in done.stdout
