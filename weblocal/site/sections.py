"""Each section of a page from the business's own words: a heading, opening words, and rows."""

from itertools import groupby

from markupsafe import Markup

from weblocal.model import urls
from weblocal.model.forms import Form
from weblocal.model.offers import Offer
from weblocal.model.services import Service
from weblocal.model.site import HeroKind
from weblocal.prose import markdown
from weblocal.site import enquiry, presence, ruler, voices, whereabouts
from weblocal.site.enquiry import Asking
from weblocal.site.parts import Action, Answer, Group, Link, Row, Section, Ticket
from weblocal.site.photographs import Photographs
from weblocal.site.planning import SitePlan
from weblocal.site.tongue import Tongue
from weblocal.theming import faces, icons

MOST_SERVICES_AT_HOME = 8
MOST_IN_GROUPS_AT_HOME = 20
MOST_QUESTIONS_AT_HOME = 4
VOICES_AT_HOME = 3
GUIDES_AT_HOME = 3
LETTERS_BESIDE_A_PRICE = 16


class Sections:
    """Makes the sections of one site; every method says one section, or None when its minimum is missing."""

    def __init__(self, plan: SitePlan, tongue: Tongue, photographs: Photographs, *, drawn_map: Markup) -> None:
        self._business = plan.business
        self._tongue = tongue
        self._today = plan.today
        self._drawn_map = drawn_map
        self._has_services_page = plan.has(urls.SERVICES)
        self._photographs = photographs
        self._groups_at_home = plan.theme.hero is HeroKind.APPOINTMENT
        self._row_pictures = photographs.rows(self._business.services)

    def facts(self) -> Section | None:
        """Two to four things that are true and short; fewer than two are left out."""
        say, business = self._tongue.say, self._business
        rows = []
        if rating := presence.rating(business):
            where = voices.platform(rating.where)
            words = self._tongue.many("from {count} {where} review", "from {count} {where} reviews", rating.count, where=where)
            rows.append(Row(name=self._tongue.out_of(rating.score, 5), words=words))
        rows += [Row(name=fact.headline, words=fact.detail) for fact in business.facts]
        if business.since and self._today.year - business.since >= 3:
            rows.append(
                Row(name=say("Since {year}", year=str(business.since)), words=say("in {town}", town=business.address.town))
            )
        if len(rows) < 2:
            return None
        return Section(id="facts", partial="facts", title="", groups=(Group(title="", rows=tuple(rows[:4])),))

    def services(self, *, at_home: bool) -> Section | None:
        """The index of services; a long one is grouped on its page, and its first rows stand at home, or its groups where the theme asks."""
        services = self._business.services
        if not services:
            return None
        is_grouped = any(service.group for service in services) and (self._groups_at_home or not at_home)
        most = MOST_IN_GROUPS_AT_HOME if is_grouped else MOST_SERVICES_AT_HOME
        shown = services[:most] if at_home and len(services) > most + 1 else services
        more = None
        if at_home and self._has_services_page and len(shown) < len(services):
            text = self._tongue.say("All {count} services", count=len(services))
            more = Link(text=text, href=self._tongue.href(urls.SERVICES))
        return Section(
            id="services",
            partial="index",
            title=self._business.trade.services_title or self._tongue.say("Services"),
            groups=self._grouped(shown) if is_grouped else (Group(title="", rows=tuple(map(self.service_row, shown))),),
            more=more,
        )

    def other_services(self, but: str) -> Section | None:
        """Three services beside the one whose page this is, those with a page of their own first."""
        others = [service for service in self._business.services if service.id != but]
        others.sort(key=lambda service: service.page is None)
        if not others:
            return None
        rows = tuple(self.service_row(service) for service in others[:3])
        return Section(
            id="services", partial="index", title=self._tongue.say("We also do"), groups=(Group(title="", rows=rows),)
        )

    def service_row(self, service: Service) -> Row:
        """One service with its price; a link only when it has a page."""
        return Row(
            name=service.name,
            href=self._tongue.href(urls.service(service.id)) if service.page else "",
            price=self._tongue.price(service.price) if service.price else None,
            words=service.summary or service.note,
            is_long=faces.headline_letters(self._tongue.divided(service.name)) > LETTERS_BESIDE_A_PRICE,
            picture=self._row_pictures.get(service.id),
            takes=service.takes,
        )

    def facts_of(self, service: Service) -> Section | None:
        """What a visitor wants to know of one service at a glance: price, time, and the business's own facts."""
        rows = []
        if service.price:
            rows.append(Row(name=self._tongue.price_in_words(service.price), words=service.note or service.name))
        if service.takes:
            rows.append(Row(name=service.takes, words=self._tongue.say("is what it usually takes")))
        rows += [Row(name=fact.headline, words=fact.detail) for fact in self._business.facts]
        if len(rows) < 2:
            return None
        # a theme that has blocks of colour sets these as such, the brand among them
        return Section(id="facts", partial="facts", title="", tone="plate", groups=(Group(title="", rows=tuple(rows[:3])),))

    def prices(self) -> Section | None:
        """The price list or menu, with the first offer as a ticket under it."""
        lines = presence.prices(self._business)
        if not lines:
            return None
        groups = tuple(
            Group(
                title=title,
                rows=tuple(
                    Row(
                        name=line.name,
                        price=self._tongue.price(line.price),
                        words=line.note,
                        marks=line.marks,
                        takes=line.takes,
                    )
                    for line in members
                ),
            )
            for title, members in groupby(lines, key=lambda line: line.group)
        )
        return Section(
            id="prices",
            partial="prices",
            title=self._business.trade.prices_title or self._tongue.say("What it costs"),
            groups=groups,
            tickets=self._tickets()[:1],
            words=self._business.prices_note,
        )

    def offers(self, *, beside_prices: bool) -> Section | None:
        """The offers that hold today, but for the one that stands under the prices."""
        tickets = self._tickets()[1 if beside_prices else 0 :]
        return Section(id="offers", partial="offers", title=self._tongue.say("Offers"), tickets=tickets) if tickets else None

    def ticket(self, offer: Offer, *, action: Action | None) -> Ticket:
        """One offer, with its conditions and its last day in plain words."""
        words = [offer.terms]
        if ends := offer.ends_on():
            words.append(self._tongue.say("Until {date}.", date=self._tongue.date(ends)))
        stamps: tuple[str, ...] = ()
        if offer.stamps:
            count = min(offer.stamps.collect, 20)
            stamps = (*(str(number) for number in range(1, count)), self._tongue.say("free"))
        return Ticket(
            text=offer.text.rstrip("."), words=" ".join(filter(None, words)), action=None if stamps else action, stamps=stamps
        )

    def stamp_card(self, offer: Offer) -> Section | None:
        """The stamp card of an offer that has one, drawn."""
        if offer.stamps is None:
            return None
        return Section(
            id="offers", partial="offers", title=self._tongue.say("The card"), tickets=(self.ticket(offer, action=None),)
        )

    def steps(self) -> Section | None:
        """What happens when somebody gets in touch, three steps or more."""
        steps = self._business.steps
        if len(steps) < 3:
            return None
        rows = ruler.rows(steps[:5], self._tongue)
        rings = self._business.trade.primary_action == "call" and self._business.phone is not None
        title = self._tongue.say("What happens when you ring") if rings else self._tongue.say("How it goes")
        if rows[0].ticks:
            title = self._tongue.say("The first {span}", span=self._tongue.span(ruler.whole(steps[:5])))
        return Section(
            id="steps", partial="steps", title=title, groups=(Group(title="", rows=rows),), run=self._business.trade.tiles
        )

    def team(self) -> Section | None:
        """The people, with portraits of all of them or with their initials in frames."""
        people = presence.team(self._business)
        if not people:
            return None
        rows = tuple(
            Row(name=mate.name, words=mate.role, initials=icons.initials(mate.name), picture=portrait)
            for mate, portrait in zip(people, self._photographs.portraits(people), strict=True)
        )
        return Section(id="team", partial="team", title=self._tongue.say("The people"), groups=(Group(title="", rows=rows),))

    def reviews(self, *, at_home: bool) -> Section | None:
        """Voices on the brand field, the first one large; the score with its count as the heading."""
        reviews = presence.reviews(self._business, self._today)
        if not reviews:
            return None
        say = self._tongue.say
        title = say("What customers say")
        if rating := presence.rating(self._business):
            where = voices.platform(rating.where)
            title = self._tongue.many(
                "{score} out of 5, from {count} {where} review",
                "{score} out of 5, from {count} {where} reviews",
                rating.count,
                score=self._tongue.score(rating.score),
                where=where,
            )
        shown = reviews[:VOICES_AT_HOME] if at_home else reviews
        more = None
        if at_home and len(shown) < len(reviews):
            more = Link(text=say("Read all {count}", count=len(reviews)), href=self._tongue.href(urls.REVIEWS))
        return Section(
            id="reviews",
            partial="reviews",
            title=title,
            tone="plate",
            voices=tuple(voices.voice(review, self._tongue) for review in shown),
            more=more,
        )

    def where(self) -> Section | None:
        """Where and when."""
        where = whereabouts.whereabouts(self._business, self._tongue, self._today, map_drawn=self._drawn_map)
        if not (where.hours or where.note or where.address or where.places):
            return None
        say = self._tongue.say
        title = say("Where and when")
        if not where.hours and not where.note:
            title = say("Find us") if where.address else say("Where we work")
        return Section(id="where", partial="where", title=title, where=where)

    def faq(self, *, at_home: bool) -> Section | None:
        """Questions and answers, the first one open."""
        questions = presence.questions(self._business)
        if not questions:
            return None
        shown = questions[:MOST_QUESTIONS_AT_HOME] if at_home else questions
        more = None
        if at_home and len(shown) < len(questions):
            text = self._tongue.say("All {count} questions", count=len(questions))
            more = Link(text=text, href=self._tongue.href(urls.FAQ))
        answers = tuple(Answer(question=asked.question, answer=markdown.to_html(asked.answer)) for asked in shown)
        return Section(id="faq", partial="faq", title=self._tongue.say("Good to know"), answers=answers, more=more)

    def articles(self, *, at_home: bool) -> Section | None:
        """The guides, newest first; the date is hidden once the newest is older than a year."""
        articles = presence.articles(self._business)
        if not articles:
            return None
        is_fresh = (self._today - articles[0].published_on).days <= 366
        rows = tuple(
            Row(
                name=article.text.title or article.id.replace("_", " ").capitalize(),
                href=self._tongue.href(urls.article(article.id)),
                words=article.text.summary,
                date=self._tongue.date(article.published_on) if is_fresh else "",
            )
            for article in (articles[:GUIDES_AT_HOME] if at_home else articles)
        )
        more = None
        if len(rows) < len(articles):
            more = Link(text=self._tongue.say("All guides"), href=self._tongue.href(urls.ARTICLES))
        title = self._tongue.say("Guides")
        return Section(id="guides", partial="index", title=title, groups=(Group(title="", rows=rows),), more=more)

    def form(self, asking: Asking, *, form: Form | None = None, id: str = "form") -> Section | None:  # noqa: A002 - the HTML word
        """The form, or call, mail and messenger links when nobody would receive it."""
        received = presence.forms(self._business)
        chosen = form or (received[0] if received else None)
        if chosen is None:
            ways = enquiry.ways_in(self._business, self._tongue)
            return Section(id=id, partial="form", title=self._tongue.say("Get in touch"), ways=ways) if ways else None
        return Section(
            id=id,
            partial="form",
            title=chosen.title,
            words=enquiry.opening_words(chosen, self._tongue),
            form=enquiry.form_part(chosen, self._business, self._tongue, asking),
        )

    def _tickets(self) -> tuple[Ticket, ...]:
        offers = presence.offers(self._business, self._today)
        say, href = self._tongue.say, self._tongue.href
        return tuple(
            self.ticket(offer, action=Action(text=say("How to get it"), href=href(urls.offer(offer.id)))) for offer in offers
        )

    def _grouped(self, services: tuple[Service, ...]) -> tuple[Group, ...]:
        titles = dict.fromkeys(service.group for service in services)
        return tuple(
            Group(title=title, rows=tuple(self.service_row(service) for service in services if service.group == title))
            for title in titles
        )
