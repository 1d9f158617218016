"""Python-Markdown with its idle passes left out: the same dialect, the same bytes, in about half the time.

The library asks fourteen patterns of every run of text and eleven readers of every block, whatever they hold. Here a pattern is
asked only where the sign it cannot do without is there, and a block that can be nothing but a paragraph becomes one at once.
Nothing is read otherwise: a test holds whatever hypothesis can think of against the library as it comes.
"""

import re
from typing import Self
from xml.etree.ElementTree import Element

import markdown
from markdown import blockparser, serializers, treeprocessors, util
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

# what must stand in a text for the pattern of this name to find anything; a pattern that is not named here is always asked
_SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
# a block no other reader can want: it begins with no list, rule, indent or digit, holds no # > | nor the ]: of a reference, and
# no line below its first begins like the underline of a heading or like a rule
_PARAGRAPH = re.compile(r"(?![\s\d*+\-_=])(?:[^#>|\n\]]++|\](?!:)|\n(?! {0,3}[=\-_*]))++\Z")
_EMPTY = frozenset({"br", "hr", "img"})  # of those this dialect can hold


class Engine(markdown.Markdown):
    """The one dialect. Tags an owner types are words, not markup; and the library reads a thousand open tags in seconds."""

    def __init__(self) -> None:
        # by name the library would look through everything that is installed
        super().__init__(extensions=[TableExtension(), SaneListExtension()], output_format="html")
        self.preprocessors.deregister("html_block")
        self.inlinePatterns.deregister("html")
        self.treeprocessors.register(_Inline(self), "inline", 20)
        assert isinstance(self.parser, _Blocks)
        self.parser.settle()
        self.serializer = _written

    def build_parser(self) -> Self:
        """The library's own parts, with the quick reader of blocks in the place of its slow one."""
        super().build_parser()
        readers = self.parser.blockprocessors
        self.parser = _Blocks(self)
        self.parser.blockprocessors = readers
        for reader in readers:
            reader.parser = self.parser
        return self


class _Blocks(blockparser.BlockParser):
    """Reads blocks: a plain paragraph at once, anything else as the library does."""

    def settle(self) -> None:
        """Take the readers in their order, once all of them are registered."""
        self._readers = tuple(self.blockprocessors)
        self._paragraph = self.blockprocessors["paragraph"]

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - the library's name
        """Read `blocks` into `parent`, until none is left."""
        while blocks:
            if _PARAGRAPH.match(blocks[0]):
                self._paragraph.run(parent, blocks)
                continue
            for reader in self._readers:
                if reader.test(parent, blocks[0]) and reader.run(parent, blocks) is not False:
                    break


class _Inline(treeprocessors.InlineProcessor):
    """Finds links, emphasis and the like, asking only the patterns whose signs are there."""

    def __init__(self, engine: markdown.Markdown) -> None:
        super().__init__(engine)
        patterns = engine.inlinePatterns
        signs = {patterns.get_index_for_name(name): found for name, found in _SIGNS.items() if name in patterns}
        self._asked = tuple((pattern, signs.get(number, ("",))) for number, pattern in enumerate(patterns))
        self._any_sign = re.compile("|".join(sorted({re.escape(sign) for _, found in self._asked for sign in found})))

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the library's names
        """The text with a place-holder for each thing found. What one pattern takes away can give no other its sign."""
        if isinstance(data, util.AtomicString) or not self._any_sign.search(data):
            return data
        for number in range(patternIndex, len(self._asked)):
            pattern, signs = self._asked[number]
            if not any(sign in data for sign in signs):
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(pattern, data, number, start)  # type: ignore[attr-defined]
        return data


def _written(element: Element) -> str:
    """The HTML of a tree, as the library's own serialiser writes it, for the plain elements that this dialect can hold."""
    written: list[str] = []
    try:
        _write(written, element)
    except RecursionError:  # the library's own goes as deep as memory does
        return serializers.to_html_string(element)
    return "".join(written)


def _write(written: list[str], element: Element) -> None:
    tag, text = element.tag, element.text
    attributes = "".join(f' {name}="{_attribute(value)}"' for name, value in sorted(element.items()))
    written.append(f"<{tag}{attributes}>")
    if text:
        written.append(_words(text))
    for child in element:
        _write(written, child)
    if tag not in _EMPTY:
        written.append(f"</{tag}>")
    if element.tail:
        written.append(_words(element.tail))


def _words(text: str) -> str:
    if "&" in text:
        text = serializers.RE_AMP.sub("&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return _words(text).replace('"', "&quot;")
