"""`python -m weblocal` is `weblocal`."""

from weblocal.cli.main import run

run()
