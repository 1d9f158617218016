"""A preview builds at every save and keeps the last good site standing."""

import pathlib
import queue

import pytest

from tests.cli.stranger import fingerprint, replace
from weblocal.errors import NotFound
from weblocal.flows.serve import Preview, watching
from weblocal.model.settings import Settings


def test_a_broken_save_is_told_with_its_line_and_leaves_the_site(sample: pathlib.Path) -> None:
    preview = Preview(sample, Settings())
    preview.rebuild()
    assert (preview.problems, preview.number) == ((), 1)
    before = fingerprint(preview.site_folder)
    replace(sample / "business.yaml", "tagline:", "tagelin:")
    preview.rebuild()
    assert preview.number == 2
    assert preview.problems[0].startswith("business.yaml:")
    assert fingerprint(preview.site_folder) == before
    replace(sample / "business.yaml", "tagelin:", "tagline:")
    preview.rebuild()
    assert (preview.problems, preview.number) == ((), 3)


def test_a_profile_deleted_and_put_back_while_one_edits_is_no_end(sample: pathlib.Path) -> None:
    preview = Preview(sample, Settings())
    text = (sample / "business.yaml").read_bytes()
    (sample / "business.yaml").unlink()
    preview.rebuild()
    assert "holds no business.yaml" in preview.problems[0]
    (sample / "business.yaml").write_bytes(text)
    preview.rebuild()
    assert preview.problems == ()


def test_there_is_nothing_to_preview_where_no_folder_is(tmp_path: pathlib.Path) -> None:
    with pytest.raises(NotFound, match="There is no folder"):
        Preview(tmp_path / "nowhere", Settings())


def test_what_an_editor_lays_beside_a_file_is_not_told_and_what_the_owner_deletes_is(tmp_path: pathlib.Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    told: queue.Queue[tuple[str, ...]] = queue.Queue()
    with watching(tmp_path, told.put):
        for name in ("sedAb12Cd", "4913"):
            (tmp_path / name).write_text("x")
            (tmp_path / name).unlink()
        (tmp_path / "business.yaml~").write_text("old")
        (tmp_path / "sedXyz").write_text("name: New")
        (tmp_path / "sedXyz").rename(tmp_path / "business.yaml")
        assert told.get(timeout=20) == ("business.yaml",)
        (tmp_path / "photo.jpg").unlink()
        assert told.get(timeout=20) == ("photo.jpg",)


def test_every_mail_and_print_piece_is_shown_as_the_files_say_it_now(sample: pathlib.Path) -> None:
    preview = Preview(sample, Settings())
    mails = {mail.id: mail for mail in preview.mails()}
    assert {"new_lead/we_have_it", "after_visit/thanks", "review/review_ask"} <= set(mails)
    assert "Kettley" in mails["new_lead/we_have_it"].text
    pieces = preview.pieces()
    assert pieces
    assert all(piece.picture.startswith(b"\x89PNG") for piece in pieces)
    replace(sample / "mails" / "after_visit" / "thanks.md", "# ", "# Ahem. ")
    assert "AHEM." in {mail.id: mail for mail in preview.mails()}["after_visit/thanks"].text


def test_the_code_for_a_phone_is_read_by_a_camera(tmp_path: pathlib.Path) -> None:
    from PIL import Image

    from weblocal.flows.serve import code_in_letters
    from weblocal.press import decoding

    url = "http://192.168.1.20:8000/?key=abcDEF123"
    lines = list(code_in_letters(url))
    picture = Image.new("L", (len(lines[0]), len(lines) * 2))
    for y, line in enumerate(lines):
        for x, letter in enumerate(line):
            picture.putpixel((x, 2 * y), 255 if letter in "█▀" else 0)
            picture.putpixel((x, 2 * y + 1), 255 if letter in "█▄" else 0)
    picture.resize((picture.width * 8, picture.height * 8), Image.Resampling.NEAREST).save(tmp_path / "code.png")
    assert decoding.read_codes((tmp_path / "code.png").read_bytes()) == (url,)
