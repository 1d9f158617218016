"""`weblocal publish`: to a folder, and to a branch as GitHub Pages serves it."""

import pathlib
import subprocess

import pytest

from tests.cli.stranger import fingerprint, replace, weblocal


def git(folder: pathlib.Path, *words: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def remote(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", str(folder)], check=True)
    return folder


@pytest.fixture
def on_a_branch(sample: pathlib.Path, remote: pathlib.Path) -> pathlib.Path:
    wanted = f'  kind: git_branch\n  remote: "{remote}"\n  branch: gh-pages\n'
    replace(sample / "business.yaml", "  kind: folder\n  folder: ../site\n", wanted)
    return sample


def test_a_folder_gets_the_built_site_and_a_second_time_nothing(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    weblocal("build", at=sample)
    first = weblocal("publish", at=sample)
    assert first.code == 0, first.err
    assert f"Published to the folder {tmp_path / 'site'}: " in first.out
    assert "  + index.html" in first.out
    assert fingerprint(tmp_path / "site") == fingerprint(sample / "public")
    second = weblocal("publish", at=sample)
    assert (second.code, second.out.splitlines()[0]) == (0, f"Published to the folder {tmp_path / 'site'}: nothing changed.")


def test_a_folder_named_for_once_wins_over_the_profile(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    ran = weblocal("publish", sample, "--to", "www", at=tmp_path)
    assert ran.code == 0
    assert (tmp_path / "www" / "index.html").is_file()
    assert not (tmp_path / "site").exists()


def test_a_branch_holds_the_site_in_the_form_pages_hosts_serve(
    on_a_branch: pathlib.Path, remote: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    weblocal("build", at=on_a_branch)
    ran = weblocal("publish", at=on_a_branch)
    assert ran.code == 0, ran.err
    assert "branch gh-pages of" in ran.out
    subprocess.run(["git", "clone", "-q", "--branch", "gh-pages", str(remote), str(tmp_path / "served")], check=True)
    served = {name: digest for name, digest in fingerprint(tmp_path / "served").items() if not name.startswith(".git/")}
    built = fingerprint(on_a_branch / "public")
    built.pop(".made-by-weblocal")
    assert {name: digest for name, digest in served.items() if name in built} == built
    assert served.keys() - built.keys() == {"CNAME", ".nojekyll"}
    assert (tmp_path / "served" / "CNAME").read_text(encoding="ascii") == "kettley.example\n"
    assert git(remote, "log", "--format=%s", "gh-pages").startswith("Kettley Plumbing, 20")


def test_publishing_again_makes_no_commit_and_a_change_makes_one_more(on_a_branch: pathlib.Path, remote: pathlib.Path) -> None:
    weblocal("publish", at=on_a_branch)
    again = weblocal("publish", at=on_a_branch)
    assert again.code == 0
    assert "nothing changed" in again.out
    assert git(remote, "rev-list", "--count", "gh-pages").strip() == "1"
    replace(on_a_branch / "business.yaml", "tagline: We say when", "tagline: We say where")
    changed = weblocal("publish", at=on_a_branch)
    assert "  ~ index.html" in changed.out
    assert git(remote, "rev-list", "--count", "gh-pages").strip() == "2"
    assert "We say where" in git(remote, "show", "gh-pages:index.html")


def test_a_broken_profile_publishes_nothing(on_a_branch: pathlib.Path, remote: pathlib.Path) -> None:
    weblocal("publish", at=on_a_branch)
    before = git(remote, "rev-parse", "gh-pages")
    replace(on_a_branch / "business.yaml", "tagline:", "tagelin:")
    ran = weblocal("publish", at=on_a_branch)
    assert (ran.code, ran.out) == (1, "")
    assert "business.yaml:" in ran.err
    assert git(remote, "rev-parse", "gh-pages") == before


def test_a_remote_that_is_not_there_is_the_outside_failing_without_its_password(
    on_a_branch: pathlib.Path, remote: pathlib.Path
) -> None:
    replace(on_a_branch / "business.yaml", str(remote), "https://ada:hunter2@127.0.0.1:9/site.git")
    ran = weblocal("publish", at=on_a_branch)
    assert (ran.code, ran.out) == (3, "")
    assert "failed" in ran.err
    assert "hunter2" not in ran.err


def test_a_profile_without_a_host_is_told_what_to_write(sample: pathlib.Path) -> None:
    replace(sample / "business.yaml", "  folder: ../site\n", "")
    ran = weblocal("publish", at=sample)
    assert ran.code == 1
    assert "weblocal publish --to FOLDER" in ran.err
