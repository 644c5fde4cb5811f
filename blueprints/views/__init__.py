"""Views: pure functions from a journey's graph to what a drawing shows."""
