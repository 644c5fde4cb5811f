"""The quick way from text to plain data, for text with nothing wrong in it.

It keeps no places, and gives up (None) at whatever needs one: then `journeys.language.loading.tree` reads the text
again, with places, and says what is wrong.
"""

from __future__ import annotations

from typing import Any

import yaml

from journeys.language.loading.misread import suspect
from journeys.language.loading.tree import MAX_DEPTH, NULLS, Parser

# Ways to write U+0000, which no key may hold.
_NUL = ("\\0", "\\x00", "\\u0000", "\\U0000")


class NotPlain(Exception):
    """The text has something that must be told with its place."""


def plain(text: str) -> Any:
    """The data of a YAML text: dicts, lists, text and None. Raises NotPlain where something is to be told."""
    if any(escape in text for escape in _NUL) or suspect(text):
        raise NotPlain
    parser = Parser(text)
    try:
        return _data(parser.get_event)
    except yaml.YAMLError as error:
        raise NotPlain from error
    finally:
        parser.dispose()


def _data(get_event: Any) -> Any:  # noqa: C901
    """One loop without calls: this is where loading spends its time."""
    scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
    nulls = NULLS
    root: Any = None
    holder: Any = None
    key: str | None = None
    in_mapping = False
    stack: list[tuple[Any, str | None, bool]] = []
    documents = 0
    event = get_event()
    while event is not None:
        kind = type(event)
        if kind is scalar:
            if event.tag is not None or event.anchor is not None:
                raise NotPlain
            value = event.value
            if in_mapping and key is None:
                if value in holder:
                    raise NotPlain
                key = value
                event = get_event()
                continue
            if value in nulls and not event.style:
                value = None
        elif kind is mapping or kind is sequence:
            if (
                event.tag is not None
                or event.anchor is not None
                or len(stack) >= MAX_DEPTH
                or (in_mapping and key is None)
            ):
                raise NotPlain
            stack.append((holder, key, in_mapping))
            in_mapping = kind is mapping
            holder, key = ({} if in_mapping else []), None
            event = get_event()
            continue
        elif kind is mapping_end or kind is sequence_end:
            value = holder
            holder, key, in_mapping = stack.pop()
        else:
            if kind is yaml.AliasEvent:
                raise NotPlain
            documents += kind is yaml.DocumentStartEvent
            if documents > 1:
                raise NotPlain
            event = get_event()
            continue
        if in_mapping:
            holder[key] = value
            key = None
        elif holder is not None:
            holder.append(value)
        else:
            root = value
        event = get_event()
    return root
