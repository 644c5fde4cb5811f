"""What customers answered: how answers make a number, how sure it is, and what became of those who said no."""
