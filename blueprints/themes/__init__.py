"""What a drawing looks like: colours, inks and patterns."""
