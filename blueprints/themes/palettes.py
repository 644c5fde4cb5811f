"""The colours of each theme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours that a theme is made of. `grounds` and `edges` are of cards, by style."""

    page: str
    text: str
    quiet: str
    line: str
    axis: str
    phase: str
    on_phase: str
    step: str
    step_edge: str
    card: str
    card_edge: str
    customer_edge: str
    evidence: str
    evidence_edge: str
    thought_edge: str
    band: str
    band_customer: str
    band_evidence: str
    band_experience: str
    flow: str
    support: str
    trigger: str
    good: str
    good_ground: str
    good_edge: str
    bad: str
    bad_ground: str
    bad_edge: str
    assumed: str
    assumed_ground: str
    assumed_edge: str
    doubt: str
    doubt_ground: str
    doubt_edge: str
    owners: tuple[str, ...]
    patterns: bool = False
    """Whether owners and verdicts have patterns, because the theme has no colours."""
    stroke: float = 1.0
    """How much stronger borders are than in the light theme."""


LIGHT = Palette(
    page="#FFFFFF", text="#1B2433", quiet="#566072", line="#7C889B", axis="#C3CAD5",
    phase="#24344F", on_phase="#FFFFFF", step="#DEE6F1", step_edge="#B9C6D8",
    card="#FFFFFF", card_edge="#CCD3DD", customer_edge="#9DB6D6", evidence="#FFFDF8", evidence_edge="#DCCFB4",
    thought_edge="#D4CBE3",
    band="#F5F6F8", band_customer="#EDF3FB", band_evidence="#F8F5EE", band_experience="#F7F5FA",
    flow="#24344F", support="#66748A", trigger="#7A4E9E",
    good="#1E6B3C", good_ground="#EFF7F1", good_edge="#7FB392",
    bad="#A8231B", bad_ground="#FDF1EF", bad_edge="#B3261E",
    assumed="#17596F", assumed_ground="#EDF6F9", assumed_edge="#3F8AA3",
    doubt="#7A4F00", doubt_ground="#FFF9EA", doubt_edge="#B08A2E",
    owners=("#3B6FB6", "#C2703D", "#3F8F6B", "#8A5BAE", "#B5495B", "#4E8FA8",
            "#9A7B2D", "#5B63B7", "#7A8B3A", "#B05A8E", "#5F6B7A", "#2F8F8F"),
)  # fmt: skip

DARK = Palette(
    page="#14181F", text="#E8ECF2", quiet="#A9B4C4", line="#76839A", axis="#3B4657",
    phase="#B9CBE6", on_phase="#14181F", step="#2B3A52", step_edge="#43577A",
    card="#232A35", card_edge="#465163", customer_edge="#5F82B3", evidence="#2A2820", evidence_edge="#6B5F3F",
    thought_edge="#5B4F75",
    band="#1A1F28", band_customer="#182333", band_evidence="#1F1E19", band_experience="#1E1B26",
    flow="#C9D6EA", support="#8E9BB0", trigger="#C29BE6",
    good="#86D6A2", good_ground="#18291F", good_edge="#4C8E64",
    bad="#FF9C92", bad_ground="#331B1A", bad_edge="#E0665B",
    assumed="#8FD3E8", assumed_ground="#14272F", assumed_edge="#5AA3BC",
    doubt="#F0C777", doubt_ground="#2E2614", doubt_edge="#B08A2E",
    owners=("#6FA3E8", "#E39A68", "#69C29A", "#BB8FE0", "#E87F90", "#7CC0DA",
            "#CFAE55", "#959DEB", "#AFC463", "#E08ABF", "#9AA7B8", "#5CC4C4"),
)  # fmt: skip

PRINT = Palette(
    page="#FFFFFF", text="#000000", quiet="#333333", line="#555555", axis="#999999",
    phase="#000000", on_phase="#FFFFFF", step="#E6E6E6", step_edge="#000000",
    card="#FFFFFF", card_edge="#444444", customer_edge="#000000", evidence="#FFFFFF", evidence_edge="#666666",
    thought_edge="#777777",
    band="#FFFFFF", band_customer="#F4F4F4", band_evidence="#FFFFFF", band_experience="#FFFFFF",
    flow="#000000", support="#444444", trigger="#000000",
    good="#000000", good_ground="#FFFFFF", good_edge="#000000",
    bad="#000000", bad_ground="#FFFFFF", bad_edge="#000000",
    assumed="#000000", assumed_ground="#FFFFFF", assumed_edge="#000000",
    doubt="#000000", doubt_ground="#FFFFFF", doubt_edge="#555555",
    owners=("#000000",) * 12, patterns=True,
)  # fmt: skip

CONTRAST = Palette(
    page="#000000", text="#FFFFFF", quiet="#FFFFFF", line="#FFFFFF", axis="#9A9A9A",
    phase="#FFFFFF", on_phase="#000000", step="#000000", step_edge="#FFFFFF",
    card="#000000", card_edge="#FFFFFF", customer_edge="#7FD4FF", evidence="#000000", evidence_edge="#FFE680",
    thought_edge="#E0C2FF",
    band="#000000", band_customer="#00131F", band_evidence="#000000", band_experience="#000000",
    flow="#FFFFFF", support="#FFFFFF", trigger="#E0C2FF",
    good="#8CFFB0", good_ground="#000000", good_edge="#8CFFB0",
    bad="#FFB3AB", bad_ground="#000000", bad_edge="#FF8A80",
    assumed="#8CE4FF", assumed_ground="#000000", assumed_edge="#8CE4FF",
    doubt="#FFE680", doubt_ground="#000000", doubt_edge="#FFE680",
    owners=("#7FB8FF", "#FFB27F", "#7FFFC4", "#D9A6FF", "#FF9EB0", "#8CE4FF",
            "#FFE066", "#B3B8FF", "#DDFF80", "#FFA6DD", "#D0D8E0", "#80FFFF"),
    stroke=1.7,
)  # fmt: skip
