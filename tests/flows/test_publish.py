"""Publishing hands over what the profile says now, whatever lies built in public/."""

import dataclasses
import datetime as dt
import pathlib

import pytest

from tests.cli.stranger import fingerprint, replace
from weblocal.errors import ProblemsFound, PublishFailed
from weblocal.flows import build, publish
from weblocal.flows.workspace import open_workspace
from weblocal.model.business import HostKind

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
TODAY = NOW.date()


def test_an_old_build_is_never_what_goes_out(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with open_workspace(sample, today=TODAY) as workspace:
        build.build(workspace, today=TODAY)
    replace(sample / "business.yaml", "tagline: We say when", "tagline: We say where")
    with open_workspace(sample, today=TODAY) as workspace:
        done = publish.publish(workspace, now=NOW, today=TODAY)
    served = tmp_path / "site"
    assert done.where == f"the folder {served}"
    assert "We say where" in (served / "index.html").read_text(encoding="utf-8")
    assert "We say where" not in (sample / "public" / "index.html").read_text(encoding="utf-8")


def test_a_site_of_another_day_differs_only_where_days_are_named(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    trees = []
    for day in (TODAY, TODAY + dt.timedelta(days=1)):
        with open_workspace(sample, today=day) as workspace:
            publish.publish(workspace, now=NOW, today=day, to=tmp_path / f"{day}")
        trees.append(fingerprint(tmp_path / f"{day}"))
    assert trees[0].keys() == trees[1].keys()


def test_a_folder_of_somebody_else_is_no_host(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine", encoding="utf-8")
    with open_workspace(sample, today=TODAY) as workspace, pytest.raises(ProblemsFound, match="did not write"):
        publish.publish(workspace, now=NOW, today=TODAY)
    assert fingerprint(tmp_path / "site").keys() == {"mine.txt"}


def test_a_profile_cannot_make_git_run_a_command(sample: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with open_workspace(sample, today=TODAY) as workspace:
        host = dataclasses.replace(
            workspace.business.host, kind=HostKind.GIT_BRANCH, remote=f"ext::touch {tmp_path}/ran", branch="gh-pages"
        )
        workspace.business = dataclasses.replace(workspace.business, host=host)
        with pytest.raises(PublishFailed):
            publish.publish(workspace, now=NOW, today=TODAY)
    assert not (tmp_path / "ran").exists()
