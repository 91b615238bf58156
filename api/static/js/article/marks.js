/** What is marked in an article: words of statements, their speakers and cues, mentions. */

/** The layers that a reader can show and hide: name → what it is called. */
export const LAYERS = {
  words: "Words of statements",
  speaker: "Speakers",
  cue: "Cues",
  actor: "Actors",
  term: "Plans and terms",
};

/** What the statement does first, for its colour: an act, or what it does to an unknown claim, or "says". */
export const actOf = (e) => e.acts[0]?.act ?? e.unlinked ?? "says";

/** Whether a mention names somebody, who can speak and be merged; plans and terms cannot. */
export const isActor = ({ kind }) => kind !== "Plan" && kind !== "Term";

/** Return the marks of a document: [{layer, start, end, statement?, act?, number?, name?, last?}]. */
export function marksOf(document) {
  return [...document.statements.flatMap(ofStatement), ...(document.mentions ?? []).flatMap(ofMention)];
}

function ofStatement(e, i) {
  const own = { statement: e.id, act: actOf(e), number: i + 1 };
  const spans = (layer, list) => list.map(([start, end]) => ({ layer, start, end, ...own }));
  return [
    { layer: "words", start: e.start, end: e.end, ...own },
    ...spans("speaker", e.speaker_spans ?? []),
    ...spans("cue", e.cue_span ? [e.cue_span] : []),
  ];
}

function ofMention({ id, kind, name, spans }) {
  const layer = isActor({ kind }) ? "actor" : "term";
  return spans.map(([start, end]) => ({ layer, start, end, mention: id, name, kind }));
}
