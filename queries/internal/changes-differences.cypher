// The sides of every difference between sources.
MATCH (c:Claim)
RETURN c.subject AS subject, c.property AS property, c.used AS used, c.value AS value, c.cites AS cites, c.mood AS mood
ORDER BY subject, property, used DESC, value, c.id
