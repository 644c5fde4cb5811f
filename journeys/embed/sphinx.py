"""The Sphinx extension: `extensions = ["journeys.embed.sphinx"]`."""

from journeys.surfaces.embed.sphinx import setup

__all__ = ["setup"]
