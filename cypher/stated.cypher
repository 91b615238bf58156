// What documents state of the things they share: for answers as of a moment.

// name: stated
// What documents published by then state of things, as lines of 'key=value'; nothing of what none of them mentions.
// params: ids = ['28-point-plan'], as_of = '2025-11-24'
UNWIND $ids AS id
MATCH (t:Actor|Claim|Plan|PlanVersion|Term {id: id})<-[m:MENTIONS]-(d:Document)
WHERE size(d.published) >= size($as_of) AND left(d.published, size($as_of)) <= $as_of
UNWIND m.states AS fact
RETURN id, collect(DISTINCT fact) AS facts ORDER BY id;
