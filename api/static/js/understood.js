/** What the service understood of an article that was handed in, and what it did not. */

import { fill, h, joined } from "./dom.js";
import { chip, labels, quote } from "./evidence.js";
import { to, toDocument } from "./links.js";
import { count, section } from "./sections.js";
import { empty } from "./states.js";

const ACTS = ["asserts", "denies", "questions", "retracts", "supports", "rejects", "demands", "accepts_if"];

/** One document of a dry run. */
export function understood(told) {
  const { counts, annotation } = told;
  const numbers = ["statement", "claim", "actor", "term"].map((noun) => count(counts[`${noun}s`], noun));
  return h(
    "article",
    { class: "card" },
    h("h3", { class: "understood-title" }, told.title),
    annotation && known(annotation),
    h("p", null, joined(numbers, ", "), "; ", told.omissions.length ? `${count(told.omissions.length, "passage")} not understood.` : "no passage was told as not understood."),
    counts.statements === 0 && empty("No statement was understood.", "Is it an article in English that tells who said what?"),
    annotation && statements(annotation),
    leftOut(told),
    told.dropped.length > 0 && details(`${count(told.dropped.length, "line")} left out as no part of the article`, told.dropped.map(({ exact, line }) => (line ? `line ${line}: ${exact}` : exact))),
    told.notes.length > 0 && h("ul", { class: "meta" }, told.notes.map((note) => h("li", null, note))),
  );
}

/** What the graph did with each document that was stored. */
export function outcomes({ documents, judgements }) {
  const words = { added: "was added.", replaced: "replaced an earlier reading.", unchanged: "was there already; nothing changed." };
  return [
    documents.map((each) =>
      h("p", { class: "notice" }, h("a", { href: toDocument(each.id) }, each.title), " ", words[each.outcome] ?? "was read."),
    ),
    judgements > 0 && h("p", null, count(judgements, "judgement"), " stood beside them."),
    h("p", null, joined([h("a", { href: to("review") }, "Review what was unsure"), h("a", { href: to("disputes") }, "See the disputes")], " · ")),
  ];
}

function known({ document: { publisher, published, url }, actors }) {
  const outlet = actors.find(({ id }) => id === publisher)?.name ?? publisher;
  const parts = [outlet ?? "publisher unknown", published ?? "date unknown", url].filter(Boolean);
  return h("p", { class: "meta" }, parts.join(" · "));
}

function statements(annotation) {
  const names = namesOf(annotation);
  const name = (id) => names.get(id) ?? id;
  return h("ul", { class: "evidences evidences-wide" }, annotation.statements.map((s) => h("li", null, statement(s, name))));
}

function namesOf({ actors, plans, versions, terms, events, claims }) {
  const named = [...actors, ...plans, ...versions, ...terms, ...events].map((each) => [each.id, each.name]);
  return new Map([...named, ...claims.map((claim) => [claim.id, claim.text])]);
}

function statement(s, name) {
  const deeds = ACTS.flatMap((act) => (s[act] ?? []).map((target) => h("li", null, chip(act), " ", name(target))));
  if (s.unlinked) deeds.push(h("li", null, chip(s.unlinked), " ", h("span", { class: "meta" }, "a claim that the words do not name")));
  return h(
    "article",
    { class: "evidence" },
    h("p", { class: "evidence-who" }, h("span", { class: "speakers" }, s.speakers.map(name).join(", "))),
    h("ul", { class: "deeds" }, deeds),
    quote(s.span.exact),
    labels(s),
  );
}

function leftOut({ omissions }) {
  if (!omissions.length) return null;
  return section("What is not understood", h("ul", { class: "omissions" }, omissions.map(omission)));
}

function omission({ reason, kind, exact, line }) {
  return fill(
    h("li", null),
    quote(exact),
    h("p", { class: "meta" }, line ? `line ${line}: ` : "", kind === "contradiction" ? "contradiction: " : "", reason),
  );
}

function details(summary, lines) {
  return h("details", null, h("summary", null, summary), h("ul", null, lines.map((line) => h("li", null, line))));
}
