// Actors, and what each one claims, denies and wants.

// name: actors
// Actors with how much they said, but for what was rejected in review, in order of id. One that is merged into another is found there.
// params: filter = {limit: 25}
MATCH (a:Actor)
WHERE a.id > coalesce($filter.after_id, '') AND ($filter.kind IS NULL OR $filter.kind IN labels(a))
  AND NOT EXISTS { (a)-[:MERGED_INTO]->(:Actor) }
  AND ($filter.text IS NULL OR EXISTS {
    MATCH (b:Actor)-[:MERGED_INTO*0..1]->(a)
    WHERE any(n IN [b.name] + coalesce(b.aliases, []) + coalesce(b.misspellings, []) WHERE toLower(n) CONTAINS toLower($filter.text)) })
WITH a ORDER BY a.id LIMIT toInteger($filter.limit)
RETURN a.id AS id, a.name AS name, head([l IN labels(a) WHERE l <> 'Actor']) AS kind,
  COUNT { MATCH (a)<-[:SPOKEN_BY]-(s:Statement) WHERE s.review <> 'rejected' } AS statements,
  COUNT { (a)-[:CLAIMS]->() } AS claims, COUNT { (a)-[:DISPUTES]->() } AS disputes;

// name: actor
// One actor: names, posts, groups. Asked for one that is merged into another, it answers with that one.
// params: actor = ''
MATCH (asked:Actor {id: $actor})
WITH coalesce(head(COLLECT { MATCH (asked)-[:MERGED_INTO]->(root:Actor) RETURN root }), asked) AS a
WITH a, COLLECT { MATCH (b:Actor)-[:MERGED_INTO]->(a) RETURN b ORDER BY b.id } AS merged
RETURN a.id AS id, a.name AS name, head([l IN labels(a) WHERE l <> 'Actor']) AS kind,
  COLLECT {
    UNWIND coalesce(a.aliases, []) + reduce(all = [], b IN merged | all + b.name + coalesce(b.aliases, [])) AS item
    WITH DISTINCT item WHERE item <> a.name
    RETURN item ORDER BY item
  } AS aliases,
  COLLECT {
    UNWIND coalesce(a.misspellings, []) + reduce(all = [], b IN merged | all + coalesce(b.misspellings, [])) AS item
    RETURN DISTINCT item ORDER BY item
  } AS misspellings,
  coalesce(a.wikidata, head([b IN merged WHERE b.wikidata IS NOT NULL | b.wikidata])) AS wikidata,
  [b IN merged | {id: b.id, name: b.name}] AS merged_from,
  COLLECT {
    MATCH (a)-[:HOLDS]->(r:Role)
    RETURN {id: r.id, post: r.post, organization: head([(r)-[:AT]->(o:Actor) | o.name]), since: r.since, until: r.until}
    ORDER BY r.id
  } AS roles,
  COLLECT { MATCH (a)-[:PART_OF]->(c:Collective) RETURN {id: c.id, name: c.name} ORDER BY c.id } AS member_of,
  COLLECT { MATCH (m:Actor)-[:PART_OF]->(a) RETURN {id: m.id, name: m.name} ORDER BY m.id } AS members,
  head(COLLECT { MATCH (a)-[:AFFILIATED_WITH]->(b:Actor) RETURN {id: b.id, name: b.name} ORDER BY b.id }) AS affiliation;

// name: actor_known
// The id of one actor, or of the one that it is merged into; nothing if there is none.
// params: actor = ''
MATCH (a:Actor {id: $actor})
RETURN coalesce(head(COLLECT { MATCH (a)-[:MERGED_INTO]->(root:Actor) RETURN root.id }), a.id) AS id;

// name: actor_statements
// What one actor claims, denies, questions and wants, oldest first.
// filter holds as_of: only what was published by then.
// params: actor = '', limit = 500, filter = {}
MATCH (:Actor {id: $actor})<-[:SPOKEN_BY]-(s:Statement)-[:IN]->(d:Document)
WHERE $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
  AND left(d.published, size($filter.as_of)) <= $filter.as_of
OPTIONAL MATCH (s)-[act:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(t)
RETURN s.id AS statement, coalesce(toLower(type(act)), s.unlinked) AS act, coalesce(t.name, t.text) AS target, s.exact AS words,
  d.title AS document, d.published AS published
ORDER BY published, statement, act, target LIMIT $limit;
