// What changed between two moments, by publication.

// name: claims_touched
// Claims whose disputes may differ between two moments: wholes, by what was published after the first and by
// the second; the latest spoken of first. A document of a date that is not known precisely enough is none of then.
// filter holds from, to (dates, perhaps cut to a month or year), limit, and perhaps plan (id).
// params: filter = {from: '2025-11-20', to: '2025-11-24', limit: 500}
MATCH (d:Document)
WHERE d.published >= CASE WHEN size($filter.to) < size($filter.from) THEN '' ELSE $filter.from END AND d.published < $filter.to + '~'
WITH DISTINCT d
WHERE size(d.published) >= size($filter.to) AND left(d.published, size($filter.to)) <= $filter.to
  AND NOT (size(d.published) >= size($filter.from) AND left(d.published, size($filter.from)) <= $filter.from)
MATCH (d)<-[:IN]-(s:Statement)-[:ASSERTS|DENIES|RETRACTS]->(c:Claim)
WHERE s.review <> 'rejected'
WITH c, max(d.published) AS published
CALL (c) {
  MATCH (c)-[:PART_OF*0..]->(near:Claim) RETURN near
  UNION
  MATCH (c)<-[:PART_OF*1..]-(near:Claim) RETURN near
}
WITH near, max(published) AS published
WHERE NOT EXISTS {
    MATCH (near)-[:PART_OF]->(:Claim)<-[:MENTIONS]-(e:Document)
    WHERE size(e.published) >= size($filter.to) AND left(e.published, size($filter.to)) <= $filter.to }
  AND ($filter.plan IS NULL OR EXISTS {
    MATCH (near)<-[:PART_OF*0..]-(:Claim)-[:ABOUT]->(x)-[:PART_OF*0..2]->(:Plan {id: $filter.plan}) })
RETURN near.id AS id ORDER BY published DESC, id LIMIT toInteger($filter.limit);

// name: claims_said
// Which of these claims somebody had asserted or denied by then, in whole or part, whether or not it still stands.
// params: claims = [], as_of = '2025-11-24'
UNWIND $claims AS id
MATCH (c:Claim {id: id})
WHERE EXISTS {
  MATCH (c)-[:PART_OF*0..]->(:Claim)<-[:ASSERTS|DENIES]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND size(d.published) >= size($as_of) AND left(d.published, size($as_of)) <= $as_of
} OR EXISTS {
  MATCH (c)<-[:PART_OF*1..]-(:Claim)<-[:ASSERTS|DENIES]-(s:Statement)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND size(d.published) >= size($as_of) AND left(d.published, size($as_of)) <= $as_of
}
RETURN c.id AS id ORDER BY id;
