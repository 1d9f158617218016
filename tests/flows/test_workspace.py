"""Opening a folder that is none, or whose business.yaml is none, says which."""

import pathlib

import pytest

from weblocal.errors import NotFound
from weblocal.flows.workspace import open_workspace


def said(folder: pathlib.Path) -> str:
    with pytest.raises(NotFound) as raised:
        open_workspace(folder)
    return f"{raised.value.message} {raised.value.fix}"


def test_a_file_given_instead_of_its_folder_is_answered_with_the_folder(tmp_path: pathlib.Path) -> None:
    profile = tmp_path / "business.yaml"
    profile.write_text("name: Salon\n", encoding="utf-8")
    assert said(profile) == f"{profile} is a file, not a folder. Name the folder it is in: {tmp_path}"


def test_any_other_file_is_said_to_be_no_folder(tmp_path: pathlib.Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    assert said(tmp_path / "notes.txt").endswith("is a file, not a folder. Name the folder that holds business.yaml.")


def test_a_folder_called_business_yaml_is_said_to_be_one(tmp_path: pathlib.Path) -> None:
    (tmp_path / "business.yaml").mkdir()
    assert "business.yaml is a folder, not a file." in said(tmp_path)
