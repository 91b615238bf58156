// Full-text search.

// name: search
// Claims, statements, actors, terms, plans, events and documents whose words match, best first (Lucene
// syntax); documents, by title and text, after all others, for their scores cannot be compared.
// An actor that is merged into another is found as that one.
// params: filter = {text: 'ceasefire', skip: 0, limit: 25}
CALL () {
  CALL db.index.fulltext.queryNodes('search', $filter.text) YIELD node AS found, score
  WITH CASE WHEN found:Actor THEN coalesce(head(COLLECT { MATCH (found)-[:MERGED_INTO]->(root:Actor) RETURN root }), found)
    ELSE found END AS node, max(score) AS score
  WHERE $filter.kind IS NULL OR $filter.kind IN labels(node)
  WITH node, score ORDER BY score DESC, node.id LIMIT toInteger($filter.skip) + toInteger($filter.limit)
  RETURN collect({node: node, score: score}) AS best
}
CALL (best) {
  UNWIND best AS one
  RETURN one.node AS node, 0 AS rank, one.score AS score
  UNION ALL
  WITH best WHERE size(best) < toInteger($filter.skip) + toInteger($filter.limit) AND ($filter.kind IS NULL OR $filter.kind = 'Document')
  CALL db.index.fulltext.queryNodes('articles', $filter.text) YIELD node, score
  RETURN node, 1 AS rank, score
}
WITH node, rank, score ORDER BY rank, score DESC, node.id SKIP toInteger($filter.skip) LIMIT toInteger($filter.limit)
RETURN node.id AS id, head([l IN labels(node) WHERE l <> 'Actor']) AS kind,
  coalesce(node.title, node.name, node.exact, node.text) AS text, score, node.start AS start, node.end AS end,
  CASE WHEN node:Document THEN node.id ELSE head(COLLECT { MATCH (node)-[:IN]->(d:Document) RETURN d.id }) END AS document
ORDER BY rank, score DESC, id;
