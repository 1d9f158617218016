"""A street that is not public, and a colleague's private words, stand in nothing that leaves the house: every output is searched."""

import pathlib
import shutil
import subprocess
import zipfile
from collections.abc import Iterator

import pytest

from tests.cli.stranger import ROOT, weblocal

STREET, NUMBER, POSTCODE = "Zwetschgengasse", "77b", "QX9 8ZY"
SECRETS = (STREET, POSTCODE, POSTCODE.replace(" ", ""), f"{NUMBER} {STREET}")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Everything that weblocal makes of a business that travels and keeps its street to itself."""
    folder = tmp_path_factory.mktemp("leak") / "business"
    shutil.copytree(ROOT / "sample_business", folder, ignore=shutil.ignore_patterns("public", ".weblocal", "print", "listing"))
    profile = folder / "business.yaml"
    lines = profile.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("address:"))
    until = next((number for number in range(at + 1, len(lines)) if not lines[number].startswith(" ")), len(lines))
    private = f"address: {{street: {NUMBER} {STREET}, town: Kelderby, postcode: {POSTCODE}, country: GB, public: no}}"
    profile.write_text("\n".join([*lines[:at], private, *lines[until:]]) + "\n", encoding="utf-8")
    made = folder.parent / "made"
    made.mkdir()
    for words in (
        ("build", folder, "--to", made / "site"),
        ("print", folder, "--to", made / "print"),
        *(
            ("listing", "export", platform, folder, "--to", made / f"{platform}.out")
            for platform in ("google", "apple", "osm", "csv")
        ),
        ("nurture", "simulate", folder),
        ("report", folder, "--to", made / "report.html"),
        ("check", folder, "--format", "json"),
    ):
        ran = weblocal(*words, at=folder.parent)
        if words[0] in {"build", "print", "listing", "check"}:
            assert ran.code == 0, (words, ran.err)
        (made / f"said-{words[0]}-{len(list(made.iterdir()))}.txt").write_text(ran.out + ran.err, encoding="utf-8")
    return made


def texts(path: pathlib.Path) -> Iterator[str]:
    """What can be read in a file: its bytes, and the words of what is packed in it."""
    raw = path.read_bytes()
    yield raw.decode("utf-8", "replace")
    yield raw.decode("utf-16-le", "replace")
    if path.suffix == ".pdf":
        yield subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def test_the_search_finds_what_is_there(outputs: pathlib.Path) -> None:
    """The town is public and is found in page, card, PDF and listing: so the search can see."""
    for name in ("site/index.html", "site/business.vcf", "google.out"):
        assert any("Kelderby" in text for text in texts(outputs / name)), name
    assert any("Kettley" in text for pdf in (outputs / "print").glob("*.pdf") for text in texts(pdf))


def test_the_street_stands_in_no_file_and_no_message(outputs: pathlib.Path) -> None:
    searched = [path for path in outputs.rglob("*") if path.is_file()]
    assert len(searched) > 40
    found = {
        path.relative_to(outputs).as_posix()
        for path in searched
        for text in texts(path)
        if any(secret.casefold() in text.casefold() for secret in SECRETS)
    }
    assert not found
