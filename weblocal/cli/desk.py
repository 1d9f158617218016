"""`weblocal desk`: the small server beside the site."""

import pathlib
import threading

import click

from weblocal import clock
from weblocal.cli import folders, settings, terminal
from weblocal.errors import NotFound
from weblocal.flows.workspace import Workspace, open_workspace


@click.command(
    epilog="""\b
Examples:
  weblocal desk                     on this machine only, at http://127.0.0.1:8080
  weblocal desk --site public       and serve the built site at the same address
  weblocal desk --host 0.0.0.0      reachable from elsewhere: put https in front of it
  weblocal desk --pair              print a link that lets one more phone in, and stop"""
)
@folders.business_folder
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer on.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one.")
@click.option("--site", type=click.Path(path_type=pathlib.Path, file_okay=False), help="A built site to serve as well.")
@click.option("--no-sending", is_flag=True, help="Do not send mails that are due while the desk runs.")
@click.option("--pair", "is_pairing", is_flag=True, help="Make a link that lets one more phone in, and stop.")
@click.option("--name", default="", help="With --pair: whose phone it is.")
def command(folder: pathlib.Path, host: str, port: int, **options: object) -> None:
    """Run the desk of the business in FOLDER: forms, check-ins, coupons, unsubscribes, screens for staff.

    The first run prints a link that lets your own phone or browser in. It works once, for ten minutes.
    """
    with open_workspace(folder, settings=settings.read_settings()) as workspace:
        if options["is_pairing"]:
            _say_link(workspace, workspace.business.desk.address or f"http://{host}:{port}", str(options["name"]))
            return
        site = _built_site(options["site"])
        _run(workspace, host, port, site=site, sends=not options["no_sending"])


def _built_site(named: object) -> pathlib.Path | None:
    """The folder after --site, which has to hold a site already: the desk would answer its visitors with a fault."""
    if not isinstance(named, pathlib.Path):
        return None
    if not named.is_dir():
        raise NotFound(f"There is no folder {named} to serve.", fix="Build the site first, or leave --site away.")
    if not (named / "index.html").is_file():
        raise NotFound(f"The folder {named} holds no index.html.", fix="Name the folder the site was built into: public.")
    return named


def _run(workspace: Workspace, host: str, port: int, *, site: pathlib.Path | None, sends: bool) -> None:
    # a server and a ledger are heavy: loaded only here
    from weblocal.flows import send
    from weblocal.web import app, serving

    stopped = threading.Event()

    def ready(url: str) -> None:
        terminal.say_strong(f"The desk of {workspace.business.name} answers at {url}/desk  (Ctrl-C stops)")
        if not workspace.ledger.read(lambda reading: reading.devices()):
            _say_link(workspace, url, "")

    sender = threading.Thread(
        target=send.keep_sending,
        args=(workspace,),
        kwargs={"stopped": stopped, "failed": lambda failure: terminal.say_aside(f"Mails wait: {failure}")},
        name="weblocal-sender",
    )
    if sends:
        sender.start()
    try:
        serving.serve(app.build(workspace, serve_site=site, hosts=(host,)), host, port, on_ready=ready)
    finally:
        stopped.set()
        if sends:
            sender.join()


def _say_link(workspace: Workspace, address: str, name: str) -> None:
    from weblocal.flows import sign_in

    link = sign_in.make_link(workspace, device_name=name, now=clock.now())
    terminal.say("Open this on the phone or browser that should use the desk. It works once, for ten minutes:")
    terminal.say(f"  {link.url(address)}")
    terminal.say(f"or open {address.rstrip('/')}/pair and type {link.code}")
