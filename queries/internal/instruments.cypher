MATCH (a:Agreement)
RETURN a.type AS type, a.level AS level, a.scope AS scope, count(a) AS count
ORDER BY type, level, scope
