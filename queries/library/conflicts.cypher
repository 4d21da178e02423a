// ---
// id: conflicts
// title: {ja: 資料による相違, en: Where sources differ}
// question:
//   ja: 資料によって異なるのはどの点か。どの値を用い、なぜか。
//   en: On what do sources differ, which value is used, and why?
// answer:
//   ja: "資料により異なる点：{count}件（{as_of}時点、収録資料の範囲）"
//   en: "Points on which sources differ: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "資料により異なる点は見当たらない（{as_of}時点、収録資料の範囲）"
//   en: "No point on which sources differ (as of {as_of}, within the sources held)"
// tags: [evidence]
// handling: internal
// params:
//   subject:
//     ja: 対象
//     en: subject
//     type: entity
//     kinds: [Agreement, Forum, Meeting, Organisation, Person, Office, Country, Union, Programme, Call, Project, Commitment, Strategy, Budget,
//       Indicator, TechnologyChoice, Target, Infrastructure, Field]
//     example: jp-eu-quantum-loi-2025
//   kind: {ja: 相違の種類, en: kind of difference, type: words, vocabulary: ConflictKind, default: any, example: value}
// columns:
//   subject: {ja: 対象, en: subject, type: id, means: {ja: 何についてか, en: what it is about}}
//   property: {ja: 項目, en: property, type: property, means: {ja: どの項目か, en: the property}}
//   kind: {ja: 相違の種類, en: kind, type: word, vocabulary: ConflictKind, means: {ja: 何が異なるか, en: in what they differ}}
//   used: {ja: 用いる値, en: value used, type: values, means: {ja: 用いる値, en: the value used}}
//   used_source: {ja: その出典, en: its source, type: cite, means: {ja: 用いる値の出典と箇所, en: source and place of the value used}}
//   rivals: {ja: 異なる記載, en: other values, type: values, means: {ja: 他の資料の値, en: values of other sources}}
//   why: {ja: 用いる理由, en: why this one, type: word, vocabulary: Reason, means: {ja: なぜその値か, en: why that value is used}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (u:Claim)
WHERE u.used AND u.conflict IN $kind
  AND ($subject IS NULL OR u.subject = $subject OR u.subject ENDS WITH (' ' + $subject) OR u.subject STARTS WITH ($subject + ' '))
OPTIONAL MATCH (about:Entity {id: u.subject})
WITH u, about
WHERE about IS NULL OR about.event_on_min IS NULL OR about.event_on_min <= $as_of OR about.event_mood <> 'actual'
CALL (u) {
  MATCH (r:Claim)
  WHERE r.subject = u.subject AND r.property = u.property AND NOT r.used
  WITH r
  ORDER BY r.value, r.valid, r.id
  RETURN collect({value: r.value, text: r.text, mood: r.mood, cites: r.cites, valid: r.valid, lacks: r.lacks,
                  adds: r.adds}) AS rivals,
         collect(r.sources) AS rivals_sources
}
RETURN u.subject AS subject,
       u.property AS property,
       u.conflict AS kind,
       u.value AS used,
       u.cites[0] AS used_source,
       rivals AS rivals,
       u.why AS why,
       reduce(cited = u.sources, s IN rivals_sources | cited + s) AS sources
ORDER BY subject, property
