"""A static site of a workspace: journeys, drawings, promises, owners, findings and rules, read without a server."""

from journeys.surfaces.site.build import Page, pages
from journeys.surfaces.site.folder import write_site

__all__ = ["Page", "pages", "write_site"]
