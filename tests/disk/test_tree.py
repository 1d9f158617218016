"""Reading a tree stays inside it."""

import pathlib

import pytest

from weblocal.disk import tree
from weblocal.errors import NotFound


def test_names_are_relative_sorted_and_without_our_own_folders(tmp_path: pathlib.Path) -> None:
    for name in ("business.yaml", "mails/a/b.md", "public/index.html", ".weblocal/ledger", ".git/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert tree.read_tree(tmp_path).names == ("business.yaml", "mails/a/b.md")


def test_a_link_to_a_strangers_file_is_not_part_of_the_tree(tmp_path: pathlib.Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("private")
    folder = tmp_path / "business"
    folder.mkdir()
    (folder / "about.md").symlink_to(secret)
    (folder / "texts").symlink_to(tmp_path)
    assert tree.read_tree(folder).names == ()


def test_a_file_swapped_for_a_link_after_listing_is_not_read(tmp_path: pathlib.Path) -> None:
    (tmp_path / "secret").write_text("private")
    folder = tmp_path / "business"
    folder.mkdir()
    (folder / "about.md").write_text("ours")
    listed = tree.read_tree(folder)
    (folder / "about.md").unlink()
    (folder / "about.md").symlink_to(tmp_path / "secret")
    with pytest.raises(NotFound):
        listed.read("about.md")


def test_a_missing_folder_is_named_with_its_cure(tmp_path: pathlib.Path) -> None:
    with pytest.raises(NotFound) as missing:
        tree.read_tree(tmp_path / "nowhere")
    assert "business.yaml" in missing.value.fix
