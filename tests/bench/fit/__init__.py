"""Fits the weights of the comparison anew, on the annotated reports of the repository: README.md tells how."""
