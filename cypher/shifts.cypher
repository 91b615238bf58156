// How positions move: what actors did to one thing on different days, and what they took back.

// name: courses
// What actors assert or deny of a claim, or support, reject or accept under a condition of a plan's terms, where
// an actor did so on more than one day: one row per live statement. The day is when it was said, else published;
// one that is not known to the day is left out, for nobody knows before or after what it was.
// filter holds any of: actor, plan, claim (ids), terms (ids), as_of (published by then); or pairs, of an actor and a
// target each (ids), and perhaps as_of.
// params: filter = {plan: '28-point-plan'}
CALL () {
  // What stands now is told by the shortcuts: one need not read all that anybody did to the target.
  WITH $filter AS f WHERE f.pairs IS NOT NULL
  UNWIND f.pairs AS pair
  MATCH (a:Actor {id: pair.actor})-[e:CLAIMS|DISPUTES|BACKS|OPPOSES]->(t:Claim|Term {id: pair.target})
  UNWIND e.statements AS id
  MATCH (s:Statement {id: id})-[act:ASSERTS|DENIES|SUPPORTS|REJECTS]->(t)
  USING INDEX s:Statement(id)  // Else all that anybody did to the target is read for each of them.
  RETURN t, act, s
  UNION
  WITH $filter AS f WHERE f.pairs IS NOT NULL
  UNWIND f.pairs AS pair
  MATCH (t:Term {id: pair.target})<-[act:ACCEPTS_IF]-(s:Statement)-[:SPOKEN_BY]->(:Actor {id: pair.actor}) RETURN t, act, s
  UNION
  // What was taken back since then stood at that moment, and is in no shortcut.
  WITH $filter AS f WHERE f.pairs IS NOT NULL AND f.as_of IS NOT NULL
  UNWIND f.pairs AS pair
  MATCH (t:Claim {id: pair.target})
  WHERE EXISTS { MATCH (t)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(:Statement)-[:SPOKEN_BY]->(:Actor {id: pair.actor}) }
  MATCH (t)<-[act:ASSERTS|DENIES]-(s:Statement)-[:SPOKEN_BY]->(:Actor {id: pair.actor})
  RETURN t, act, s
  UNION
  WITH $filter AS f WHERE f.claim IS NOT NULL
  MATCH (t:Claim {id: f.claim})<-[act:ASSERTS|DENIES]-(s:Statement) RETURN t, act, s
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.terms IS NOT NULL
  UNWIND f.terms AS id
  MATCH (t:Term {id: id})<-[act:SUPPORTS|REJECTS|ACCEPTS_IF]-(s:Statement) RETURN t, act, s
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.terms IS NULL AND f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(s:Statement)-[act:ASSERTS|DENIES|SUPPORTS|REJECTS|ACCEPTS_IF]->(t:Claim|Term)
  RETURN t, act, s
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.terms IS NULL AND f.actor IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-(:Plan|PlanVersion|Term)<-[:ABOUT*0..1]-(t:Claim|Term)
    <-[act:ASSERTS|DENIES|SUPPORTS|REJECTS|ACCEPTS_IF]-(s:Statement)
  RETURN t, act, s
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.terms IS NULL AND f.actor IS NULL AND f.plan IS NULL AND f.pairs IS NULL
  MATCH (t:Claim|Term)<-[act:ASSERTS|DENIES|SUPPORTS|REJECTS|ACCEPTS_IF]-(s:Statement) RETURN t, act, s
}
WITH DISTINCT t, act, s
WHERE s.review <> 'rejected' AND NOT s.inference AND (t:Term) = (type(act) IN ['SUPPORTS', 'REJECTS', 'ACCEPTS_IF'])
  AND ($filter.plan IS NULL OR EXISTS { (t)-[:ABOUT*0..1]->()-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
MATCH (s)-[:IN]->(d:Document)
WHERE $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
  AND left(d.published, size($filter.as_of)) <= $filter.as_of
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WHERE ($filter.actor IS NULL OR a.id = $filter.actor)
  AND ($filter.pairs IS NULL OR {actor: a.id, target: t.id} IN $filter.pairs)
WITH a, t, act, s, d, left(coalesce(s.said, d.published), 10) AS day,
  CASE WHEN t:Claim THEN t ELSE coalesce(head([(t)-[:PART_OF*1..2]->(p:Plan) | p]), t) END AS thing
WHERE size(day) = 10
WITH a, thing, collect({t: t, act: act, s: s, d: d, day: day}) AS said, count(DISTINCT day) AS days
WHERE days > 1
UNWIND said AS x
WITH a, thing, x.t AS t, x.act AS act, x.s AS s, x.d AS d, x.day AS day
WHERE NOT EXISTS {
  MATCH (t)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
  WHERE r <> s AND r.review <> 'rejected'
    AND CASE WHEN later = d THEN r.start > s.start
      ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
    AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
      AND left(later.published, size($filter.as_of)) <= $filter.as_of)
}
RETURN a.id AS actor_id, a.name AS actor, head([l IN labels(a) WHERE l <> 'Actor']) AS actor_kind,
  CASE WHEN thing:Plan THEN thing.id END AS plan, toLower(type(act)) AS stance, t.id AS target_id,
  head(labels(t)) AS target_kind, coalesce(t.name, t.text) AS target, day, s.id AS statement, s.exact AS words,
  s.mode AS mode, s.said AS said, s.condition AS condition, s.qualification AS qualification, s.start AS start,
  s.end AS end, d.id AS document_id, d.title AS document, d.published AS published
ORDER BY actor_id, day, published, document_id, start, statement, stance, target_id;

// name: movers
// Actors that in a stretch of documents assert or deny a claim of which they do both, with what was taken back.
// filter holds from and before (published from the one on and before the other) or undated.
// params: filter = {}
CALL () {
  WITH $filter AS f WHERE f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A') RETURN d
  UNION
  WITH $filter AS f WHERE f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL RETURN d
}
MATCH (d)<-[:IN]-(s:Statement)-[:ASSERTS|DENIES]->(c:Claim)
WHERE s.review <> 'rejected' AND NOT s.inference
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WITH DISTINCT a, c
WHERE (EXISTS { (a)-[:CLAIMS]->(c) } AND EXISTS { (a)-[:DISPUTES]->(c) })
  OR EXISTS { (c)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(:Statement)-[:SPOKEN_BY]->(a) }
RETURN a.id AS actor, c.id AS target ORDER BY actor, target;

// name: stances_in
// Who supports, rejects or accepts under a condition which term in a stretch of documents, with the term's plan.
// filter holds from and before (published from the one on and before the other) or undated.
// params: filter = {}
CALL () {
  WITH $filter AS f WHERE f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A') RETURN d
  UNION
  WITH $filter AS f WHERE f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL RETURN d
}
MATCH (d)<-[:IN]-(s:Statement)-[:SUPPORTS|REJECTS|ACCEPTS_IF]->(t:Term)
WHERE s.review <> 'rejected' AND NOT s.inference
MATCH (s)-[:SPOKEN_BY]->(a:Actor)
WITH DISTINCT a, t
RETURN a.id AS actor, t.id AS term, head([(t)-[:PART_OF*1..2]->(p:Plan) | p.id]) AS plan ORDER BY actor, term;

// name: takings
// What speakers took back themselves: one row per retraction, claim and speaker, with the earlier assertions and
// denials of the claim, or of a part of it, by the same speaker; the latest retraction first.
// filter holds any of: actor, plan, claim (ids), statements (ids that were taken back), since, until (publication
// of the retraction), as_of (published by then).
// params: filter = {}
CALL () {
  WITH $filter AS f WHERE f.statements IS NOT NULL
  UNWIND f.statements AS id
  MATCH (:Statement {id: id})-[:ASSERTS|DENIES]->(:Claim)-[:PART_OF*0..]->(c:Claim)<-[:RETRACTS]-(r:Statement)
  RETURN c, r
  UNION
  WITH $filter AS f WHERE f.statements IS NULL AND f.claim IS NOT NULL
  MATCH (:Claim {id: f.claim})-[:PART_OF*0..]->(c:Claim)<-[:RETRACTS]-(r:Statement) RETURN c, r
  UNION
  WITH $filter AS f WHERE f.statements IS NULL AND f.claim IS NULL AND f.actor IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(r:Statement)-[:RETRACTS]->(c:Claim) RETURN c, r
  UNION
  WITH $filter AS f WHERE f.statements IS NULL AND f.claim IS NULL AND f.actor IS NULL
  MATCH (c:Claim)<-[:RETRACTS]-(r:Statement) RETURN c, r
}
WITH DISTINCT c, r
MATCH (r)-[:IN]->(later:Document)
WHERE r.review <> 'rejected'
  AND ($filter.since IS NULL OR left(later.published, size($filter.since)) >= $filter.since)
  AND ($filter.until IS NULL OR size(later.published) >= size($filter.until)
    AND left(later.published, size($filter.until)) <= $filter.until)
  AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
    AND left(later.published, size($filter.as_of)) <= $filter.as_of)
  AND ($filter.plan IS NULL OR EXISTS { (c)-[:ABOUT]->()-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
MATCH (r)-[:SPOKEN_BY]->(a:Actor)
WHERE $filter.actor IS NULL OR a.id = $filter.actor
RETURN a.id AS actor_id, a.name AS actor, head([l IN labels(a) WHERE l <> 'Actor']) AS actor_kind, c.id AS claim,
  c.text AS text, r.id AS retraction, coalesce(later.published, '') AS published,
  COLLECT {
    MATCH (c)<-[:PART_OF*0..]-(:Claim)<-[:ASSERTS|DENIES]-(s:Statement)-[:SPOKEN_BY]->(a), (s)-[:IN]->(d:Document)
    WHERE s <> r AND s.review <> 'rejected' AND NOT s.inference
      AND CASE WHEN later = d THEN r.start > s.start
        ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
      AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
        AND left(d.published, size($filter.as_of)) <= $filter.as_of)
    WITH DISTINCT s, d ORDER BY d.published, d.id, s.start, s.id
    RETURN s.id
  } AS of
ORDER BY published DESC, claim, actor_id, retraction;
