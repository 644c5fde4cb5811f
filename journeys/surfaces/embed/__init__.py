"""Journeys inside documentation: drawings, ledgers, findings and owners as parts of somebody else's page.

`snippet.snippet` renders one request; blocks in Markdown files, the fence for `pymdownx.superfences` and the Sphinx
directive are three ways to ask it.
"""
