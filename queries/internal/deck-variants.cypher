// Other forms of the names of some offices.
MATCH (o:Office)
WHERE o.id IN $ids AND o.names_variant_ja IS NOT NULL
RETURN o.id AS id, o.names_variant_ja AS variants, o.sources AS sources
ORDER BY id
