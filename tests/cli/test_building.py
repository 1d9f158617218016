"""`weblocal build` and `weblocal check`, as an owner runs them."""

import pathlib
import shutil
import subprocess

import pytest

from tests.cli.stranger import ESCAPE, PROFILES, fingerprint, replace, weblocal


def test_a_second_build_says_that_nothing_changed_and_touches_nothing(sample: pathlib.Path) -> None:
    first = weblocal("build", at=sample)
    assert first.code == 0
    assert "pages in public, " in first.out
    assert " new, " in first.out
    before = {path: path.stat().st_mtime_ns for path in (sample / "public").rglob("*")}
    second = weblocal("build", "--list", at=sample)
    assert second.code == 0
    assert "nothing changed" in second.out
    assert {path: path.stat().st_mtime_ns for path in (sample / "public").rglob("*")} == before


@pytest.mark.parametrize("profile", ["sample", "german", "right_to_left", "bilingual"])
def test_the_same_input_gives_the_same_bytes_wherever_it_lies(
    profile: str, sample: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    source = sample if profile == "sample" else PROFILES / profile
    trees = []
    for number, seed in enumerate(("0", "1", "4711")):
        copy = tmp_path / f"{'x' * number}copy" / "of it"
        shutil.copytree(source, copy)
        ran = weblocal(
            "build", copy, at=tmp_path, env={"PYTHONHASHSEED": seed, "TZ": ("UTC", "Asia/Tokyo", "America/Lima")[number]}
        )
        assert ran.code == 0, ran.err
        trees.append(fingerprint(copy / "public"))
    assert trees[0] == trees[1] == trees[2]
    assert len(trees[0]) > 10


def test_a_change_is_named_file_by_file(sample: pathlib.Path) -> None:
    weblocal("build", at=sample)
    replace(sample / "business.yaml", "tagline: We say when, then we come.", "tagline: We say when and we come.")
    ran = weblocal("build", "--list", at=sample)
    assert ran.code == 0
    assert "  ~ index.html" in ran.out
    assert " changed, " in ran.out
    assert "We say when and we come." in (sample / "public" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_broken_profile_names_every_problem_with_its_line_and_leaves_the_old_site(command: str, sample: pathlib.Path) -> None:
    weblocal("build", at=sample)
    before = fingerprint(sample / "public")
    profile = sample / "business.yaml"
    replace(profile, "phone: 01632 960417", "phone: 12")
    replace(profile, "saturday: 08:00-13:00", "saturday: 9 to 5")
    replace(profile, "tagline:", "tagelin:")
    wrong = {
        number
        for number, line in enumerate(profile.read_text(encoding="utf-8").splitlines(), 1)
        if line.startswith(("phone: 12", "tagelin:", "  saturday: 9 to 5"))
    }
    ran = weblocal(command, at=sample)
    assert (ran.code, ran.out) == (1, "")
    named = {int(line.split(":")[1].split()[0]) for line in ran.err.splitlines() if line.startswith("business.yaml:")}
    assert named >= wrong
    assert "Write 09:00-17:00" in ran.err
    assert "tagline" in ran.err
    assert "problems in the profile" in ran.err.splitlines()[-1]
    assert fingerprint(sample / "public") == before


@pytest.mark.parametrize("command", ["build", "check", "doctor", "report", "publish", "serve", "print", "desk"])
def test_a_folder_without_a_profile_is_named_with_the_cure(command: str, tmp_path: pathlib.Path) -> None:
    if command == "serve":
        ran = weblocal(command, tmp_path / "nowhere", at=tmp_path)
        assert "There is no folder" in ran.err
    else:
        ran = weblocal(command, at=tmp_path)
        assert "holds no business.yaml. Make one: weblocal new" in ran.err
    assert (ran.code, ran.out) == (1, "")


def test_a_site_is_never_built_over_files_of_somebody_else(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "cat.jpg").write_bytes(b"miaow")
    ran = weblocal("build", sample, "--to", photos, at=tmp_path)
    assert ran.code == 1
    assert "holds files that weblocal did not write" in ran.err
    assert fingerprint(photos).keys() == {"cat.jpg"}


def test_the_folder_one_stands_in_can_be_built_into(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    assert weblocal("build", sample, "--to", ".", at=site).code == 0
    assert (site / "index.html").is_file()
    again = weblocal("build", sample, "--to", ".", at=site)
    assert "nothing changed" in again.out


def test_a_folder_behind_a_link_is_built_into_and_the_link_stays(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    (tmp_path / "srv").mkdir()
    link = tmp_path / "www"
    link.symlink_to(tmp_path / "srv", target_is_directory=True)
    assert weblocal("build", sample, "--to", link, at=tmp_path).code == 0
    assert link.is_symlink()
    assert (tmp_path / "srv" / "index.html").is_file()


@pytest.mark.parametrize("place", ["/", "business.yaml"])
def test_what_cannot_become_a_sites_folder_is_refused_in_words(place: str, sample: pathlib.Path) -> None:
    ran = weblocal("build", "--to", place, at=sample)
    assert ran.code == 1
    assert "cannot become a site's folder" in ran.err


def test_check_is_content_with_the_sample_and_changes_nothing(sample: pathlib.Path) -> None:
    before = fingerprint(sample)
    ran = weblocal("check", at=sample)
    assert ran.code == 0
    assert "nothing in the way of publishing" in ran.out
    # pictures once made are kept, and nothing that the owner wrote or published is touched
    assert {name: found for name, found in fingerprint(sample).items() if not name.startswith(".weblocal/")} == before


def test_check_says_of_every_value_where_it_came_from(tmp_path: pathlib.Path) -> None:
    ran = weblocal("check", PROFILES / "minimum", "--explain", at=tmp_path)
    assert ran.code == 0
    assert "name: Harker Plumbing  [" in ran.out
    sources = {line.rsplit("[", 1)[1].rstrip("]") for line in ran.out.splitlines() if line.endswith("]")}
    assert len(sources) >= 3, sources


def test_check_fails_while_git_tracks_a_key(sample: pathlib.Path) -> None:
    weblocal("desk", "--pair", at=sample)
    key = sample / ".weblocal" / "link.keys"
    assert key.is_file()
    subprocess.run(["git", "init", "-q", str(sample)], check=True)
    assert weblocal("check", at=sample).code == 0
    subprocess.run(["git", "-C", str(sample), "add", "-f", ".weblocal/link.keys"], check=True)
    ran = weblocal("check", at=sample)
    assert ran.code == 1
    assert "link.keys" in ran.out
    assert "Git tracks this file" in ran.out
    assert "git rm --cached .weblocal/link.keys" in ran.out
    assert key.read_text(encoding="ascii").strip() not in ran.err + ran.out
    ill = weblocal("doctor", at=sample)
    assert ill.code == 1
    assert "link.keys is tracked" in ill.out


def test_what_is_piped_holds_no_colour_and_no_bar(sample: pathlib.Path) -> None:
    for words in (("build", "--list"), ("check",), ("doctor",), ("report",), ("nurture", "simulate")):
        ran = weblocal(*words, at=sample, env={"TERM": "xterm-256color"})
        assert ESCAPE not in ran.out + ran.err, words
        assert "\r" not in ran.out + ran.err, words
