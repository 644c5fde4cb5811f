"""Time on the ways of a journey: a calendar, moments that depend on when a promise is made, walks and loops."""
