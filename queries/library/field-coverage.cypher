// ---
// id: field-coverage
// title: {ja: 相手ごとの協力分野と技術領域, en: Fields covered with each partner}
// question:
//   ja: 各相手との文書・合意・会合は、どの協力分野と技術領域を対象としているか。明記か、間接か、読み取れた資料がないか。
//   en: Which areas of cooperation and technology areas are covered with each partner - stated, implied, or was nothing read?
// answer:
//   ja: "{party}と{counted}との協力分野・技術領域（{as_of}時点、収録資料の範囲。「読み取れた資料なし」は対象外を意味しない）"
//   en: "Fields covered between {party} and {counted} (as of {as_of}, within the sources held; nothing read does not mean left out)"
// nothing:
//   ja: "{party}との二者間の文書・会合・公募の収録なし（{as_of}時点）"
//   en: "No document, meeting or call with {party} alone is on record (as of {as_of})"
// tags: [partners, instruments]
// params:
//   partners:
//     ja: 相手国・地域（指定がなければ、二者間の文書のあるすべて）
//     en: "partners (all with a document between the two, if none is given)"
//     type: entities
//     kinds: [Country, Union]
//     example: "UK, EU, DK"
//   party: {ja: 我が方, en: our side, type: entity, kinds: [Country, Union], default: "setting:party", example: JP}
//   scheme:
//     ja: 分野の体系
//     en: scheme
//     type: words
//     vocabulary: FieldScheme
//     default: any
//     example: cooperation_area
//     any: {ja: 両体系, en: both schemes}
// columns:
//   partner: {ja: 相手国・地域, en: partner, type: id, means: {ja: 相手の国・地域, en: the other side}}
//   scheme: {ja: 体系, en: scheme, type: word, vocabulary: FieldScheme, means: {ja: 協力分野か技術領域か, en: area of cooperation or technology area}}
//   field: {ja: 分野・領域, en: field, type: id, means: {ja: 協力分野、又は技術領域の大区分, en: "area of cooperation, or main technology area"}}
//   evidence:
//     ja: 根拠
//     en: evidence
//     type: word
//     vocabulary: FieldEvidence
//     means:
//       ja: 明記：二者間の文書が対象とすると資料が述べる。間接：合意事項・会合・公募・共同研究、下位の領域、又は当データの分類による
//       en: "stated: a source says that a document of the two covers it; implied: by an agreed item, meeting, call, project, narrower field, or our own reading"
//   documents: {ja: 文書・会合等, en: documents and events, type: items, means: {ja: その根拠となる文書・会合等, en: what it follows from}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
// What there is between exactly two sides, ours and another's.
MATCH (:Entity {id: $party})<-[:LOCATED_IN*0..1]-(:Party)-[:PARTY_TO|ATTENDED|HOSTED|PARTICIPATES_IN]->(x:Entity)
WHERE x.kind IN ['Agreement', 'Meeting', 'Call', 'Project'] AND (x.event_on_min IS NULL OR x.event_on_min <= $as_of)
  AND NOT coalesce(x.stage, '') IN ['planned', 'cancelled', 'in_negotiation']
WITH DISTINCT x
MATCH (p:Party)-[:PARTY_TO|ATTENDED|HOSTED|PARTICIPATES_IN]->(x)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH x.id AS id, x.kind AS kind, collect(DISTINCT coalesce(home.id, p.id)) AS sides
WHERE size(sides) = 2
WITH id, kind, [side IN sides WHERE side <> $party][0] AS partner
WHERE $partners IS NULL OR partner IN $partners
WITH partner, collect(id) AS ids, collect(kind) AS kinds
WHERE $partners IS NOT NULL OR 'Agreement' IN kinds
MATCH (c:Entity {id: partner})
WHERE c.kind IN ['Country', 'Union']
// What each of these covers, itself or by an agreed item, and the fields that this is a part of.
UNWIND ids AS id
MATCH (x:Entity {id: id})
OPTIONAL MATCH (x)-[:AGREED*0..1]->(said:Entity)-[t:COVERS]->(named:Field)-[:BROADER*0..4]->(f:Field)
WHERE f.type IN $scheme
WITH c.id AS partner, c.name_en AS name, id, coalesce(x.event_on_min, '') AS day, f.id AS field, t.sources AS proof, t.id AS tie,
     CASE WHEN x.kind = 'Agreement' AND said.id = x.id AND named.id = f.id AND t.sources <> ['enishi'] THEN 1 ELSE 0 END AS stated
ORDER BY day, id, stated DESC, tie
WITH partner, name, day, id, field, max(stated) AS stated, collect(proof) AS proofs
MATCH (x:Entity {id: id})
WITH partner, name, day, x, field, stated, proofs
ORDER BY day, x.id
WITH partner, name, collect(DISTINCT CASE WHEN x.kind = 'Agreement' THEN x.sources END) AS searched,
     collect({field: field, stated: stated, own: x.sources, proofs: proofs,
              document: {id: x.id, name_ja: x.name_ja, name_en: x.name_en, date: x.event_on}}) AS read
WITH collect({id: partner, name_en: name, searched: searched, read: read}) AS partners
MATCH (f:Field)
WHERE f.type IN $scheme
  AND (f.type = 'cooperation_area' OR EXISTS { MATCH (f)-[:BROADER]->(top:Field) WHERE NOT EXISTS { MATCH (top)-[:BROADER]->(:Field) } })
UNWIND partners AS c
WITH c, f, [one IN c.read WHERE one.field = f.id] AS found
RETURN c.id AS partner,
       f.type AS scheme,
       f.id AS field,
       CASE WHEN size(found) = 0 THEN 'not_read' WHEN any(one IN found WHERE one.stated = 1) THEN 'explicit' ELSE 'implied' END AS evidence,
       [one IN found | one.document] AS documents,
       // Where nothing was read of a field, the sources are those of the documents in which nothing was.
       reduce(cited = [], proof IN CASE WHEN size(found) = 0 THEN c.searched ELSE [one IN found | one.own] END | cited + proof)
         + reduce(cited = [], one IN found | cited + reduce(inner = [], proof IN one.proofs | inner + proof)) AS sources
ORDER BY c.name_en, c.id, scheme, f.name_en, f.id
