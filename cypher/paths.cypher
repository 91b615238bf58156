// How two things hang together.

// name: path_ends
// Actors, claims, terms and plans of an id, an actor that is merged into another as that one.
// params: id = 'rustem-umerov'
MATCH (found:Actor|Claim|Plan|PlanVersion|Term {id: $id})
WITH coalesce(head(COLLECT { MATCH (found)-[:MERGED_INTO]->(root:Actor) RETURN root }), found) AS n
RETURN n.id AS id, head([l IN labels(n) WHERE l <> 'Actor']) AS kind, coalesce(n.name, n.text) AS name
ORDER BY CASE WHEN n:Actor THEN 0 WHEN n:Claim THEN 1 WHEN n:Term THEN 2 ELSE 3 END, kind;

// name: targets_of_actors
// What each of the given actors speaks of.
// params: actors = ['rustem-umerov']
UNWIND $actors AS actor
MATCH (:Actor {id: actor})<-[:SPOKEN_BY]-(:Statement)-[:ASSERTS|DENIES|SUPPORTS|REJECTS|DEMANDS|ACCEPTS_IF]->(t)
RETURN DISTINCT t.id AS id ORDER BY id;

// name: path_joined
// What the given claims, terms and plans are part of or about, and what is part of them or about them.
// filter holds as_of: only what a document published by then says so.
// params: ids = ['28-point-plan:ukraine-armed-forces'], filter = {}
UNWIND $ids AS id
MATCH (x:Claim|Plan|PlanVersion|Term {id: id})-[r:ABOUT|PART_OF]-(y:Claim|Plan|PlanVersion|Term)
WITH x, r, y, startNode(r) AS part, endNode(r) AS of, CASE type(r) WHEN 'ABOUT' THEN 'about=' ELSE 'partOf=' END AS edge
WHERE $filter.as_of IS NULL OR EXISTS {
  MATCH (part)<-[m:MENTIONS]-(d:Document)
  WHERE any(fact IN m.states WHERE fact STARTS WITH edge AND fact ENDS WITH '/' + of.id)
    AND size(d.published) >= size($filter.as_of) AND left(d.published, size($filter.as_of)) <= $filter.as_of }
RETURN DISTINCT x.id AS from_id, head(labels(x)) AS from_kind, y.id AS id, head(labels(y)) AS kind,
  coalesce(y.name, y.text) AS name, type(r) AS type, startNode(r) = x AS forward
ORDER BY kind, id, from_kind, from_id, type, forward;
