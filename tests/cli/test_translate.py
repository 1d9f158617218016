"""`weblocal translate`, as an owner runs it: begin, build as it is, and never lose what is there."""

import pathlib
import shutil

from tests.cli.stranger import PROFILES, replace, weblocal


def test_a_language_is_begun_and_the_site_can_be_built_with_it_at_once(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "celyn"
    shutil.copytree(PROFILES / "bilingual", folder)
    begun = weblocal("translate", "pl", folder, at=tmp_path)
    assert begun.code == 0
    assert "texts wait for their words" in begun.out
    assert "services/stairs.pl.md" in begun.out
    replace(folder / "business.yaml", "[en-GB, cy]", "[en-GB, cy, pl]")
    built = weblocal("build", folder, at=tmp_path)
    assert built.code == 0, built.err
    home = (folder / "public" / "pl" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="pl"' in home
    assert not (folder / "public" / "pl" / "about").exists()
    assert "texts" in weblocal("check", folder, at=tmp_path).out


def test_words_that_are_there_are_not_written_over(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "celyn"
    shutil.copytree(PROFILES / "bilingual", folder)
    before = (folder / "text" / "cy.yaml").read_bytes()
    again = weblocal("translate", "cy", folder, at=tmp_path)
    assert again.code != 0
    assert "text/cy.yaml is there already." in again.err
    assert (folder / "text" / "cy.yaml").read_bytes() == before


def test_what_is_no_language_is_refused(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "celyn"
    shutil.copytree(PROFILES / "bilingual", folder)
    refused = weblocal("translate", "../../etc", folder, at=tmp_path)
    assert refused.code != 0
    assert "is not a language" in refused.err
