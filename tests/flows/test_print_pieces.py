import datetime as dt
import io
import pathlib
import shutil
from collections.abc import Iterator

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.factories import NOW, a_business, a_placement, the_theme
from weblocal.disk import bundled
from weblocal.errors import NotFound
from weblocal.flows import print_pieces
from weblocal.flows.print_pieces import PrintRun
from weblocal.flows.workspace import Workspace, open_workspace
from weblocal.model.placements import PieceKind, Placement, Target, TargetKind

TODAY = NOW.date()
CARD = a_placement()
POSTER = a_placement("window", code="w4k2", piece=PieceKind.POSTER_A3, target=Target(kind=TargetKind.HOME))
VAN = a_placement("van", code="v3n8", piece=None)
DEJAVU = pathlib.Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def a_workspace_with(folder: pathlib.Path, *placements: Placement, **changes: object) -> Workspace:
    return Workspace(folder=folder, business=a_business(placements=placements, **changes), theme=the_theme())


@pytest.fixture
def workspace(tmp_path: pathlib.Path) -> Iterator[Workspace]:
    with a_workspace_with(tmp_path, CARD, POSTER, VAN) as opened:
        yield opened


def printed(workspace: Workspace, *ids: str, to: pathlib.Path | None = None, today: dt.date = TODAY) -> PrintRun:
    return print_pieces.make(workspace, today=today, placement_ids=ids, to=to)


def test_every_piece_is_laid_in_the_print_folder_with_its_code_read_back(workspace: Workspace) -> None:
    run = printed(workspace)
    assert [piece.placement.id for piece in run.made] == ["counter", "window"]
    assert run.refused == ()
    assert sorted(path.name for path in (workspace.folder / "print").iterdir()) == [
        "counter-counter-card.pdf",
        "window-poster-a3.pdf",
    ]
    assert [piece.says for piece in run.made] == [
        "https://bright-pipes.example/q/k7m2",
        "https://bright-pipes.example/q/w4k2",
    ]


@pytest.mark.parametrize(("placement_id", "width_mm", "height_mm"), [("counter", 105, 148), ("window", 297, 420)])
def test_a_printer_finds_one_page_with_trim_and_bleed_where_they_belong(
    workspace: Workspace, placement_id: str, width_mm: float, height_mm: float
) -> None:
    (piece,) = printed(workspace, placement_id).made
    (page,) = PdfReader(piece.path).pages
    in_mm = 25.4 / 72
    trim, bleed = page.trimbox, page.bleedbox
    assert [float(side) * in_mm for side in trim] == pytest.approx([3, 3, 3 + width_mm, 3 + height_mm], abs=0.01)
    assert [float(side) * in_mm for side in bleed] == pytest.approx([0, 0, 6 + width_mm, 6 + height_mm], abs=0.01)
    assert list(page.mediabox) == list(bleed)
    assert (piece.width_mm, piece.height_mm, piece.bleed_mm) == (width_mm, height_mm, 3)


def test_words_stay_words_and_every_font_is_inside(workspace: Workspace) -> None:
    (piece,) = printed(workspace, "counter").made
    page = PdfReader(piece.path).pages[0]
    text = " ".join(page.extract_text().split())
    assert all(words in text for words in ("Bright Pipes", "01632 960123", "bright-pipes.example/q/k7m2", "Good to see you"))
    for font in page["/Resources"]["/Font"].values():
        assert "+" in font.get_object()["/BaseFont"]


def test_a_second_run_leaves_the_same_bytes_and_touches_nothing(workspace: Workspace) -> None:
    first = {piece.path: (piece.path.read_bytes(), piece.path.stat().st_mtime_ns) for piece in printed(workspace).made}
    second = printed(workspace, today=dt.date(2027, 1, 5))
    assert not any(piece.changed for piece in second.made)
    assert {piece.path: (piece.path.read_bytes(), piece.path.stat().st_mtime_ns) for piece in second.made} == first


def test_one_placement_and_another_folder_may_be_named(workspace: Workspace, tmp_path: pathlib.Path) -> None:
    run = printed(workspace, "window", to=tmp_path / "for the printer")
    assert [piece.path for piece in run.made] == [tmp_path / "for the printer" / "window-poster-a3.pdf"]
    assert not (workspace.folder / "print").exists()


def test_a_piece_that_cannot_be_made_never_stops_the_others(tmp_path: pathlib.Path) -> None:
    nowhere = a_placement("lost", code="l1", target=Target(kind=TargetKind.PAGE, id="gone"), headline="Cold?")
    foreign = a_placement("sign", code="s1", headline="いらっしゃいませ")
    endless = a_placement("wall", code="w1", headline="We do it all, day and night. " * 20)
    with a_workspace_with(tmp_path, nowhere, foreign, endless, CARD) as workspace:
        run = printed(workspace)
    assert [piece.placement.id for piece in run.made] == ["counter"]
    assert {finding.page: finding.rule for finding in run.refused} == {"lost": "target", "sign": "artwork", "wall": "artwork"}
    assert [path.name for path in (tmp_path / "print").iterdir()] == ["counter-counter-card.pdf"]


def test_what_a_refused_piece_had_before_stays_as_it_was(workspace: Workspace, tmp_path: pathlib.Path) -> None:
    (before,) = printed(workspace, "counter").made
    content = before.path.read_bytes()
    with a_workspace_with(tmp_path, a_placement(headline="どうぞ")) as changed:
        assert printed(changed).made == ()
    assert before.path.read_bytes() == content


def test_letters_the_theme_lacks_come_from_the_owners_fonts(tmp_path: pathlib.Path) -> None:
    arabic = a_placement(headline="ماء حيث لا يجب أن يكون؟", target=Target(kind=TargetKind.HOME))
    with a_workspace_with(tmp_path, arabic, name="سباكة النور", tagline="نصل في الموعد", language="ar") as workspace:
        (finding,) = printed(workspace).refused
        assert "fonts/" in finding.fix
        if not DEJAVU.exists():
            pytest.skip("no font with Arabic letters on this machine")
        (tmp_path / "fonts").mkdir()
        shutil.copy(DEJAVU, tmp_path / "fonts" / DEJAVU.name)
        (piece,) = printed(workspace).made
        assert piece.says.endswith("/q/k7m2")


def test_a_headline_that_looks_like_a_program_is_printed_as_typed(tmp_path: pathlib.Path) -> None:
    with a_workspace_with(tmp_path, a_placement(headline='#read("/etc/passwd")')) as workspace:
        (piece,) = printed(workspace).made
    text = "".join(PdfReader(piece.path).pages[0].extract_text().split())
    assert '#read("/etc/passwd")' in text
    assert "root:" not in text


def test_a_placement_that_is_not_there_is_answered_with_the_one_that_was_meant(workspace: Workspace) -> None:
    with pytest.raises(NotFound) as refused:
        printed(workspace, "countr")
    assert "counter" in refused.value.fix


def test_what_is_painted_elsewhere_is_told_how_to_be_printed(workspace: Workspace) -> None:
    (finding,) = printed(workspace, "van").refused
    assert "placements.van" in finding.fix


def test_a_business_without_pieces_is_told_how_to_have_one(tmp_path: pathlib.Path) -> None:
    with a_workspace_with(tmp_path, VAN) as workspace, pytest.raises(NotFound) as refused:
        printed(workspace)
    assert "counter_card" in refused.value.fix


def test_the_sample_business_has_its_whole_kit(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "kettley"
    shutil.copytree(bundled.sample_business_folder(), folder)
    with open_workspace(folder, today=dt.date(2026, 11, 22)) as workspace:
        run = printed(workspace, today=dt.date(2026, 11, 22))
        assert {piece.placement.id for piece in run.made} == {each.id for each in print_pieces.printable(workspace)}
    assert run.refused == ()
    assert all(piece.findings == () for piece in run.made)


def test_colour_reaches_to_the_very_edge_of_the_bleed(workspace: Workspace) -> None:
    pdftoppm = shutil.which("pdftoppm")
    if pdftoppm is None:
        pytest.skip("pdftoppm is not on this machine")
    import subprocess

    (piece,) = printed(workspace, "counter").made
    drawn = subprocess.run([pdftoppm, "-r", "100", "-png", str(piece.path)], check=True, capture_output=True).stdout
    picture = Image.open(io.BytesIO(drawn)).convert("RGB")
    right, bottom = picture.width - 2, picture.height - 2
    middle = int(picture.height * 0.53)
    plate = picture.getpixel((picture.width // 2, int(picture.height * 0.405)))
    assert picture.getpixel((1, middle)) == picture.getpixel((right, middle)) == plate
    assert picture.getpixel((1, bottom)) == picture.getpixel((right, bottom)) != (255, 255, 255)
