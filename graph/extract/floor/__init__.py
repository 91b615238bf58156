"""Texts in which somebody holds the floor: interviews, statements in full, corrections."""
