// Countries and unions that take part in some fora on a day.
MATCH (f:Forum)<-[m:MEMBER_OF]-(p:Party)
WHERE f.id IN $fora AND p.kind IN ['Country', 'Union']
  AND m.holds_from <= $as_of AND $as_of < m.holds_to
RETURN DISTINCT f.id AS forum, p.id AS member, p.name_en AS name_en
ORDER BY forum, name_en, member
