"""Surveys: which files hold what customers answered, and how these are read."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, field_validator

from journeys.language.model.base import Many, Model, Text, Words
from journeys.language.model.key import Key
from journeys.language.model.names import UNSAID
from journeys.language.model.provenance import Day, Source

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet")
"""How the names of files end that are read as tables; case does not count."""
FEELINGS = ("like", "expect", "neutral", "accept", "dislike")
"""What an answer to a Kano question may mean (Kano et al. 1984), in the order in which forms number them from 1."""

_ON_THE_WEB = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE | re.ASCII)
_DRIVE = re.compile(r"[a-z]:", re.IGNORECASE | re.ASCII)
_BESIDE = "write a file beside or below this one, like `surveys/answers.csv`"


def table_path(text: str) -> str:
    """The path of a table, from the folder of the file that names it, with `/` between its parts.

    Raises ValueError, in words, for one that leads elsewhere (absolute, above, on the web) or is of a kind that is not
    read.
    """
    if text == UNSAID:
        return text
    shown = f"“{text[:60]}”"
    if "\\" in text:
        raise ValueError(f"{shown} has backslashes in it; write `/` between folders, like `surveys/answers.csv`")
    if text.startswith(("/", "~")) or _DRIVE.match(text):
        raise ValueError(f"{shown} is a place on one machine; {_BESIDE}")
    if _ON_THE_WEB.match(text):
        raise ValueError(f"{shown} is an address, and only files are read; {_BESIDE}")
    path = PurePosixPath(text)
    if ".." in path.parts:
        raise ValueError(f"{shown} leads out of the folder; {_BESIDE}")
    if path.suffix.lower() not in TABLES:
        raise ValueError(f"{shown} is no table that can be read; name a file that ends in {', '.join(TABLES)}")
    return path.as_posix()


def _path(value: Any) -> Any:
    return table_path(value.strip()) if isinstance(value, str) and value.strip() else value


TablePath = Annotated[
    Text, BeforeValidator(_path), WithJsonSchema({"type": "string", "examples": ["surveys/answers.csv"]})
]
"""A file of answers, beside or below the file that names it."""


def _a_word_or_a_pair(says: tuple[str, ...]) -> tuple[str, ...]:
    if len(says) not in (1, 2):
        raise ValueError(
            f"a pair of questions has two columns, not {len(says)}; write `[if it is there, if it is not]`"
        )
    return says


Asked = Annotated[Many[Text], AfterValidator(_a_word_or_a_pair)]
"""What a feature goes by in a file: the headings of its two columns, or one word."""


class Columns(Model):
    """Which column of a survey's files says what, each by its heading.

    A survey of pairs has for each answer a row with `feature`, `functional` and `dysfunctional`, or else a pair of
    columns for each feature: then the survey's `features` name them.
    """

    respondent: Text | None = Field(None, description="Who answered: a number or a name, the same for one person.")
    when: Text | None = Field(None, description="The day of the answer.")
    segment: Text | None = Field(None, description="Which customers the person belongs to.")
    step: Text | None = Field(None, description="The step after which it was asked.")
    feature: Text | None = Field(None, description="What a pair of questions is about.")
    functional: Text | None = Field(None, description="The answer to: how do you feel if it is there?")
    dysfunctional: Text | None = Field(None, description="The answer to: how do you feel if it is not there?")


class CalledBack(Model):
    """A file of those with whom somebody got in touch after their answer; `respondent` joins it to the answers."""

    file: TablePath = Field(description="The file, beside or below this one.")
    respondent: Text | None = Field(None, description="The heading of the column that says with whom.")
    when: Text | None = Field(None, description="The heading of the column that says on which day.")


class Survey(Model):
    """What customers were asked: the files of their answers, and how these are read.

    With a `measure` it holds answers to that measure's questions. Without one it is a survey of pairs: for each feature
    how customers feel if it is there (functional) and if it is not (dysfunctional), by which Kano tells its kind.
    """

    told_apart: ClassVar[bool] = True

    survey: Text = Field(description="What it is called.")
    for_: Annotated[Many[Text], Field(alias="for", description="The variants it belongs to.")] = ()
    file: Many[TablePath] = Field(
        description="The file of answers, or several: " + ", ".join(f"`{one}`" for one in TABLES) + "."
    )
    sheet: Annotated[Text | None, Key("Sheet")] = Field(
        None, description="The sheet of a workbook in which the answers stand, where it has several."
    )
    measure: Text | None = Field(None, description="The measure whose questions were asked.")
    on: Annotated[Day | None, Key("Asked on")] = Field(
        None, description="The day of answers of which no column says it."
    )
    columns: Columns | None = Field(None, description="Which column says what.")
    questions: dict[Text, Text] = Field(
        {}, description="The questions of the measure, each with the heading of its column."
    )
    features: dict[Text, Asked] = Field(
        {},
        description="The expectations that were asked about, each with the headings of its two columns (if it is "
        "there, if it is not), or with the word for it in the column `feature`.",
    )
    answers: dict[Text, Text] = Field(
        {},
        description="What the words of the answers mean: a mark, `yes`, `no` or `none` (no answer); of pairs "
        + ", ".join(f"`{one}`" for one in FEELINGS)
        + ", or these as 1 to 5.",
    )
    dates: Literal["day first", "month first"] | None = Field(
        None, description="How days are written that can be read in two ways, like 3/4/2026."
    )
    follow_up: CalledBack | None = Field(None, description="With whom somebody got in touch, and when.")
    source: Source = None
    note: Annotated[Words | None, Key("Note"), Field(description="What should be known besides.")] = None
    link: Annotated[Text | None, Key(), Field(description="A web page about it.")] = None

    @field_validator("file")
    @classmethod
    def _each_once(cls, files: tuple[str, ...]) -> tuple[str, ...]:
        if not files:
            raise ValueError("it names no file; write one, like `surveys/answers.csv`")
        twice = next((file for number, file in enumerate(files) if file in files[:number]), "")
        if twice:
            raise ValueError(f"“{twice}” is named twice, and its answers would count twice; write it once")
        return files
