"""Pairing a device: a link or its code works once, for ten minutes; a cookie until the phone is locked out."""

import pathlib
from collections.abc import Iterator

import pytest

from tests.factories import NOW, a_business, later
from weblocal.disk import bundled, tree
from weblocal.errors import NotAllowed
from weblocal.flows import sign_in
from weblocal.flows.workspace import Workspace
from weblocal.theming import theme


@pytest.fixture
def workspace(tmp_path: pathlib.Path) -> Iterator[Workspace]:
    files = tree.read_tree(bundled.themes_folder() / "fascia")
    with Workspace(folder=tmp_path, business=a_business(), theme=theme.load("fascia", files.names, files.read)) as opened:
        yield opened


def test_the_secret_of_a_link_stands_after_the_hash(workspace: Workspace) -> None:
    link = sign_in.make_link(workspace, device_name="Sam", now=NOW)
    assert link.url("https://desk.example/") == f"https://desk.example/pair#{link.secret}"


@pytest.mark.parametrize("by", ["secret", "code"])
def test_a_link_and_its_code_are_one_right_used_once(workspace: Workspace, by: str) -> None:
    link = sign_in.make_link(workspace, device_name="Sam", now=NOW)
    first, second = (link.secret, link.code) if by == "secret" else (link.code, link.secret)
    paired = sign_in.pair(workspace, presented=first, device_name="", now=later(minutes=9, seconds=59))
    assert paired.device.name == "Sam"
    with pytest.raises(NotAllowed):
        sign_in.pair(workspace, presented=second, device_name="", now=later(minutes=9, seconds=59))


def test_a_code_may_be_typed_as_people_type(workspace: Workspace) -> None:
    link = sign_in.make_link(workspace, device_name="Sam", now=NOW)
    typed = f" {link.code.lower().replace(' ', '-')} "
    assert sign_in.pair(workspace, presented=typed, device_name="Alex", now=NOW).device.name == "Alex"


@pytest.mark.parametrize("presented", ["", " ", "AAAA AAAA", "x" * 43])
def test_what_was_never_given_out_pairs_nothing(workspace: Workspace, presented: str) -> None:
    sign_in.make_link(workspace, device_name="Sam", now=NOW)
    with pytest.raises(NotAllowed):
        sign_in.pair(workspace, presented=presented, device_name="", now=NOW)


def test_after_ten_minutes_a_link_is_worth_nothing(workspace: Workspace) -> None:
    link = sign_in.make_link(workspace, device_name="Sam", now=NOW)
    with pytest.raises(NotAllowed):
        sign_in.pair(workspace, presented=link.secret, device_name="", now=later(minutes=10))


def test_a_paired_device_is_known_by_its_cookie_until_it_is_locked_out(workspace: Workspace) -> None:
    link = sign_in.make_link(workspace, device_name="Sam", now=NOW)
    paired = sign_in.pair(workspace, presented=link.secret, device_name="", now=NOW)
    assert sign_in.who(workspace, paired.cookie, now=later(days=300)) is not None
    sign_in.lock_out(workspace, paired.device.id, now=later(days=300))
    assert sign_in.who(workspace, paired.cookie, now=later(days=300)) is None


def test_a_cookie_with_one_letter_wrong_is_nobodys(workspace: Workspace) -> None:
    link = sign_in.make_link(workspace, device_name="Sam", now=NOW)
    cookie = sign_in.pair(workspace, presented=link.secret, device_name="", now=NOW).cookie
    for place in range(len(cookie)):
        wrong = cookie[:place] + ("A" if cookie[place] != "A" else "B") + cookie[place + 1 :]
        assert sign_in.who(workspace, wrong, now=NOW) is None


def test_the_last_sign_of_life_is_kept(workspace: Workspace) -> None:
    link = sign_in.make_link(workspace, device_name="Sam", now=NOW)
    paired = sign_in.pair(workspace, presented=link.secret, device_name="", now=NOW)
    sign_in.who(workspace, paired.cookie, now=later(hours=2))
    workspace.ledger.write(lambda writing: writing.meta(""))  # what was asked for behind the page's back, in order
    assert workspace.ledger.read(lambda reading: reading.devices())[0].last_seen_at == later(hours=2)
