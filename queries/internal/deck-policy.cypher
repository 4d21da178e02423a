// Lines of policy of a side and its bodies on cooperation with others, those of the newest source first.
MATCH (:Entity {id: $party})<-[:LOCATED_IN|PART_OF*0..3]-(h:Party)<-[k:HELD_BY]-(t:Target)-[c:COVERS]->(f:Field)
WHERE t.type = $type AND f.id IN $fields
WITH DISTINCT t
CALL (t) {
  MATCH (t)-[o:CONCERNS|COVERS|HELD_BY]->(x:Entity)
  WITH o, x
  ORDER BY o.id
  RETURN collect(o.sources) AS proofs, collect(o.cites) AS places,
         collect(CASE WHEN type(o) = 'CONCERNS' AND x.kind IN ['Country', 'Union'] THEN x.id END) AS partners
}
WITH t, partners, reduce(flat = [], p IN places | flat + p) AS cites, reduce(flat = t.sources, p IN proofs | flat + p) AS cited
UNWIND cited AS one
MATCH (s:Source)
WHERE s.id = 'source:' + one
WITH t, partners, cites, cited, max(coalesce(s.published_max, '')) AS published
WHERE published <= $as_of
RETURN t.id AS id, t.name_ja AS name_ja, t.name_en AS name_en, partners, [one IN cites WHERE one CONTAINS '@'] AS cites,
       published, cited AS sources
ORDER BY published DESC, id
