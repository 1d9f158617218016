"""The two sites that are measured beside each other are the same site: as many pages, the same words, about as many bytes."""

import collections
import pathlib
import subprocess

import lxml.html
import pytest

from benchmarks import building, businesses, hugo_sites
from benchmarks.building import Bench
from benchmarks.businesses import Client
from benchmarks.hugo_sites import Pattern


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bench, Pattern]:
    if hugo_sites.executable() is None:
        pytest.skip("Hugo is not installed")
    return building.prepare(tmp_path_factory.mktemp("bench"))


def pages(folder: pathlib.Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in folder.rglob("*.html")}


def words(page: str) -> collections.Counter[str]:
    body = lxml.html.document_fromstring(page).find("body")
    for hidden in body.xpath(".//script | .//style"):
        hidden.drop_tree()
    return collections.Counter(" ".join(body.itertext()).split())


def test_both_sides_print_the_same_fifteen_pages(measured: tuple[Bench, Pattern]) -> None:
    bench, _ = measured
    ours, theirs = (pages(folder / "public") for folder in (bench.ours, bench.theirs))
    assert ours.keys() == theirs.keys()
    assert len(ours) == businesses.PAGE_COUNT


def test_every_page_holds_the_same_words_on_both_sides(measured: tuple[Bench, Pattern]) -> None:
    bench, _ = measured
    ours, theirs = (pages(folder / "public") for folder in (bench.ours, bench.theirs))
    for path, page in ours.items():
        mine, peers = words(page), words(theirs[path])
        different = (mine - peers) + (peers - mine)
        # a guide's date of writing is one line that Hugo's page leaves out
        assert different.total() <= 6, (path, different)


def test_bytes_of_both_sides_are_within_a_tenth(measured: tuple[Bench, Pattern]) -> None:
    bench, _ = measured
    assert 0.9 < building.sameness(bench).byte_ratio < 1.1


def test_texts_are_as_long_as_promised_and_differ_from_client_to_client() -> None:
    one, other = Client(number=3), Client(number=4)
    assert businesses.WORDS_A_PAGE <= len(one.words_of("leaks").split()) <= businesses.WORDS_A_PAGE * 1.3
    assert one.words_of("leaks") != other.words_of("leaks")
    assert one.words_of("leaks") == Client(number=3).words_of("leaks")


def test_another_client_and_many_together_are_the_same_site_too(
    measured: tuple[Bench, Pattern], tmp_path: pathlib.Path
) -> None:
    bench, pattern = measured
    clients = (Client(number=5), Client(number=6))
    hugo_sites.write_together(pattern, clients, tmp_path / "together")
    subprocess.run(bench.hugo_command(tmp_path / "together"), check=True, env=bench.environment)
    for client in clients:
        businesses.write(client, tmp_path / client.slug)
        command = (*building.timing.weblocal("build", tmp_path / client.slug),)
        subprocess.run(command, check=True, env=bench.environment, capture_output=True)
        ours, theirs = pages(tmp_path / client.slug / "public"), pages(tmp_path / "together" / "public" / client.slug)
        assert ours.keys() == theirs.keys()
        for path, page in ours.items():
            mine, peers = words(page), words(theirs[path])
            assert ((mine - peers) + (peers - mine)).total() <= 6, path


def test_an_edit_reaches_the_pages_of_both_sides(measured: tuple[Bench, Pattern]) -> None:
    bench, _ = measured
    client = Client(number=1)
    hugo_sites.edit_source(bench.ours, client, "A sentence nobody wrote before.")
    hugo_sites.edit(bench.theirs, client, "A sentence nobody wrote before.")
    building.seconds_of(building.timing.weblocal("build", bench.ours), bench.environment)
    building.seconds_of(bench.hugo_command(bench.theirs), bench.environment)
    for folder in (bench.ours, bench.theirs):
        page = (folder / "public" / "services" / "leaks" / "index.html").read_text(encoding="utf-8")
        assert "A sentence nobody wrote before." in page
