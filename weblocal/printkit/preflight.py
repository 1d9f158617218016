"""Preflight: what must be right before a piece costs money, judged from the source and from the finished artwork."""

import datetime as dt

from weblocal.model.business import Business
from weblocal.model.placements import Placement, Target, TargetKind
from weblocal.model.problems import Finding, Severity
from weblocal.printkit import words
from weblocal.printkit.pieces import PieceSource
from weblocal.theming import colours

MOST_WORDS = 7
LEAST_CONTRAST = 4.0
# any smaller, and an arm's length is too far for an older telephone
LEAST_CODE_MM = 25.0


def check(
    piece: PieceSource, placement: Placement, business: Business, *, read_back: tuple[str, ...], today: dt.date
) -> tuple[Finding, ...]:
    """Every finding on one piece; `read_back` is what a decoder read from the finished artwork. An error must stop it."""
    return (*_of_code(piece, read_back), *_of_target(placement, business, today), *_of_words(piece, placement))


def _of_code(piece: PieceSource, read_back: tuple[str, ...]) -> list[Finding]:
    found = []
    if read_back != (piece.says,):
        seen = ", ".join(read_back) or "nothing"
        found.append(_error(piece, "code-read-back", f"The code should say {piece.says}, and a decoder read {seen}."))
    if piece.module_mm < piece.sheet.least_module_mm:
        found.append(
            _error(
                piece,
                "code-module",
                f"The squares of the code would be {piece.module_mm:.2f} mm, and {piece.sheet.least_module_mm} mm is the least.",
                fix="Give the placement a shorter code, or the business a shorter web address.",
            )
        )
    if piece.sheet.code_mm < LEAST_CODE_MM:
        found.append(
            _error(piece, "code-size", f"The code is {piece.sheet.code_mm:g} mm wide, and {LEAST_CODE_MM:g} mm is the least.")
        )
    contrast = colours.contrast(piece.dark, piece.light)
    if contrast < LEAST_CONTRAST or colours.luminance(piece.dark) > colours.luminance(piece.light):
        found.append(_error(piece, "code-contrast", f"The code is not dark on light enough to be read ({contrast:.1f} : 1)."))
    return found


def _of_target(placement: Placement, business: Business, today: dt.date) -> list[Finding]:
    if words.is_leading_nowhere(placement, business):
        where = f"{placement.target.kind.value} {placement.target.id}"
        return [
            Finding(
                rule="target",
                severity=Severity.ERROR,
                page=placement.id,
                message=f"The code leads to {where}, which is not in business.yaml.",
                fix=f"Write goes_to: home under placements.{placement.id}, or name something that is there.",
            )
        ]
    offers = [each for each in business.offers if placement.target == Target(kind=TargetKind.OFFER, id=each.id)]
    ended = [offer for offer in offers if (ends := offer.ends_on()) is not None and ends < today]
    if ended:
        message = f"The offer ended on {ended[0].ends_on():%Y-%m-%d}, so the card promises what nobody gets."
        fix = f"Give offers.{ended[0].id} a later end, or let the placement lead elsewhere."
        return [Finding(rule="offer-ended", severity=Severity.ERROR, page=placement.id, message=message, fix=fix)]
    if any(offer.ends_on() is None for offer in offers):
        message = "The offer has no last day, so it is not shown on the site and the card cannot say it."
        fix = f"Write until: under offers.{offers[0].id}."
        return [Finding(rule="offer-open", severity=Severity.WARNING, page=placement.id, message=message, fix=fix)]
    return []


def _of_words(piece: PieceSource, placement: Placement) -> list[Finding]:
    count = len(piece.headline.split())
    if count <= MOST_WORDS:
        return []
    return [
        Finding(
            rule="headline-long",
            severity=Severity.WARNING,
            page=piece.placement_id,
            message=f"The headline has {count} words, and {MOST_WORDS} are read in passing.",
            fix=f"Write a headline of up to {MOST_WORDS} words under placements.{placement.id}.",
        )
    ]


def _error(piece: PieceSource, rule: str, message: str, *, fix: str = "") -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, page=piece.placement_id, message=message, fix=fix)
