"""The radar: what contradicts itself or something else, unless a person dismissed it."""

from .contradictions import contradictions

__all__ = ["contradictions"]
