"""Brings every catalogue of interface texts up to date with what the program says, and tells what is missing.

    scripts/wording                     update all catalogues, and say what each still lacks
    scripts/wording --check             change nothing; fail where a catalogue is behind or lacks something
    scripts/wording --todo pl           print what Polish lacks, as a small catalogue to be filled in
    scripts/wording --fill pl FILE      take the translations of such a file over
    scripts/wording --add fi            begin a language

A translation is never thrown away: what is no longer said is kept at the end of the catalogue behind #~, and comes back with
its text. Headers hold no dates, no names and no addresses of tools, so that the same words are the same bytes.
"""

import argparse
import io
import pathlib
import re
import sys

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import PLURALS

from scripts.spoken import ROOT, spoken

FOLDER = ROOT / "weblocal" / "wording" / "catalogues"
NAMES = {
    "ar": "Arabic",
    "cy": "Welsh",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
}
_ONE_OR_MORE = (2, "(n != 1)")
# Unicode CLDR's rules for whole numbers; its form for millions (fr, es, it, pt) is left out, since no page counts so far
PLURAL_FORMS = {
    "ar": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"),
    "cy": (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)"),
    "fr": (2, "(n > 1)"),
    "pl": (3, "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"),
    "uk": (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"),
    **dict.fromkeys(("de", "es", "it", "nl", "pt", "sv", "tr"), _ONE_OR_MORE),
}
_SLOT = re.compile(r"\{[a-z_]*\}")


def path_of(language: str) -> pathlib.Path:
    """Where the catalogue of a language lies."""
    return FOLDER / language / "LC_MESSAGES" / "weblocal.po"


def shipped() -> tuple[str, ...]:
    """Every language with a catalogue."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if path_of(path.name).is_file()))


def read(language: str) -> Catalog:
    """The catalogue as it lies there; an empty one for a new language."""
    path = path_of(language)
    if not path.is_file():
        return _empty(language)
    with path.open("rb") as opened:
        return pofile.read_po(opened, locale=language, abort_invalid=True)


def updated(old: Catalog, language: str) -> Catalog:
    """The catalogue with exactly what is said now, every translation kept; what is no longer said becomes obsolete."""
    new = _empty(language)
    known = {_key(message): message.string for message in (*old.obsolete.values(), *old) if message.id}
    said = spoken()
    counts = {each.text: each.more for each in said if each.more}
    for text in sorted({each.text for each in said}, key=_by_letters):
        ident = (text, counts[text]) if text in counts else text
        new.add(ident, _fitting(known.pop(text, ""), forms=plural_forms(language)[0] if text in counts else 0))
    for text, string in known.items():
        if any(string if isinstance(string, tuple) else (string,)):
            new.obsolete[text] = Message(_obsolete_id(text, string), string)
    return new


def _empty(language: str) -> Catalog:
    """A catalogue that counts by our own table: the writer's differs from Unicode's for some languages."""
    count, rule = plural_forms(language)
    catalogue = Catalog(locale=language)
    catalogue.mime_headers = [("Plural-Forms", f"nplurals={count}; plural={rule};")]
    return catalogue


def plural_forms(language: str) -> tuple[int, str]:
    """How many forms a language has for numbers, and the rule."""
    return PLURAL_FORMS.get(language) or PLURALS.get(language, _ONE_OR_MORE)


def as_text(catalogue: Catalog, language: str) -> str:
    """The catalogue as it is kept: a header without dates, then the texts in the order of the alphabet."""
    count, rule = plural_forms(language)
    body = io.BytesIO()
    pofile.write_po(body, catalogue, width=0, omit_header=True, no_location=True, include_lineno=False)
    return (
        f"# {NAMES.get(language, language)} interface texts of weblocal: pages, mails, forms and print."
        " The English sentence is the key; sorted by it.\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals={count}; plural={rule};\\n"\n\n'
        f"{body.getvalue().decode().strip()}\n"
    )


def gaps(catalogue: Catalog) -> tuple[str, ...]:
    """The texts without a whole translation."""
    forms = catalogue.num_plurals
    return tuple(_key(message) for message in catalogue if message.id and not _is_whole(message, forms=forms))


def faults(catalogue: Catalog) -> tuple[str, ...]:
    """Translations whose slots are not those of the English."""
    whole = (message for message in catalogue if message.id and _is_whole(message, forms=catalogue.num_plurals))
    return tuple(_key(message) for message in whole if not _fills(message))


def _is_whole(message: Message, *, forms: int) -> bool:
    if isinstance(message.id, str):
        return bool(message.string) and not message.fuzzy
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return len(strings) == forms and all(strings) and not message.fuzzy


def _fills(message: Message) -> bool:
    """Whether each form has the slots of the English; a form for one or two things may spell its number out."""
    is_counting = isinstance(message.id, tuple | list)
    wanted = set(_SLOT.findall(message.id[-1] if is_counting else message.id))
    strings = message.string if is_counting else (message.string,)
    given = [set(_SLOT.findall(string)) for string in strings]
    return all(each == wanted or (is_counting and each == wanted - {"{count}"}) for each in given)


def _fitting(string: str | tuple[str, ...], *, forms: int) -> str | tuple[str, ...]:
    """A kept translation in the shape that is needed now: one text, or as many as the language counts in."""
    kept = (string,) if isinstance(string, str) else tuple(string)
    if not forms:
        return kept[0] if kept else ""
    return (*kept, *("",) * forms)[:forms]


def _obsolete_id(text: str, string: str | tuple[str, ...]) -> str | tuple[str, str]:
    return (text, text) if isinstance(string, tuple) else text


def _key(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def _by_letters(text: str) -> tuple[str, str]:
    return text.lower(), text


def _update(language: str, *, is_check: bool) -> bool:
    """Write one catalogue anew and say what it lacks; whether anything is left to do."""
    catalogue = updated(read(language), language)
    path, text = path_of(language), as_text(catalogue, language)
    is_behind = not path.is_file() or path.read_text("utf-8") != text
    if is_behind and not is_check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    missing, wrong = gaps(catalogue), faults(catalogue)
    behind = ", behind what is said" if is_behind and is_check else ""
    print(f"{language:6} {len(catalogue):4} texts, {len(missing):4} missing, {len(wrong):3} with other slots{behind}")
    for text in wrong:
        print(f"         other slots: {text}")
    return bool(missing or wrong or (is_behind and is_check))


def _todo(language: str) -> str:
    catalogue = updated(read(language), language)
    rest = _empty(language)
    for key in gaps(catalogue):
        message = catalogue.get(key)
        assert message is not None
        rest.add(message.id, message.string)
    return as_text(rest, language)


def _fill(language: str, file: pathlib.Path) -> None:
    catalogue = updated(read(language), language)
    with file.open("rb") as opened:
        given = pofile.read_po(opened, locale=language, abort_invalid=True)
    for message in given:
        known = catalogue.get(message.id) if message.id else None
        if message.id and known is None:
            print(f"         nobody says: {_key(message)}")
        elif known is not None and _is_whole(message, forms=catalogue.num_plurals):
            known.string = message.string
    path_of(language).write_text(as_text(catalogue, language), encoding="utf-8")


def main() -> int:
    """Do what the command line asks; 1 when something is left to do."""
    parser = argparse.ArgumentParser(prog="scripts/wording", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where something is behind or missing")
    parser.add_argument("--todo", metavar="LANGUAGE", help="print what a language lacks")
    parser.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "FILE"), help="take translations over from a file")
    parser.add_argument("--add", metavar="LANGUAGE", help="begin a language")
    asked = parser.parse_args()
    if asked.todo:
        print(_todo(asked.todo), end="")
        return 0
    if asked.fill:
        _fill(asked.fill[0], pathlib.Path(asked.fill[1]))
    # who fills one language leaves the others to whoever fills them
    one = asked.fill[0] if asked.fill else asked.add
    languages = (one,) if one else shipped()
    left = [_update(language, is_check=asked.check) for language in languages]
    return int(any(left) and asked.check)


if __name__ == "__main__":
    sys.exit(main())
