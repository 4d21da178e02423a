// The sides of every difference between sources about the ties of an entity.
MATCH (c:Claim)
WHERE c.subject STARTS WITH ($id + ' ') OR c.subject ENDS WITH (' ' + $id) OR c.subject CONTAINS (' ' + $id + ' ')
RETURN c.id AS id, c.subject AS subject, c.property AS property, c.conflict AS conflict, c.used AS used,
       c.why AS why, c.value AS value, c.text AS text, c.lacks AS lacks, c.adds AS adds, c.valid AS valid,
       c.mood AS mood, c.cites AS cites
ORDER BY subject, property, used DESC, value, id
