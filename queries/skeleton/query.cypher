// ---
// id: my-query
// title: {ja: 枠組みの参加国・機関, en: Members of a forum}
// question: {ja: ある枠組みに参加しているのはどこか。, en: Who takes part in a forum?}
// answer: {ja: "{forum}の参加国・機関：{count}（{as_of}時点、収録資料の範囲）", en: "{forum}: {count} members (as of {as_of}, within the sources held)"}
// nothing: {ja: "{forum}の参加国・機関の収録資料なし（{as_of}時点）", en: "No member of {forum} in the sources held (as of {as_of})"}
// tags: [fora]
// params:
//   forum: {ja: 枠組み, en: forum, type: entity, kinds: [Forum], required: true, example: MDQ}
// columns:
//   member: {ja: ID, en: id, type: id, means: {ja: 参加国・機関, en: the member}}
//   name_ja: {ja: 参加国・機関, en: in Japanese, means: {ja: 日本語名, en: its Japanese name}}
//   name_en: {ja: 英語名, en: member, means: {ja: 英語名, en: its English name}}
//   since: {ja: 参加の開始, en: since, type: date, means: {ja: 参加の開始, en: when it began to take part}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
// What holds on a day is one line without nulls; a row carries its sources; a unique last key makes the order fixed.
MATCH (p:Party)-[m:MEMBER_OF]->(:Forum {id: $forum})
WHERE m.holds_from <= $as_of AND $as_of < m.holds_to
RETURN p.id AS member, p.name_ja AS name_ja, p.name_en AS name_en, m.since AS since, m.sources AS sources
ORDER BY name_en, member, since
