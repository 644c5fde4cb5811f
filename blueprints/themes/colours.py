"""Colours as numbers: contrast after WCAG 2.2, mixing, and making an ink readable."""

from __future__ import annotations

AA = 4.5
"""The least contrast of text of any size (WCAG 2.2, success criterion 1.4.3)."""

Rgb = tuple[int, int, int]


def rgb(colour: str) -> Rgb:
    """The parts of a colour written `#RGB` or `#RRGGBB`. Raises ValueError for anything else."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or not colour.startswith("#"):
        raise ValueError(f"{colour!r} is not a colour: write it like #24344F")
    value = int(digits, 16)
    return value >> 16, value >> 8 & 255, value & 255


def hexadecimal(parts: Rgb) -> str:
    """A colour's parts as `#RRGGBB`."""
    return "#" + "".join(f"{part:02X}" for part in parts)


def luminance(colour: str) -> float:
    """Relative luminance from 0 (black) to 1 (white), as WCAG defines it."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another in it."""
    pairs = zip(rgb(colour), rgb(other), strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return hexadecimal((red, green, blue))


def pale(ground: str, *inks: str) -> str:
    """The ground, moved towards white as little as needed for WCAG AA of all inks on it."""
    for step in range(21):
        tried = mix(ground, "#FFFFFF", step / 20)
        if all(contrast(ink, tried) >= AA for ink in inks):
            return tried
    return "#FFFFFF"


def readable(ink: str, *grounds: str) -> str:
    """The ink, moved towards black or white as little as needed for WCAG AA on all grounds (as far as it goes)."""
    towards = max(("#000000", "#FFFFFF"), key=lambda end: min(contrast(end, ground) for ground in grounds))
    for step in range(21):
        tried = mix(ink, towards, step / 20)
        if all(contrast(tried, ground) >= AA for ground in grounds):
            return tried
    return towards
