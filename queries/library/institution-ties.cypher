// ---
// id: institution-ties
// title: {ja: 機関の海外との協力, en: Ties of an institution abroad}
// question:
//   ja: ある機関（その傘下の拠点を含む）は、海外のどの機関と、何によって、どの政府間の文書の下で協力しているか。
//   en: With which bodies abroad does an institution, with the hubs within it, work together, by what, and under which document?
// answer:
//   ja: "{organisation}の海外の機関との協力：{count}件（{as_of}時点、収録資料の範囲）"
//   en: "Ties of {organisation} with bodies abroad: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{organisation}と海外の機関との協力を示す収録資料なし（{as_of}時点）"
//   en: "No source held shows ties of {organisation} with bodies abroad (as of {as_of})"
// tags: [institutions, instruments, programmes]
// params:
//   organisation: {ja: 機関, en: organisation, type: entity, kinds: [Organisation], required: true, example: aist}
// columns:
//   partner: {ja: 相手機関, en: partner, type: id, means: {ja: 相手の機関, en: the body abroad}}
//   country: {ja: 国・地域, en: country or region, type: id, unknown: true, means: {ja: その所在国・地域, en: where it is based}}
//   kind:
//     ja: 種類
//     en: kind
//     type: word
//     vocabulary: InstrumentType Kind
//     means: {ja: 文書の種類、又は公募・事業・共同研究の別, en: "kind of document, or whether it is a call, programme or project"}
//   date: {ja: 日付, en: date, type: date, unknown: true, means: {ja: 署名・発表・開始等の日, en: "when it was signed, issued or begun"}}
//   under:
//     ja: 政府間の文書
//     en: under
//     type: ids
//     unknown: true
//     means: {ja: 資料が基とする文書, en: documents that it rests on by a source}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (:Entity {id: $organisation})<-[:PART_OF*0..3]-(own:Organisation)
WITH collect(DISTINCT own) AS family
UNWIND family AS us
MATCH (us)-[mine:PARTY_TO|PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x:Entity)<-[theirs:PARTY_TO|PARTICIPATES_IN|FUNDS|ADMINISTERS]-(abroad:Organisation)
WHERE NOT abroad IN family AND (x.event_on_min IS NULL OR x.event_on_min <= $as_of OR x.event_mood = 'planned')
OPTIONAL MATCH (us)-[:LOCATED_IN]->(here:Party)
OPTIONAL MATCH (abroad)-[:LOCATED_IN]->(there:Party)
WITH x, abroad, there, mine, theirs, here
WHERE there IS NULL OR here IS NULL OR there.id <> here.id
WITH x, abroad, there, mine, theirs
ORDER BY mine.id, theirs.id
WITH x, abroad, there, collect(mine.sources + theirs.sources) AS proofs
CALL (x) {
  OPTIONAL MATCH (x)-[:BASED_ON]->(g:Agreement)
  WHERE g.level IN ['government', 'ministry']
  WITH g
  ORDER BY g.event_on_min, g.id
  RETURN collect(g.id) AS bases
}
RETURN abroad.id AS partner,
       there.id AS country,
       CASE x.kind WHEN 'Agreement' THEN x.type ELSE x.kind END AS kind,
       x.event_on AS date,
       bases AS under,
       reduce(cited = x.sources, p IN proofs | cited + p) AS sources
ORDER BY coalesce(x.event_on_max, '') DESC, abroad.name_en, x.id, abroad.id
