"""`weblocal serve`: a preview that reloads while the owner edits."""

import pathlib

import click

from weblocal.cli import folders, settings, terminal


@click.command(
    epilog="""\b
Examples:
  weblocal serve               this folder, at http://127.0.0.1:8000
  weblocal serve salon --port 9000"""
)
@folders.business_folder
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
def command(folder: pathlib.Path, port: int) -> None:
    """Preview the business in FOLDER in a browser, built anew at every save.

    A save that cannot be built shows what to change, with file and line, instead of the page.
    """
    # a server and a watcher are heavy: loaded only here
    from weblocal.flows import serve
    from weblocal.web import preview, serving

    building = serve.Preview(folder, settings.read_settings())

    def rebuild(names: tuple[str, ...] = ()) -> None:
        seconds = building.rebuild()
        for problem in building.problems:
            terminal.say_aside(problem)
        outcome = "cannot be built" if building.problems else f"built in {seconds:.2f} s"
        terminal.say(f"{', '.join(names) or folder}: {outcome}")

    rebuild()
    app = preview.build_app(building.site_folder, building)
    with serve.watching(folder, rebuild):
        serving.serve(app, "127.0.0.1", port, on_ready=lambda url: terminal.say_strong(f"{url}  (Ctrl-C stops)"))
