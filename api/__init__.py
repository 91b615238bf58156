"""The service: answers from the graph over HTTP."""
