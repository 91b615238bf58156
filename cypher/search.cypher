// Full-text search.

// name: search
// Claims, statements, actors, terms, plans and events whose words match, best first (Lucene syntax).
// An actor that is merged into another is found as that one.
// params: filter = {text: 'ceasefire', skip: 0, limit: 25}
CALL db.index.fulltext.queryNodes('search', $filter.text) YIELD node AS found, score
WITH coalesce(head(COLLECT { MATCH (found)-[:MERGED_INTO]->(root:Actor) RETURN root }), found) AS node, max(score) AS score
WHERE $filter.kind IS NULL OR $filter.kind IN labels(node)
WITH node, score ORDER BY score DESC, node.id SKIP toInteger($filter.skip) LIMIT toInteger($filter.limit)
RETURN node.id AS id, head([l IN labels(node) WHERE l <> 'Actor']) AS kind,
  coalesce(node.name, node.text, node.exact) AS text, score,
  head(COLLECT { MATCH (node)-[:IN]->(d:Document) RETURN d.id }) AS document;
