"""What functions and classes say of themselves, also where Python was told to forget it (`python -OO`)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def documented(thing: type | Callable[..., Any]) -> str:
    """The docstring of a function or class as it stands in the source; empty where there is none.

    Texts of rules, of `--help` and of the schema are docstrings, and are to be the same however Python is started.
    """
    if thing.__doc__ or sys.flags.optimize < 2:
        return thing.__doc__ or ""
    import ast
    from inspect import getsource
    from textwrap import dedent

    try:
        (node,) = ast.parse(dedent(getsource(thing))).body
    except (OSError, TypeError, SyntaxError, ValueError):
        return ""  # No source beside the program.
    said = ast.get_docstring(node, clean=False) if isinstance(node, ast.FunctionDef | ast.ClassDef) else None
    return said or ""
