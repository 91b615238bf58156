"""Loading millions of statements offline: files for Neo4j's importer, and what follows the import."""
