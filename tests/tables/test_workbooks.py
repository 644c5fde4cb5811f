"""Workbooks: cells as they are shown, sheets that are asked for, and files that would take the machine's memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from workbooks import MAIN, OLD, cell, ods, packed, row, with_sheet, xlsx
from xlsxwriter import Workbook

from journeys.errors import UsageError
from journeys.tables import Problem, Row, open_table


def test_cells_come_as_what_they_are_on_the_lines_of_the_sheet(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("Answers")
        sheet.write_row(2, 1, ["day", "mark", "said"])
        sheet.write_row(3, 1, [date(2026, 3, 2), 4.0, " so-so "])
        sheet.write_row(5, 1, ["03/04/2026", 4.5, True])
        sheet.write(6, 1, datetime(2026, 3, 2, 9, 30), book.add_format({"num_format": "d.m.yy hh:mm"}))
        sheet.write(6, 2, "  ")
        sheet.write_formula(6, 3, "=1+1", None, 2)
        sheet.write_blank(900, 900, None, book.add_format({"bold": True}))

    table = open_table(xlsx(tmp_path / "t.xlsx", [], fill=fill))
    assert (table.name, table.line, table.headings) == (str(tmp_path / "t.xlsx"), 3, ("day", "mark", "said"))
    assert table.notes == ()
    assert list(table.rows()) == [
        Row(4, (date(2026, 3, 2), 4, " so-so ")),
        Row(6, ("03/04/2026", 4.5, True)),
        Row(7, (datetime(2026, 3, 2, 9, 30), None, 2)),
    ]
    assert list(table.rows()) == list(table.rows())


def test_what_a_file_is_tells_its_content_and_not_its_name(tmp_path: Path) -> None:
    book = xlsx(tmp_path / "t.xlsx", [["a"], [1]])
    assert list(open_table(book.rename(tmp_path / "t.csv")).rows()) == [Row(2, (1,))]
    (tmp_path / "t.xls").write_text("a\tb\n1\t2\n")
    assert list(open_table(tmp_path / "t.xls").rows()) == [Row(2, ("1", "2"))]


def test_of_several_sheets_one_is_asked_for_by_name(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        book.add_worksheet("Empty")
        hidden = book.add_worksheet("Codes")
        hidden.write_row(0, 0, ["code"])
        hidden.hide()

    one = xlsx(tmp_path / "one.xlsx", [["a"], [1]], fill=fill)
    assert open_table(one).headings == ("a",)
    assert open_table(one, sheet="Codes").headings == ("code",)
    two = xlsx(tmp_path / "two.xlsx", [["a"], [1]], [["b"], [2]])
    message = "has 2 sheets that hold something: say with `--sheet` which; there are “Sheet1”, “Sheet2”"
    with pytest.raises(UsageError, match=message):
        open_table(two)
    second = open_table(two, sheet="Sheet2")
    assert (second.headings, second.name) == (("b",), f"{two}, sheet “Sheet2”")
    with pytest.raises(UsageError, match="has no sheet “Sheet3”: there are “Sheet1”, “Sheet2”"):
        open_table(two, sheet="Sheet3")
    with pytest.raises(UsageError, match="is empty: the first line of a sheet has to name the columns"):
        open_table(xlsx(tmp_path / "none.xlsx", []))


def test_merged_cells_below_the_headings_say_what_the_block_says(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        (sheet,) = book.worksheets()
        sheet.merge_range("A1:C1", "What movers said in March")
        sheet.merge_range("A2:A3", "who")
        sheet.merge_range("A4:A6", "movers")
        sheet.merge_range("B5:C6", "both")

    rows = [[], ["", "again", "tell"], [], ["", 1, 2], ["", "", ""], ["", "", ""], ["others", 3, 4]]
    table = open_table(xlsx(tmp_path / "t.xlsx", rows, fill=fill))
    assert (table.line, table.headings) == (2, ("who", "again", "tell"))
    assert table.notes == (
        "what stands above line 2 is taken for a title",
        "2 blocks of merged cells, of which each cell is read as what the block shows",
    )
    assert list(table.rows()) == [
        Row(4, ("movers", 1, 2)),
        Row(5, ("movers", "both", "both")),
        Row(6, ("movers", "both", "both")),
        Row(7, ("others", 3, 4)),
    ]


def test_cells_beside_the_headings_are_told(tmp_path: Path) -> None:
    table = open_table(xlsx(tmp_path / "t.xlsx", [["a", "b"], [1, 2, "stray"]]))
    assert list(table.rows()) == [Problem(2, "3 cells, and the heading has 2: write a heading above each column")]


def test_formulas_without_a_value_and_with_an_error_are_told(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
        '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        '<row r="3"><c r="A3"><f>1+1</f><v></v></c><c r="B3"><f>1+1</f><v>2</v></c></row>'
        '<row r="4"><c r="A4" t="str"><f>""</f><v></v></c><c r="B4"><v>5</v></c></row>'
    )
    table = open_table(with_sheet(tmp_path / "t.xlsx", cells))
    assert table.notes == (
        "1 cell with an error of a formula read as empty; the first is B2 (#DIV/0!)",
        "2 formulas without a value read as empty, the first in A2: open the workbook in a spreadsheet and save it",
    )
    assert list(table.rows()) == [Row(3, (None, 2)), Row(4, (None, 5))]


def test_macros_are_left_alone(tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        (tmp_path / "vba.bin").write_bytes(OLD)
        book.add_vba_project(str(tmp_path / "vba.bin"))

    assert list(open_table(xlsx(tmp_path / "t.xlsm", [["a"], [1]], fill=fill)).rows()) == [Row(2, (1,))]


def test_an_ods_sheet_is_read(tmp_path: Path) -> None:
    rows = row(cell("a") + cell("b", 2)) + row(cell("x"), 2)
    day = '<table:table-cell office:value-type="date" office:date-value="2026-03-02"/>'
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    rows += row(day + cell("y") + empty) + row(empty, 1_000_000)
    table = open_table(ods(tmp_path / "t.ods", rows))
    assert table.headings == ("a", "b", "b (2)")
    assert list(table.rows()) == [
        Row(2, ("x", None, None)),
        Row(3, ("x", None, None)),
        Row(4, (date(2026, 3, 2), "y", None)),
    ]


def test_a_workbook_of_old_is_read(tmp_path: Path) -> None:
    (tmp_path / "t.xls").write_bytes(OLD)
    table = open_table(tmp_path / "t.xls")
    assert (table.line, table.headings) == (2, ("", "a", "b"))
    assert list(table.rows()) == [
        Row(3, (None, date(2026, 3, 2), True)),
        Row(4, (None, "M", None)),
        Row(5, (None, "M", None)),
    ]
    assert open_table(tmp_path / "t.xls", sheet="Data").headings == table.headings
    with pytest.raises(UsageError, match="has no sheet “Codes”: there is “Data”"):
        open_table(tmp_path / "t.xls", sheet="Codes")


@pytest.mark.parametrize("at", [range(512, len(OLD), 37), range(0, 512, 7)])
def test_a_damaged_workbook_of_old_is_read_or_refused(tmp_path: Path, at: range) -> None:
    for place in at:
        (tmp_path / "t.xls").write_bytes(OLD[:place] + b"\xff\xfe\xfd" + OLD[place + 3 :])
        with suppress(UsageError):
            assert all(isinstance(row, Row) for row in open_table(tmp_path / "t.xls").rows())


def _cells(count: int) -> str:
    return "".join('<row><c t="s"><v>0</v></c></row>' for _ in range(count))


TOO_LARGE = {
    "far": lambda path: with_sheet(path, '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'),
    "far-prefixed": lambda path: packed(
        path, _parts(path) | {"xl/other.xml": f'<x:worksheet xmlns:x="{MAIN}">{_FAR}</x:worksheet>'.encode()}
    ),
    "no-names": lambda path: with_sheet(path, "<row/>" * 5000 + "<row>" + "<c><v>1</v></c>" * 5000 + "</row>" + _FIRST),
    "one-text": lambda path: with_sheet(path, _cells(6000), f"<si><t>{'x' * 100_000}</t></si>"),
    "ods-columns": lambda path: ods(path, row(cell("x", 16_000), 1000)),
    "ods-far": lambda path: ods(path, row(cell("x")) + row("", 1_000_000) + row(_EMPTY * 1000 + cell("x"))),
    "ods-empty-rows": lambda path: ods(path, row(cell("x")) + row("", 2_000_000_000)),
    "ods-empty-columns": lambda path: ods(path, row(_EMPTY.replace("1", "2000000000") + cell("x"))),
    "ods-blanks": lambda path: ods(path, row(cell('<text:s text:c="4000000000"/>'))),
    "declared": lambda path: _resized(packed(path, _parts(path) | {"a.png": b"\0" * 77_777}), 77_777, 600_000_000),
}  # fmt: skip
_EMPTY = '<table:table-cell table:number-columns-repeated="1"/>'
_FIRST = '<row r="1"><c r="A1"><v>1</v></c></row>'
_FAR = '<x:c r="A1"><x:v>1</x:v></x:c><x:c r="XFD1048576"><x:v>1</x:v></x:c>'


def _resized(path: Path, size: int, said: int) -> Path:
    """The packed file with another size written for one part."""
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), said.to_bytes(4, "little")))
    return path


def _parts(path: Path) -> dict[str, bytes]:
    with ZipFile(xlsx(path, [["a"], [1]])) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("name", TOO_LARGE)
def test_what_would_take_gigabytes_is_refused_before_it_is_unpacked(tmp_path: Path, name: str) -> None:
    make: Callable[[Path], Path] = TOO_LARGE[name]
    with pytest.raises(UsageError, match="is too large a workbook once it is unpacked: save the sheet as CSV"):
        open_table(make(tmp_path / "t.xlsx"))


def test_a_part_that_is_larger_than_it_says_is_read_to_its_end(tmp_path: Path) -> None:
    rows = f"{_FIRST}{' ' * 5000}{_FIRST.replace('A1', 'XFD1048576')}"
    far = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    path = packed(tmp_path / "t.xlsx", _parts(tmp_path / "t.xlsx") | {"xl/worksheets/sheet1.xml": far.encode()})
    _resized(path, len(far), 100)
    with pytest.raises(UsageError, match="is too large a workbook"):
        open_table(path)


def _without(path: Path, name: str) -> Path:
    parts = _parts(path)
    del parts[name]
    return packed(path, parts)


def _locked(path: Path) -> Path:
    data = bytearray(xlsx(path, [["a"], [1]]).read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(sign), data):
            data[found.start() + at] |= 1
    path.write_bytes(data)
    return path


def _encrypted(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    return path


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_locked, "is locked with a password: save it without one, or as CSV"),
        (_encrypted, "is locked with a password"),
        (lambda path: ods(path, row(cell("a")), b"<encryption-data/>"), "is locked with a password"),
        (lambda path: packed(path, {"word/document.xml": b"<w/>"}), "is a packed file, and no workbook"),
        (lambda path: packed(path, {"xl/workbook.bin": b""}), "is a binary workbook (XLSB): save it as XLSX"),
        (lambda path: packed(path, {"xl/workbook.xml": b"<workbook>"}), "is damaged, or no workbook"),
        (lambda path: packed(path, _parts(path) | {"a.png": b"<sheetData>"}), "is damaged, or no workbook"),
        (lambda path: _without(path, "xl/worksheets/sheet1.xml"), "is damaged, or no workbook"),
        (lambda path: with_sheet(path, "<row><c"), "is damaged, or no workbook"),
        (
            lambda path: packed(path, _parts(path) | {"a.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "is damaged, or no workbook",
        ),
    ],
)
def test_what_is_no_workbook_that_can_be_read_is_told_in_one_line(
    tmp_path: Path, make: Callable[[Path], Path], message: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(message)) as raised:
        open_table(make(tmp_path / "t.xlsx"))
    assert "\n" not in str(raised.value)


def test_a_workbook_that_is_cut_off_is_refused_wherever(tmp_path: Path) -> None:
    data = xlsx(tmp_path / "t.xlsx", [["a"], [1]]).read_bytes()
    for end in range(4, len(data) - 22, 211):
        (tmp_path / "t.xlsx").write_bytes(data[:end])
        with pytest.raises(UsageError, match="is damaged, or no workbook"):
            open_table(tmp_path / "t.xlsx")
