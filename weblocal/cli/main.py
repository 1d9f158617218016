"""The entrance of the command line: the one place that catches every error and turns it into words and an exit code."""

import gc
import importlib
import sys

import click

from weblocal import __version__
from weblocal.cli import settings, terminal
from weblocal.errors import OutsideFailed, WeblocalError

# name → module, and the sentence that `weblocal --help` shows: a command's module is loaded only when it is called
COMMANDS = {
    "demo": ("weblocal.cli.demo", "Take the sample business through the whole loop, here and now."),
    "new": ("weblocal.cli.new", "Begin a business folder from a few answers."),
    "check": ("weblocal.cli.check", "Say everything that is wrong or could be better, and change nothing."),
    "approve": ("weblocal.cli.approve", "Read the trade pack's starter texts and take them for your own."),
    "set": ("weblocal.cli.set_field", "Change one field of business.yaml and nothing else in it."),
    "translate": ("weblocal.cli.translate", "Begin another language: a file with every text that wants words."),
    "build": ("weblocal.cli.build", "Build the site from business.yaml."),
    "serve": ("weblocal.cli.serve", "Preview the site; it reloads while you edit."),
    "desk": ("weblocal.cli.desk", "Run the desk: forms, check-ins, coupons, staff screens."),
    "nurture": ("weblocal.cli.nurture", "Send what is due, or see beforehand what would be sent."),
    "visits": ("weblocal.cli.visits", "Record visits, one by one or from a file."),
    "contacts": ("weblocal.cli.contacts", "Stop the mails to a person who asked for it."),
    "report": ("weblocal.cli.report", "What each page, poster and mail brought in."),
    "listing": ("weblocal.cli.listing", "Keep Google, Bing, Apple and OpenStreetMap in step with the profile."),
    "print": ("weblocal.cli.printing", "Make cards and posters with a code that leads back to the site."),
    "publish": ("weblocal.cli.publish", "Put the built site where people can reach it."),
    "fleet": ("weblocal.cli.fleet", "Build many businesses at once."),
    "doctor": ("weblocal.cli.doctor", "Say what is wrong with the set-up."),
}

EXIT_USAGE = 2
EXIT_OUR_BUG = 70
EXIT_INTERRUPTED = 130
# a command loads its modules and reads its values, and nearly all of it lives until the end: to look through that a hundred
# times over for circles that are gone finds nothing
OBJECTS_BETWEEN_SEARCHES = 50_000


class Commands(click.Group):
    """The commands, in the order of a working day, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every command in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was named, and say which one was probably meant when there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib  # only for whoever has mistyped

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else " See weblocal --help."
            ctx.fail(f"There is no command {args[0]}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: weblocal demo, then weblocal new. Each command has examples: weblocal build --help",
)
@click.version_option(__version__, prog_name="weblocal")
def weblocal() -> None:
    """Give a local business its site, its leads, its follow-up, its cards and its report, from one plain-text profile."""


def run() -> None:
    """Run the command line and leave with the right exit code: 0 done, 1 problems, 2 usage, 3 outside failed, 70 our bug."""
    gc.set_threshold(OBJECTS_BETWEEN_SEARCHES)
    code = _exit_code()
    gc.freeze()  # the memory goes with the process: Python need not search it on its way out
    sys.exit(code)


def _exit_code() -> int:
    code = 0
    try:
        # without standalone mode click hands back the exit code a command left with, or None
        code = weblocal.main(prog_name="weblocal", standalone_mode=False) or 0
    except WeblocalError as failure:
        terminal.say_failure(failure)
        code = failure.exit_code
    except click.ClickException as wrong:
        wrong.show()
        code = EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        terminal.say_aside("Stopped. Nothing was left half done.")
        code = EXIT_INTERRUPTED
    except BrokenPipeError:
        # whoever read our output had enough of it; Python would complain once more while closing
        sys.stderr.close()
    except OSError as outside:
        code = _outside_failed(outside)
    except Exception as bug:  # noqa: BLE001 - the one catch: a person must never meet a trace
        code = _our_bug(bug)
    return code


def _outside_failed(outside: OSError) -> int:
    """The net below the edges: a disk or network that refused in a place where nobody put it into better words."""
    where = f"{outside.filename}: " if outside.filename else ""
    terminal.say_fault(
        f"{where}{outside.strerror or outside}.", "Free some space or check the rights there, then run it again."
    )
    if settings.read_settings().shows_traces:
        _print_trace(outside)
    return OutsideFailed.exit_code


def _our_bug(bug: Exception) -> int:
    shows_trace = settings.read_settings().shows_traces
    advice = "" if shows_trace else "Run it again with WEBLOCAL_DEBUG=1 and send us what it prints."
    terminal.say_fault(f"This is a fault in weblocal ({type(bug).__name__}), not in your files.", advice)
    if shows_trace:
        _print_trace(bug)
    return EXIT_OUR_BUG


def _print_trace(failure: Exception) -> None:
    import traceback  # rarely needed, and every command would wait for it

    traceback.print_exception(failure)
