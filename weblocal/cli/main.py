"""The entrance of the command line: the one place that catches every error and turns it into words and an exit code."""


def run() -> None:
    """Run the command line."""
