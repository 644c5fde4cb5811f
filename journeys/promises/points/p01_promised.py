"""1. Somebody promises: `by` is a declared owner whose post is filled; `to` is a declared customer or owner."""

from __future__ import annotations

from journeys.graph.verdict import Point
from journeys.promises.judged import Judged


def promised(judged: Judged) -> None:
    """Ask the point of a promise."""
    node, owner = judged.node, judged.journey.owner_of(judged.node)
    if owner is None:
        _by_nobody(judged)
    elif owner.vacant:
        judged.fail(
            Point.PROMISED,
            "promise-by-vacant-post",
            f"vacant:{owner.id}",
            f"“{judged.journey.called(owner.id)}” promises, and nobody fills that post",
            node.place if node.implied else node.place.at("by"),
            owner.id,
            (owner.mention("the post is vacant"),),
            "let an owner promise whose post is filled, or fill the post and take `vacant` away",
        )
    if node.to_undeclared:
        word = node.to_undeclared[0]
        judged.fail(
            Point.PROMISED,
            "promise-to-nobody",
            f"to:{node.id}",
            f"“{node.name}” is promised to “{word}”, whom nobody declared",
            node.place if node.implied else node.place.at("to"),
            node.id,
            help_=f"declare `{word}`, or name a declared owner at the action that it supports"
            if node.implied
            else "say in `to` which declared customer or owner it is for",
        )
    elif not node.to:
        judged.fail(
            Point.PROMISED,
            "promise-to-nobody",
            f"to:{node.id}",
            f"“{node.name}” is promised to nobody",
            node.place if node.implied else node.place.at("to"),
            node.id,
            help_="say in `to` which customer or owner it is for",
        )


def _by_nobody(judged: Judged) -> None:
    node = judged.node
    who = f"“{node.by_text}” is no owner" if node.by_text not in ("", "none") else "nobody makes it"
    judged.fail(
        Point.PROMISED,
        "promise-by-nobody",
        f"by:{node.id}",
        f"“{node.name}” is promised by nobody: {who}",
        node.place if node.implied else node.place.at("by"),
        node.id,
        help_="name a declared owner: `owner:` at the action" if node.implied else "name a declared owner in `by`",
    )
