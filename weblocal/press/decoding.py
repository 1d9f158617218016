"""Read codes back from a finished picture, as a telephone would."""

import io


def read_codes(picture: bytes) -> tuple[str, ...]:
    """What every QR code in a PNG says, from left to right and top to bottom; nothing when none can be read."""
    import zxingcpp
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as opened:
        grey = opened.convert("L")
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]), try_invert=False)
    placed = sorted(found, key=lambda code: (code.position.top_left.y, code.position.top_left.x))
    return tuple(code.text for code in placed)
