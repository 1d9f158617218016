"""Every graph on every page of the samples speaks schema.org, and says what Google asks for."""

import datetime as dt
import json
import pathlib
import re
import shutil

import pytest

from tests.site import vocabulary
from weblocal.disk import bundled
from weblocal.flows import build
from weblocal.flows.workspace import open_workspace

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROFILES = sorted(path.parent for path in (ROOT / "tests" / "profiles").glob("*/business.yaml"))
GRAPH = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def the_vocabulary() -> None:
    if not vocabulary.TYPES.is_file():
        pytest.skip("the vocabulary is not installed (npm ci)")


@pytest.mark.parametrize("source", [bundled.sample_business_folder(), *PROFILES], ids=lambda source: source.name)
def test_every_page_speaks_the_vocabulary(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    the_vocabulary()
    folder = tmp_path / "business"
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".weblocal", "public", "print"))
    today = dt.date(2026, 11, 22)
    with open_workspace(folder, today=today) as workspace:
        rendered = build.render(workspace, today=today)
    nodes = 0
    wrong = []
    for file in rendered.files:
        if file.path.endswith(".html"):
            for found in GRAPH.findall(file.content.decode()):
                for node in json.loads(found)["@graph"]:
                    nodes += 1
                    wrong += vocabulary.faults(node, file.path)
    assert nodes > 5
    assert not wrong


def test_the_vocabulary_itself_finds_faults() -> None:
    the_vocabulary()
    assert list(vocabulary.faults({"@type": "Plumbr", "name": "x"}))
    assert list(vocabulary.faults({"@type": "Plumber", "name": "x"}))  # no address
    address = {"@type": "PostalAddress", "addressLocality": "Sampleton", "addressCountry": "GB"}
    assert list(vocabulary.faults({"@type": "Plumber", "name": "x", "address": address, "plumbs": "y"}))
    assert list(vocabulary.faults({"@type": "Plumber", "name": "x", "address": {"@type": "GeoCoordinates"}}))
    assert not list(vocabulary.faults({"@type": "Plumber", "name": "x", "address": address}))
