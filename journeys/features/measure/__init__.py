"""What customers answered, as a number with how sure it is."""
