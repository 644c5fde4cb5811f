"""Where everything on a drawing stands: geometry, and no graph."""
