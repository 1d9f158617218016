"""Staff phones and the links that pair them."""

import dataclasses
import threading

import pytest

from tests.factories import NOW, later
from weblocal.model.devices import Device, PairingLink
from weblocal.store.ledger import Ledger

PHONE = Device(id="d-1", name="Ben's phone", secret_digest="5" * 64, paired_at=NOW, last_seen_at=NOW)
LINK = PairingLink(
    id="l-1", secret_digest="a" * 64, code_digest="b" * 64, device_name="Ben's phone", made_at=NOW, expires_at=later(minutes=10)
)


def test_a_link_lets_one_phone_in_however_many_try_at_once(ledger: Ledger) -> None:
    ledger.write(lambda writing: writing.add_pairing_link(LINK))
    start, answers = threading.Barrier(8), []

    def use() -> None:
        start.wait(20)
        answers.append(ledger.write(lambda writing: writing.use_pairing_link("l-1", later(minutes=1))))

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(answers) == [False] * 7 + [True]
    used = ledger.read(lambda reading: reading.pairing_link("a" * 64))
    assert used == dataclasses.replace(LINK, used_at=later(minutes=1))


def test_a_link_is_worth_nothing_after_its_end(ledger: Ledger) -> None:
    ledger.write(lambda writing: writing.add_pairing_link(LINK))
    assert ledger.write(lambda writing: writing.use_pairing_link("l-1", later(minutes=10))) is False


@pytest.mark.parametrize(("digest", "is_found"), [("a" * 64, True), ("b" * 64, True), ("c" * 64, False), ("", False)])
def test_a_link_is_found_by_its_secret_or_by_its_code(ledger: Ledger, digest: str, *, is_found: bool) -> None:
    ledger.write(lambda writing: writing.add_pairing_link(LINK))
    assert (ledger.read(lambda reading: reading.pairing_link(digest)) == LINK) is is_found


def test_a_device_is_locked_out_once_and_for_good(ledger: Ledger) -> None:
    assert ledger.write(lambda writing: writing.add_device(PHONE)) is True
    assert ledger.read(lambda reading: reading.devices()) == (PHONE,)
    assert ledger.write(lambda writing: writing.lock_out_device("d-1", later(days=1))) is True
    assert ledger.write(lambda writing: writing.lock_out_device("d-1", later(days=2))) is False
    device = ledger.read(lambda reading: reading.device("d-1"))
    assert device is not None
    assert device.locked_out_at == later(days=1)


def test_the_latest_sighting_of_a_device_counts_whichever_arrives_last(ledger: Ledger) -> None:
    ledger.write(lambda writing: writing.add_device(PHONE))
    assert ledger.write(lambda writing: writing.saw_device("d-1", later(hours=2))) is True
    assert ledger.write(lambda writing: writing.saw_device("d-1", later(hours=1))) is False
    device = ledger.read(lambda reading: reading.device("d-1"))
    assert device is not None
    assert device.last_seen_at == later(hours=2)
