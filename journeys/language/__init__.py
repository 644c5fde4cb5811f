"""What a file says: text with places, the model, loading, the canonical layout, the schema."""
