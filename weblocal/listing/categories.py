"""What each trade is called on listing platforms: Google's category, Apple's category, OpenStreetMap's tag.

Google and Apple keep lists of their own, change them, and show them in the account's language; what stands here is the English
name to look for. OpenStreetMap's tags are the community's usual ones.
"""

from weblocal.model.business import Trade
from weblocal.model.records import record


@record
class Category:
    """One trade on the platforms; `osm` is key and value, empty where the community has no usual tag."""

    google: str
    apple: str
    osm: tuple[str, str] | None


def _category(google: str, apple: str, osm: str) -> Category:
    key, _, value = osm.partition("=")
    return Category(google=google, apple=apple, osm=(key, value) if value else None)


# by the words of our trade packs, near trades among them
_BY_TRADE = {
    "accountant": _category("Accountant", "Accountants", "office=accountant"),
    "attorney": _category("Attorney", "Lawyers", "office=lawyer"),
    "auto_repair": _category("Auto repair shop", "Auto Repair", "shop=car_repair"),
    "bakery": _category("Bakery", "Bakeries", "shop=bakery"),
    "barber": _category("Barber shop", "Barbers", "shop=hairdresser"),
    "barrister": _category("Barrister", "Lawyers", "office=lawyer"),
    "beauty": _category("Beauty salon", "Beauty Salons", "shop=beauty"),
    "bookkeeper": _category("Bookkeeping service", "Accountants", "office=accountant"),
    "bookshop": _category("Book store", "Bookstores", "shop=books"),
    "bricklayer": _category("Bricklayer", "Contractors", "craft=bricklayer"),
    "builder": _category("Construction company", "Contractors", "craft=builder"),
    "cabinet_maker": _category("Cabinet maker", "Carpenters", "craft=cabinet_maker"),
    "cafe": _category("Cafe", "Cafes", "amenity=cafe"),
    "cake_shop": _category("Cake shop", "Bakeries", "shop=pastry"),
    "carpenter": _category("Carpenter", "Carpenters", "craft=carpenter"),
    "chiropractor": _category("Chiropractor", "Chiropractors", "healthcare=alternative"),
    "cleaner": _category("House cleaning service", "Home Cleaning", "craft=cleaning"),
    "clothes_shop": _category("Clothing store", "Clothing Stores", "shop=clothes"),
    "day_spa": _category("Day spa", "Day Spas", "leisure=spa"),
    "dental_practice": _category("Dental clinic", "Dentists", "amenity=dentist"),
    "dentist": _category("Dentist", "Dentists", "amenity=dentist"),
    "electrician": _category("Electrician", "Electricians", "craft=electrician"),
    "florist": _category("Florist", "Florists", "shop=florist"),
    "gardener": _category("Gardener", "Landscaping", "craft=gardener"),
    "gym": _category("Gym", "Gyms", "leisure=fitness_centre"),
    "handyman": _category("Handyman", "Contractors", "craft=handyman"),
    "heating_engineer": _category("Heating contractor", "Heating & Air Conditioning", "craft=hvac"),
    "joiner": _category("Joiner", "Carpenters", "craft=joiner"),
    "landscaper": _category("Landscaper", "Landscaping", "craft=gardener"),
    "language_school": _category("Language school", "Language Schools", "amenity=language_school"),
    "lawyer": _category("Law firm", "Lawyers", "office=lawyer"),
    "locksmith": _category("Locksmith", "Locksmiths", "craft=locksmith"),
    "music_teacher": _category("Music instructor", "Music Schools", "amenity=music_school"),
    "nail_salon": _category("Nail salon", "Nail Salon", "shop=beauty"),
    "notary": _category("Notary public", "Notaries", "office=notary"),
    "orthodontist": _category("Orthodontist", "Orthodontists", "healthcare=dentist"),
    "osteopath": _category("Osteopath", "Osteopaths", "healthcare=alternative"),
    "painter": _category("Painter", "Painters", "craft=painter"),
    "personal_trainer": _category("Personal trainer", "Personal Trainers", ""),
    "photographer": _category("Photographer", "Photographers", "craft=photographer"),
    "physio": _category("Physical therapist", "Physical Therapy", "healthcare=physiotherapist"),
    "pilates_studio": _category("Pilates studio", "Pilates", "leisure=fitness_centre"),
    "pizzeria": _category("Pizza restaurant", "Pizza", "amenity=restaurant"),
    "plasterer": _category("Plasterer", "Contractors", "craft=plasterer"),
    "plumber": _category("Plumber", "Plumbing", "craft=plumber"),
    "pub": _category("Pub", "Pubs", "amenity=pub"),
    "restaurant": _category("Restaurant", "Restaurants", "amenity=restaurant"),
    "roofer": _category("Roofing contractor", "Roofing", "craft=roofer"),
    "salon": _category("Hair salon", "Hair Salons", "shop=hairdresser"),
    "shop": _category("Store", "Shopping", "shop=yes"),
    "solicitor": _category("Solicitor", "Lawyers", "office=lawyer"),
    "takeaway": _category("Takeout restaurant", "Fast Food", "amenity=fast_food"),
    "tax_adviser": _category("Tax consultant", "Tax Services", "office=tax_advisor"),
    "tea_room": _category("Tea house", "Tea Rooms", "amenity=cafe"),
    "toy_shop": _category("Toy store", "Toy Stores", "shop=toys"),
    "tutor": _category("Tutoring service", "Tutoring", "amenity=prep_school"),
    "vet": _category("Veterinarian", "Veterinarians", "amenity=veterinary"),
    "window_cleaner": _category("Window cleaning service", "Window Washing", "craft=window_cleaner"),
    "yoga_studio": _category("Yoga studio", "Yoga", "leisure=fitness_centre"),
}
# by schema.org type, for near trades whose name is in another language and for packs that are not ours
_BY_TYPE = {
    "AccountingService": "accountant",
    "AutoRepair": "auto_repair",
    "Bakery": "bakery",
    "BeautySalon": "beauty",
    "BookStore": "bookshop",
    "CafeOrCoffeeShop": "cafe",
    "DaySpa": "day_spa",
    "Dentist": "dentist",
    "Electrician": "electrician",
    "ExerciseGym": "gym",
    "Florist": "florist",
    "HairSalon": "salon",
    "HealthClub": "gym",
    "HousePainter": "painter",
    "BarOrPub": "pub",
    "ClothingStore": "clothes_shop",
    "FastFoodRestaurant": "takeaway",
    "ToyStore": "toy_shop",
    "LegalService": "lawyer",
    "Locksmith": "locksmith",
    "Notary": "notary",
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
    "veterinary care": "vet",
    "animal hospital": "vet",
    "cleaning service": "cleaner",
    "commercial cleaning service": "cleaner",
    "car repair and maintenance service": "auto_repair",
    "garden designer": "landscaper",
    "lawn care service": "landscaper",
    "flower shop": "florist",
    "physiotherapist": "physio",
    "certified public accountant": "accountant",
    "tax preparation service": "accountant",
}


def of_trade(trade: Trade) -> Category | None:
    """What the platforms call a trade; None for one that is in no table yet."""
    # a pack may serve near trades under their own names: a barber is no hair salon
    named = _BY_TRADE.get(trade.name.casefold().replace(" ", "_"))
    of_type = next((_BY_TRADE[_BY_TYPE[kind]] for kind in trade.schema_types if kind in _BY_TYPE), None)
    return named or of_type or _BY_TRADE.get(trade.id)


def trade_of(category: str) -> str:
    """The trade a platform's category means, as far as the tables know; empty otherwise."""
    said = " ".join(category.casefold().replace("gcid:", "").replace("_", " ").split())
    if said in _SAID:
        return _SAID[said]
    return next((trade for trade, names in _BY_TRADE.items() if said in _names(trade, names)), "")


def _names(trade: str, category: Category) -> set[str]:
    return {trade.replace("_", " "), category.google.casefold(), category.apple.casefold()}
