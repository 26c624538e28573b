"""Labelled questions → figures, with the methods people use today beside ours."""
