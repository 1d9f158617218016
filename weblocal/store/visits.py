"""What the ledger says and records of visits, scans, coupons and redemptions."""

import datetime as dt

import sqlalchemy as sa

from weblocal import clock
from weblocal.model.visits import Coupon, Redemption, Scan, Visit, VisitState
from weblocal.store import tables
from weblocal.store.sentences import Asking, Recording, within
from weblocal.store.shelf import Shelf

_VISITS = Shelf(tables.visit, Visit)
_SCANS = Shelf(tables.scan, Scan)
_COUPONS = Shelf(tables.coupon, Coupon)
_REDEMPTIONS = Shelf(tables.redemption, Redemption)
_VISITS_IN_ORDER = (tables.visit.c.occurred_at, tables.visit.c.id)
_REDEMPTIONS_IN_ORDER = (tables.redemption.c.redeemed_at, tables.redemption.c.id)


class VisitsAsking(Asking):
    """Questions about visits, scans, coupons and redemptions. Visits taken back are among the answers, and say so."""

    def visit(self, visit_id: str) -> Visit | None:
        """The visit with this id."""
        return self._one(_VISITS, tables.visit.c.id == visit_id)

    def visit_of_key(self, key: str) -> Visit | None:
        """The visit a tap or row with this key made; an empty key is nobody's."""
        return self._one(_VISITS, tables.visit.c.key == key) if key else None

    def visits_since(self, at: dt.datetime) -> tuple[Visit, ...]:
        """Visits that happened at or after `at`."""
        return self._all(_VISITS, tables.visit.c.occurred_at >= at, by=_VISITS_IN_ORDER)

    def visits_between(self, from_at: dt.datetime, until_at: dt.datetime) -> tuple[Visit, ...]:
        """Visits that happened in this span."""
        return self._all(_VISITS, within(tables.visit.c.occurred_at, from_at, until_at), by=_VISITS_IN_ORDER)

    def visits_of(self, contact_id: str) -> tuple[Visit, ...]:
        """Every visit of this contact."""
        return self._all(_VISITS, tables.visit.c.contact_id == contact_id, by=_VISITS_IN_ORDER)

    def first_visit_at(self, contact_id: str, *, confirmed_only: bool = False) -> dt.datetime | None:
        """When this contact came for the first time, leaving out what was taken back."""
        columns = tables.visit.c
        conditions = [self._mine(tables.visit), columns.contact_id == contact_id, columns.taken_back.is_(False)]
        if confirmed_only:
            conditions.append(columns.state == VisitState.CONFIRMED)
        query = sa.select(columns.occurred_at).where(*conditions).order_by(columns.occurred_at).limit(1)
        first: dt.datetime | None = self._connection.execute(query).scalar()
        return first

    def scans_between(self, from_at: dt.datetime, until_at: dt.datetime) -> tuple[Scan, ...]:
        """Scans in this span."""
        columns = tables.scan.c
        return self._all(_SCANS, within(columns.occurred_at, from_at, until_at), by=[columns.occurred_at, columns.id])

    def coupon(self, code: str) -> Coupon | None:
        """The coupon with this code."""
        return self._one(_COUPONS, tables.coupon.c.code == code)

    def coupons_of(self, contact_id: str) -> tuple[Coupon, ...]:
        """Coupons issued to this contact."""
        columns = tables.coupon.c
        return self._all(_COUPONS, columns.contact_id == contact_id, by=[columns.issued_at, columns.code])

    def redemptions_of(self, code: str) -> tuple[Redemption, ...]:
        """Uses of this code."""
        return self._all(_REDEMPTIONS, tables.redemption.c.code == code, by=_REDEMPTIONS_IN_ORDER)

    def redemptions_by(self, contact_id: str) -> tuple[Redemption, ...]:
        """What this contact has redeemed."""
        return self._all(_REDEMPTIONS, tables.redemption.c.contact_id == contact_id, by=_REDEMPTIONS_IN_ORDER)

    def redemptions_since(self, at: dt.datetime) -> tuple[Redemption, ...]:
        """Redemptions at or after `at`."""
        return self._all(_REDEMPTIONS, tables.redemption.c.redeemed_at >= at, by=_REDEMPTIONS_IN_ORDER)

    def redemptions_between(self, from_at: dt.datetime, until_at: dt.datetime) -> tuple[Redemption, ...]:
        """Redemptions in this span."""
        return self._all(_REDEMPTIONS, within(tables.redemption.c.redeemed_at, from_at, until_at), by=_REDEMPTIONS_IN_ORDER)


class VisitsRecording(VisitsAsking, Recording):
    """Records of visits, scans, coupons and redemptions."""

    def add_visit(self, visit: Visit) -> bool:
        """Keep a visit; False when its key is here already: the same tap or row is one visit."""
        return self._add(_VISITS, visit)

    def take_back_visit(self, visit_id: str, at: dt.datetime) -> bool:
        """Say that a visit did not happen; it stays on record as taken back."""
        columns = tables.visit.c
        stands = (columns.id == visit_id, columns.taken_back.is_(False))
        return self._change(tables.visit, *stands, taken_back=True, taken_back_at=at) == 1

    def describe_visit(self, visit_id: str, what: str) -> bool:
        """Say what a visit was, or correct it; False when there is no such visit."""
        return self._change(tables.visit, tables.visit.c.id == visit_id, what=what) == 1

    def add_scan(self, scan: Scan) -> bool:
        """Keep a scan; every one counts."""
        return self._add(_SCANS, scan, id=clock.new_id())

    def add_coupon(self, coupon: Coupon) -> bool:
        """Issue a coupon; False when the code is taken."""
        return self._add(_COUPONS, coupon)

    def add_redemption(self, redemption: Redemption) -> bool:
        """Use a coupon; False when its code was redeemed before, on whichever phone."""
        return self._add(_REDEMPTIONS, redemption)
