"""The command line. Commands are modules, loaded when they are called: start-up is felt on every keystroke."""

import sys


def main() -> None:
    """Entry point of the `journeys` program.

    Exit codes: 0 clean, 1 findings, 2 wrong use, 3 the tool failed, 141 the reader of the output went away.
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        from journeys._version import __version__

        try:
            print(f"journeys {__version__}", flush=True)
            return
        except OSError:
            pass  # Below it is known what to do with an output that is full, or that nobody reads.
    import gc
    import os

    # A command makes many objects that live to its end and hardly any garbage: collecting only costs time.
    gc.disable()
    # Looking for pydantic plugins reads the metadata of every installed package; the models use none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from journeys.surfaces.cli.program import run

    sys.exit(run())
