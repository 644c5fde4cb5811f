"""The group of commands, and what becomes of errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from inspect import cleandoc
from io import TextIOWrapper
from typing import Any

import click

from journeys._version import __version__
from journeys.documented import documented
from journeys.errors import JourneysError, UsageError

CLEAN, FINDINGS, WRONG_USE, FAILED = 0, 1, 2, 3
# What a shell says of a program that SIGPIPE ended, as it ends `cat` and `grep`. Not 0: a check of which nobody saw
# the end is not clean, nor is all drawn; and not 1, which says that there are findings.
UNREAD = 141

# Names and one-line helps, so that `--help` needs to load no command.
COMMANDS = {
    "new": "Write a commented journey to start from.",
    "check": "Check journeys: owners, handoffs, promises, flow.",
    "draw": "Draw service blueprints.",
    "promises": "The ledger: who owes whom what, and whether it holds.",
    "whatif": "What breaks if an owner, a system or a promise were gone.",
    "mend": "The smallest sets of edits that make a promise sound.",
    "improve": "A worksheet: what customers expect, and the next small change.",
    "voices": "What was heard, and what became of it; add voices from a CSV file.",
    "measure": "What customers answered: an index, NPS or mean, and how sure it is.",
    "kano": "What kind of expectations customers have, by a survey of pairs of questions.",
    "due": "Everything with a time, in the order of its day.",
    "diff": "Tell what a change does to steps, owners and promises.",
    "format": "Lay out files in the canonical way.",
    "explain": "Explain a rule, or prove a promise.",
    "rules": "List the rules.",
    "docs": "Bring blocks in Markdown files up to date.",
    "site": "Write a site of a workspace: journeys, drawings, promises, owners, rules.",
    "schema": "Print the JSON Schema for editors.",
}


class ReaderGone(Exception):
    """Nobody reads the output any more. Under its own name, `click` would end the program with 1."""


@contextmanager
def _reader_may_go() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGone from error


class Program(click.Group):
    """Commands by name, each in its module `journeys.surfaces.cli.<name>` as `command`."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with _reader_may_go():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _reader_may_go():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"journeys.surfaces.cli.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)
        return _with_help(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from journeys.language.words import nearest

            meant = nearest(args[0], COMMANDS)
            if meant is None:
                raise
            raise click.UsageError(f"There is no command “{args[0]}”. Did you mean `{meant}`?", ctx) from error


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="journeys %(version)s")
def program() -> None:
    """Customer journeys as code: promises proven, gaps found, service blueprints drawn."""


def _with_help(command: click.Command) -> click.Command:
    if command.help is None and command.callback is not None:
        command.help = cleandoc(documented(command.callback))
    return command


def run() -> int:
    """Run the command line and return its exit code. No error leaves a traceback.

    Where the reader of the output goes away (`| head`), the program ends without a word, with 141.
    """
    try:
        _show_what_the_screen_lacks()
        result = _with_help(program).main(prog_name="journeys", standalone_mode=False)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        return _say("stopped", WRONG_USE)
    except click.ClickException as error:
        with _told_or_not():
            _show(error)
        return WRONG_USE
    except UsageError as error:
        return _say(str(error), WRONG_USE)
    except JourneysError as error:
        return _say(str(error), FAILED)
    except (ReaderGone, BrokenPipeError):
        _write_no_more()
        return UNREAD
    except OSError as error:
        return _not_written(error)
    except Exception as error:
        if os.environ.get("JOURNEYS_DEBUG"):
            raise
        detail = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        return _say(f"the tool failed ({detail}); please report it, with JOURNEYS_DEBUG=1 for the details", FAILED)
    return result if isinstance(result, int) else CLEAN


def _show_what_the_screen_lacks() -> None:
    """A screen shows what its encoding lacks as `\\u0131`; a pipe or a file gets UTF-8, as our own files do."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="backslashreplace")


def _not_written(error: OSError) -> int:
    if error.filename is None:
        _write_no_more()
    return _say(f"{error.filename or 'the output'}: {error.strerror or error}", FAILED)


def _write_no_more() -> None:
    """The rest of the output goes nowhere: Python would try again at its end, and complain."""
    if isinstance(sys.stdout, TextIOWrapper):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str, code: int) -> int:
    from journeys.surfaces.cli.options import say

    with _told_or_not():
        say(f"journeys: {message}", err=True)
    return code


def _show(error: click.ClickException) -> None:
    """What `click` says of a wrong use, which holds the words that were given."""
    from io import StringIO

    from journeys.surfaces.cli.options import say

    shown = StringIO()
    error.show(shown)
    for line in shown.getvalue().splitlines():
        say(line, err=True)


@contextmanager
def _told_or_not() -> Iterator[None]:
    """Of a message that cannot be written nobody can be told: the exit code says it."""
    try:
        yield
    except OSError:
        if isinstance(sys.stderr, TextIOWrapper):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
