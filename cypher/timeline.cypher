// What was said, published and done, in order of time.

// name: timeline
// Statements when they were said, or else published; documents when published; events when they happened.
// What is not dated is left out, and so is what was rejected in review.
// filter holds any of: actor, plan, term, claim (ids; a claim with its parts), since, until (of the moment; cut to a day, month or
// year), from and before (moments from the one on and before the other, where nothing else is given), as_of (published by then), falling, after_at, after_kind and after_id (the last row of the page before).
// params: filter = {limit: 25}
CALL () {
  WITH $filter AS f WHERE f.claim IS NOT NULL
  MATCH (:Claim {id: f.claim})<-[:PART_OF*0..]-(:Claim)<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(n:Statement)
  RETURN n
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.term IS NOT NULL
  MATCH (:Term {id: f.term})<-[:ABOUT*0..1]-()<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(n:Statement)
  RETURN n
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.term IS NULL AND f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(n:Statement)
  RETURN n
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.term IS NULL AND f.actor IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-(x:Plan|PlanVersion|Term)<-[:ABOUT*0..1]-()
    <-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(n:Statement)
  RETURN n
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.term IS NULL AND f.actor IS NULL AND f.plan IS NULL
  MATCH (n:Statement) WHERE n.said >= coalesce(f.from, '') AND n.said < coalesce(f.before, 'A')
  RETURN n
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.term IS NULL AND f.actor IS NULL AND f.plan IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A')
  MATCH (d)<-[:IN]-(n:Statement) WHERE n.said IS NULL
  RETURN n
  UNION
  WITH $filter AS f WHERE f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:PUBLISHED_BY]-(n:Document)
  RETURN n
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND coalesce(f.claim, f.term, f.plan) IS NULL
  MATCH (n:Document) WHERE n.published >= coalesce(f.from, '') AND n.published < coalesce(f.before, 'A')
  RETURN n
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND coalesce(f.claim, f.term, f.plan) IS NULL
  MATCH (n:Event) WHERE n.date >= coalesce(f.from, '') AND n.date < coalesce(f.before, 'A')
  RETURN n
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND coalesce(f.claim, f.term, f.plan) IS NOT NULL
  MATCH (:Claim|Term|Plan {id: coalesce(f.claim, f.term, f.plan)})<-[:MENTIONS]-(n:Document)
  RETURN n
  UNION
  WITH $filter AS f WHERE f.actor IS NULL AND coalesce(f.claim, f.term, f.plan) IS NOT NULL
  MATCH (:Claim|Term|Plan {id: coalesce(f.claim, f.term, f.plan)})<-[:PART_OF*0..2]-()<-[:ABOUT*0..1]-(:Claim)-[:ABOUT]->(n:Event)
  RETURN n
}
WITH DISTINCT n
OPTIONAL MATCH (n)-[:IN]->(d:Document)
WITH n, head(labels(n)) AS label, CASE WHEN n:Document THEN n ELSE d END AS document
WHERE (document IS NULL OR $filter.as_of IS NULL OR size(document.published) >= size($filter.as_of)
    AND left(document.published, size($filter.as_of)) <= $filter.as_of)
  AND CASE label
    WHEN 'Statement' THEN n.review <> 'rejected'
      AND ($filter.actor IS NULL OR EXISTS { (n)-[:SPOKEN_BY]->(:Actor {id: $filter.actor}) })
      AND ($filter.term IS NULL OR EXISTS {
        (n)-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->()-[:ABOUT*0..1]->(:Term {id: $filter.term}) })
      AND ($filter.plan IS NULL OR EXISTS {
        (n)-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->()-[:ABOUT*0..1]->()-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
    WHEN 'Document' THEN ($filter.plan IS NULL OR EXISTS { (n)-[:MENTIONS]->(:Plan {id: $filter.plan}) })
      AND ($filter.term IS NULL OR EXISTS { (n)-[:MENTIONS]->(:Term {id: $filter.term}) })
      AND ($filter.claim IS NULL OR EXISTS { (n)-[:MENTIONS]->(:Claim {id: $filter.claim}) })
    ELSE ($filter.claim IS NULL OR EXISTS { (n)<-[:ABOUT]-(:Claim {id: $filter.claim}) })
      AND ($filter.term IS NULL OR EXISTS { (n)<-[:ABOUT]-(:Claim)-[:ABOUT]->(:Term {id: $filter.term}) })
      AND ($filter.plan IS NULL OR EXISTS { (n)<-[:ABOUT]-(:Claim)-[:ABOUT]->()-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
      AND ($filter.as_of IS NULL OR EXISTS {
        MATCH (n)<-[:MENTIONS]-(e:Document)
        WHERE size(e.published) >= size($filter.as_of) AND left(e.published, size($filter.as_of)) <= $filter.as_of })
  END
WITH n, toLower(label) AS kind,
  CASE label WHEN 'Statement' THEN coalesce(n.said, document.published) WHEN 'Document' THEN n.published ELSE n.date END AS at,
  CASE WHEN label = 'Event' THEN 'happened' WHEN n.said IS NOT NULL THEN 'said' ELSE 'published' END AS clock
WHERE at IS NOT NULL AND ($filter.before IS NULL OR (at >= $filter.from AND at < $filter.before))
  AND ($filter.since IS NULL OR left(at, size($filter.since)) >= $filter.since)
  AND ($filter.until IS NULL OR size(at) >= size($filter.until) AND left(at, size($filter.until)) <= $filter.until)
WITH n, kind, at, clock, at + '\t' + kind + '\t' + n.id AS place
WHERE $filter.after_id IS NULL OR CASE
  WHEN coalesce($filter.falling, false) THEN place < $filter.after_at + '\t' + $filter.after_kind + '\t' + $filter.after_id
  ELSE place > $filter.after_at + '\t' + $filter.after_kind + '\t' + $filter.after_id END
WITH n, kind, at, clock, CASE WHEN NOT coalesce($filter.falling, false) THEN place END AS up,
  CASE WHEN coalesce($filter.falling, false) THEN place END AS down
ORDER BY up, down DESC LIMIT toInteger($filter.limit)
RETURN at, clock, kind, n.id AS id, coalesce(n.title, n.name, n.exact) AS title,
  COLLECT {
    MATCH (n)-[:DENIES]->(denied:Claim)
    CALL (denied) {
      MATCH (denied)-[:PART_OF*0..]->(c:Claim) RETURN c
      UNION
      MATCH (denied)<-[:PART_OF*1..]-(c:Claim) RETURN c
    }
    MATCH (c)<-[:ASSERTS]-(s:Statement)-[:IN]->(e:Document)
    WHERE s <> n AND s.review <> 'rejected' AND ($filter.as_of IS NULL OR size(e.published) >= size($filter.as_of)
      AND left(e.published, size($filter.as_of)) <= $filter.as_of)
    RETURN DISTINCT s.id ORDER BY s.id
  } AS answers
ORDER BY up, down DESC;
