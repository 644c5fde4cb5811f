from collections.abc import Iterator

from journeys.checks.rule import Example, rule
from journeys.graph.workspace import Workspace
from journeys.language.finding import Edit, Finding, Part, Place
from journeys.language.model.settings import Settings
from journeys.language.words import is_slip, nearest, suggestion


@rule(
    "F206",
    wrong=True,
    source="language.md",
    profile="draft",
    over="workspace",
    fixes=True,
    bad=(
        Example(
            """
                settings:
                  ignore: touchpoint-without-oner
                  #       ^^^^^^^^^^^^^^^^^^^^^^^ no rule is called “touchpoint-without-oner”
                steps:
                  - step: Pay
                    evidence: Receipt
                    customer: Ask for the bill
                    frontstage: {do: Take the payment, owner: waiter}
                    end: true
            """,
        ),
        Example(
            """
                steps:
                  - step: Pay
                    evidence: Receipt
                    customer: Ask for the bill
                    frontstage: {do: Take the payment, owner: waiter}
                    end: true
            """,
            workspace="""
                settings:
                  rules:
                    Q999: off
                #   ^^^^ no rule is called “Q999”
            """,
        ),
    ),
    good=Example(
        """
            settings:
              ignore: touchpoint-without-owner
            steps:
              - step: Pay
                evidence: Receipt
                customer: Ask for the bill
                frontstage: {do: Take the payment, owner: waiter}
                end: true
        """,
    ),
)
def unknown_rule(workspace: Workspace) -> Iterator[Finding]:
    """The settings name a rule that is not there.

    A rule that is to be left out, or to weigh less, goes on as before when its name is misspelt, and one
    that is to be asked is not. Rules go by their code, their name, the beginning of a code, or their group;
    `journeys rules` lists them. Use one of those names.
    """
    shared = workspace.files.shared
    if shared is not None and workspace.settings is not None:
        yield from _unknown(workspace.settings, shared.source.name)
    for file in workspace.files.journeys:
        if file.selected and file.model.settings is not None:
            yield from _unknown(file.model.settings, file.source.name)


def _unknown(settings: Settings, file: str) -> Iterator[Finding]:
    # The catalogue is made of the rules, so a rule can only look into it once it is asked.
    from journeys.checks.select import matching, words

    for place, word in _named(settings, Place(file, ("settings",))):
        if not matching(word):
            found = nearest(word, words())
            action = "rename" if place.part is Part.KEY else "replace"
            fix = (Edit(place, action, found),) if found and is_slip(word, found) else ()
            yield Finding(f"no rule is called “{word[:60]}”", place, help=suggestion(found, words()), fix=fix)


def _named(settings: Settings, place: Place) -> Iterator[tuple[Place, str]]:
    for key, listed in (("select", settings.select), ("ignore", settings.ignore)):
        yield from ((place.at(key, number), word) for number, word in enumerate(listed))
    yield from ((place.at("rules", word, part=Part.KEY), word) for word in settings.rules)
