"""Begin a translation: one file with every text that wants words in the language, and the pages that want files of their own."""

import datetime as dt
import pathlib

from weblocal.disk import single_file, tree
from weblocal.errors import NotFound
from weblocal.flows.workspace import PROFILE, trade_packs
from weblocal.model.records import record
from weblocal.profile import countries, parsing
from weblocal.profile.sources import Sources


@record
class Begun:
    """The file that was written, how many texts wait in it, and each page with the file that its words belong in."""

    file: pathlib.Path
    text_count: int
    pages: tuple[tuple[str, str], ...]


def translate(folder: pathlib.Path, language: str, *, today: dt.date) -> Begun:
    """Write text/<language>.yaml; raises NotFound for no profile, no language or a file that is there, and ProfileInvalid."""
    if not countries.is_language(language):
        raise NotFound(f"{language} is not a language.", fix="Name it by its tag, such as cy, de or pt-BR.")
    files = tree.read_tree(folder)
    if PROFILE not in files.names:
        raise NotFound(f"{folder} holds no {PROFILE}.", fix=f"Make one: weblocal new {folder}")
    name = f"text/{language}.yaml"
    if name in files.names:
        raise NotFound(f"{name} is there already.", fix="weblocal check says what it lacks.")
    sources = Sources(names=files.names, read=files.read)
    beginning = parsing.begin_translation(sources, trade_packs(), language, today=today)
    single_file.write_file(folder / name, beginning.text.encode())
    waiting = tuple(pair for pair in beginning.pages if pair[1] not in files.names)
    return Begun(file=folder / name, text_count=beginning.text_count, pages=waiting)
