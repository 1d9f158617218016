"""Photographs for tests: as the profile names them, and as a site knows them once they are ready, without any file behind them."""

from collections.abc import Iterable

from weblocal.model.pictures import MIDDLE, Focus, Frame, Mounted, Photo, Pictures, Rendition, Shape


def a_photo(name: str = "van", *, caption: str = "", focus: Focus = MIDDLE, before: Photo | None = None) -> Photo:
    return Photo(file=f"images/{name}.jpg", words=f"The {name}", caption=caption, focus=focus, before=before)


def mounted(photo: Photo, frame: Frame, *, sight: Focus = MIDDLE) -> Mounted:
    stem = photo.file.removeprefix("images/").removesuffix(".jpg")
    square = frame.shape is Shape.SQUARE

    def made(width: int, media_type: str, ending: str) -> Rendition:
        height = width if square else width * 3 // 4
        return Rendition(path=f"/pictures/{stem}-{width}.{ending}", type=media_type, width=width, height=height)

    return Mounted(
        file=photo.file,
        focus=photo.focus,
        frame=frame,
        sight=sight,
        avif=tuple(made(width, "image/avif", "avif") for width in frame.widths),
        fallback=made(720, "image/jpeg", "jpg"),
    )


def ready(*photos: Photo, frames: Iterable[Frame] = Frame) -> Pictures:
    """These photographs, all of them good enough, for all of these frames."""
    each_alone = [alone for photo in photos for alone in (photo, photo.before) if alone]
    return Pictures(mounted=tuple(mounted(photo, frame) for photo in each_alone for frame in frames))
