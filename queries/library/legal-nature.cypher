// ---
// id: legal-nature
// title: {ja: 文書の法的性格, en: Legal nature of a document}
// question:
//   ja: この文書は何という種類の文書か。法的拘束力があると資料が述べているか。何に基づき、いつからいつまでか。
//   en: What kind of document is it? Does a source say that it is legally binding? What does it rest on, from when and until when?
// answer:
//   ja: "{agreement}と、その基となる文書：{count}件（{as_of}時点、収録資料の範囲。法的拘束力は、資料が述べる場合だけ示す）"
//   en: "{agreement}, and the documents that it rests on: {count} (as of {as_of}, within the sources held; whether it is legally binding is given only where a source says so)"
// nothing:
//   ja: "{agreement}は{as_of}までに収録資料がない"
//   en: "No source held speaks of {agreement} by {as_of}"
// tags: [instruments, evidence]
// params:
//   agreement: {ja: 協力文書, en: instrument, type: entity, kinds: [Agreement], required: true, example: jp-uk-quantum-moc-2025}
// columns:
//   instrument: {ja: 文書, en: document, type: id, means: {ja: その文書、又はその基となる文書, en: "the document itself, or one that it rests on"}}
//   kind: {ja: 種類, en: kind, type: word, vocabulary: InstrumentType, means: {ja: 文書の種類, en: what it calls itself}}
//   level: {ja: 当事者の別, en: between whom, type: word, vocabulary: Level, means: {ja: 政府間、機関間等の別, en: "between governments, institutions and so on"}}
//   binding:
//     ja: 法的拘束力
//     en: legally binding
//     type: word
//     vocabulary: Binding
//     means: {ja: 資料が述べる場合に限る。「記載なし」は「なし」ではない, en: "only where a source says so; not stated is not no"}
//   date: {ja: 署名・発表, en: signed or issued, type: date, unknown: true, means: {ja: 署名・発表等の日, en: "when it was signed, issued or announced"}}
//   effective: {ja: 効力・実施の開始, en: takes effect, type: date, unknown: true, means: {ja: 効力又は実施の開始日, en: day from which it takes effect}}
//   ends: {ja: 終了, en: ends, type: date, unknown: true, means: {ja: 終了日, en: day on which it ended or ends}}
//   stage: {ja: 状態, en: stage, type: word, vocabulary: InstrumentStage, means: {ja: 文書の状態, en: the state it is in}}
//   basis: {ja: 基となる文書, en: rests on, type: ids, unknown: true, means: {ja: その文書が基づくと資料が述べる文書, en: documents that it rests on by a source}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (:Agreement {id: $agreement})-[:BASED_ON*0..3]->(a:Agreement)
WITH DISTINCT a
WHERE a.event_on_min IS NULL OR a.event_on_min <= $as_of OR a.event_mood = 'planned'
CALL (a) {
  OPTIONAL MATCH (a)-[t:BASED_ON]->(b:Agreement)
  WITH t, b
  ORDER BY b.event_on_min, b.id
  RETURN collect(b.id) AS basis, collect(t.sources) AS proofs
}
RETURN a.id AS instrument,
       a.type AS kind,
       a.level AS level,
       coalesce(a.binding, 'not_stated') AS binding,
       a.event_on AS date,
       a.effective_on AS effective,
       a.ended_on AS ends,
       a.stage AS stage,
       basis AS basis,
       reduce(cited = a.sources, p IN proofs | cited + p) AS sources
ORDER BY CASE a.id WHEN $agreement THEN 0 ELSE 1 END, coalesce(a.event_on_max, '') DESC, a.id
