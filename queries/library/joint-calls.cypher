// ---
// id: joint-calls
// title: {ja: 共同公募, en: Joint calls}
// question:
//   ja: 我が方が関わる共同公募に何があるか。いつ始まり、いつ締め切り、何に基づくか。
//   en: Which joint calls is our side part of, when do they open and close, and what do they rest on?
// answer:
//   ja: "{parties}が関わる共同公募：{count}件（{as_of}時点、収録資料の範囲）"
//   en: "Joint calls with {parties}: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{parties}が関わる共同公募の収録なし（{as_of}時点）"
//   en: "No joint call with {parties} is on record (as of {as_of})"
// tags: [programmes]
// params:
//   parties:
//     ja: 関わる国・地域（すべてが関わるもの）
//     en: sides (all of them take part)
//     type: entities
//     kinds: [Country, Union]
//     default: "setting:party"
//     example: "JP, UK"
//   programme: {ja: 事業・制度, en: programme, type: entity, kinds: [Programme], example: horizon-europe}
//   state: {ja: 公募の状態, en: stage, type: words, vocabulary: CallStage, default: any, example: "open, closed"}
// columns:
//   call: {ja: 公募, en: call, type: id, means: {ja: 公募, en: the call}}
//   opens: {ja: 開始, en: opens, type: date, unknown: true, means: {ja: 公募の開始, en: when proposals are first taken}}
//   closes: {ja: 締切, en: closes, type: date, unknown: true, means: {ja: 応募の締切, en: last day for proposals}}
//   state: {ja: 状態, en: stage, type: word, vocabulary: CallStage, means: {ja: 資料にある公募の状態, en: how far it is by its source}}
//   programmes: {ja: 事業・制度, en: programmes, type: ids, unknown: true, means: {ja: 公募の対象事業, en: programmes that it is a call of}}
//   basis: {ja: 根拠文書, en: rests on, type: ids, unknown: true, means: {ja: 公募の基となる文書, en: documents that it rests on}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (x:Call)
WHERE x.stage IN $state AND (x.event_on_min IS NULL OR x.event_on_min <= $as_of OR x.announced_on_min <= $as_of
                             OR x.event_mood = 'planned')
CALL (x) {
  MATCH (p:Party)-[:PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x)
  OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
  RETURN collect(DISTINCT coalesce(home.id, p.id)) AS sides
}
WITH x, sides
WHERE all(side IN $parties WHERE side IN sides)
CALL (x) {
  OPTIONAL MATCH (x)-[:CALLS_UNDER]->(g:Programme)
  WITH g
  ORDER BY g.name_en, g.id
  RETURN collect(g.id) AS programmes
}
CALL (x) {
  OPTIONAL MATCH (x)-[:BASED_ON]->(b:Agreement)
  WITH b
  ORDER BY b.event_on_min, b.id
  RETURN collect(b.id) AS basis
}
WITH x, programmes, basis
WHERE $programme IS NULL OR $programme IN programmes
RETURN x.id AS call,
       x.opens_on AS opens,
       x.closes_on AS closes,
       x.stage AS state,
       programmes AS programmes,
       basis AS basis,
       x.sources AS sources
ORDER BY coalesce(x.closes_on_max, x.event_on_max, '') DESC, x.id
