// Countries and unions that take part in some fora on a day, in which role.
MATCH (f:Forum)<-[m:MEMBER_OF]-(p:Party)
WHERE f.id IN $fora AND p.kind IN ['Country', 'Union'] AND m.holds_from <= $as_of AND $as_of < m.holds_to
RETURN f.id AS forum, p.id AS id, p.kind AS kind, p.name_ja AS name_ja, p.name_en AS name_en,
       coalesce(m.role, 'member') AS role, coalesce(m.disputed, false) AS disputed,
       m.sources AS sources
ORDER BY forum, name_en, id, role
