"""What the one style of a site needs beside the theme's own: told by its pages, wherever they are printed, and put together here."""

from collections.abc import Collection, Iterable

from weblocal.model.pictures import Frame
from weblocal.model.records import record
from weblocal.site import dressing, photographs, ruler
from weblocal.site.composing import Composition
from weblocal.site.planning import SitePlan


@record
class Wanted:
    """The partials, the fits of headlines, the widths of steps (in ticks) and the sights of pictures that some pages hold."""

    partials: frozenset[str] = frozenset()
    fits: frozenset[str] = frozenset()
    widths: frozenset[int] = frozenset()
    sights: frozenset[str] = frozenset()


def wanted(compositions: Collection[Composition], *, sights: frozenset[str]) -> Wanted:
    """What these pages hold; `sights` are the classes their pictures were given."""
    sections = [section for composition in compositions for section in composition.sections]
    return Wanted(
        partials=frozenset(section.partial for section in sections),
        fits=frozenset(composition.hero.fit for composition in compositions),
        widths=ruler.ticks(sections),
        sights=sights,
    )


def together(parts: Iterable[Wanted]) -> Wanted:
    """What the pages of all of them hold."""
    parts = tuple(parts)
    return Wanted(
        partials=frozenset().union(*(part.partials for part in parts)),
        fits=frozenset().union(*(part.fits for part in parts)),
        widths=frozenset().union(*(part.widths for part in parts)),
        sights=frozenset().union(*(part.sights for part in parts)),
    )


def rules(plan: SitePlan, held: Wanted, *, has_languages: bool) -> tuple[str, ...]:
    """The rules for what the pages of one language hold, in an order of their own."""
    parts = set(held.partials)
    parts |= {"illustrated" if mounted.frame is Frame.TEXT else "photos" for mounted in plan.pictures.mounted}
    parts |= {"logo"} if plan.pictures.logo else set()
    parts |= {"languages"} if has_languages else set()
    parts |= {"ruler"} if held.widths else set()
    of_parts = (css for part, css in plan.theme.part_css if part in parts)
    return (*of_parts, *dressing.fit_rules(held.fits), *ruler.rules(held.widths), *photographs.sight_rules(held.sights))
