"""A loaded file to the typed graph of its journey."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from journeys.graph.directory import Directory
from journeys.graph.draft import Draft
from journeys.graph.elsewhere import Elsewhere
from journeys.graph.journey import JourneyGraph
from journeys.graph.lexicon import Lexicon
from journeys.graph.links import add_flows, add_supports, add_triggers
from journeys.graph.named import shown_of, unknown_in
from journeys.graph.names import References, unknown
from journeys.graph.nesting import circling
from journeys.graph.nodes import CustomerNode
from journeys.graph.promise_nodes import add_promises
from journeys.graph.purpose import NO_PURPOSE, Purpose
from journeys.graph.shared import Shared, shared_of
from journeys.graph.sheet import Sheet
from journeys.graph.steps import add_steps
from journeys.language.finding import Finding, Place
from journeys.language.loading.files import LoadedFile, LoadedWorkspace
from journeys.language.model.journey import Journey
from journeys.language.model.key import plain
from journeys.language.model.purpose import PurposeSections


class Assembled(NamedTuple):
    """The journeys of a workspace by id; what its file says of designing on purpose, and what is wrong with that."""

    journeys: dict[str, JourneyGraph]
    purpose: Purpose = NO_PURPOSE
    findings: tuple[Finding, ...] = ()


def assemble(directory: Directory, base: Shared, elsewhere: Elsewhere, files: LoadedWorkspace) -> Assembled:
    """The graphs of all journeys by id, each with everything that was wrong in its file in `findings`.

    `base` is what the workspace declares; `elsewhere` is what a journey asks when it is there. First the steps and
    actions of all are made, then what leads from one to another, then the promises, which rest on all of that, and at
    last what is designed on purpose, which speaks of everything.
    """
    loops = circling(directory)
    begun = {
        id_: _begun(id_, file, base, directory, loops.get(id_, frozenset())) for id_, file in directory.files.items()
    }
    drafts = {id_: draft for id_, (draft, _) in begun.items()}
    for draft in drafts.values():
        draft.others = drafts
        add_flows(draft)
        add_supports(draft)
        add_triggers(draft)
    lexicon = Lexicon(drafts, directory, base)
    add_promises(drafts.values(), lexicon)
    purpose, findings = _shared_purpose(files, base, lexicon)
    for draft in drafts.values():
        _check_destinations(draft, directory)
        _check_place_of_keys(draft)
    journeys = {
        id_: _journey(elsewhere, draft, directory.files[id_], owner, _designed(draft.model, draft, lexicon, purpose))
        for id_, (draft, owner) in begun.items()
    }
    return Assembled(journeys, purpose, findings)


def _shared_purpose(files: LoadedWorkspace, base: Shared, lexicon: Lexicon) -> tuple[Purpose, tuple[Finding, ...]]:
    """What the workspace's file says of designing on purpose, and what is wrong with that."""
    document, model = files.shared, files.shared_model
    if document is None or model is None:
        return NO_PURPOSE, ()
    sheet = Sheet(file=document.source.name, shared=base, written=document.written, whole=document.whole)
    purpose = _designed(model, sheet, lexicon)
    return purpose, tuple(sheet.findings) if document.whole else ()


def _designed(model: PurposeSections, sheet: Sheet, lexicon: Lexicon, base: Purpose = NO_PURPOSE) -> Purpose:
    """What a file says of designing on purpose; what reads it is loaded for a file that says anything."""
    if model.model_fields_set.isdisjoint(PurposeSections.model_fields):
        return NO_PURPOSE
    from journeys.graph.purpose_reading import purpose_of

    return purpose_of(model, sheet, lexicon, base)


def _begun(id_: str, file: LoadedFile, base: Shared, directory: Directory, loops: frozenset[str]) -> tuple[Draft, str]:
    """A journey's draft with its steps and actions, and the owner of the whole."""
    model, name = file.model, file.source.name
    declared = model.customers if isinstance(model.customers, dict) else {}
    shared = shared_of(model, declared, name, base, id_)
    draft = Draft(
        id=id_,
        file=name,
        model=model,
        shared=shared,
        written=file.document.written,
        references=References(shared.lanes),
        directory=directory,
        whole=file.document.whole,
    )
    draft.circling = loops
    draft.findings.extend(shared.findings)
    draft.customers.extend(_customers(draft, model))
    owner = draft.owner(model.owner, draft.place("owner")) if model.owner else ""
    draft.findings.extend(unknown_superiors(shared, name))
    add_steps(draft)
    return draft, owner


def _journey(elsewhere: Elsewhere, draft: Draft, file: LoadedFile, owner: str, purpose: Purpose) -> JourneyGraph:
    model, shared = draft.model, draft.shared
    return JourneyGraph(
        id=draft.id,
        name=model.journey,
        file=draft.file,
        place=Place(draft.file, ("journey",)),
        workspace=elsewhere,
        variants=shared.variants,
        **plain(model),
        owner=owner,
        owner_text=model.owner or "",
        customers=tuple(draft.customers),
        lanes=shared.lanes,
        phases=tuple(phase.phase if phase else "" for phase, _ in draft.phases),
        steps=tuple(draft.steps),
        actions=tuple(draft.actions),
        evidence=tuple(draft.evidence),
        infos=tuple(draft.infos),
        promise_nodes=tuple(draft.promises),
        flows=tuple(draft.flows),
        supports=tuple(draft.supports),
        triggers=tuple(draft.triggers),
        owners=shared.owners,
        known_customers=shared.customers,
        channels=shared.channels,
        channel_kinds=shared.channel_kinds,
        working_time=shared.working_time,
        purpose=purpose,
        blueprints=model.blueprints,
        settings=model.settings,
        # What a text that breaks off refers to may stand in the part that was not read.
        findings=(*file.findings, *(draft.findings if file.document.whole else ())),
        whole=file.document.whole and bool(draft.steps or not file.findings),
    )


def _check_place_of_keys(draft: Draft) -> None:
    """Keys that are the workspace's alone, and that a journey's file may hold as well; and what blueprints name."""
    if draft.model.settings is not None:
        keys, why = ("max_warnings", "baseline"), "it is set for all journeys of a workspace"
        help_ = "write it under `settings` in `journeys.yaml`"
        draft.without_effect(draft.model.settings, keys, why, ("settings",), help_=help_)
    for name, spec in draft.model.blueprints.items():
        why = "a drawing in a journey's file is of that journey"
        draft.without_effect(spec, ("journey",), why, ("blueprints", name), help_="take it away")
        shown = shown_of(draft.steps, draft.shared.lanes, draft.shared.owners.values(), draft.promises)
        draft.findings.extend(unknown_in(spec, shown, partial(draft.place, "blueprints", name)))


def _customers(draft: Draft, model: Journey) -> list[CustomerNode]:
    """The customers who travel: those named, else those declared in the file itself."""
    named = [(word, draft.place("customer", number)) for number, word in enumerate(model.customer)]
    if not isinstance(model.customers, dict):
        named += [(word, draft.place("customers", number)) for number, word in enumerate(model.customers)]
    elif not named:
        return [draft.shared.customers[key] for key in model.customers]
    ids = {draft.customer(word, place) for word, place in named}
    return [node for node in draft.shared.customers.values() if node.id in ids]


def unknown_superiors(shared: Shared, file: str) -> list[Finding]:
    """The owners declared in a file who report to somebody that is not there."""
    return [
        unknown(owner.reports_to, Place(file, (*owner.place.path, "reports_to")), "owner", shared.owners)
        for owner in shared.owners.values()
        if owner.place.file == file and owner.reports_to and owner.reports_to not in shared.owners
    ]


def _check_destinations(draft: Draft, directory: Directory) -> None:
    """An exit to another journey must name one that the workspace has."""
    seen: set[str] = set()
    for flow in draft.flows:
        word = flow.to_journey
        if word and word not in seen and not directory.journey(word):
            seen.add(word)
            known = [f"{id_}/" for id_ in directory.files if id_ != draft.id]
            draft.findings.append(unknown(f"{word}/", flow.place, "journey", known))
