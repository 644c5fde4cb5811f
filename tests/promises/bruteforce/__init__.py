"""A brute-force oracle of the promise calculus, written from `calculus.md` and `language.md` alone."""
