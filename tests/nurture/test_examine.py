"""What is wrong with a mail is said when the profile is checked, with its line and what to write."""

import pytest

from tests.factories import a_business, a_send_step, a_sequence, a_text
from weblocal.model.problems import Finding, Severity
from weblocal.nurture import examine


def found(body: str = "# Hello\n\nWords.", *, offer: str = "", subject: str = "Hello", **front: str) -> tuple[Finding, ...]:
    step = a_send_step(text=a_text(body, title=subject, more=tuple(front.items())), offer=offer)
    return examine.findings(a_business(sequences=(a_sequence(steps=(step,)),)))


def test_a_good_mail_has_no_findings() -> None:
    assert found("# Hello {{ first_name | there }}\n\n[[coupon]]", offer="first_visit", button="Ring", button_to="call") == ()


@pytest.mark.parametrize(
    ("finding", "rule", "severity"),
    [
        (found("# Hi {{ nickname | you }}"), "mail-field", Severity.ERROR),
        (found("# Hi {{ first_name }}"), "mail-field", Severity.ERROR),
        (found("# Hi\n\n[[coupn]]"), "mail-mark", Severity.ERROR),
        (found("# Hi\n\n[[coupon]]"), "mail-mark", Severity.ERROR),
        (found("# Hi\n\n[[button]]"), "mail-mark", Severity.ERROR),
        (found("No headline."), "mail-headline", Severity.WARNING),
        (found("# Hi\n\n[x](https://a.example/{{ first_name | x }})"), "mail-link", Severity.ERROR),
        (found("# Hi\n\n" + "[" * 5000), "mail-text", Severity.ERROR),
        (found(buton="x"), "mail-key", Severity.ERROR),
        (found(button="Ring"), "mail-button", Severity.ERROR),
        (found(button="Ring", button_to="form nothing"), "mail-button", Severity.ERROR),
        (found(button="Review", button_to="review"), "mail-button", Severity.WARNING),
        (found(subject="x" * 151), "mail-subject", Severity.ERROR),
        (found(subject="x" * 61), "mail-subject", Severity.HINT),
    ],
    ids=lambda value: value if isinstance(value, str) and "-" in value else "",
)
def test_each_slip_has_its_finding_with_a_cure(finding: tuple[Finding, ...], rule: str, severity: Severity) -> None:
    assert [(each.rule, each.severity) for each in finding] == [(rule, severity)]
    assert finding[0].fix
    assert finding[0].place is not None
    assert finding[0].place.file == "mails/hello.md"


def test_a_slip_in_the_text_is_told_with_its_line() -> None:
    (finding,) = found("# Hi\n\nWords.\n\n[[coupn]]")
    assert finding.page == "mails/hello.md:5"


def test_a_slip_in_a_key_suggests_the_right_one() -> None:
    assert found(preheadr="x")[0].fix == "Did you mean preheader?"
