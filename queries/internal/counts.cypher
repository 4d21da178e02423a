MATCH (n:Entity)
WHERE n.kind <> 'Build'
RETURN n.kind AS kind, count(n) AS count
ORDER BY kind
