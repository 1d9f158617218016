"""The pages that are mostly words: story, voices, questions, guides, the owner's own pages, privacy and the legal notice."""

from weblocal.model.business import Business
from weblocal.model.site import Page
from weblocal.site import duties, privacy
from weblocal.site.chapters import Chapters
from weblocal.site.enquiry import Asking
from weblocal.site.heroes import Heroes
from weblocal.site.landings import Parts
from weblocal.site.parts import Hero, Section
from weblocal.site.sections import Sections
from weblocal.site.tongue import Tongue


class WordPages:
    """Composes these pages of one site."""

    def __init__(self, business: Business, tongue: Tongue, sections: Sections, heroes: Heroes, *, chapters: Chapters) -> None:
        self._business = business
        self._guides = {article.id: article for article in self._business.articles}  # there may be ten thousand
        self._own_pages = {own.id: own for own in self._business.pages}
        self._tongue = tongue
        self._sections = sections
        self._chapters = chapters
        self._heroes = heroes

    def about(self, page: Page) -> tuple[Hero, Parts]:
        """The owner's story, the facts and the people."""
        about = self._business.about
        hero = self._heroes.of(
            (about.title if about else "") or self._tongue.say("About us"), lead=about.summary if about else ""
        )
        return hero, (
            self._sections.facts(),
            *self._chapters.of_text(about),
            self._sections.team(),
            self._sections.form(Asking(page=page.path)),
        )

    def reviews(self, page: Page) -> tuple[Hero, Parts]:
        """Every voice that is young enough."""
        hero = self._heroes.of(self._tongue.say("What customers say"))
        return hero, (self._sections.reviews(at_home=False), self._sections.form(Asking(page=page.path)))

    def faq(self, page: Page) -> tuple[Hero, Parts]:
        """Every question with its answer."""
        hero = self._heroes.of(self._tongue.say("Questions and answers"))
        return hero, (self._sections.faq(at_home=False), self._sections.form(Asking(page=page.path)))

    def articles(self, page: Page) -> tuple[Hero, Parts]:
        """The index of guides."""
        hero = self._heroes.of(self._tongue.say("Guides"))
        return hero, (self._sections.articles(at_home=False), self._sections.form(Asking(page=page.path)))

    def article(self, page: Page) -> tuple[Hero, Parts]:
        """One guide, with the day it was written."""
        article = self._guides[page.subject]
        title = article.text.title or article.id.replace("_", " ").capitalize()
        written = self._tongue.say("Written on {date}", date=self._tongue.date(article.published_on))
        hero = self._heroes.of(title, lead=article.text.summary)
        return hero, (
            *self._chapters.of_text(article.text, beside=written),
            self._sections.form(Asking(page=page.path)),
        )

    def own(self, page: Page) -> tuple[Hero, Parts]:
        """A page of the owner's own."""
        text = self._own_pages[page.subject].text
        hero = self._heroes.of(text.title, lead=text.summary)
        return hero, (*self._chapters.of_text(text), self._sections.form(Asking(page=page.path)))

    def privacy(self, _: Page) -> tuple[Hero, Parts]:
        """What happens to what visitors tell the business."""
        say = self._tongue.say
        hero = self._heroes.of(
            say("Privacy"), lead=say("What {name} does with what you tell us.", name=self._business.name), actions=()
        )
        told = privacy.notice(self._business, self._tongue)
        return hero, (
            Section(id=f"privacy-{number}", partial="prose", title=title, prose=prose)
            for number, (title, prose) in enumerate(told, 1)
        )

    def notice(self, _: Page) -> tuple[Hero, Parts]:
        """Who answers for the site, where the law asks for a page that says so."""
        hero = self._heroes.of(
            self._tongue.say("Legal notice"), lead=self._tongue.say("Who answers for this site."), actions=()
        )
        return hero, (Section(id="notice", partial="prose", title="", prose=duties.notice(self._business, self._tongue)),)
