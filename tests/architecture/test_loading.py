"""A build loads what it needs and nothing else: half of its time is loading, and one careless import at the top of a file is not seen."""

import json
import os
import pathlib
import subprocess
import sys

import pytest

PROFILE = """\
name: Kettley Plumbing
trade: plumber
website: https://kettley.example
email: post@kettley.example
phone: 01632 960123
address: {town: Kelderby, country: GB}
hours: {monday-friday: "08:00-18:00"}
services:
  leaks: {name: Leaks, price: 85, page: services/leaks.md}
  boilers: {name: Boilers, price: from 95}
"""
WORDS = "---\nsummary: Found before the floor comes up.\n---\n\n" + "Water finds its way out of every pipe in the end.\n\n" * 12
RUN = """\
import atexit, json, sys
atexit.register(lambda: print("loaded:", json.dumps(sorted(sys.modules))))
sys.argv = ["weblocal", "build", sys.argv[1]]
from weblocal.cli.main import run
run()
"""
# what no build of one small site without photographs has work for
NEVER = (
    "PIL", "alembic", "apprise", "asyncio", "concurrent.futures", "http", "multiprocessing", "sendgrid", "sqlalchemy",
    "sqlite3", "ssl", "starlette", "subprocess", "unittest", "uvicorn", "watchdog", "zxingcpp",
    "weblocal.flows.amending", "weblocal.flows.logos", "weblocal.flows.side_by_side", "weblocal.press.pictures", "weblocal.store",
    "weblocal.theming.seals", "weblocal.theming.still_lifes",
)  # fmt: skip
# what was read, judged, drawn, set and looked up before, and need not be again when only a text has other words
NOT_AGAIN = (
    "babel", "email", "holidays", "importlib.metadata", "phonenumbers", "socket", "typst", "yaml",
    "weblocal.people", "weblocal.press.typesetting", "weblocal.profile.parsing", "weblocal.reading.document",
    "weblocal.theming.artwork", "weblocal.theming.linting", "weblocal.theming.theme_settings", "weblocal.theming.tiles",
)  # fmt: skip


def loaded_by_a_build(folder: pathlib.Path) -> frozenset[str]:
    surroundings = {**os.environ, "WEBLOCAL_CACHE": str(folder.parent / "cache")}
    ran = subprocess.run(
        [sys.executable, "-c", RUN, str(folder)], capture_output=True, text=True, check=True, timeout=120, env=surroundings
    )
    return frozenset(json.loads(ran.stdout.partition("loaded:")[2]))


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[frozenset[str], frozenset[str]]:
    """The modules of a first build, and those of one after a text was saved."""
    folder = tmp_path_factory.mktemp("loading") / "kettley"
    (folder / "services").mkdir(parents=True)
    (folder / "business.yaml").write_text(PROFILE, encoding="utf-8")
    (folder / "services" / "leaks.md").write_text(WORDS, encoding="utf-8")
    first = loaded_by_a_build(folder)
    (folder / "services" / "leaks.md").write_text(WORDS + "\nWe find it first.\n", encoding="utf-8")
    second = loaded_by_a_build(folder)
    assert any("We find it first." in page.read_text(encoding="utf-8") for page in (folder / "public").rglob("*.html"))
    return first, second


@pytest.mark.parametrize("name", NEVER)
def test_a_build_loads_nothing_it_has_no_work_for(name: str, builds: tuple[frozenset[str], frozenset[str]]) -> None:
    assert name not in builds[0] | builds[1]


@pytest.mark.parametrize("name", NOT_AGAIN)
def test_a_text_saved_loads_nothing_that_did_its_work_before(name: str, builds: tuple[frozenset[str], frozenset[str]]) -> None:
    assert name not in builds[1]


def test_the_work_was_done_the_first_time(builds: tuple[frozenset[str], frozenset[str]]) -> None:
    assert builds[0] >= {"babel", "typst", "yaml", "weblocal.profile.parsing", "weblocal.theming.artwork"}
