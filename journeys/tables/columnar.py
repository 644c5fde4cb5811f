"""Parquet, by DuckDB, which is given one file and no other way out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.errors import ToolError, UsageError
from journeys.tables.headings import headed
from journeys.tables.table import Cell, Problem, Read, Row, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS = 2000
_MEMORY = "1GB"
_AS_IT_IS = ("BOOLEAN", "DATE", "DOUBLE", "FLOAT", "TIMESTAMP", "VARCHAR")
_PATTERN = "*?["
"""In a name they would stand for other files."""


def open_columnar(path: Path) -> Table:
    """The table in a Parquet file. Line 1 is the headings', as if it were written as text.

    Raises UsageError where it cannot be read, ToolError without DuckDB; and OSError.
    """
    found = path.resolve()
    if any(sign in str(found) for sign in _PATTERN):
        raise UsageError(f"{path} cannot be read with `*`, `?` or `[` in its name or its folder's: give it another")
    return headed(str(path), _read(path, found), "")


def _read(path: Path, found: Path) -> Read:
    try:
        import duckdb
    except ImportError:
        raise ToolError("Parquet needs DuckDB: pip install 'journeys[evidence]'") from None

    def read() -> Iterator[Row | Problem]:
        try:
            with _connected(found) as connection:
                yield from _rows(connection, str(found))
        except duckdb.Error:
            raise UsageError(f"{path} is damaged, or no Parquet: write it anew, or as CSV") from None

    return read


def _connected(found: Path) -> DuckDBPyConnection:
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "allow_community_extensions": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": _MEMORY,
            "temp_directory": "",
            "threads": "1",
        },
    )
    connection.execute(f"SET allowed_paths = [{_quoted(str(found), chr(39))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _rows(connection: DuckDBPyConnection, file: str) -> Iterator[Row]:
    source = "read_parquet($1, hive_partitioning = false)"
    columns = connection.execute(f"DESCRIBE SELECT * FROM {source}", [file]).fetchall()
    yield Row(1, tuple(str(name) for name, *_ in columns))
    picked = ", ".join(_picked(str(name), str(kind)) for name, kind, *_ in columns)
    result = connection.execute(f"SELECT {picked} FROM {source}", [file])
    line = 2
    while rows := result.fetchmany(_ROWS):
        for cells in rows:
            yield Row(line, tuple(map(_cell, cells)))
            line += 1


def _picked(name: str, kind: str) -> str:
    """A column as a kind of cell: what is none here is text."""
    column = _quoted(name, '"')
    if kind.endswith(("INT", "INTEGER")) or kind in _AS_IT_IS:
        return column
    return f"CAST({column} AS {'DOUBLE' if kind.startswith('DECIMAL') else 'VARCHAR'})"


def _quoted(name: str, mark: str) -> str:
    return mark + name.replace(mark, mark * 2) + mark


def _cell(value: Cell) -> Cell:
    return value if not isinstance(value, str) or value.strip() else None
