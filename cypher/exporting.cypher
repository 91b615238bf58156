// Pages of the graph for files: rows as plain lists, for there are many.

// name: export_page
// Chosen documents in order of id, whole: their properties, who published them, their statements, reviewed as the
// document says, and what they mention. Edges that documents state, with the actors they name there ('as').
// filter holds any of: documents (ids), actor and plan (a statement of the actor, about the plan), since, until.
// params: after = '', limit = 25, filter = {}
MATCH (d:Document)
WHERE d.id > $after AND d.sha256 IS NOT NULL
  AND ($filter.documents IS NULL OR d.id IN $filter.documents)
  AND ($filter.since IS NULL OR left(d.published, size($filter.since)) >= $filter.since)
  AND ($filter.until IS NULL OR size(d.published) >= size($filter.until)
    AND left(d.published, size($filter.until)) <= $filter.until)
  AND ($filter.actor IS NULL AND $filter.plan IS NULL OR EXISTS {
    MATCH (d)<-[:IN]-(s:Statement)
    WHERE ($filter.actor IS NULL OR EXISTS {
        MATCH (s)-[r:SPOKEN_BY]->(a:Actor) WHERE a.id = $filter.actor OR $filter.actor IN r.as })
      AND ($filter.plan IS NULL OR EXISTS {
        (s)-[:ASSERTS|DENIES|QUESTIONS|RETRACTS|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->()-[:ABOUT*0..1]->()-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
  })
WITH d ORDER BY d.id LIMIT toInteger($limit)
RETURN d.id AS id, properties(d) AS properties,
  COLLECT { MATCH (d)-[r:PUBLISHED_BY]->(a:Actor) UNWIND coalesce(r.as, [a.id]) AS publisher RETURN publisher } AS publishers,
  COLLECT {
    MATCH (s:Statement)-[:IN]->(d)
    RETURN [properties(s), head(COLLECT { MATCH (s)<-[j:JUDGES]-(:Judgement) WHERE j.insteadOf IS NOT NULL RETURN j.insteadOf }),
      COLLECT { MATCH (s)-[r]->(x) WHERE r.basis IS NULL RETURN [type(r), head(labels(x)), x.id, r.as] }] ORDER BY s.id
  } AS statements,
  COLLECT {
    MATCH (d)-[m:MENTIONS]->(x)
    RETURN [CASE WHEN x:Actor THEN 'Actor' ELSE head(labels(x)) END, x.id, m.spans, m.states]
  } AS mentions
ORDER BY id;

// name: export_judgements
// Judgements in order of id.
// params: after = '', limit = 25
MATCH (j:Judgement)
WHERE j.id > $after
WITH j ORDER BY j.id LIMIT toInteger($limit)
RETURN properties(j) AS properties ORDER BY properties.id;

// name: export_known
// Whether the graph holds a node of this key label and id.
// params: key = 'Document', id = ''
MATCH (x:Actor|Claim|Document|Event|Extraction|Judgement|Plan|PlanVersion|Role|Statement|Term {id: $id})
WHERE $key IN labels(x)
RETURN x.id AS id, head(COLLECT { MATCH (x)-[:IN]->(d:Document) RETURN d.id }) AS document;

// name: export_shared
// What documents state of one shared node, fact by fact, those of the earliest published first.
// params: key = 'Actor', id = ''
MATCH (x:Actor|Claim|Event|Extraction|Plan|PlanVersion|Role|Term {id: $id})<-[m:MENTIONS]-(d:Document)
WHERE $key IN labels(x)
UNWIND m.states AS fact
WITH fact, min([coalesce(d.published, '9'), d.id]) AS first
RETURN fact ORDER BY first, fact;
