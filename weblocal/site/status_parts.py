"""The status line as the masthead is given it."""

from weblocal.model.records import record


@record
class Status:
    """Open or not: the usual hours in words, and everything the script needs to say it for the moment of the visit.

    `week` has seven days from Monday divided by `;`, spans by `,`, and `opens|closes|words|words` in each, in minutes and as
    people write them; `special` has `date=spans` for each date, divided by `;`. `words` are the sentences with gaps, divided by `|`.
    """

    text: str
    href: str
    week: str = ""
    special: str = ""
    zone: str = ""
    days: str = ""
    words: str = ""
