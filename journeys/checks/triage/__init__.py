"""What becomes of findings: they get their places, and some are put aside by comments or a baseline."""
