"""A set-up that cannot work is told apart from one that merely could be better."""

import dataclasses
import pathlib
import subprocess

import pytest

from weblocal.flows import doctor
from weblocal.flows.doctor import Examined, Health
from weblocal.flows.workspace import Workspace, open_workspace
from weblocal.model.business import HostKind, TransportKind
from weblocal.model.settings import Secret, Settings


def part(workspace: Workspace, name: str) -> Examined:
    return next(examined for examined in doctor.examine(workspace) if examined.part == name)


def with_transport(workspace: Workspace, kind: TransportKind) -> None:
    mail = dataclasses.replace(workspace.business.mail, transport=kind)
    workspace.business = dataclasses.replace(workspace.business, mail=mail)


def test_the_sample_is_well_but_for_what_a_trial_lacks(sample: pathlib.Path) -> None:
    with open_workspace(sample) as workspace:
        examined = doctor.examine(workspace)
    assert Health.ILL not in {each.health for each in examined}
    assert all(each.cure for each in examined if each.health is Health.NOTE)


def test_mails_that_go_to_nobody_are_a_note_and_a_missing_key_is_ill(sample: pathlib.Path) -> None:
    with open_workspace(sample) as workspace:
        with_transport(workspace, TransportKind.OUTBOX)
        assert part(workspace, "Mail").health is Health.NOTE
        with_transport(workspace, TransportKind.SENDGRID)
        assert part(workspace, "Mail").health is Health.ILL
        workspace.settings = Settings(sendgrid_key=Secret("SG.x"))
        assert part(workspace, "Mail").health is Health.WELL


@pytest.mark.parametrize(
    ("address", "health"),
    [("", Health.NOTE), ("http://desk.example", Health.ILL), ("https://desk.example", Health.WELL)],
)
def test_a_desk_needs_an_encrypted_address(address: str, health: Health, sample: pathlib.Path) -> None:
    with open_workspace(sample) as workspace:
        desk = dataclasses.replace(workspace.business.desk, address=address)
        workspace.business = dataclasses.replace(workspace.business, desk=desk)
        assert part(workspace, "Desk").health is health


def test_a_host_that_is_not_named_is_a_note(sample: pathlib.Path) -> None:
    with open_workspace(sample) as workspace:
        host = dataclasses.replace(workspace.business.host, kind=HostKind.FOLDER, folder="")
        workspace.business = dataclasses.replace(workspace.business, host=host)
        assert part(workspace, "Host").health is Health.NOTE


def test_a_ledger_that_is_no_ledger_is_ill(sample: pathlib.Path) -> None:
    with open_workspace(sample) as workspace:
        (workspace.state_folder / "ledger.sqlite3").write_bytes(b"not a ledger at all " * 100)
        assert part(workspace, "Ledger").health is Health.ILL


def test_a_tracked_ledger_is_ill(sample: pathlib.Path) -> None:
    subprocess.run(["git", "init", "-q", str(sample)], check=True)
    with open_workspace(sample) as workspace:
        assert part(workspace, "Git").health is Health.WELL
        assert part(workspace, "Ledger").health is Health.WELL
    subprocess.run(["git", "-C", str(sample), "add", "-f", ".weblocal/ledger.sqlite3"], check=True)
    with open_workspace(sample) as workspace:
        assert part(workspace, "Git").health is Health.ILL
