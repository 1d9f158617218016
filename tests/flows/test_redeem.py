import pathlib
from collections.abc import Iterator

import pytest

from tests.factories import NOW, a_contact, a_coupon, a_workspace, an_enrolment, an_offer, later
from weblocal.codes import typed
from weblocal.flows import redeem
from weblocal.flows.workspace import Workspace
from weblocal.model.nurture import EnrolmentState
from weblocal.model.visits import VisitSource, VisitState
from weblocal.visits.coupons import CouponState

CODE = typed.encode((1, 2, 3, 4, 5, 6, 7, 8, 9))


@pytest.fixture
def workspace(tmp_path: pathlib.Path) -> Iterator[Workspace]:
    with a_workspace(tmp_path) as opened:

        def job(writing) -> None:  # noqa: ANN001
            writing.add_contact(a_contact())
            writing.start_enrolment(an_enrolment(started_at=later(days=-2)))
            writing.add_coupon(a_coupon(CODE))

        opened.ledger.write(job)
        yield opened


def test_a_coupon_is_taken_once_and_proves_a_visit(workspace: Workspace) -> None:
    taken = redeem.redeem(workspace, typed.spaced(CODE).lower(), device="Till", now=NOW)
    assert taken.is_taken
    assert "“Come and see us” stops: they came." in taken.changes
    (visit,) = workspace.ledger.read(lambda reading: reading.visits_of("contact-1"))
    assert (visit.source, visit.state) == (VisitSource.REDEMPTION, VisitState.CONFIRMED)
    (way,) = workspace.ledger.read(lambda reading: reading.enrolments_of("contact-1"))
    assert way.state is EnrolmentState.EXITED

    again = redeem.redeem(workspace, CODE, device="Phone", now=later(minutes=1))
    assert (again.is_taken, again.answer.state) == (False, CouponState.USED)
    assert again.answer.redemption is not None
    assert again.answer.redemption.device == "Till"
    assert len(workspace.ledger.read(lambda reading: reading.visits_of("contact-1"))) == 1


def test_checking_a_coupon_changes_nothing(workspace: Workspace) -> None:
    assert redeem.check_coupon(workspace, CODE, now=NOW).state is CouponState.VALID
    assert redeem.check_coupon(workspace, CODE, now=NOW).state is CouponState.VALID
    assert workspace.ledger.read(lambda reading: reading.visits_of("contact-1")) == ()


@pytest.mark.parametrize("what", ["", "hello", CODE[:-1] + ("2" if CODE[-1] != "2" else "3"), typed.encode((0,) * 9)])
def test_what_was_never_given_out_is_not_one_of_ours(workspace: Workspace, what: str) -> None:
    assert redeem.check_coupon(workspace, what, now=NOW).state is CouponState.UNKNOWN
    assert not redeem.redeem(workspace, what, device="", now=NOW).is_taken


def test_a_late_coupon_is_not_taken_without_a_rule_of_grace(workspace: Workspace) -> None:
    late = redeem.redeem(workspace, CODE, device="", now=later(days=200))
    assert (late.is_taken, late.answer.state) == (False, CouponState.EXPIRED)


def test_somebody_has_one_code_for_an_offer_however_many_mails_carry_it(workspace: Workspace) -> None:
    def codes(writing) -> tuple[str, str]:  # noqa: ANN001
        return tuple(
            redeem.code_for(writing, a_contact(), an_offer(coupon=an_offer().coupon), workspace, now=NOW) for _ in range(2)
        )

    first, again = workspace.ledger.write(codes)
    assert first == again == CODE


def test_an_offer_that_is_over_or_has_no_coupon_gives_none(workspace: Workspace) -> None:
    def code(writing) -> tuple[str, str]:  # noqa: ANN001
        over = redeem.code_for(writing, a_contact(), an_offer(), workspace, now=later(days=400))
        return over, redeem.code_for(writing, a_contact(), an_offer(coupon=None), workspace, now=NOW)

    assert workspace.ledger.write(code) == ("", "")


def test_a_new_code_is_well_formed_and_told_in_the_story(workspace: Workspace) -> None:
    other = an_offer("other", text="A free check.")
    code = workspace.ledger.write(lambda writing: redeem.code_for(writing, a_contact(), other, workspace, now=NOW))
    assert typed.read(code) == code
    events = workspace.ledger.read(lambda reading: reading.events_of("contact-1"))
    assert ("offer", "A free check.") in events[-1].values
