"""`python -m journeys`."""

from journeys.surfaces.cli import main

if __name__ == "__main__":  # Processes that draw beside this one read this file, too.
    main()
