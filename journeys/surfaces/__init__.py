"""Where a person or a program comes in: thin, and the only ones that put features together."""
