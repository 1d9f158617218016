"""Branches: each is the business at another door, with a page, an entry in the store finder and structured data of its own."""

import dataclasses
import datetime as dt

from weblocal.model import urls
from weblocal.model.branches import Branch
from weblocal.model.business import Business
from weblocal.site import structured, whereabouts
from weblocal.site.parts import NOTHING, Office, Section
from weblocal.site.tongue import Tongue


def finder(business: Business, tongue: Tongue, today: dt.date) -> Section | None:
    """Every place of the business with its address and hours, the main one first; nothing where there is only one."""
    if not business.branches:
        return None
    main = _office(business, tongue, today, name=business.address.town, href="")
    others = (
        _office(business.at(branch), tongue, today, name=branch.name, href=tongue.href(urls.branch(branch.id)))
        for branch in business.branches
    )
    return Section(id="places", partial="offices", title=tongue.say("Our places"), offices=(main, *others))


def where(business: Business, branch: Branch, tongue: Tongue, today: dt.date) -> Section:
    """Where and when, at this branch."""
    at = whereabouts.whereabouts(business.at(branch), tongue, today, map_drawn=NOTHING)
    return Section(id="where", partial="where", title=tongue.say("Where and when"), where=dataclasses.replace(at, cards=()))


def node(business: Business, branch: Branch, today: dt.date) -> structured.Node:
    """The branch in structured data: a business of its own that belongs to the whole."""
    there = structured.business_node(business.at(branch), today)
    address = business.root + urls.in_language(urls.branch(branch.id), business.prefix)
    belongs: structured.Node = {
        "@id": f"{business.root}{urls.branch(branch.id)}#business",
        "name": f"{business.name}, {branch.name}",
        "url": address,
        "parentOrganization": {"@id": structured.business_id(business)},
    }
    return there | belongs


def _office(business: Business, tongue: Tongue, today: dt.date, *, name: str, href: str) -> Office:
    return Office(
        name=name,
        href=href,
        address=whereabouts.postal_lines(business),
        phone=tongue.dial(business.phone) if business.phone else "",
        number=business.phone.display if business.phone else "",
        hours=whereabouts.hours_rows(business, tongue, today),
        directions=whereabouts.directions(business, tongue),
    )
