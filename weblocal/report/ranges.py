"""What chance alone could do to a small count: the exact 95 % range of a Poisson count, and costs divided by it."""

import math
from collections.abc import Callable

from weblocal.model.report import CostRange
from weblocal.model.services import Money

_TAIL = 0.025


def poisson_range(count: int) -> tuple[float, float]:
    """The exact (Garwood) 95 % range for the mean behind `count` events; its lower end is 0 for none."""
    lower = 0.0 if count == 0 else _solve(lambda mean: 1 - _at_most(count - 1, mean), target=_TAIL, rising=True)
    upper = _solve(lambda mean: _at_most(count, mean), target=_TAIL, rising=False)
    return lower, upper


def cost_each(cost: Money, count: int) -> CostRange | None:
    """What each of `count` cost, with its range; None when there is nobody to divide by.

    From one alone the range is open to the right: nobody can say how dear the next would be.
    """
    if count == 0:
        return None
    lower, upper = poisson_range(count)
    return CostRange(
        each=_divided(cost, count), least=_divided(cost, upper), most=None if count == 1 else _divided(cost, lower)
    )


def median(values: tuple[int, ...]) -> int | None:
    """The middle value, rounded down between two; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) // 2


def _divided(cost: Money, by: float) -> Money:
    return Money(amount_minor=round(cost.amount_minor / by), currency=cost.currency)


def _at_most(count: int, mean: float) -> float:
    """The chance of `count` events or fewer when `mean` are expected."""
    if mean == 0:
        return 1.0
    return sum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count + 1))


def _solve(chance: Callable[[float], float], *, target: float, rising: bool) -> float:
    low, high = 0.0, 1.0
    while (chance(high) < target) == rising:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        if (chance(middle) < target) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2
