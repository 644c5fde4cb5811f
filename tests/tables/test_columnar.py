"""Parquet: one file, whatever it and its columns are called."""

from __future__ import annotations

import re
import sys
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from journeys.errors import ToolError, UsageError
from journeys.tables import Row, open_table


def parquet(path: Path, select: str) -> Path:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"COPY ({select}) TO '{str(path).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")
    return path


def test_cells_come_as_what_they_are(tmp_path: Path) -> None:
    table = open_table(
        parquet(
            tmp_path / "t.parquet",
            """SELECT 1::UTINYINT AS i, 'a' AS t, ' ' AS blank, NULL::INTEGER AS none,
            4.5::DECIMAL(9, 2) AS d, true AS b, DATE '2026-03-02' AS day, TIMESTAMP '2026-03-02 09:30:00' AS at,
            TIMESTAMPTZ '2026-03-02 09:30:00+01' AS tz, TIME '09:30' AS time, [1, 2] AS list,
            {'a': 'b'} AS struct, 'x'::BLOB AS bytes, DATE 'infinity' AS never""",
        )
    )
    assert table.headings == (
        "i", "t", "blank", "none", "d", "b", "day", "at", "tz", "time", "list", "struct", "bytes", "never",
    )  # fmt: skip
    (row,) = table.rows()
    assert row == Row(
        2,
        (1, "a", None, None, 4.5, True, date(2026, 3, 2), datetime(2026, 3, 2, 9, 30), "2026-03-02 08:30:00+00",
         "09:30:00", "[1, 2]", "{'a': b}", "x", date(9999, 12, 31)),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["it's; DROP TABLE x.parquet", '".parquet', "$1.parquet", "month=3/{a,b}.csv"])
def test_names_of_files_are_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    parquet(path, "SELECT 1 AS a")
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    table = open_table(path)
    assert (table.headings, list(table.rows())) == (("a",), [Row(2, (1,))])


def test_a_name_that_stands_for_others_is_refused(tmp_path: Path) -> None:
    parquet(tmp_path / "a.parquet", "SELECT 1 AS a")
    (tmp_path / "a.parquet").rename(tmp_path / "*.parquet")
    with pytest.raises(UsageError, match="cannot be read with `\\*`, `\\?` or `\\[` in its name or its folder's"):
        open_table(tmp_path / "*.parquet")


def test_headings_that_are_sql_are_headings(tmp_path: Path) -> None:
    heading = """a" FROM x; DROP TABLE x; -- '"""
    path = parquet(tmp_path / "t.parquet", f'SELECT 1 AS "{heading.replace(chr(34), chr(34) * 2)}", 2 AS "select"')
    table = open_table(path)
    assert (table.headings, list(table.rows())) == ((heading, "select"), [Row(2, (1, 2))])


def test_rows_keep_their_order_and_come_again(tmp_path: Path) -> None:
    table = open_table(parquet(tmp_path / "t.parquet", "SELECT range AS n, NULL AS x FROM range(30000)"))
    assert [row.cells[0] for row in table.rows() if isinstance(row, Row)] == list(range(30_000))
    assert next(iter(table.rows())) == Row(2, (0, None))


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + b"\xff" * 100 + b"PAR1", b"PAR1\x15\x00PAR1"])
def test_what_is_damaged_is_told_in_one_line(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "t.parquet").write_bytes(data)
    with pytest.raises(UsageError, match="is damaged, or no Parquet: write it anew, or as CSV"):
        open_table(tmp_path / "t.parquet")


def test_without_duckdb_it_is_said_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    (tmp_path / "t.parquet").write_bytes(b"PAR1")
    with pytest.raises(ToolError, match=re.escape("Parquet needs DuckDB: pip install 'journeys[evidence]'")):
        open_table(tmp_path / "t.parquet")


def test_no_other_file_can_be_read(tmp_path: Path) -> None:
    from journeys.tables.columnar import _connected

    mine, other = (parquet(tmp_path / f"{name}.parquet", "SELECT 1 AS a") for name in ("mine", "other"))
    connection = _connected(mine)
    assert connection.execute("SELECT a FROM read_parquet($1)", [str(mine)]).fetchall() == [(1,)]
    for statement in (
        f"SELECT * FROM read_parquet('{other}')", f"SELECT * FROM '{other}'", f"COPY (SELECT 1) TO '{tmp_path}/x.csv'",
        "INSTALL httpfs", "LOAD httpfs", "SET enable_external_access = true", "SELECT * FROM 'https://example.org/a.csv'",
        f"ATTACH '{tmp_path}/x.db'",
    ):  # fmt: skip
        with pytest.raises(duckdb.Error):
            connection.execute(statement)
    assert {path.name for path in tmp_path.iterdir()} == {"mine.parquet", "other.parquet"}
