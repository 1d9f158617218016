"""What an owner should know though nothing is wrong: what has ended, what is missing."""

from weblocal.model.business import Business
from weblocal.model.problems import Place, Unreadable
from weblocal.profile.noting import Notes
from weblocal.reading.nodes import Entry, Node, NodeMap


def look(business: Business, owner: NodeMap, notes: Notes) -> None:
    """Note every notice on a business that is otherwise right."""
    _ended_offers(business, owner, notes)
    _past_days(business, owner, notes)
    if not business.hours.is_known and not business.by_appointment:
        wrong = Unreadable(message="There are no opening hours.", fix="Write hours:, or by_appointment: yes.")
        notes.notice(owner.place, "hours", wrong)


def _ended_offers(business: Business, owner: NodeMap, notes: Notes) -> None:
    offers = owner.get("offers")
    for offer in business.offers:
        ends_on = offer.ends_on()
        if ends_on and ends_on < notes.today:
            entry = _entry(offers, offer.id)
            place = entry.key.place if entry else owner.place
            notes.notice(
                place,
                f"offers.{offer.id}",
                Unreadable(message=f"It ended on {ends_on} and is not shown.", fix="Give it a new end, or delete it."),
            )


def _past_days(business: Business, owner: NodeMap, notes: Notes) -> None:
    past = [day for day in business.hours.special if day.last_on < notes.today]
    if past:
        last = max(day.last_on for day in past)
        wrong = Unreadable(
            message=f"{len(past)} special day{'' if len(past) == 1 else 's'} up to {last} lie in the past.", fix="Delete them."
        )
        notes.notice(_place(owner, "hours"), "hours", wrong)


def _place(owner: NodeMap, *keys: str) -> Place:
    found = next((entry.key.place for key in keys for entry in owner.entries if entry.key.text == key), None)
    return found or owner.place


def _entry(node: Node | None, key: str) -> Entry | None:
    if not isinstance(node, NodeMap):
        return None
    return next((entry for entry in node.entries if entry.key.text == key), None)
