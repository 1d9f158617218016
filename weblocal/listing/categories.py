"""What each trade is called on listing platforms: Google's category, Apple's category, OpenStreetMap's tag.

Google and Apple keep lists of their own, change them, and show them in the account's language; what stands here is the English
name to look for. OpenStreetMap's tags are the community's usual ones.
"""

import dataclasses

from weblocal.model.business import Trade


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One trade on the platforms; `osm` is key and value, empty where the community has no usual tag."""

    google: str
    apple: str
    osm: tuple[str, str] | None


def _category(google: str, apple: str, osm: str) -> Category:
    key, _, value = osm.partition("=")
    return Category(google=google, apple=apple, osm=(key, value) if value else None)


_BY_TRADE = {
    "accountant": _category("Accountant", "Accountants", "office=accountant"),
    "auto_repair": _category("Auto repair shop", "Auto Repair", "shop=car_repair"),
    "bakery": _category("Bakery", "Bakeries", "shop=bakery"),
    "barber": _category("Barber shop", "Barbers", "shop=hairdresser"),
    "beauty": _category("Beauty salon", "Beauty Salons", "shop=beauty"),
    "bookshop": _category("Book store", "Bookstores", "shop=books"),
    "builder": _category("Construction company", "Contractors", "craft=builder"),
    "cafe": _category("Cafe", "Cafes", "amenity=cafe"),
    "carpenter": _category("Carpenter", "Carpenters", "craft=carpenter"),
    "cleaner": _category("House cleaning service", "Home Cleaning", "craft=cleaning"),
    "dentist": _category("Dentist", "Dentists", "amenity=dentist"),
    "electrician": _category("Electrician", "Electricians", "craft=electrician"),
    "florist": _category("Florist", "Florists", "shop=florist"),
    "gym": _category("Gym", "Gyms", "leisure=fitness_centre"),
    "handyman": _category("Handyman/Handywoman/Handyperson", "Handyman", "craft=handyman"),
    "hvac": _category("HVAC contractor", "Heating & Air Conditioning", "craft=hvac"),
    "joiner": _category("Carpenter", "Carpenters", "craft=joiner"),
    "landscaper": _category("Landscaper", "Landscaping", "craft=gardener"),
    "lawyer": _category("Law firm", "Lawyers", "office=lawyer"),
    "locksmith": _category("Locksmith", "Keys & Locksmiths", "craft=locksmith"),
    "nail_salon": _category("Nail salon", "Nail Salon", "shop=beauty"),
    "painter": _category("Painter", "Painters", "craft=painter"),
    "pharmacy": _category("Pharmacy", "Pharmacy", "amenity=pharmacy"),
    "photographer": _category("Photographer", "Photographers", "craft=photographer"),
    "physio": _category("Physical therapist", "Physical Therapy", "healthcare=physiotherapist"),
    "plumber": _category("Plumber", "Plumbing", "craft=plumber"),
    "restaurant": _category("Restaurant", "Restaurants", "amenity=restaurant"),
    "roofer": _category("Roofing contractor", "Roofing", "craft=roofer"),
    "salon": _category("Hair salon", "Hair Salons", "shop=hairdresser"),
    "shop": _category("Store", "Shopping", "shop=yes"),
    "spa": _category("Day spa", "Day Spas", "leisure=spa"),
    "tutor": _category("Tutoring service", "Tutors", "office=tutoring"),
    "vet": _category("Veterinarian", "Veterinarians", "amenity=veterinary"),
}
# trades that packs may call otherwise, by the schema.org type they share
_BY_TYPE = {
    "AccountingService": "accountant",
    "AutoRepair": "auto_repair",
    "Bakery": "bakery",
    "BeautySalon": "beauty",
    "BookStore": "bookshop",
    "CafeOrCoffeeShop": "cafe",
    "DaySpa": "spa",
    "Dentist": "dentist",
    "Electrician": "electrician",
    "ExerciseGym": "gym",
    "Florist": "florist",
    "GeneralContractor": "builder",
    "HairSalon": "salon",
    "HealthClub": "gym",
    "HousePainter": "painter",
    "HVACBusiness": "hvac",
    "LegalService": "lawyer",
    "Locksmith": "locksmith",
    "NailSalon": "nail_salon",
    "Pharmacy": "pharmacy",
    "Physiotherapy": "physio",
    "Plumber": "plumber",
    "Restaurant": "restaurant",
    "RoofingContractor": "roofer",
    "Store": "shop",
    "VeterinaryCare": "vet",
}
# what people and platforms say for a trade beyond its pack's own words, for moving in
_SAID = {
    "coffee shop": "cafe",
    "hair stylist": "salon",
    "hairdresser": "salon",
    "beauty salon": "beauty",
    "fitness center": "gym",
    "lawyer": "lawyer",
    "attorney": "lawyer",
    "veterinary care": "vet",
    "animal hospital": "vet",
    "cleaning service": "cleaner",
    "commercial cleaning service": "cleaner",
    "car repair and maintenance service": "auto_repair",
    "garden designer": "landscaper",
    "lawn care service": "landscaper",
    "heating contractor": "plumber",
    "flower shop": "florist",
    "physiotherapist": "physio",
    "certified public accountant": "accountant",
    "tax preparation service": "accountant",
}


def of_trade(trade: Trade) -> Category | None:
    """What the platforms call a trade; None for one that is in no table yet."""
    # a pack may serve near trades under their own names: a barber is no hair salon
    known = _BY_TRADE.get(trade.name.casefold().replace(" ", "_")) or _BY_TRADE.get(trade.id)
    if known:
        return known
    return next((_BY_TRADE[_BY_TYPE[kind]] for kind in trade.schema_types if kind in _BY_TYPE), None)


def trade_of(category: str) -> str:
    """The trade a platform's category means, as far as the tables know; empty otherwise."""
    said = " ".join(category.casefold().replace("gcid:", "").replace("_", " ").split())
    if said in _SAID:
        return _SAID[said]
    return next((trade for trade, names in _BY_TRADE.items() if said in _names(trade, names)), "")


def _names(trade: str, category: Category) -> set[str]:
    return {trade.replace("_", " "), category.google.casefold(), category.apple.casefold()}
