"""Names that stand for words: short names for addresses, digests for texts, and words again for short names."""

import functools
import hashlib
import re

_GERMAN = ("DE", "AT", "CH", "LI", "LU")
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "ae"), ("Ö", "oe"), ("Ü", "ue"))

# letters, digits and single spaces or hyphens between them, no longer than any address may be
_PLAIN = re.compile(r"(?=.{1,48}\Z)[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")


def in_words(name: str) -> str:
    """A short name as words: something_wrong is "Something wrong"."""
    return name.replace("_", " ").replace("-", " ").strip().capitalize()


def digest(*texts: str) -> str:
    """Sixteen hexadecimal characters that stand for exactly these texts."""
    whole = hashlib.blake2b(digest_size=8)
    for text in texts:
        raw = text.encode()
        whole.update(len(raw).to_bytes(8, "big") + raw)
    return whole.hexdigest()


@functools.lru_cache(maxsize=512)
def short_name(words: str, country: str) -> str:
    """Words as part of a web address; where German is written, ö is oe."""
    if _PLAIN.fullmatch(words):
        return "-".join(words.lower().replace("-", " ").split())
    import slugify  # which takes as long for one name as a page takes

    umlauts = _UMLAUTS if country in _GERMAN else ()
    return str(slugify.slugify(words, max_length=48, word_boundary=True, replacements=umlauts))
