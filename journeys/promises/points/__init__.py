"""The ten points of the calculus (calculus.md), each in a file of its number and name."""
