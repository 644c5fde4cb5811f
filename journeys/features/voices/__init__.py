"""What was heard, listed; and what is heard elsewhere, written into the files of a workspace."""

from journeys.features.voices.told import Answer, Said, Summary, voices

__all__ = ["Answer", "Said", "Summary", "voices"]
