"""Workbooks for tests: as XlsxWriter writes them, and as nobody should."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(path: Path, *sheets: Iterable[Iterable[Any]], fill: Callable[[Workbook], None] | None = None) -> Path:
    """A workbook with sheets `Sheet1`, `Sheet2`, …; what else is to be in it, `fill` adds."""
    book = Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    for rows in sheets:
        sheet = book.add_worksheet()
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    if fill:
        fill(book)
    book.close()
    return path


def with_sheet(path: Path, sheet: str, shared: str = "") -> Path:
    """A workbook whose only sheet has this XML for its rows, and these shared texts."""
    xlsx(path, [["text"]])
    with ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'.encode()
    if shared:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{shared}</sst>'.encode()
    return packed(path, parts)


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    """A packed file with these parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


def ods(path: Path, rows: str, manifest: bytes = b"<manifest/>") -> Path:
    """An ODS workbook with one sheet that has this XML for its rows."""
    content = (
        f'<o:document-content xmlns:o="{OFFICE}:office:1.0" xmlns:table="{OFFICE}:table:1.0" '
        f'xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></o:document-content>'
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed(path, {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content.encode()})


def cell(text: str, columns: int = 1) -> str:
    """A cell of an ODS sheet, as often as it is repeated."""
    repeated = f'table:number-columns-repeated="{columns}"'
    return f'<table:table-cell office:value-type="string" {repeated}><text:p>{text}</text:p></table:table-cell>'


def row(cells: str, rows: int = 1) -> str:
    """A row of an ODS sheet, as often as it is repeated."""
    return f'<table:table-row table:number-rows-repeated="{rows}">{cells}</table:table-row>'


OLD = zlib.decompress(
    base64.b64decode(
        "eNrtWE1oE0EU/mZ2N3+kaRpToRVDKFi1tgfx4qVdFbWnlupFEUETk4PUphJ6qQet1hwFwZPipVAPXqpe/EERvXkQWvQgCEKiePIkKAhts755u6"
        "vpitCAFlrmW+bNzPuZN7Nv3uzPwnxbdeZBZw0BDMBA3Yki1MATVKJ+JwmSO45q+nWEiqOxrhCNUCBDFp62vA6rGKp41yBx33xJFPhI5STOY3i8"
        "VMyuIQ7wHHJCzaGfqMBt4iTQwbNKMT3DdBPTe6z5jOk+5lxj2k+6VXEC8/Zwz15vFx+XXSxLQI37iG3eM2c32vFK7eJL14Wra2F/+Wzu3DoTZM"
        "w4ZkEBHSyWimXVb8UdxIBJQt/YWF+hUEWagj2L704W+OZn9Yus5q8tX4D4P1byw3/hRyiIQf4NaQJTcE5zklQQx6KhJCYO5iZyS2SluoZ7fOeo"
        "5KkMxdRRzqmfXJH6LZwScaIFtHK7jRMjSb6X7n59M5QfsU8xZ4qPe/ehsE3NAQ4uKwsyTjA3xFLluYctdjG9wqNu4XYn0zTtWqq7R9q9xuFp1r"
        "nK0m7ys4fx1t7e0N5B7cqXI48zlU/2TmrPDdYupOfe2TPooodUgezVNY1e0Stu3VR4Yvu18A6QD0w7/jhMIjLJKzDgeE++VixT+gi+HwpuT1JP"
        "ePoyoH9RxngVKSQWJCwZoZ6rr7TVXZGB0Y1fd1tpmAGN57RGkzXcEayAPIStxFNyDj8cTxRGRiBD0fjMUzZ4EIEBmcJD5YtOy9+IQUNDQ0NDQ0"
        "NDY2ND8Guk+4GgXjkt78U97P3XWaZS179JNiyOYpyuCfqoPIQS1WVMNrV/NsMS/lhilTb+/0KFY+S9jFHkeR6jTe9f+pATjetZtWHy36VQs/7r"
        "zczzP/v/CY9s0n0="
    )
)
"""A workbook of Excel 97: headings `a` and `b` in B2 and C2, a date and TRUE below, `M` in B4 and B5, merged."""
