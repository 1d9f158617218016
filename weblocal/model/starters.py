"""Starter texts: words a trade pack wrote for a business, which are not yet the owner's own."""

from weblocal.model.records import record


@record
class StarterText:
    """Words of the trade pack that stand under one key of the profile.

    `lines` pairs what each is with the words themselves, as the owner reads them; `code` stands for exactly these words.
    `key` begins with a language and a slash where it is not the first language of the site.
    """

    key: str
    lines: tuple[tuple[str, str], ...]
    language: str
    code: str

    @property
    def own_place(self) -> str:
        """Where an owner writes words of their own instead."""
        name = self.key.rpartition("/")[2]
        if name.startswith("sequences."):
            return f"in mails/{name.removeprefix('sequences.').replace('.', '/')}.md"
        return f"under {name.partition('.')[0]}"
