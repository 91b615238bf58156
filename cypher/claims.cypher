// Claims and who disputes them. A claim is disputed when a live statement asserts it or a part of it
// and a live statement by another speaker denies it, a part or the whole. Live: not rejected in
// review, not retracted by its own speaker. A denial never ends a claim.

// name: who_disputes
// Who claims what, who denies which part of it: one row per whole claim, the latest spoken of first.
// filter holds any of: status (disputed; unclaimed: denied, yet nobody claims it; undisputed), claim or claims,
// actor (and side: asserts or denies), term, plan (ids), text, since, until, as_of, after_date and after_id (the last row of the page before).
// Asked for a part, it counts what is said of the larger claims that hold it too.
// Unless claims are named it looks at those that documents published from `from` on and before `before` speak of last,
// or with `undated`, documents of unknown date; with among (ids), at these.
// as_of sees the graph as published by then; until leaves out what was published later, since claims that
// nobody has spoken of since; dates may be cut to a month or year. A document whose date is not known so
// precisely is left out when one is asked for.
// It is one map because Neo4j plans a query anew for each combination of absent parameters.
// params: filter = {status: 'disputed', limit: 25}
CALL () {
  WITH $filter AS f WHERE f.claim IS NOT NULL
  MATCH (whole:Claim {id: f.claim}) RETURN whole
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.claims IS NOT NULL
  UNWIND f.claims AS id
  MATCH (whole:Claim {id: id}) RETURN whole
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.claims IS NULL AND f.among IS NOT NULL
  UNWIND f.among AS id
  MATCH (whole:Claim {id: id}) RETURN whole
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.claims IS NULL AND f.among IS NULL AND f.undated IS NULL
  MATCH (d:Document) WHERE d.published >= coalesce(f.from, '') AND d.published < coalesce(f.before, 'A')
  MATCH (d)<-[:IN]-(:Statement)-[:ASSERTS|DENIES]->(c:Claim)
  WITH DISTINCT c
  CALL (c) {
    MATCH (c)-[:PART_OF*0..]->(whole:Claim) RETURN whole
    UNION
    // As of then, a part may be whole, for who holds the larger claim was not published; a denial may be linked to that.
    WITH c WHERE $filter.as_of IS NOT NULL
    MATCH (c)<-[:PART_OF*1..]-(whole:Claim) RETURN whole
  }
  RETURN DISTINCT whole
  UNION
  WITH $filter AS f WHERE f.claim IS NULL AND f.claims IS NULL AND f.among IS NULL AND f.undated IS NOT NULL
  MATCH (d:Document) WHERE d.published IS NULL
  WITH DISTINCT d
  MATCH (d)<-[:IN]-(:Statement)-[:ASSERTS|DENIES]->(:Claim)-[:PART_OF*0..]->(whole:Claim)
  RETURN DISTINCT whole
}
WITH whole
WHERE ($filter.claim IS NOT NULL OR $filter.claims IS NOT NULL
    OR CASE WHEN $filter.as_of IS NULL THEN NOT EXISTS { (whole)-[:PART_OF]->(:Claim) }
      ELSE NOT EXISTS {
        MATCH (whole)-[:PART_OF]->(:Claim)<-[:MENTIONS]-(d:Document)
        WHERE size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of } END)
  // Of what the actor said of it or a part; what it does is compared below. What was taken back since `as_of` has no shortcut.
  AND ($filter.actor IS NULL OR $filter.as_of IS NOT NULL OR $filter.claim IS NOT NULL OR $filter.claims IS NOT NULL
    OR EXISTS {
      MATCH (whole)<-[:PART_OF*0..]-(:Claim)<-[side:CLAIMS|DISPUTES]-(a:Actor)
      WHERE a.id = $filter.actor AND type(side) =
        CASE $filter.side WHEN 'asserts' THEN 'CLAIMS' WHEN 'denies' THEN 'DISPUTES' ELSE type(side) END })
  AND ($filter.text IS NULL OR EXISTS {
    MATCH (whole)<-[:PART_OF*0..]-(c:Claim) WHERE toLower(c.text) CONTAINS toLower($filter.text) })
  AND ($filter.term IS NULL OR EXISTS {
    MATCH (whole)<-[:PART_OF*0..]-(c:Claim)-[:ABOUT]->(:Term {id: $filter.term})
    WHERE $filter.as_of IS NULL OR EXISTS {
      MATCH (c)<-[m:MENTIONS]-(d:Document)
      WHERE 'about=term/' + $filter.term IN m.states
        AND size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of } })
  AND ($filter.plan IS NULL OR EXISTS {
    MATCH (whole)<-[:PART_OF*0..]-(c:Claim)-[:ABOUT]->(x)-[:PART_OF*0..2]->(:Plan {id: $filter.plan})
    WHERE $filter.as_of IS NULL OR EXISTS {
      MATCH (c)<-[m:MENTIONS]-(d:Document)
      WHERE any(kind IN ['term', 'version', 'plan'] WHERE 'about=' + kind + '/' + x.id IN m.states)
        AND size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of } })
CALL (whole) {
  CALL (whole) {
    MATCH (whole)<-[:PART_OF*0..]-(claim:Claim) RETURN claim
    UNION
    MATCH (whole)-[:PART_OF*1..]->(claim:Claim) RETURN claim
  }
  WITH claim, COLLECT {
    MATCH (claim)-[:PART_OF*0..]->(:Claim)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(by:Actor), (r)-[:IN]->(later:Document)
    WHERE r.review <> 'rejected'
      AND ($filter.as_of IS NULL OR size(later.published) >= size($filter.as_of)
        AND left(later.published, size($filter.as_of)) <= $filter.as_of)
    RETURN {statement: r, start: r.start, by: by, document: later, day: left(coalesce(later.published, '9'), 10)}
  } AS retractions
  MATCH (claim)<-[act:ASSERTS|DENIES]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND ($filter.until IS NULL OR size(d.published) >= size($filter.until)
      AND left(d.published, size($filter.until)) <= $filter.until)
    AND ($filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
      AND left(d.published, size($filter.as_of)) <= $filter.as_of)
  MATCH (s)-[:SPOKEN_BY]->(a:Actor)
  WHERE none(r IN retractions WHERE r.by = a AND r.statement <> s
    AND CASE WHEN r.document = d THEN r.start > s.start ELSE r.day >= left(coalesce(d.published, ''), 10) END)
  WITH {claim: claim.id, act: type(act), statement: s.id, speaker: a.id, name: a.name,
    date: d.published, chain: [(s)-[:REPORTED_BY*1..]->(:Statement)-[:SPOKEN_BY]->(b:Actor) | b],
    anonymous: a:AnonymousSource} AS said
  ORDER BY said.date, said.statement, said.speaker
  WITH collect(said) AS saids
  RETURN [x IN saids WHERE x.act = 'ASSERTS'] AS claiming, [x IN saids WHERE x.act = 'DENIES'] AS denying
}
WITH whole, claiming, denying,
  CASE
    WHEN any(x IN denying WHERE any(y IN claiming WHERE y.speaker <> x.speaker)) THEN 'disputed'
    WHEN size(denying) > 0 AND size(claiming) = 0 THEN 'unclaimed'
    WHEN size(claiming) = 0 THEN 'unasserted'
    ELSE 'undisputed'
  END AS state,
  coalesce(reduce(l = null, x IN denying + claiming | CASE WHEN l IS NULL OR x.date > l THEN x.date ELSE l END), '') AS latest
WHERE ($filter.claim IS NOT NULL OR $filter.claims IS NOT NULL OR size(claiming) + size(denying) > 0)
  AND ($filter.status IS NULL OR state = $filter.status)
  AND ($filter.actor IS NULL OR any(x IN claiming + denying WHERE x.speaker = $filter.actor
    AND x.act = CASE $filter.side WHEN 'asserts' THEN 'ASSERTS' WHEN 'denies' THEN 'DENIES' ELSE x.act END))
  AND ($filter.since IS NULL OR left(latest, size($filter.since)) >= $filter.since)
  AND ($filter.before IS NULL OR (latest >= $filter.from AND latest < $filter.before))
  AND ($filter.undated IS NULL OR latest = '')
  AND ($filter.after_id IS NULL OR latest < $filter.after_date OR (latest = $filter.after_date AND whole.id > $filter.after_id))
WITH whole, claiming, denying, state, latest ORDER BY latest DESC, whole.id LIMIT toInteger($filter.limit)
RETURN whole.id AS id, whole.text AS claim, state AS status,
  COLLECT { UNWIND claiming AS x RETURN DISTINCT x.name } AS claimed_by,
  COLLECT { UNWIND denying AS x RETURN DISTINCT x.name } AS denied_by,
  COLLECT {
    MATCH (whole)<-[:PART_OF*1..]-(part:Claim)
    WHERE $filter.as_of IS NULL OR EXISTS {
      MATCH (part)<-[:MENTIONS]-(d:Document)
      WHERE size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of }
    WITH DISTINCT part
    WITH part, COLLECT { MATCH (part)-[:PART_OF*1..]->(larger:Claim) RETURN DISTINCT larger.id } AS above
    WITH part, [x IN denying WHERE x.claim = part.id] AS here, [x IN denying WHERE x.claim IN above] AS over
    RETURN {id: part.id, text: part.text,
      status: CASE WHEN size(here) > 0 THEN 'denied' WHEN size(over) > 0 THEN 'implied' ELSE 'unanswered' END,
      by: CASE WHEN size(here) > 0 THEN [x IN here | x.statement] ELSE [x IN over | x.statement] END,
      from: CASE WHEN size(here) = 0 AND size(over) > 0 THEN head(over).claim END}
    ORDER BY part.text
  } AS parts,
  size(claiming) > 0 AND all(x IN claiming WHERE x.anonymous AND all(b IN x.chain WHERE b:AnonymousSource)) AS anonymous_only,
  [x IN claiming | x.statement] AS asserting, [x IN denying | x.statement] AS denying, latest;

// name: claims_sought
// Whole claims that may be what is sought, at most so many: those about a term or a plan, else those that an
// actor asserts or denies a part of, else those with a text; and the larger claims that hold them.
// filter holds term, plan, actor (ids) or text; perhaps side (asserts or denies) and as_of. As of a moment, parts of
// what the actor spoke of may be whole, and what was taken back since then counts; else shortcuts tell it at once.
// params: filter = {plan: '28-point-plan'}, most = 1000
CALL () {
  WITH $filter AS f WHERE f.term IS NOT NULL
  MATCH (:Term {id: f.term})<-[:ABOUT]-(c:Claim) RETURN c
  UNION ALL
  WITH $filter AS f WHERE f.term IS NULL AND f.plan IS NOT NULL
  MATCH (:Plan {id: f.plan})<-[:PART_OF*0..2]-(:Plan|PlanVersion|Term)<-[:ABOUT]-(c:Claim) RETURN c
  UNION ALL
  WITH $filter AS f WHERE f.term IS NULL AND f.plan IS NULL AND f.actor IS NOT NULL AND f.as_of IS NULL
  MATCH (:Actor {id: f.actor})-[side:CLAIMS|DISPUTES]->(c:Claim)
  WHERE type(side) = CASE f.side WHEN 'asserts' THEN 'CLAIMS' WHEN 'denies' THEN 'DISPUTES' ELSE type(side) END
  RETURN c
  UNION ALL
  WITH $filter AS f WHERE f.term IS NULL AND f.plan IS NULL AND f.actor IS NOT NULL AND f.as_of IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(:Statement)-[:ASSERTS|DENIES]->(c:Claim) RETURN c
  UNION ALL
  WITH $filter AS f WHERE f.term IS NULL AND f.plan IS NULL AND f.actor IS NOT NULL AND f.as_of IS NOT NULL
  MATCH (:Actor {id: f.actor})<-[:SPOKEN_BY]-(:Statement)-[:ASSERTS|DENIES]->(:Claim)<-[:PART_OF*1..]-(c:Claim) RETURN c
  UNION ALL
  WITH $filter AS f WHERE f.term IS NULL AND f.plan IS NULL AND f.actor IS NULL
  MATCH (c:Claim) WHERE toLower(c.text) CONTAINS toLower(f.text) RETURN c
}
MATCH (c)-[:PART_OF*0..]->(whole:Claim)
RETURN DISTINCT whole.id AS id LIMIT toInteger($most);

// name: dispute_graph
// One claim as a picture: its parts, all statements on them, speakers and documents.
// params: claim = '0000000000000000'
MATCH (whole:Claim {id: $claim})<-[part:PART_OF*0..]-(claim:Claim)
OPTIONAL MATCH statement = (claim)<-[:ASSERTS|DENIES|QUESTIONS|RETRACTS]-(s:Statement)-[:IN]->(:Document)
OPTIONAL MATCH speaker = (s)-[:SPOKEN_BY]->(:Actor)
OPTIONAL MATCH chain = (s)-[:REPORTED_BY*1..]->(:Statement)
RETURN whole, claim, part, statement, speaker, chain;

// name: claim_statements
// What else is said of a claim: who questions, retracts, supports, rejects or demands it, oldest first.
// filter holds as_of: only what was published by then.
// params: claim = '', filter = {}
MATCH (c:Claim {id: $claim})<-[act:QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]-(s:Statement)-[:IN]->(d:Document)
WHERE $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
  AND left(d.published, size($filter.as_of)) <= $filter.as_of
RETURN s.id AS statement, toLower(type(act)) AS act, s.exact AS words, d.published AS published
ORDER BY published, statement, act;

// name: evidence
// The words behind statements: who, which act on what, verbatim, where they stand, passed on by whom.
// params: statements = []
UNWIND $statements AS id
MATCH (s:Statement {id: id})-[:IN]->(d:Document)
RETURN s.id AS id, s.exact AS exact, s.start AS start, s.end AS end, s.prefix AS prefix, s.suffix AS suffix,
  s.cue AS cue, s.cueSpan AS cue_span, [x IN [s.speakerSpan] WHERE x IS NOT NULL] AS speaker_spans, s.mode AS mode, s.said AS said, s.certainty AS certainty, s.qualification AS qualification,
  s.condition AS condition, s.inference AS inference, s.confidence AS confidence, s.review AS review,
  COLLECT {
    CALL (s) {
      MATCH (s)<-[:JUDGES]-(j:Judgement) RETURN j
      UNION
      MATCH (s)-[:SPOKEN_BY|REFERS_TO]->(:Actor)<-[:MERGED_INTO*0..1]-(:Actor)<-[:JUDGES]-(j:Judgement)
      WHERE s.id IN j.inStatements RETURN j
    }
    RETURN j.id ORDER BY j.id
  } AS judged,
  s.unlinked AS unlinked,
  coalesce(s.linkBasis, reduce(
    told = null,
    basis IN COLLECT { MATCH (s)-[l:DENIES|QUESTIONS|RETRACTS]->(:Claim) RETURN DISTINCT l.basis ORDER BY l.basis } |
    coalesce(told + '; ' + basis, told, basis))) AS link_basis,
  coalesce(s.linkConfidence, head(COLLECT { MATCH (s)-[l:DENIES|QUESTIONS|RETRACTS]->(:Claim) RETURN l.sureness ORDER BY l.sureness })) AS link_confidence,
  COLLECT { MATCH (s)-[:REFERS_TO]->(a:Actor) RETURN {id: a.id, name: a.name} ORDER BY a.id } AS refers_to,
  COLLECT {
    MATCH (s)-[:SPOKEN_BY]->(a:Actor)
    RETURN {id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])} ORDER BY a.id
  } AS speakers,
  COLLECT {
    MATCH (s)-[act:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(t)
    RETURN {act: toLower(type(act)), id: t.id, kind: head(labels(t)), text: coalesce(t.name, t.text)}
    ORDER BY type(act), t.id
  } AS acts,
  COLLECT {
    MATCH path = (s)-[:REPORTED_BY*1..]->(outer:Statement)-[:SPOKEN_BY]->(a:Actor)
    RETURN {id: a.id, name: a.name, kind: head([l IN labels(a) WHERE l <> 'Actor'])}
    ORDER BY length(path), a.id
  } AS chain,
  {id: d.id, title: d.title, url: d.url, source: d.source, published: d.published,
    publisher: head(COLLECT { MATCH (d)-[:PUBLISHED_BY]->(p:Actor) RETURN p.name })} AS document
ORDER BY d.published, d.id, s.start, s.id;
