// What sources differ on: subject and property.
MATCH (c:Claim)
WHERE c.used
RETURN c.subject AS subject, c.property AS property
ORDER BY subject, property
