"""A small workspace in which customers were asked what they expect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

JOURNEY = """\
journey: Move house
steps:
  - step: Order
    # The words of the mover.
    expects: [I know when it comes, {expects: One bill, id: one-bill, kano: must-be, as_of: 2026-05-01}]  # heard often
  - step: Wait
    expects: A person answers
  - step: Move in
    expects:
      - expects: It works on the first evening
        id: first-evening
        kano: attractive  # so far
        as_of: 2024-03-02
        review_every: 1 year
      - expects: |
          The old router
          is taken back
        id: taken-back
    end: true
"""
SURVEYS = """\
surveys:
  wishes:
    survey: What movers wish
    file: surveys/wishes.csv
    on: 2026-03-02
    columns: {respondent: Nr, feature: Merkmal, functional: da, dysfunctional: weg}
    features: {first-evening: Abends}
    answers: {freut mich: like, egal: neutral, stört mich: dislike}
"""
MUST_BE, ATTRACTIVE, INDIFFERENT, REVERSE = (
    ("expect", "dislike"),
    ("like", "accept"),
    ("neutral",) * 2,
    ("dislike", "like"),
)
Pairs = Sequence[tuple[int, tuple[str, str]]]


def answers(features: Mapping[str, Pairs], *, heading: str = "respondent,feature,functional,dysfunctional") -> str:
    """A table in the long shape: of each feature so many of each pair."""
    rows = [heading]
    for feature, pairs in features.items():
        said = [pair for many, pair in pairs for _ in range(many)]
        rows += [f"{number},{feature},{there},{not_there}" for number, (there, not_there) in enumerate(said, 1)]
    return "\n".join(rows) + "\n"


def written(folder: Path, journey: str = JOURNEY, **files: str) -> None:
    """Write the journey into a folder, and tables of answers by their names."""
    (folder / "move.journey.yaml").write_text(journey, "utf-8")
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
