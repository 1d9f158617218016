"""Headings and names on a page with soft hyphens in their long words; what machines read never passes here."""

import dataclasses

from markupsafe import Markup

from weblocal.site.parts import Group, Row, Section
from weblocal.site.tongue import Tongue


def divided(section: Section, tongue: Tongue) -> Section:
    """The section with its headings, and the names of its rows, ready to be broken where the language breaks them."""
    # headings that came out of Markdown are HTML already, and left to the browser's own hyphens
    title = section.title if isinstance(section.title, Markup) else tongue.divided(section.title)
    groups = tuple(divided_group(group, tongue) for group in section.groups)
    if title == section.title and groups == section.groups:
        return section
    return dataclasses.replace(section, title=title, groups=groups)


def divided_group(group: Group, tongue: Tongue) -> Group:
    """The group with its heading and the names of its rows ready to be broken."""
    rows = tuple(_row(row, tongue) for row in group.rows)
    return dataclasses.replace(group, title=tongue.divided(group.title), rows=rows)


def _row(row: Row, tongue: Tongue) -> Row:
    name = tongue.divided(row.name)
    return row if name == row.name else dataclasses.replace(row, name=name)
