/** How a statement is shown, everywhere: who, what it does, the words, through whom, where. */

import { h, joined } from "./dom.js";
import { toActor, toClaim, toDocument, toKind, toWords } from "./links.js";

const ACTS = {
  asserts: "claims",
  denies: "denies",
  questions: "questions",
  retracts: "takes back",
  supports: "supports",
  rejects: "rejects",
  demands: "demands",
  accepts_if: "accepts on a condition",
  mixed: "mixed",
};
const UNSURE = 0.75; // As in the review.
const SHORT = 28; // Quotes up to this many letters say little without what stands around them.

/** The word for an act or stance. */
export const actWord = (act) => ACTS[act] ?? act.replaceAll("_", " ");

/** A chip for an act or stance: its word, and a colour that only repeats the word. */
export const chip = (act, ...more) => h("span", { class: ["chip", `chip-${act}`] }, actWord(act), ...more);

/** A chip for how a claim or one of its parts stands: disputed, denied, implied, unanswered … */
export const statusChip = (status) => h("span", { class: ["chip", `chip-status-${status}`] }, status.replaceAll("_", " "));

/** A small label: something that qualifies what stands beside it; `title` tells more. */
export const label = (text, title) => h("span", { class: "label", title }, text);

/** A link to an actor. */
export const actorLink = ({ id, name, kind }) =>
  h("a", { href: toActor(id), class: kind === "AnonymousSource" && "anonymous" }, name);

/** Links to speakers, or the words for nobody. */
export function speakerLinks(speakers) {
  if (!speakers.length) return [h("span", { class: "meta" }, "nobody named")];
  return joined(speakers.map(actorLink), ", ");
}

/** Words in quotation marks. `around`: {prefix, suffix}, shown faintly about short quotes. */
export function quote(words, around) {
  const short = around && words.length <= SHORT;
  return h(
    "blockquote",
    { class: "quote" },
    short && around.prefix && h("span", { class: "context" }, `…${fromWord(around.prefix)}`),
    h("q", { class: "words" }, words),
    short && around.suffix && h("span", { class: "context" }, `${toWord(around.suffix)}…`),
  );
}

/** “through A, then B”: who passed it on, from the speaker outward; null when nobody did. */
export function through(chain) {
  if (!chain.length) return null;
  return h("span", { class: "chain" }, "through ", joined(chain.map(actorLink), " → "));
}

/** Title, publisher and date of a document, with a link to it here, or to the words if `href` says so. */
export function source(document, href = toDocument(document.id)) {
  return h(
    "span",
    { class: "source" },
    h("a", { href, class: "source-title" }, document.title),
    document.publisher && h("span", null, `, ${document.publisher}`),
    document.published ? [", ", time(document.published)] : ", date unknown",
  );
}

/** A date as the graph knows it: a year, a month or a day. */
export const time = (date) => h("time", { datetime: date }, date);

/**
 * One statement (an Evidence of the API).
 *
 * options: `speakers: false` leaves out who speaks, `acts: true` lists the acts with links to their
 * targets, `source: false` leaves out the document, `extra` is a node put at the end.
 */
export function evidence(e, { speakers = true, acts = false, source: where = true, extra = null } = {}) {
  return h(
    "article",
    { class: ["evidence", e.inference && "evidence-inference"], dataset: { statement: e.id } },
    (speakers || acts) &&
      h("p", { class: "evidence-who" }, speakers && h("span", { class: "speakers" }, speakerLinks(e.speakers)), " ", through(e.chain)),
    acts && deeds(e),
    quote(e.exact, e),
    labels(e),
    where && h("p", { class: "evidence-source" }, source(e.document, toWords(e)), " ", more(e)),
    extra,
  );
}

/** What a statement does to what: a chip and a link for each act; unlinked acts say so. */
export function deeds(e) {
  const lines = e.acts.map((deed) => {
    const href = toKind(deed.kind, deed.id);
    return h("li", null, chip(deed.act), " ", href ? h("a", { href }, deed.text) : deed.text);
  });
  if (e.unlinked && !e.acts.length) lines.push(h("li", null, chip(e.unlinked), " ", unlinked(e)));
  return lines.length ? h("ul", { class: "deeds" }, lines) : null;
}

/** The labels that qualify a statement; null where there are none. */
export function labels(e) {
  const list = [
    e.mode === "direct" && label("own words", "The speaker's own words, not the reporter's"),
    e.certainty !== "plain" && label(e.certainty, "How sure the words are of it"),
    e.qualification && label(`only: ${e.qualification}`, "The speaker's own words narrow the denial"),
    e.condition && label(`if: ${e.condition}`, "On this condition"),
    e.inference && label("the writer's inference", "A conclusion of the writer, which no actor said"),
    e.said && label(`said ${e.said}`, "When it was said"),
    e.link_basis && label(`linked: ${e.link_basis}`, "The words name no claim; why this one is taken to be meant"),
    e.confidence < UNSURE && label("unsure reading", `Confidence ${e.confidence.toFixed(2)}`),
    e.review !== "unreviewed" && label(e.review, "What a reviewer judged"),
  ].filter(Boolean);
  return list.length ? h("p", { class: "labels" }, list) : null;
}

/** Several statements as a list; `options` as for `evidence`, and `wide`: in columns where there is room. */
export const evidences = (list, { wide = false, ...options } = {}) =>
  h("ul", { class: ["evidences", wide && "evidences-wide"] }, list.map((e) => h("li", null, evidence(e, options))));

/** A link to a claim. */
export const claimLink = (id, text) => h("a", { href: toClaim(id) }, text);

function unlinked(e) {
  const whose = e.refers_to.length ? [" of ", joined(e.refers_to.map(actorLink), ", ")] : "";
  return h("span", { class: "meta" }, "a claim", whose, " that the words do not name");
}

function more(e) {
  return e.document.url ? h("a", { href: e.document.url, rel: "external noreferrer" }, "original") : null;
}

const fromWord = (text) => text.replace(/^\S*\s+/, "").replace(/\s+/g, " ");
const toWord = (text) => text.replace(/\s+\S*$/, "").replace(/\s+/g, " ");
