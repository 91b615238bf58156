/** What other articles tell of this one: whose copy it is, or who copies it, and whether its headline says too much. */

import { get, Problem } from "../api.js";
import { fill, h, joined } from "../dom.js";
import { to, toDocument } from "../links.js";

/** A place for the notes; they come when they are known, and the text does not wait for them. */
export function notes(article) {
  const place = h("div", { class: "article-notes" });
  void told(article).then((lines) => fill(place, lines.map((line) => h("p", { class: "meta" }, line))));
  return place;
}

async function told({ id }) {
  try {
    const [copies, headlines] = await Promise.all([get(["documents", id, "copies"]), get("overreach", { document: id })]);
    return [...copied(copies.items, id), ...overreaching(headlines.items, id)];
  } catch (error) {
    if (error instanceof Problem || error.name === "AbortError") return []; // The article can be read all the same.
    throw error;
  }
}

function copied(copies, id) {
  const link = (document) => h("a", { href: toDocument(document.id) }, document.name);
  const own = copies.find(({ document }) => document.id === id);
  const others = copies.filter(({ original }) => original.id === id);
  return [
    own && ["Mostly a copy of ", link(own.original), `: ${Math.round(own.share * 100)} % of the shorter text stands in both.`],
    others.length > 0 && ["Copied by ", joined(others.map(({ document }) => link(document)), ", "), "."],
  ].filter(Boolean);
}

function overreaching(headlines, id) {
  if (!headlines.length) return [];
  return [["The headline says more than the article: ", h("a", { href: to("overreach", { document: id }) }, "what the article has of it"), "."]];
}
