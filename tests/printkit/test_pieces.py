import pytest

from tests.factories import a_business, a_placement, a_trade, the_theme
from weblocal.codes import qr
from weblocal.errors import ProblemsFound
from weblocal.model.business import Brand
from weblocal.model.placements import PieceKind, Target, TargetKind
from weblocal.press import decoding, typesetting
from weblocal.press.typesetting import Font
from weblocal.printkit import pieces
from weblocal.printkit.pieces import PieceSource
from weblocal.theming import colours

TWELVE_COLOURS = (
    "#ffd400", "#000000", "#ffffff", "#0b5d8f", "#b3341a", "#8a3b5c", "#0a7d4f", "#ff00ff", "#00ff00", "#7f7f7f", "#f2e6d8", "#00205b",
)  # fmt: skip


def picture_of(piece: PieceSource, *, dpi: int = 150) -> bytes:
    return typesetting.png(
        piece.template,
        files={file.name: file.content for file in piece.files},
        values=dict(piece.values),
        fonts=tuple(Font(name=name, content=the_theme().read(name)) for name in piece.fonts),
        dpi=dpi,
    )


def a_piece(
    kind: PieceKind = PieceKind.COUNTER_CARD, *, headline: str = "", goes_to: Target | None = None, **business: object
) -> PieceSource:
    placement = a_placement(piece=kind, headline=headline, target=goes_to or Target(kind=TargetKind.HOME))
    return pieces.of_placement(placement, a_business(**business), the_theme())


@pytest.mark.parametrize("colour", TWELVE_COLOURS)
def test_the_code_on_the_card_is_read_back_in_every_brand_colour(colour: str) -> None:
    piece = a_piece(brand=Brand(colour=colour, theme="fascia"))
    assert decoding.read_codes(picture_of(piece)) == ("https://bright-pipes.example/q/k7m2",)
    assert colours.contrast(piece.dark, piece.light) > 12


@pytest.mark.parametrize("tiles", ["pipes", "bakery", "strands", "grid", "sparks", "leaf", "axle", "columns"])
def test_the_code_on_the_poster_is_read_back_with_every_artwork(tiles: str) -> None:
    piece = a_piece(PieceKind.POSTER_A3, trade=a_trade(tiles=tiles))
    assert decoding.read_codes(picture_of(piece, dpi=72)) == (piece.says,)


@pytest.mark.parametrize("kind", list(PieceKind))
@pytest.mark.parametrize(
    "name",
    [
        "Ott",
        "Bright Pipes",
        "Sanitär- und Heizungsbau Müller-Lüdenscheidt GmbH & Co. KG",
        "Donaudampfschifffahrtsgesellschaft",
        "The Very Long Name of a Plumbing Firm in a Very Small Town",
    ],
)
def test_any_name_finds_room(kind: PieceKind, name: str) -> None:
    assert decoding.read_codes(
        picture_of(a_piece(kind, name=name, language="de-DE"), dpi=72 if kind is PieceKind.POSTER_A3 else 150)
    )


@pytest.mark.parametrize("kind", list(PieceKind))
@pytest.mark.parametrize(
    "headline",
    [
        "Drip.",
        "Drip, drip, drip.",
        "A warm winter, £15 cheaper.",
        "We come when we say we come, always.",
        "Heizungsinstallationsnotdienst rund um die Uhr",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
        "#panic() *no* `markup` $here$",
    ],
)
def test_a_headline_is_fitted_to_the_sheet(kind: PieceKind, headline: str) -> None:
    dpi = 72 if kind is PieceKind.POSTER_A3 else 150
    assert decoding.read_codes(picture_of(a_piece(kind, headline=headline, language="de-DE"), dpi=dpi))


def test_a_headline_that_is_a_page_of_text_is_refused_and_not_shrunk_to_nothing() -> None:
    with pytest.raises(ProblemsFound, match="no room for the headline"):
        picture_of(a_piece(headline="We do it all, day and night, in every house of this town. " * 6))


@pytest.mark.parametrize("kind", list(PieceKind))
def test_without_a_telephone_the_address_takes_its_place(kind: PieceKind) -> None:
    piece = a_piece(kind, phone=None)
    assert dict(piece.values)["reach"].strip("\u2068\u2069") == "12 Mill Lane, Sampleton"
    assert decoding.read_codes(picture_of(piece, dpi=72 if kind is PieceKind.POSTER_A3 else 150))


@pytest.mark.parametrize("kind", list(PieceKind))
def test_modules_are_as_large_as_a_telephone_needs_them(kind: PieceKind) -> None:
    piece = a_piece(kind)
    assert piece.module_mm == pytest.approx(piece.sheet.code_mm / qr.modules(piece.says).size)
    assert piece.module_mm >= (1.5 if kind is PieceKind.POSTER_A3 else 0.8)
    assert float(dict(piece.values)["code_quiet"]) * piece.sheet.code_mm == pytest.approx(4 * piece.module_mm, abs=0.01)


def test_the_code_leads_to_the_businesss_own_domain() -> None:
    piece = a_piece(website="https://www.bright-pipes.example/")
    assert piece.says == "https://www.bright-pipes.example/q/k7m2"
    assert dict(piece.values)["short"] == "www.bright-pipes.example/q/k7m2"


def test_a_placement_without_a_piece_is_told_what_to_write() -> None:
    with pytest.raises(ProblemsFound) as refused:
        pieces.of_placement(a_placement("van", piece=None), a_business(), the_theme())
    assert "placements.van" in refused.value.fix


def test_the_same_business_always_gets_the_same_source() -> None:
    assert a_piece() == a_piece()


def test_another_name_gets_another_wall() -> None:
    walls = {next(file.content for file in a_piece(name=name).files if file.name == "wall.svg") for name in ("Ott", "Brandt")}
    assert len(walls) == 2
