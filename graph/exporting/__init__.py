"""The graph as RDF files, written in constant memory: pages of documents to blocks to text."""
