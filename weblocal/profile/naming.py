"""Names that stand for words: short names for addresses, digests for texts, and words again for short names."""

import hashlib

_GERMAN = ("DE", "AT", "CH", "LI", "LU")
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "ae"), ("Ö", "oe"), ("Ü", "ue"))


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


def short_name(words: str, country: str) -> str:
    """Words as part of a web address; where German is written, ö is oe."""
    import slugify

    umlauts = _UMLAUTS if country in _GERMAN else ()
    return str(slugify.slugify(words, max_length=48, word_boundary=True, replacements=umlauts))
