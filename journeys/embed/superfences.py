"""The fence for MkDocs and its kin: `format: !!python/name:journeys.embed.superfences.fence`."""

from journeys.surfaces.embed.superfences import fence

__all__ = ["fence"]
