"""Where the business is and where it goes: its address, its branches, the places it travels to."""

import dataclasses

from weblocal.model.branches import Branch
from weblocal.model.business import Address
from weblocal.model.hours import Hours
from weblocal.model.problems import Unreadable
from weblocal.model.services import Area, ServiceArea
from weblocal.profile.keys.branches import WrittenBranch
from weblocal.profile.keys.identity import WrittenAddress
from weblocal.profile.keys.work import WrittenAreas
from weblocal.profile.naming import digest, short_name
from weblocal.profile.noting import Notes, suggestion
from weblocal.profile.opening_hours import WrittenHours


def address(written: WrittenAddress) -> Address:
    """An address; a street is public unless the owner says that it is not."""
    values = {field.name: getattr(written, field.name) for field in dataclasses.fields(written)}
    return Address(**(values | {"public": written.public is not False}))


def branch(written: WrittenBranch, hours: WrittenHours, notes: Notes) -> Branch:
    """A branch, with the main place's `hours` where it has none of its own."""
    own = written.hours or hours
    return Branch(
        id=written.id,
        name=written.name,
        address=address(written.address),
        hours=Hours(week=own.week, special=own.special, zone=notes.zone),
        phone=written.phone,
        email=written.email,
        review_link=written.review_link,
        page=written.page,
    )


def service_area(written: WrittenAreas, notes: Notes) -> ServiceArea:
    """Where the business travels to, each place with its text; a text for no place and a place named twice are problems."""
    pages = {placed.value.replace("_", "-"): text for placed, text in written.pages}
    places = []
    names: dict[str, str] = {}
    for placed_name, position in written.places:
        name = placed_name.value
        area_id = short_name(name, notes.country) or digest(name)
        if area_id in names:
            wrong = Unreadable(message=f"{name} is named twice.", fix="Name it once.")
            notes.refuse(placed_name.place, placed_name.path, wrong)
        names[area_id] = name
        latitude, longitude = position or (None, None)
        places.append(Area(id=area_id, name=name, page=pages.get(area_id), latitude=latitude, longitude=longitude))
    for placed, _text in written.pages:
        if placed.value.replace("_", "-") not in names:
            wrong = Unreadable(message=f'"{placed.value}" is none of the places.', fix=suggestion(placed.value, tuple(names)))
            notes.refuse(placed.place, placed.path, wrong)
    return ServiceArea(places=tuple(places), service_ids=written.service_ids, radius_km=written.radius_km)
