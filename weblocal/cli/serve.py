"""`weblocal serve`: a preview that reloads while the owner edits, on this machine or on a phone beside it."""

import pathlib

import click

from weblocal.cli import folders, settings, terminal

KEY_BYTES = 16


@click.command(
    epilog="""\b
Examples:
  weblocal serve               this folder, at http://127.0.0.1:8000
  weblocal serve salon --port 9000
  weblocal serve --phone       and on phones in the same network: scan the code that it shows"""
)
@folders.business_folder
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option(
    "--phone", "is_for_phones", is_flag=True, help="Let phones in the same network look, with the key in the code shown."
)
def command(folder: pathlib.Path, port: int, *, is_for_phones: bool) -> None:
    """Preview the business in FOLDER in a browser, built anew at every save: pages, and at /_weblocal/ mails and print pieces.

    A save that cannot be built shows what to change, with file and line, instead of the page.
    """
    # a server and a watcher are heavy: loaded only here
    from weblocal import clock
    from weblocal.flows import serve
    from weblocal.web import guards, preview, serving

    building = serve.Preview(folder, settings.read_settings())

    def rebuild(names: tuple[str, ...] = ()) -> None:
        seconds = building.rebuild()
        for problem in building.problems:
            terminal.say_aside(problem)
        outcome = "cannot be built" if building.problems else f"built in {seconds:.2f} s"
        terminal.say(f"{', '.join(names) or folder}: {outcome}")

    def greet(url: str) -> None:
        terminal.say_strong(f"{url}  (Ctrl-C stops)")
        terminal.say(f"{url}/_weblocal/  mails and print pieces")
        if is_for_phones:
            _invite(serving.address_in_network(), url.rsplit(":", 1)[1], key)

    rebuild()
    key = clock.new_secret(KEY_BYTES) if is_for_phones else ""
    hosts = tuple(guards.EVERY_ADDRESS) if is_for_phones else ()
    app = preview.build_app(building.site_folder, building, hosts=hosts, key=key)
    with serve.watching(folder, rebuild):
        serving.serve(app, "0.0.0.0" if is_for_phones else "127.0.0.1", port, on_ready=greet)  # noqa: S104 - asked for


def _invite(address: str, port: str, key: str) -> None:
    """The address for a phone, and the same as a code to scan."""
    from weblocal.flows import serve

    if not address:
        terminal.say("This machine is in no network, so no phone can reach it.")
        return
    url = f"http://{address}:{port}/?key={key}"
    terminal.say(f"On a phone in the same network: {url}")
    for line in serve.code_in_letters(url):
        terminal.say(line)
