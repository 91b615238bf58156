// Full-text search. Documents come after all others, for their scores cannot be compared: they are asked for apart.

// name: search
// Claims, statements, actors, terms, plans and events whose words match, best first (Lucene syntax).
// An actor that is merged into another is found as that one.
// params: filter = {text: 'ceasefire', skip: 0, limit: 25}
CALL db.index.fulltext.queryNodes('search', $filter.text) YIELD node AS found, score
WITH CASE WHEN found:Actor THEN coalesce(head(COLLECT { MATCH (found)-[:MERGED_INTO]->(root:Actor) RETURN root }), found)
  ELSE found END AS node, max(score) AS score
WHERE $filter.kind IS NULL OR $filter.kind IN labels(node)
WITH node, score ORDER BY score DESC, node.id SKIP toInteger($filter.skip) LIMIT toInteger($filter.limit)
RETURN node.id AS id, head([l IN labels(node) WHERE l <> 'Actor']) AS kind,
  coalesce(node.name, node.exact, node.text) AS text, score, node.start AS start, node.end AS end,
  head(COLLECT { MATCH (node)-[:IN]->(d:Document) RETURN d.id }) AS document
ORDER BY score DESC, id;

// name: search_held
// How many claims, statements, actors, terms, plans and events `search` finds.
// params: filter = {text: 'ceasefire'}
CALL db.index.fulltext.queryNodes('search', $filter.text) YIELD node AS found
WITH DISTINCT CASE WHEN found:Actor THEN coalesce(head(COLLECT { MATCH (found)-[:MERGED_INTO]->(root:Actor) RETURN root }), found)
  ELSE found END AS node
WHERE $filter.kind IS NULL OR $filter.kind IN labels(node)
RETURN count(node) AS held;

// name: search_documents
// Documents whose title or text matches, best first (Lucene syntax).
// params: filter = {text: 'ceasefire', skip: 0, limit: 25}
CALL db.index.fulltext.queryNodes('articles', $filter.text) YIELD node, score
WITH node, score ORDER BY score DESC, node.id SKIP toInteger($filter.skip) LIMIT toInteger($filter.limit)
RETURN node.id AS id, 'Document' AS kind, node.title AS text, score, null AS start, null AS end, node.id AS document
ORDER BY score DESC, id;

// name: unknown_ids
// Of ids that were given as filters, those that the graph holds nothing of their kind under; with as_of, also those of
// what nothing published by then mentions, under any id that judgements take for the same.
// params: asked = [{filter: 'actor', kind: 'Actor', id: ''}], as_of = null
UNWIND $asked AS one
WITH one WHERE NOT EXISTS {
  MATCH (n:Actor|Claim|Document|Plan|PlanVersion|Statement|Term {id: one.id})
  WHERE one.kind IN labels(n) AND ($as_of IS NULL OR EXISTS {
    MATCH (n)-[:MERGED_INTO*0..2]-()<-[:MENTIONS]-(d:Document)
    WHERE size(d.published) >= size($as_of) AND left(d.published, size($as_of)) <= $as_of
  } OR EXISTS {
    MATCH (n)-[:IN*0..1]->(d:Document)
    WHERE size(d.published) >= size($as_of) AND left(d.published, size($as_of)) <= $as_of }) }
RETURN one.filter AS filter, one.kind AS kind, one.id AS id;
