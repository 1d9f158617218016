"""The business as a contact card that a phone saves with one tap."""

from weblocal.listing.lines import escaped, joined
from weblocal.model.business import Business
from weblocal.wording import addresses


def vcard(business: Business) -> str:
    """A vCard 3.0, the version that every address book reads; the street only when it is public."""
    address = business.address
    name = escaped(business.name)
    street, postcode = (address.street, address.postcode) if address.public else ("", "")
    places = ";".join(escaped(part) for part in ("", "", street, address.town, address.region, postcode, address.country))
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;", f"FN:{name}", f"ORG:{name}", f"UID:{business.website}#business"]
    if business.phone:
        lines.append(f"TEL;TYPE=WORK,VOICE:{business.phone.e164}")
    if business.whatsapp and business.whatsapp != business.phone:
        lines.append(f"TEL;TYPE=CELL:{business.whatsapp.e164}")
    if business.email:
        lines.append(f"EMAIL;TYPE=WORK:{escaped(business.email)}")
    label = escaped("\n".join(addresses.lines(address)))
    lines += [f"ADR;TYPE=WORK:{places}", f"LABEL;TYPE=WORK:{label}", f"URL:{business.website}"]
    if address.public and address.latitude is not None and address.longitude is not None:
        lines.append(f"GEO:{address.latitude:.5f};{address.longitude:.5f}")
    if business.tagline:
        lines.append(f"NOTE:{escaped(business.tagline)}")
    # Apple's address book files it under companies only with this line
    return joined((*lines, "X-ABSHOWAS:COMPANY", "END:VCARD"))
