"""CSV: whatever a spreadsheet may write is read back; what cannot be read is told with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from effort import tries
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeys.errors import UsageError
from journeys.tables import Problem, Row, Table, open_table

SIGNS = st.sampled_from(",;\t|")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n,;\t|\"'= \r"), max_size=12)
HEADINGS = ("Nr", "Frage eins", "Frage zwei")


def opened(folder: Path, data: bytes) -> Table:
    (folder / "t.csv").write_bytes(data)
    return open_table(folder / "t.csv")


def read(folder: Path, data: bytes) -> list[Row | Problem]:
    return list(opened(folder, data).rows())


def written(rows: Iterable[Iterable[str]], sign: str, end: str) -> tuple[str, list[int]]:
    """Rows as CSV, and the line on which each begins, as an editor counts."""
    out, lines = io.StringIO(), []
    writer = csv.writer(out, delimiter=sign, lineterminator=end)
    for cells in rows:
        lines.append(len(re.findall("\r\n|\r|\n", out.getvalue())) + 1)
        writer.writerow(cells)
    return out.getvalue(), lines


@settings(max_examples=tries(100))
@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=8),
    SIGNS,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_rows_are_read_as_they_were_written(
    rows: list[tuple[str, str, str]], sign: str, end: str, encoding: str
) -> None:
    if end == "\n":  # The writer would leave a carriage return bare, which ends a line as well.
        rows = [tuple(cell.replace("\r", "") for cell in row) for row in rows]  # type: ignore[misc]
    text, lines = written([HEADINGS, *rows], sign, end)
    if encoding == "cp1252":
        text = text.encode("cp1252", "ignore").decode("cp1252")
        assume(not text.isascii())
        assume(text.encode("cp1252").decode("utf-8", "ignore").isascii())
        rows = [tuple(cell.encode("cp1252", "ignore").decode("cp1252") for cell in row) for row in rows]  # type: ignore[misc]
    with TemporaryDirectory() as folder:
        table = opened(Path(folder), text.encode(encoding))
        assert table.headings == HEADINGS
        assert any("1252" in note for note in table.notes) == (encoding == "cp1252")
        assert list(table.rows()) == list(table.rows())
        assert list(table.rows()) == [
            Row(line, tuple(cell if cell.strip() else None for cell in row))
            for line, row in zip(lines[1:], rows, strict=True)
            if any(cell.strip() for cell in row)
        ]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("name;how, in a word\na;1,5\nb;2,5\n", ";"),
        ("name,what; or why\na,b\nc,d; e; f\n", ","),
        ("a\tb\n1,0\t2,0\n", "\t"),
        ("a|b\n1;2|3\n", "|"),
        ("a;b\n", ";"),
        ("a,b,c\n1,2,3,\n4,5,6,\n", ","),
        ('a,"b;c;d;e"\n1,2\n', ","),
    ],
)
def test_the_sign_is_the_one_that_fits_the_rows(tmp_path: Path, text: str, sign: str) -> None:
    heading = next(csv.reader([text.partition("\n")[0]], delimiter=sign))
    assert opened(tmp_path, text.encode()).headings == tuple(heading)


def test_a_column_of_words_is_one_column(tmp_path: Path) -> None:
    table = opened(tmp_path, b"comment\nGood, really\nToo slow; too dear\n\nNo\n")
    assert list(table.rows()) == [Row(2, ("Good, really",)), Row(3, ("Too slow; too dear",)), Row(5, ("No",))]


@pytest.mark.parametrize("begins", ["sep=;\r\n", "SEP=;\n", '"sep=;"\n'])
def test_a_line_that_names_the_sign_is_believed_and_counted(tmp_path: Path, begins: str) -> None:
    table = opened(tmp_path, f"{begins}a,b;c\n1,2;3\n".encode())
    assert (table.line, table.headings) == (2, ("a,b", "c"))
    assert list(table.rows()) == [Row(3, ("1,2", "3"))]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_without_a_mark_too(tmp_path: Path, encoding: str) -> None:
    table = opened(tmp_path, "Größe;b\n1;2\n".encode(encoding))
    assert (table.headings, table.notes) == (("Größe", "b"), ("read as UTF-16",))


def test_empty_lines_before_the_headings_and_between_rows_are_no_rows(tmp_path: Path) -> None:
    table = opened(tmp_path, b"\n ,,\n\na,b\n\n1,2\n , \n3,4")
    assert table.line == 4
    assert list(table.rows()) == [Row(6, ("1", "2")), Row(8, ("3", "4"))]


def test_a_file_without_rows_is_a_table(tmp_path: Path) -> None:
    assert read(tmp_path, b"a,b\n") == []


def test_rows_may_be_short_and_long_ones_are_told(tmp_path: Path) -> None:
    assert read(tmp_path, b"a,b\n1\n1,2,,\n1,2,3\n4,5\n") == [
        Row(2, ("1", None)),
        Row(3, ("1", "2")),
        Problem(4, "3 cells, and the heading has 2: put a text that holds `,` in quotation marks"),
        Row(5, ("4", "5")),
    ]


def test_headings_alike_are_told_apart_and_empty_ones_stay_empty(tmp_path: Path) -> None:
    table = opened(tmp_path, b"a,,a,a (2), a\n1,2,3,4,5\n")
    assert table.headings == ("a", "", "a (3)", "a (2)", "a (4)")
    assert table.notes == ("2 columns headed like one before: the first is called “a (3)” here",)
    assert list(table.rows()) == [Row(2, ("1", "2", "3", "4", "5"))]


def test_a_quotation_mark_that_never_closes_ends_the_reading(tmp_path: Path) -> None:
    rows = read(tmp_path, b'a,b\n1,2\n3,"4\n5,6\n' + b"7,8\n" * 50_000)
    assert rows[0] == Row(2, ("1", "2"))
    assert [row.line for row in rows] == [2, 3]
    assert isinstance(rows[1], Problem)
    assert "look for a quotation mark; nothing from here on is read" in rows[1].message


def test_a_quotation_mark_in_the_wrong_place_costs_its_row_only(tmp_path: Path) -> None:
    rows = read(tmp_path, b'a,b\n"1" x,2\n3,5" screen\n')
    assert isinstance(rows[0], Problem)
    assert rows[1:] == [Row(3, ("3", '5" screen'))]


def test_a_line_without_end_is_told(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, b"a,b\n" * 600 + b"x" * 4_000_001)[-1:]
    assert isinstance(problem, Problem)
    assert problem.line == 601
    assert "longer than 4 million signs" in problem.message
    with pytest.raises(UsageError, match="is no table: a line is longer than 4 million signs"):
        opened(tmp_path, b"x" * 4_000_001)


def test_zero_bytes_within_a_text_are_part_of_it(tmp_path: Path) -> None:
    assert read(tmp_path, b"a,b\n1\x002,3\n") == [Row(2, ("1\x002", "3"))]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "t.csv is empty: the first line has to name the columns"),
        (b"\xef\xbb\xbf", "t.csv is empty"),
        (b"sep=;\n", "t.csv is empty"),
        (b"\n;;;\n \n", "t.csv is empty"),
        (b'"a,b\n1,2\n', "line 1: the row that begins here cannot be read (unexpected end of data)"),
        ("a,b\né,1\n".encode() + b"\xe9,2\n", "line 3 is not in UTF-8, and others are: save it as CSV in UTF-8"),
        (b"\xef\xbb\xbfa\n\xe9", "line 2 is not in UTF-8, and others are"),
        (b"a\nb\n\x81", "line 3 is neither in UTF-8 nor in Windows-1252: save it as CSV in UTF-8"),
        (b"\xff\xfea\x00\n\x00\x00\xd8b\x00", "from about line 1 on it is not in UTF-16, as it begins"),
        (bytes(range(256)) * 20, "is not a text file"),
        (b"%PDF-1.7\n", "is a PDF, and no table: save the table as CSV or XLSX"),
        (b"\xef\xbb\xbf <!DOCTYPE html><table>", "is a web page"),
        (b"SQLite format 3\x00", "is a database"),
        (b"\x1f\x8b\x08", "is packed by gzip"),
        (b"version https://git-lfs.github.com/spec/v1\noid 1\n", "is a note of Git LFS in place of the file"),
        (b"PK\x03\x04 and no more", "is damaged, or no workbook"),
        (b"\xd0\xcf\x11\xe0 and no more", "is damaged, or no workbook"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)) as raised:
        opened(tmp_path, data)
    assert "\n" not in str(raised.value)


def test_only_a_file_is_opened_and_only_a_workbook_has_sheets(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is not a file"):
        open_table(tmp_path)
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        open_table(tmp_path / "none.csv")
    (tmp_path / "t.csv").write_text("a\n1\n")
    with pytest.raises(UsageError, match="is no workbook, and has no sheets: leave `--sheet` out"):
        open_table(tmp_path / "t.csv", sheet="S")


def test_a_file_that_vanishes_between_two_readings_is_told(tmp_path: Path) -> None:
    table = opened(tmp_path, b"a\n1\n")
    (tmp_path / "t.csv").unlink()
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        list(table.rows())
