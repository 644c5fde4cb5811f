"""How a mend is told, and that what is written is what was shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeys.api import load_workspace
from journeys.errors import ToolError, UsageError
from journeys.features.mend import Shown, chosen, files_of, render, shown, write

DINNER = """\
# Two of us, no hurry.
journey: Dinner
id: dinner
customer: guest
customers: {guest: {name: Guest}}
owners: {waiter: {name: Waiter}, kitchen: {name: Kitchen, holder: Ole}, cellar: {name: Cellar, vacant: true}}
steps:
  - step: Order
    frontstage: {do: Take the order, owner: waiter, takes: 2 min}
    next: [Eat, Leave]
  - step: Eat
    frontstage: {do: Serve the dish, owner: waiter, takes: 2 min}
    backstage:
      - Cook the dish                # nobody says who
    end: true
  - step: Leave
    end: dropped out
promises:
  dish:
    promise: Your dish in time
    by: waiter
    to: guest
    made: Order
    kept: Eat
    within: 30 min
    unless: [Leave]
"""


def dinner(tmp_path: Path, text: str = DINNER) -> Shown:
    (tmp_path / "dinner.journey.yaml").write_text(text, "utf-8", newline="")
    return shown(load_workspace(tmp_path), "promise:dinner/dish", [str(tmp_path)])


def test_a_way_is_written_with_its_comments_and_its_line_breaks(tmp_path: Path) -> None:
    found = dinner(tmp_path, DINNER.replace("\n", "\r\n"))
    write(files_of(found, chosen(found, f"1@{found.mark}")))
    text = (tmp_path / "dinner.journey.yaml").read_bytes().decode()
    assert "- {do: Cook the dish, owner: waiter, takes: none}                # nobody says who\r\n" in text
    assert text.startswith("# Two of us, no hurry.\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert shown(load_workspace(tmp_path), "promise:dinner/dish").ways == ()


def test_ways_of_files_that_were_changed_since_are_refused(tmp_path: Path) -> None:
    mark = dinner(tmp_path).mark
    changed = dinner(tmp_path, DINNER.replace("30 min", "31 min"))
    with pytest.raises(UsageError, match="changed since these ways were shown"):
        chosen(changed, f"1@{mark}")


def test_a_file_that_changes_before_it_is_written_is_left_as_it_is(tmp_path: Path) -> None:
    found = dinner(tmp_path)
    files = files_of(found, chosen(found, "1"))
    (tmp_path / "dinner.journey.yaml").write_text(DINNER + "# mine\n", "utf-8")
    with pytest.raises(ToolError, match="changed meanwhile"):
        write(files)
    assert (tmp_path / "dinner.journey.yaml").read_text("utf-8") == DINNER + "# mine\n"


@pytest.mark.parametrize(
    ("word", "said"), [("0", "is not there"), ("99", "is not there"), ("x", "is no way"), ("1@", "is no way")]
)
def test_a_way_that_is_not_there_is_refused(tmp_path: Path, word: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        chosen(dinner(tmp_path), word)


def test_what_people_have_to_say_is_not_written(tmp_path: Path) -> None:
    found = dinner(
        tmp_path, DINNER.replace("    by: waiter", "    by: cellar").replace("owner: waiter", "owner: cellar")
    )
    number = next(number for number, way in enumerate(found.ways, 1) if not way.writable)
    with pytest.raises(UsageError, match="people have to do this: fill the post"):
        chosen(found, str(number))


def test_the_text_says_what_it_costs_and_how_to_write_it(tmp_path: Path) -> None:
    text = render("text", dinner(tmp_path), 300)
    assert "Let Waiter own “Cook the dish”." in text
    assert (
        "Write how long “Cook the dish” takes. It would be written that it takes no time, as is assumed today" in text
    )
    assert f"journeys mend dinner/dish {tmp_path} --write 1@{dinner(tmp_path).mark}" in text


def test_a_promise_weakened_is_said(tmp_path: Path) -> None:
    text = DINNER.replace("    unless: [Leave]\n", "").replace("      - Cook", "      - {do: Cook").replace(
        "dish                #", "dish, owner: waiter, takes: 1 min}                #"
    )  # fmt: skip
    said = render("text", dinner(tmp_path, text), 300)
    assert "Release “Your dish in time” at “Leave”" in said
    assert "Promised less: “Your dish in time”." in said


def test_json_has_the_mark_and_every_cost(tmp_path: Path) -> None:
    found = dinner(tmp_path)
    body = json.loads(render("json", found))
    assert (body["mark"], body["state"]) == (found.mark, "broken")
    assert body["ways"][0]["agree"] == ["dinner/waiter"]
    assert body["ways"][0]["broken"] == []


def test_the_command_shows_the_difference_and_writes(tmp_path: Path, ask: Callable[..., Any]) -> None:
    (tmp_path / "dinner.journey.yaml").write_text(DINNER, "utf-8")
    listed = ask("mend", "dish")
    assert (listed.code, "--write 1@" in listed.out) == (0, True)
    command = listed.out.splitlines()[-1].split()
    written = ask(*command[1:])
    assert written.code == 0
    assert "+      - {do: Cook the dish, owner: waiter, takes: none}" in written.out
    assert written.err == "wrote dinner.journey.yaml\n"
    assert "There is nothing to mend." in ask("mend", "dish").out


def test_the_command_refuses_what_was_shown_for_another_file(tmp_path: Path, ask: Callable[..., Any]) -> None:
    (tmp_path / "dinner.journey.yaml").write_text(DINNER, "utf-8")
    command = ask("mend", "dish").out.splitlines()[-1].split()
    (tmp_path / "dinner.journey.yaml").write_text(DINNER + "# mine\n", "utf-8")
    refused = ask(*command[1:])
    assert (refused.code, refused.out) == (2, "")
    assert "nothing is written" in refused.err
    assert (tmp_path / "dinner.journey.yaml").read_text("utf-8") == DINNER + "# mine\n"


def test_a_promise_that_is_not_there_is_told_with_the_nearest(tmp_path: Path, ask: Callable[..., Any]) -> None:
    (tmp_path / "dinner.journey.yaml").write_text(DINNER, "utf-8")
    refused = ask("mend", "dishes")
    assert (refused.code, refused.out) == (2, "")
    assert "did you mean `dish`?" in refused.err
