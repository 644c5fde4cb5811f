"""Where the two texts leave a choice: what this oracle chose, to be switched when a difference is judged.

Each choice leans to the text's first law: a proof leans on what is written, never on silence.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Choices:
    """One field for each choice that has two easy readings."""

    brought_with_what_is_beneath: bool = True
    """What `uses` brings from another column brings what supports it as well, each "as if begun on arrival"."""
    brought_on_the_way_is_asked: bool = True
    """Silence of what `uses` brings is an assumption at every step of a way, not at k's step alone."""
    any_is_firm: bool = False
    """A condition kept at any of several places covers each of them (points 4 and 5, and silence)."""
    anywhere_from_ends: bool = True
    """`anywhere` leads from a step with `end`, too ("from each of its steps")."""
    short_form_keeps_when: bool = True
    """A short form made where a promise is made with `when` is made there with that `when`."""
    short_form_looks_all_the_way_up: bool = True
    """A short form is made where any promise above it is made, not only those at actions that it supports directly."""
    some_shared_promisee_is_the_same: bool = True
    """Promises to several are "to the same promisee" (6, 10) when they share one."""
    no_within_twice_is_the_same: bool = True
    """Two promises that say no `within` say the same one (point 10)."""
    beside_is_asked: bool = True
    """A condition kept beside k in k's step counts there, and so does its silence."""
    condition_elsewhere_comes_first: bool = True
    """What is kept elsewhere is waited for before k's own work, rather than beside it."""


CHOICES = Choices()
