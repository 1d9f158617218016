"""Every page is HTML that an independent checker finds no fault with."""

import datetime as dt
import json
import os
import pathlib
import shutil
import subprocess

import pytest

from weblocal.disk import bundled
from weblocal.flows import build
from weblocal.flows.workspace import open_workspace

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECKER = (
    pathlib.Path(os.environ.get("WEBLOCAL_NODE_MODULES", ROOT / "node_modules")) / "vnu-jar" / "build" / "dist" / "vnu.jar"
)
PROFILES = sorted((ROOT / "tests" / "profiles").glob("*/business.yaml"))


@pytest.mark.parametrize(
    "source", [bundled.sample_business_folder(), *(profile.parent for profile in PROFILES)], ids=lambda source: source.name
)
def test_the_nu_checker_finds_no_error_on_any_page(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    java = shutil.which("java")
    if java is None or not CHECKER.is_file():
        pytest.skip("the HTML checker is not installed (npm ci, and Java)")
    folder = tmp_path / "business"
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".weblocal", "public"))
    with open_workspace(folder) as workspace:
        built = build.build(workspace, today=dt.date(2026, 11, 22))
    asked = [java, "-jar", str(CHECKER), "--errors-only", "--format", "json", "--skip-non-html", str(built.folder)]
    said = json.loads(subprocess.run(asked, capture_output=True, text=True, check=False, timeout=120).stderr)
    # its list of CSS properties ends years before ours; what it says of HTML is what counts
    errors = [f"{each.get('url')}: {each['message']}" for each in said["messages"] if not each["message"].startswith("CSS:")]
    assert errors == []
