"""Every host takes a whole site or leaves the old one standing: one contract for all of them."""

import datetime as dt
import pathlib
import subprocess
from collections.abc import Callable

import pytest

from weblocal.disk import replacing
from weblocal.errors import PublishFailed
from weblocal.hosting.folder import FolderHost
from weblocal.hosting.git_branch import GitBranchHost
from weblocal.hosting.host import Host
from weblocal.model.site import SiteFile, SiteFiles

NOW = dt.datetime(2026, 11, 2, 9, 0, tzinfo=dt.UTC)
Served = Callable[[], dict[str, bytes]]


def site(**contents: str) -> SiteFiles:
    return tuple(SiteFile(path=f"{name}.html", content=text.encode()) for name, text in contents.items())


def git(folder: pathlib.Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True).stdout


def remote_at(folder: pathlib.Path) -> pathlib.Path:
    subprocess.run(["git", "init", "-q", "--bare", str(folder)], check=True)
    return folder


@pytest.fixture(params=["folder", "git_branch"])
def served_host(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> tuple[Host, Served]:
    if request.param == "folder":
        folder = tmp_path / "served"

        def from_folder() -> dict[str, bytes]:
            return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".html"}

        return FolderHost(folder, replace=replacing.replace_tree), from_folder
    remote = remote_at(tmp_path / "remote.git")

    def from_branch() -> dict[str, bytes]:
        names = git(remote, "ls-tree", "-r", "--name-only", "gh-pages").decode().split()
        return {name: git(remote, "show", f"gh-pages:{name}") for name in names if name.endswith(".html")}

    host = GitBranchHost(str(remote), "gh-pages", repository=tmp_path / "own.git", website="https://salon.example")
    return host, from_branch


def test_a_host_serves_exactly_what_was_published(served_host: tuple[Host, Served]) -> None:
    host, served = served_host
    changes = host.publish(site(index="home", old="old"), note="first", now=NOW)
    assert served() == {"index.html": b"home", "old.html": b"old"}
    assert set(changes.added) >= {"index.html", "old.html"}


def test_what_is_gone_from_the_site_is_gone_from_the_host(served_host: tuple[Host, Served]) -> None:
    host, served = served_host
    host.publish(site(index="home", old="old", same="same"), note="first", now=NOW)
    changes = host.publish(site(index="new home", fresh="fresh", same="same"), note="second", now=NOW)
    assert served() == {"index.html": b"new home", "fresh.html": b"fresh", "same.html": b"same"}
    assert changes.changed == ("index.html",)
    assert changes.removed == ("old.html",)
    assert "same.html" in changes.same


def test_publishing_the_same_site_again_changes_nothing(served_host: tuple[Host, Served]) -> None:
    host, _ = served_host
    host.publish(site(index="home"), note="first", now=NOW)
    changes = host.publish(site(index="home"), note="again", now=NOW + dt.timedelta(days=1))
    assert (changes.added, changes.changed, changes.removed) == ((), (), ())


def test_the_branch_carries_what_pages_hosts_ask_for_and_keeps_its_history(tmp_path: pathlib.Path) -> None:
    remote = remote_at(tmp_path / "remote.git")
    host = GitBranchHost(str(remote), "gh-pages", repository=tmp_path / "own.git", website="https://salon.example")
    host.publish(site(index="1"), note="first words", now=NOW)
    host.publish(site(index="2"), note="second words", now=NOW)
    assert git(remote, "show", "gh-pages:CNAME") == b"salon.example\n"
    assert git(remote, "show", "gh-pages:.nojekyll") == b""
    assert git(remote, "log", "--format=%s", "gh-pages").decode().split("\n")[:2] == ["second words", "first words"]


def test_a_branch_published_from_elsewhere_meanwhile_is_built_upon_not_overwritten(tmp_path: pathlib.Path) -> None:
    remote = remote_at(tmp_path / "remote.git")
    for name in ("laptop", "office", "laptop"):
        GitBranchHost(str(remote), "gh-pages", repository=tmp_path / name, website="").publish(
            site(index=name), note=f"from the {name}", now=NOW
        )
    notes = git(remote, "log", "--format=%s", "gh-pages").decode().split("\n")
    assert notes[:3] == ["from the laptop", "from the office", "from the laptop"]


@pytest.mark.parametrize("remote", ["ext::sh -c 'touch hacked'", "--upload-pack=touch hacked", " "])
def test_a_remote_that_would_run_a_command_is_refused(tmp_path: pathlib.Path, remote: str) -> None:
    host = GitBranchHost(remote, "gh-pages", repository=tmp_path / "own.git", website="")
    with pytest.raises(PublishFailed, match="no address of a repository"):
        host.publish(site(index="home"), note="n", now=NOW)
    assert not list(tmp_path.rglob("hacked"))


def test_a_remote_that_is_not_there_is_said_without_its_password(tmp_path: pathlib.Path) -> None:
    host = GitBranchHost(
        f"file://owner:hunter2@localhost{tmp_path}/nowhere.git", "gh-pages", repository=tmp_path / "own.git", website=""
    )
    with pytest.raises(PublishFailed) as failed:
        host.publish(site(index="home"), note="n", now=NOW)
    assert "hunter2" not in failed.value.message + host.describe()
