"""The canonical layout, piece by piece."""

from __future__ import annotations

from textwrap import dedent

import pytest

from journeys.api import check, loads, loads_workspace
from journeys.language.formatting import format_text


def laid_out(text: str) -> str:
    return format_text(dedent(text).lstrip("\n")).after


def same(text: str) -> None:
    wanted = dedent(text).lstrip("\n")
    assert laid_out(text) == wanted


def test_indents_by_two_and_lists_under_their_key() -> None:
    assert laid_out(
        """
        journey:   "Order"
        phases:
        -   phase:  Ask
            steps:
            -    step: 'Call'
                 pains: [ a,b ,
                   c ]
        """
    ) == dedent(
        """\
        journey: Order

        phases:
          - phase: Ask
            steps:
              - step: Call
                pains: [a, b, c]
        """
    )


def test_steps_phases_and_promises_stand_apart() -> None:
    assert laid_out(
        """
        journey: A
        steps:

          - step: B
            end: true
          - step: C
            end: true
        promises:
          p:
            promise: x
            by: y


          q:
            promise: z
            by: y
        """
    ) == dedent(
        """\
        journey: A

        steps:
          - step: B
            end: true

          - step: C
            end: true

        promises:
          p:
            promise: x
            by: y

          q:
            promise: z
            by: y
        """
    )


def test_keys_are_read_in_order_and_take_their_comments_along() -> None:
    assert laid_out(
        """
        # A file.

        # the steps
        steps:
          # how it ends
          - end: true   # here
            # what it is called
            step: B
            vip: unknown key
        journey: A
        """
    ) == dedent(
        """\
        # A file.

        journey: A

        # the steps
        steps:
          # how it ends
          # what it is called
          - step: B
            vip: unknown key
            end: true   # here
        """
    )


def test_a_comment_that_puts_a_finding_aside_keeps_its_line() -> None:
    text = dedent(
        """\
        journey: A
        owners: {shop: Shop}
        customers: {c: C}
        customer: c

        steps:
          # journeys: ignore[touchpoint-without-owner] the agency takes over in May
          - frontstage: {do: Take the order, takes: 5 min, note: "LONG"}
            step: B
          - step: C
            # journeys: ignore[touchpoint-without-owner] the agency takes over in May
            frontstage: {do: Take the order, takes: 5 min, note: "LONG"}
            end: true
        """
    ).replace("LONG", "a long note, " * 6)
    before = sorted((item.finding.code, item.finding.message) for item in check(loads(text)))
    after = sorted((item.finding.code, item.finding.message) for item in check(loads(format_text(text).after)))
    assert "touchpoint-without-owner" in {
        item.finding.name for item in check(loads(text.replace("journeys: ignore", "-")))
    }
    assert "touchpoint-without-owner" not in {item.finding.name for item in check(loads(text))}
    assert after == before


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ('"plain"', "plain"),
        ("'it''s'", "it's"),
        ('"a, b"', "a, b"),
        ('"a: b"', '"a: b"'),
        ('"2.0"', '"2.0"'),
        ("2.0", "2.0"),
        ('"yes"', '"yes"'),
        ("'say \"now\"'", 'say "now"'),
        ('"- x"', '"- x"'),
        ('"\\ttab"', '"\\ttab"'),
        ('"#x"', '"#x"'),
        ('""', '""'),
        ("~", ""),
        ("|\n    two\n    lines", "|\n  two\n  lines"),
        ('"two\\nlines"', "|-\n  two\n  lines"),
        (">-\n       folded\n       text", ">-\n  folded\n  text"),
        ("one\n   two", "one two"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(value: str, written: str) -> None:
    assert format_text(f"journey: A\nnote: {value}\n").after == f"journey: A\nnote: {written}\n".replace(
        "note: \n", "note:\n"
    )


def test_a_flow_that_does_not_fit_becomes_a_block() -> None:
    long = "word " * 30
    assert laid_out(f"journey: A\nowners:\n  shop: {{name: {long.strip()}, kind: team}}\n") == (
        f"journey: A\n\nowners:\n  shop:\n    name: {long.strip()}\n    kind: team\n"
    )


def test_comments_stay_beside_what_they_speak_of() -> None:
    same(
        """
        # A file about A.

        journey: A
        owner: shop          # accountable

        # Who can promise
        owners:              # all of them
          # Those in the shop
          shop: Shop

          # Those outside
          post: {name: Post, kind: partner}  # by contract
          # nobody else

        steps:
          - step: B
            pains:
              - one  # 1
              # before two
              - two
            # after all pains
          # after all steps
        # after all
        """
    )


def test_comments_inside_brackets_are_kept_by_writing_lines() -> None:
    assert laid_out(
        """
        journey: A
        steps:
          - step: B
            next: [C,  # usually
              {to: D, when: late}
              # never E
              ]  # that is all
        """
    ) == dedent(
        """\
        journey: A

        steps:
          - step: B
            next:
              - C      # usually
              - {to: D, when: late}
              # never E
              # that is all
        """
    )


@pytest.mark.parametrize(
    "text",
    ["journey: [a\n", "journey: a\njourney: b\n", "journey: &x a\n", "a: 1\n---\nb: 2\n", "%YAML 1.2\n---\na: 1\n"],
)
def test_what_cannot_be_read_is_left_alone_with_its_finding(text: str) -> None:
    formatted = format_text(text)
    assert formatted.after == text
    assert formatted.findings[0].message


@pytest.mark.parametrize("text", ["", "# only a comment\n", "- a\n- b\n", "text\n"])
def test_what_is_no_journey_is_left_alone(text: str) -> None:
    assert not format_text(text).changed


def test_lanes_of_a_workspace_keep_their_place() -> None:
    text = (
        "journey: A\nsteps:\n  - step: B\n    frontstage: x\n    partner: y\n    next: C\n  - step: C\n    end: true\n"
    )
    after = format_text(text).after
    assert after.index("frontstage") < after.index("partner") < after.index("next")
    shared = "lanes: {partner: {kind: company}}\n"
    old, new = (loads_workspace({"a.journey.yaml": one}, shared).journeys["a"] for one in (text, after))
    assert [action.id for action in new.actions] == [action.id for action in old.actions]


def test_items_that_say_the_same_stay_below_a_comment_that_puts_a_finding_aside() -> None:
    text = "do:\n  # journeys: ignore[O101] why\n  - -\n    - one\n    -\n    - one\n    -\n"
    assert format_text(text).after == text
