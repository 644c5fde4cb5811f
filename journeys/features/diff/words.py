"""Changes in words, the same in every format for people. Nothing here is escaped: that is the format's business."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeys.features.diff.changes import Detail, How, JourneyDiff, NodeChange, PromiseChange, Term, WorkspaceDiff
from journeys.language.quantities import counted

SIGNS = {How.ADDED: "+", How.REMOVED: "-", How.CHANGED: "~"}
_SAID = {How.ADDED: "new", How.REMOVED: "gone", How.CHANGED: "changed"}


def summary(diff: WorkspaceDiff) -> str:
    """One line on the whole."""
    if diff.empty:
        return "No difference in steps, owners, actions, promises or findings"
    promises = list(diff.promises())
    changed = {
        "weakened": sum(promise.weakened for promise in promises),
        "strengthened": sum(promise.strengthened for promise in promises),
        "made": sum(promise.made for promise in promises),
        "dropped": sum(promise.dropped for promise in promises),
        "newly broken": sum(promise.broken for promise in promises),
    }
    said = (
        ", ".join(f"{count} {word}" for word, count in changed.items() if count) or "none changed in what they promise"
    )
    appeared = f"{counted(len(diff.appeared), 'finding')} appeared, {len(diff.gone)} went"
    parts = [f"Promises: {said}", appeared]
    agreeing = len(diff.agreements)
    parts += [f"{agreeing} owner{' has' if agreeing == 1 else 's have'} to agree"] if agreeing else []
    return "; ".join(parts)


def journey_title(journey: JourneyDiff) -> str:
    """A journey's name, and whether it is new or gone."""
    return journey.name if journey.how is How.CHANGED else f"{journey.name} ({_SAID[journey.how]})"


def outcome(promise: PromiseChange) -> str:
    """What became of a promise: `weakened, broken now`."""
    words = [
        word
        for word, true in (
            ("made", promise.made), ("dropped", promise.dropped), ("weakened", promise.weakened),
            ("strengthened", promise.strengthened), ("broken now", promise.broken),
            ("assumed now", promise.how is How.CHANGED and bool(promise.assumed)),
            ("mended", promise.old_state == "broken" and promise.new_state in ("sound", "assumed")),
        )
        if true
    ]  # fmt: skip
    return ", ".join(words or ["reworded" if promise.renamed and not promise.terms else "changed"])


def people_of(promise: PromiseChange) -> str:
    """Who promises whom."""
    return f"{promise.by} to {', '.join(promise.to)}"


def promise_lines(promise: PromiseChange) -> Iterator[str]:
    """What differs in a promise, line by line."""
    if promise.renamed:
        yield f"it was “{promise.old_name}”"
    yield from (_term(term) for term in promise.terms)
    if promise.broken and promise.why:
        yield f"broken because {promise.why}"
    yield from (f"assumed: {one}" for one in promise.assumed)


def _term(term: Term) -> str:
    effect = "" if term.effect == "other" else f" ({term.effect.value})"
    return f"{term.field}: {term.old or 'nothing'} → {term.new or 'nothing'}{effect}"


def node_title(node: NodeChange) -> str:
    """What became of a step, an action or somebody."""
    where = f" ({node.where})" if node.where else ""
    if node.how is How.CHANGED and node.renamed:
        return f"{node.kind} “{node.old_name}”{where} is called “{node.name}” now"
    said = "" if node.how is How.CHANGED else f" is {_SAID[node.how]}"
    return f"{node.kind} “{node.name}”{where}{said}"


def node_lines(node: NodeChange) -> Iterator[str]:
    """What differs in it, line by line."""
    return map(_detail, node.details)


def _detail(detail: Detail) -> str:
    if not detail.old:
        return f"{detail.field}: + {detail.new}"
    if not detail.new:
        return f"{detail.field}: - {detail.old}"
    return f"{detail.field}: {detail.old} → {detail.new}"


def nodes_of(journey: JourneyDiff) -> Iterable[NodeChange]:
    """What changed in a journey besides promises."""
    return (*((journey.itself,) if journey.itself else ()), *journey.nodes)
