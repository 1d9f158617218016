"""Amounts as flags: finite, not below nothing, and with a most, since Python reads "nan" and "inf" as numbers too."""

import math

import click


class Amount(click.FloatRange):
    """A number from 0 to `most`."""

    def __init__(self, *, most: float) -> None:
        super().__init__(min=0, max=most)

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number, or click's refusal."""
        number = float(super().convert(value, param, ctx))
        if not math.isfinite(number):
            self.fail(f"{value} is not a number from 0 to {self.max:g}.", param, ctx)
        return number
