"""How the line of each kind of connector looks, on the drawing and in its legend."""

from __future__ import annotations

from types import MappingProxyType

from blueprints.views.view import ConnectorKind

PATHS = MappingProxyType(
    {
        ConnectorKind.FLOW: ("flow", 1.4, ""),
        ConnectorKind.TOGETHER: ("flow", 1.4, "dashed"),
        ConnectorKind.SUPPORT: ("support", 1.0, ""),
        ConnectorKind.CELLS: ("support", 1.4, ""),
        ConnectorKind.TRIGGER: ("trigger", 1.1, "dotted"),
        ConnectorKind.GAP: ("bad", 1.4, "dashed"),
        ConnectorKind.RELIES: ("support", 1.1, ""),
        ConnectorKind.REPORTS: ("support", 1.1, ""),
        ConnectorKind.HANDOFF: ("support", 1.1, ""),
        ConnectorKind.BROKEN_BY: ("bad", 1.4, "dashed"),
        ConnectorKind.SERVED: ("flow", 1.2, ""),
        ConnectorKind.PRACTISED: ("trigger", 1.1, "dotted"),
        ConnectorKind.KEPT: ("support", 1.1, ""),
        ConnectorKind.ABOUT: ("support", 1.1, ""),
    }
)
"""By kind: the ink, the width in points, and the dashes."""
