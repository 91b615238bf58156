// The drafts of a plan, and the provisions of each. A draft is a step of the negotiation only with provisions.

// name: plan_versions
// The drafts of a plan with how many provisions each has, oldest first: by the date of the draft, else by the
// first publication of a document that mentions it; those of unknown date last.
// filter holds as_of: only what documents published by then say.
// params: plan = '28-point-plan', filter = {}
MATCH (:Plan {id: $plan})<-[:PART_OF]-(v:PlanVersion)
CALL (v) {
  MATCH (v)<-[:PART_OF*0..1]-(x:PlanVersion|Term)<-[:MENTIONS]-(d:Document)
  WHERE $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of
  RETURN count(DISTINCT CASE WHEN x:Term THEN x END) AS terms, min(d.published) AS published, count(d) AS documents
}
WITH v, terms, published, documents WHERE documents > 0
WITH v, terms, published, CASE WHEN $filter.as_of IS NULL OR EXISTS {
  MATCH (v)<-[m:MENTIONS]-(d:Document)
  WHERE any(fact IN m.states WHERE fact STARTS WITH 'date=')
    AND size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of } THEN v.date END AS dated
RETURN v.id AS id, v.name AS name, dated, published, terms
ORDER BY coalesce(dated, published, '9'), id;

// name: version_terms
// The provisions of drafts, in the words of the graph, each with the documents that state it, the earliest first.
// filter holds as_of: only what documents published by then say.
// params: versions = [], filter = {}
UNWIND $versions AS version
MATCH (:PlanVersion {id: version})<-[:PART_OF]-(t:Term)
CALL (t) {
  MATCH (t)<-[m:MENTIONS]-(d:Document)
  WHERE $filter.as_of IS NULL OR size(d.published) >= size($filter.as_of)
    AND left(d.published, size($filter.as_of)) <= $filter.as_of
  WITH m, d ORDER BY coalesce(d.published, '9'), d.id
  RETURN collect({id: d.id, title: d.title, published: d.published, spans: coalesce(m.spans, [])}) AS documents
}
WITH version, t, documents WHERE size(documents) > 0
RETURN version, t.id AS id, t.name AS name, t.text AS text, t.topic AS topic, t.number AS number, t.amount AS amount,
  t.unit AS unit, COLLECT { MATCH (t)-[:BINDS]->(a:Actor) RETURN a.id ORDER BY a.id } AS binds, documents
ORDER BY version, id;

// name: plan_of_term
// The plan that a provision belongs to, and its draft if it is of one.
// params: term = ''
MATCH (t:Term {id: $term})-[:PART_OF]->(x:Plan|PlanVersion)
MATCH (x)-[:PART_OF*0..1]->(p:Plan)
RETURN p.id AS plan, CASE WHEN x:PlanVersion THEN x.id END AS version ORDER BY plan, version;

// name: plan_of_version
// The plan that a draft belongs to.
// params: version = ''
MATCH (:PlanVersion {id: $version})-[:PART_OF]->(p:Plan)
RETURN p.id AS plan;
