"""The languages a profile speaks: the first, and each further one with its words from text/<language>.yaml."""

import dataclasses

from weblocal.errors import ProfileInvalid
from weblocal.model import urls
from weblocal.model.business import Business
from weblocal.model.problems import Place, Unreadable
from weblocal.model.records import record
from weblocal.profile import countries, packs, translating
from weblocal.profile.keys.whole import WHOLE
from weblocal.profile.noting import PACK_WORDS, Notes, shown, suggestion
from weblocal.profile.packs import Pack
from weblocal.profile.translating import FIRST_LANGUAGE, MISSING, Gaps, Translation
from weblocal.reading.document import read_document, read_on
from weblocal.reading.nodes import Node, NodeList, NodeMap, Scalar, is_missing

FOLDER = "text/"
_MOST_NAMED = 5


@record
class Spoken:
    """A profile in one further language: its nodes, what has no words yet, and the notes of its reading."""

    language: str
    whole: NodeMap
    gaps: Gaps
    notes: Notes
    file: str


def first(owner: NodeMap, notes: Notes) -> str:
    """The first language the owner names, else the country's; known before anything is read, since texts depend on it."""
    written = owner.get("languages")
    one = written.nodes[0] if isinstance(written, NodeList) and written.nodes else written
    if isinstance(one, Scalar) and countries.is_language(one.text.strip()):
        return one.text.strip()
    return countries.language_for(notes.country) if notes.country else "en"


def starter(pack: Pack, notes: Notes) -> NodeMap:
    """The pack's profile with its slots filled, in the language being read as far as the pack has words in it."""
    profile, words = pack.profile, _pack_words(pack, notes)
    if words is not None:
        profile = Translation(notes.language, notes=notes, may_lack=True, is_pack=True).of(WHOLE, profile, words)
    filled = packs.filled(profile, notes.slots)
    assert isinstance(filled, NodeMap)
    return filled


def speaking(owner: NodeMap, pack: Pack | None, tags: tuple[str, ...], notes: Notes) -> tuple[Spoken, ...]:
    """The profile in each further language that has a file of words; one without is a problem."""
    place = (owner.get("languages") or owner).place
    for tag in {tag for tag in tags if tags.count(tag) > 1 or tag == notes.language}:
        notes.refuse(place, "languages", Unreadable(message=f"{tag} stands twice.", fix="Name each language once."))
    _tell_unused(tags, notes)
    found = (_spoken(owner, pack, tag, notes) for tag in dict.fromkeys(tags))
    return tuple(spoken for spoken in found if spoken is not None)


def in_words_of(spoken: Spoken, first_business: Business, business: Business) -> Business:
    """The business of a further language at its own place on the site; what is written to people stays in the first one."""
    prefix = urls.prefix_of(spoken.language)
    return dataclasses.replace(
        business,
        prefix=prefix,
        website=first_business.website.rstrip("/") + prefix,
        slug=first_business.slug,
        sequences=first_business.sequences,
        also_speaks=first_business.also_speaks,
    )


def tell(owner: NodeMap, whole: NodeMap, spoken: tuple[Spoken, ...], notes: Notes) -> None:
    """Note what is read in another language than the page's: the pack's English, and what the owner allowed to be missing."""
    place = (owner.get("languages") or owner).place
    if not translating.is_english(notes.language):
        nothing = Translation(notes.language, notes=notes, may_lack=True)
        nothing.of(WHOLE, whole, NodeMap((), place))
        _tell_starters(nothing.gaps, notes, language=notes.language, file="business.yaml", place=place)
    for each in spoken:
        _tell_starters(each.gaps, notes, language=each.language, file=each.file, place=place)
        at = Place(file=notes.sources.shown(each.file))
        if each.gaps.owners:
            message = f"{_counted(each.gaps.owners)} without words in {each.language}, shown in {notes.language}."
            notes.notice(at, MISSING, Unreadable(message=message, fix=f"Write them in {each.file}."))
        for page, wanted in each.gaps.pages:
            message = f"The page {page} has no words in {each.language} and is left out there."
            notes.notice(at, MISSING, Unreadable(message=message, fix=f"Write them in {wanted}."))


def _tell_starters(gaps: Gaps, notes: Notes, *, language: str, file: str, place: Place) -> None:
    if gaps.starters:
        message = f"{_counted(gaps.starters)} of the trade pack in English, and this site speaks {language}."
        notes.notice(place, "languages", Unreadable(message=message, fix=f"Write your own in {file}."))


def _counted(paths: list[str]) -> str:
    tops = dict.fromkeys(path.partition(".")[0].partition("[")[0] for path in paths)
    named = ", ".join(list(tops)[:_MOST_NAMED]) + (" …" if len(tops) > _MOST_NAMED else "")
    return f"{len(paths)} text{'' if len(paths) == 1 else 's'} ({named})"


def _spoken(owner: NodeMap, pack: Pack | None, tag: str, first_notes: Notes) -> Spoken | None:
    file = _words_file(tag, first_notes)
    if not file:
        wanted = f"{FOLDER}{tag}.yaml"
        message = f"There are no words in {tag}."
        fix = f"Begin with: weblocal translate {tag}"
        first_notes.refuse(Place(file=first_notes.sources.shown(wanted)), "", Unreadable(message=message, fix=fix))
        return None
    reading = read_on(first_notes.sources.text(file), file=first_notes.sources.shown(file))
    first_notes.refuse_all(reading.problems)
    notes = first_notes.in_language(tag, unread=reading.unread)
    if not isinstance(reading.node, NodeMap):
        wrong = Unreadable(message="The file holds no keys.", fix="Write the keys of business.yaml that hold words.")
        notes.refuse(reading.node.place, "", wrong)
        return None
    whole = packs.merged(owner, starter(pack, notes), WHOLE) if pack else owner
    words, may_lack = _without_missing(reading.node, notes)
    translation = Translation(tag, notes=notes, may_lack=may_lack)
    translated = translation.of(WHOLE, whole, words)
    translation.refuse_gaps()
    return Spoken(language=tag, whole=translated, gaps=translation.gaps, notes=notes, file=file)


def _words_file(tag: str, notes: Notes) -> str:
    names = (f"{FOLDER}{each}.yaml" for each in (tag, tag.split("-", maxsplit=1)[0]))
    return next((name for name in names if name in notes.sources), "")


def _without_missing(words: NodeMap, notes: Notes) -> tuple[NodeMap, bool]:
    """The words without the one key that is none, and whether some may be missing."""
    written: Node | None = words.get(MISSING)
    if written is None or is_missing(written):
        return words, False
    text = written.text.strip() if isinstance(written, Scalar) else ""
    if text != FIRST_LANGUAGE:
        fix = suggestion(text, (FIRST_LANGUAGE,), otherwise=f"Write {FIRST_LANGUAGE}, or delete the line.")
        notes.refuse(written.place, MISSING, Unreadable(message=f'"{shown(text)}" is not known here.', fix=fix))
    rest = tuple(entry for entry in words.entries if entry.key.text != MISSING)
    return NodeMap(rest, words.place), True


def _tell_unused(tags: tuple[str, ...], notes: Notes) -> None:
    used = {_words_file(tag, notes) for tag in tags}
    for name in notes.sources.names:
        if name.startswith(FOLDER) and name.endswith(".yaml") and name not in used:
            tag = name.removeprefix(FOLDER).removesuffix(".yaml")
            message, fix = f"The words in {tag} are not used.", f"Write {tag} under languages: in business.yaml."
            notes.notice(Place(file=notes.sources.shown(name)), "", Unreadable(message=message, fix=fix))


def _pack_words(pack: Pack, notes: Notes) -> NodeMap | None:
    """The pack's own words in the language: text/<language>/<trade>.yaml beside the packs, laid out as the profile in the pack."""
    tags = (notes.language, notes.language.split("-", maxsplit=1)[0])
    names = (f"{PACK_WORDS}{tag}/{pack.trade.id}.yaml" for tag in tags)
    name = next((name for name in names if name in notes.packs), "")
    if not name:
        return None
    try:
        node = read_document(notes.packs.text(name), file=notes.packs.shown(name))
    except ProfileInvalid as wrong:
        notes.refuse_all(wrong.problems)
        return None
    return node if isinstance(node, NodeMap) else None


def mail_file(name: str, notes: Notes) -> str:
    """The pack's mail in the language being read, or as it is."""
    return translating.in_language(name, notes.language, notes.packs) or name
