"""What looks like a sign of YAML and is another character, and what YAML reads otherwise than it looks."""

from __future__ import annotations

import pytest

from journeys.api import check, loads
from journeys.language.formatting import format_text

JOURNEY = """\
journey: Get broadband
customer: mover
customers: {mover: Mover}
owners: {shop: {name: Shop, holder: Ama}}
steps:
  - step: Order
    customer: Order online
    frontstage: {do: Take the order, owner: shop}
  - step: Receive
    customer: Open it
    frontstage:
      do: Deliver
      owner: shop
"""


def told(before: str, after: str) -> list[tuple[str, str, str, str]]:
    """Code, marked text, message and help of each finding about the file, when one part is written otherwise."""
    assert before in JOURNEY
    found = [item for item in check(loads(JOURNEY.replace(before, after))) if item.finding.code[0] == "F"]
    marked = [item.source.text[item.span.start : item.span.end] for item in found]
    return [
        (item.finding.code, mark, item.finding.message, item.finding.help)
        for item, mark in zip(found, marked, strict=True)
    ]


DASH = "  - step: Receive"


@pytest.mark.parametrize(
    ("before", "after", "sign", "words"),
    [
        (DASH, "  – step: Receive", "–", "an en dash (U+2013), and not “-”"),
        (DASH, "  — step: Receive", "—", "an em dash (U+2014), and not “-”"),
        (DASH, "  • step: Receive", "•", "a bullet (U+2022), and not “-”"),
        (DASH, "  － step: Receive", "－", "a fullwidth hyphen-minus (U+FF0D), and not “-”"),
        (DASH, "  -\u00a0step: Receive", "\u00a0", "a no-break space (U+00A0) stands here, and not a blank"),
        ("    customer: Open", "\u00a0\u00a0\u00a0\u00a0customer: Open", "\u00a0", "a no-break space (U+00A0)"),
        ("    customer: Open", "  \u3000customer: Open", "\u3000", "an ideographic space (U+3000)"),
        ("    customer: Open", "\ufeff    customer: Open", "\ufeff", "a zero width no-break space (U+FEFF)"),
        ("customer: Open", "customer：Open", "：", "a fullwidth colon (U+FF1A), and not “:”"),
        ("customer: Open", "customer:\u00a0Open", "\u00a0", "a no-break space (U+00A0)"),
        ("do: Deliver", "do: “Deliver: fast”", "“", 'a left double quotation mark (U+201C), and not "'),
        ("do: Deliver", "do: ‘Deliver: fast’", "‘", "a left single quotation mark (U+2018), and not '"),
        ("do: Deliver", "do: Deliver\u2028it", "\u2028", "a line separator (U+2028)"),
        ("do: Deliver", "do: Deliver\u0085it", "\u0085", "a next line (U+0085)"),
        ("order, owner", "order， owner", "，", "a fullwidth comma (U+FF0C), and not “,”"),
        ("order, owner", "order、 owner", "、", "an ideographic comma (U+3001), and not “,”"),
        (
            "{do: Take the order, owner: shop}",
            "｛do: Take the order｝",
            "｛",
            "a fullwidth left curly bracket (U+FF5B)",
        ),
    ],
)
def test_a_character_in_the_place_of_a_sign_is_named_and_so_is_what_to_write(
    before: str, after: str, sign: str, words: str
) -> None:
    ((code, marked, message, help_),) = told(before, after)
    assert (code, marked) == ("F104", sign)
    assert words in message
    assert help_.startswith(("write `", "delete it"))


@pytest.mark.parametrize(
    ("before", "after", "right", "words"),
    [
        ("    customer: Open", "    cust\u200bomer: Open", "customer", "in it is a zero width space (U+200B)"),
        ("    customer: Open", "    cus\u00adtomer: Open", "customer", "in it is a soft hyphen (U+00AD)"),
        ("    customer: Open", "    сustomer: Open", "customer", "“с” in it is a cyrillic small letter es (U+0441)"),
        ("    customer: Open", "    ｃｕｓｔｏｍｅｒ: Open", "customer", "a fullwidth latin small letter c (U+FF43)"),
        ("      owner: shop", "      owner: shop\u200b", "shop", "in it is a zero width space (U+200B)"),
        ("      owner: shop", "      owner: ‘shop’", "shop", "in it is a left single quotation mark (U+2018)"),
    ],
)
def test_a_character_within_a_word_that_makes_it_another_word_is_named(
    before: str, after: str, right: str, words: str
) -> None:
    ((_, _, message, help_),) = told(before, after)
    assert words in message
    assert help_ == f"did you mean `{right}`?"


@pytest.mark.parametrize("text", ["Grüße – “schön”", "注文：確認、配達", "Deliver\u00a0it", "a·b • c", "(－1)"])
def test_in_a_text_all_of_them_may_stand(text: str) -> None:
    assert told("do: Deliver", f"do: {text}") == []


@pytest.mark.parametrize(
    ("before", "after", "message", "help_"),
    [
        ("do: Deliver", "do:Deliver", "a blank is missing after the colon", "write `do: …`"),
        ("{do: Take", "{do:Take", "after the colon of “do:Take the order”", "write `do: Take the order`"),
        ("owner: shop}", "owner:shop}", "after the colon of “owner:shop”", "write `owner: shop`"),
        ("{do: Take", "{do：Take", "“：” is a fullwidth colon", "write `do: Take the order`"),
        ("{do: Take the", "{do: “Take, the", "“ is a left double quotation mark", 'write `"` in its place'),
        (DASH, "  -step: Receive", "a blank is missing after the dash", "write `- ` before each item"),
        ("do: Deliver", "do = Deliver", "a colon is missing", "write `do: …`"),
        ("do: Deliver", "do: *Important* it", "“*” cannot begin a value", "must stand in quotes"),
        ("do: Deliver", "do: & Sons", "“&” cannot begin a value", "must stand in quotes"),
        ("do: Deliver", "do: !now deliver", "“!now” is a YAML tag", "must stand in quotes"),
        ("do: Deliver", "do: &Sons deliver", "“&Sons” is a YAML anchor", "must stand in quotes"),
        ("do: Deliver", "do: [draft] deliver", "text goes on after the closing bracket", "in quotes"),
        ("do: Deliver", "do: {{ name }}", "takes a text, not keys", "a text that begins with “{” must stand in quotes"),
        ("do: Deliver", "do: 'Deliver it's'", "text goes on after the closing quote", "in double quotes"),
        ("      do: Deliver\n", "      do: |\n      Deliver\n", "not indented deeper than its key", "indent each"),
        ("customer: Open it", "* Open\n    * It", "“*” begins no item of a list", "begin each item with `-`"),
        (
            "{do: Take the order, owner: shop}",
            "{do: Take order #3, owner: shop}",
            "takes what stands behind this for a comment",
            "in quotes",
        ),
        ("customer: Open it", "customer: Open it\n...", "text stands below “...”", "take the line “...” out"),
        ("journey: Get", " journey: Get", "indented less than the first one", "begin them at the same column"),
    ],
)
def test_what_is_wrong_is_said_by_its_name(before: str, after: str, message: str, help_: str) -> None:
    said = told(before, after)[0]
    assert message in said[2]
    assert help_ in said[3]


@pytest.mark.parametrize(
    ("key", "help_"),
    [
        (
            "takes: 2 h",
            "`takes` belongs to an action, as in `frontstage: {do: …, takes: …}`, or to a lane, under `lanes`",
        ),
        ("channel: web", "`channel` belongs to an action, as in `frontstage: {do: …, channel: …}`"),
        ("goals: Peace", "`goals` belongs to a customer, under `customers`"),
        ("heard: 2026-10-02", "`heard` belongs to a voice, under `voices`"),
        ("kano: must-be", "`kano` belongs to a promise, under `promises`, or to what an action promises"),
        ("steps: []", "`steps` belongs to a phase, in line with `phase`, or to the journey itself"),
        ("custmer: Open", "known here:"),
        ("feling: 1", "did you mean `feeling`?"),
    ],
)
def test_a_word_of_another_place_is_told_where_it_belongs(key: str, help_: str) -> None:
    (said,) = told("    customer: Open it\n", f"    customer: Open it\n    {key}\n")
    assert said[0] == "F301"
    assert said[3].startswith(help_)


@pytest.mark.parametrize("marks", ["<<<<<<< HEAD\n{}=======\n{}>>>>>>> other\n", "{}||||||| base\n{}>>>>>>> other\n"])
@pytest.mark.parametrize("lines", ["journey: Get broadband\n", "  - step: Order\n", "      do: Deliver\n"])
def test_an_unfinished_merge_is_told_once(marks: str, lines: str) -> None:
    ((code, marked, message, _),) = told(lines, marks.format(lines, lines))
    assert (code, marked[:7]) == ("F104", marks.replace("{}", "")[:7])
    assert "a merge was not finished" in message


def test_a_merge_key_is_told_once() -> None:
    said = told("      do: Deliver\n", "      <<: {note: x}\n      do: Deliver\n")
    assert [(code, marked) for code, marked, _, _ in said] == [("F107", "<<")]
    said = told("      do: Deliver\n", "      <<: *base\n      do: Deliver\n")
    assert [(code, marked) for code, marked, _, _ in said] == [("F107", "<<")]


def test_an_alias_is_told_once_however_often_it_is_used() -> None:
    said = told("customer: Open it", "customer: &a Open it\n    thought: [*a, *a, *a]")
    assert [(code, marked) for code, marked, _, _ in said] == [("F107", "*a")]
    assert said[0][2].endswith("; so it does at 3 places")


@pytest.mark.parametrize(
    ("text", "marked", "meant"),
    [
        ("Room #3", "#3", '`"Room #3"`'),
        ("Room # 3", "# 3", '`"Room # 3"`'),
        ("Room #A12 left", "#A12 left", '`"Room #A12 left"`'),
        ("#1 thing", "#1 thing", '`"#1 thing"`'),
        ('Say "hi" #3', "#3", "`'Say \"hi\" #3'`"),
    ],
)
def test_a_number_that_yaml_takes_for_a_comment_is_told(text: str, marked: str, meant: str) -> None:
    said = next(said for said in told("do: Deliver", f"do: {text}") if said[0] == "F109")
    assert said[1] == marked
    assert f"put the whole in quotes: {meant}" in said[3]


@pytest.mark.parametrize("text", ["Deliver # not yet agreed", "Deliver #todo", '"Room #3"', "'Room #3'", "Room#3"])
def test_what_is_a_comment_or_stands_in_quotes_is_not(text: str) -> None:
    assert told("do: Deliver", f"do: {text}") == []


@pytest.mark.parametrize("sign", ["-", "•", "• ", "–", "– ", "*"])
def test_lines_that_look_like_a_list_and_are_one_text_are_told(sign: str) -> None:
    said = told("customer: Open it", f"customer: Open it\n    pains:\n      {sign}Slow\n      {sign}Dear")
    if sign == "*":  # to YAML this is an alias
        assert {code for code, *_ in said} <= {"F104", "F107"}
    else:
        assert [(code, marked) for code, marked, _, _ in said] == [("F109", sign[0])]


def test_what_may_be_misread_is_laid_out_all_the_same() -> None:
    formatted = format_text(JOURNEY.replace("do: Deliver", "do: Deliver    # 3 times"))
    assert not formatted.findings
    assert "# 3 times" in formatted.after
