"""Tables that people have: CSV and workbooks, whatever they are about. One reader for all that comes in rows."""

from journeys.tables.cells import number, shown
from journeys.tables.columns import Found, Wanted, find_columns
from journeys.tables.days import Days
from journeys.tables.opening import open_table
from journeys.tables.table import Cell, Problem, Row, Table

__all__ = [
    "Cell", "Days", "Found", "Problem", "Row", "Table", "Wanted", "find_columns", "number", "open_table", "shown",
]  # fmt: skip
