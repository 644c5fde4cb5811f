"""The reference pages of the documentation, made from the models of the language and from the rules themselves.

`python -m journeys.features.reference docs` writes them anew.
"""
