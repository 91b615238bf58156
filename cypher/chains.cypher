// How claims come to the reader: from their speakers through those who passed them on.

// name: chains
// One row per live statement that asserts a claim, a part of it or a larger claim that holds it, and per
// speaker: the speaker, then who passed it on, outward. certainties are those on the way.
// filter holds any of: as_of (published by then).
// params: claim = 'b74322f59e199576', filter = {}
MATCH (claim:Claim {id: $claim})
CALL (claim) {
  MATCH (claim)<-[:PART_OF*0..]-(c:Claim) RETURN c
  UNION
  MATCH (claim)-[:PART_OF*1..]->(c:Claim) RETURN c
}
MATCH (c)<-[:ASSERTS]-(s:Statement)-[:IN]->(d:Document)
WHERE s.review <> 'rejected' AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
  AND left(d.published, size($filter.as_of)) <= $filter.as_of)
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WHERE NOT EXISTS {
  MATCH (c)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
  WHERE r <> s AND r.review <> 'rejected'
    AND CASE WHEN later = d THEN r.start > s.start
      ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
    AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
      AND left(later.published, size($filter.as_of)) <= $filter.as_of)
}
WITH DISTINCT s, a, d
RETURN s.id AS statement, s.inference AS inference,
  [{id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])}] + COLLECT {
    MATCH path = (s)-[:REPORTED_BY*1..]->(:Statement)-[:SPOKEN_BY]->(b:Actor)
    RETURN {id: b.id, name: b.name, kind: head([l IN labels(b) WHERE l <> 'Actor'])}
    ORDER BY length(path), b.id
  } AS hops,
  COLLECT { MATCH (s)-[:REPORTED_BY*0..]->(hop:Statement) RETURN DISTINCT hop.certainty } AS certainties,
  {id: d.id, title: d.title, url: d.url, source: d.source, published: d.published,
    publisher: head(COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.name ORDER BY p.id })} AS document,
  COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.id ORDER BY p.id } AS outlets
ORDER BY d.published, d.id, s.start, statement, a.id;

// name: claim_text
// The sentence of one claim.
// params: claim = ''
MATCH (c:Claim {id: $claim})
RETURN c.id AS id, c.text AS name;
