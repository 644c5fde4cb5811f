"""`python -m journeys`."""

from journeys.cli import main

main()
