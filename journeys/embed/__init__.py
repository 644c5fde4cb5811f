"""The names by which documentation tools ask for journeys; the work is done in `journeys.surfaces.embed`."""
