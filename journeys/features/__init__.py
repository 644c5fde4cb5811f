"""What is made of journeys, one folder each, on the core alone."""
