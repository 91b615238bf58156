/** Articles: the list of all, or one of them with its annotation. */

import { get } from "../api.js";
import { h } from "../dom.js";
import { time } from "../evidence.js";
import { dated, filters } from "../filters.js";
import { to, toDocument } from "../links.js";
import { pages } from "../pages.js";
import { empty } from "../states.js";

const FIELDS = [
  { name: "actor", label: "Who speaks", suggest: "actors" },
  { name: "plan", label: "Plan", suggest: "plans" },
  { name: "publisher", label: "Publisher", suggest: "actors" },
  { name: "since", label: "Published since", placeholder: "2025-11", ...dated },
  { name: "until", label: "Published until", placeholder: "2025-11-22", ...dated },
];

/** Show one article if the address names one, else all that the filters leave, newest first. */
export async function show(main, { path, params }) {
  if (path.length > 1) return (await import("../article/view.js")).show(main, { id: path[1], params });
  document.title = "Articles · Counterclaim";
  const more = h("a", { href: to("overreach") }, "Headlines that say more than their article");
  main.append(h("h1", null, "Articles"), h("p", { class: "related" }, more), filters("documents", FIELDS, params));
  const asked = Object.fromEntries(params);
  const first = await get("documents", asked);
  if (!first.items.length) return main.append(none([...params.keys()].length > 0));
  main.append(pages(first, { path: "documents", params: asked, render: line, noun: "article", tag: "ul" }));
}

function line(document) {
  const count = `${document.statements} statement${document.statements === 1 ? "" : "s"}`;
  const where = [document.publisher, document.author].filter(Boolean).join(", ");
  return h(
    "li",
    { class: "document-line" },
    h("a", { class: "card-title", href: toDocument(document.id) }, document.title),
    h("p", { class: "meta" }, where && `${where} · `, document.published ? time(document.published) : "date unknown", ` · ${count}`),
  );
}

function none(filtered) {
  if (filtered) return empty("No article passes these filters.", h("a", { href: to("documents") }, "Show all articles"));
  return empty("No article has been read yet.", h("a", { href: to("add"), class: "button primary" }, "Add an article"));
}
