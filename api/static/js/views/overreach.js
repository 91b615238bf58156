/** Headlines that the article bears out only by the writer's inference, or not at all. */

import { get } from "../api.js";
import { h, joined } from "../dom.js";
import { chip, claimLink, evidences, label, quote, source } from "../evidence.js";
import { dated, filters } from "../filters.js";
import { to, toKind, toWords } from "../links.js";
import { pages } from "../pages.js";
import { empty } from "../states.js";

const FIELDS = [
  { name: "actor", label: "Outlet or speaker", suggest: "actors" },
  { name: "plan", label: "Plan", suggest: "plans" },
  { name: "as_of", label: "As published by", placeholder: "2025-11-22", ...dated },
];

/** Show the headlines that the filters in the address leave. */
export async function show(main, { params }) {
  document.title = "Headlines that overreach · Counterclaim";
  main.append(
    h("h1", null, "Headlines that say more than their article"),
    h("p", { class: "lead" }, "Held against the statements in the text below them. What was not read there may bear them out."),
    filters("overreach", FIELDS, params),
  );
  const asked = Object.fromEntries(params);
  const first = await get("overreach", asked);
  if (!first.items.length && !first.next) return main.append(empty("The articles bear out every headline that was read.", params.size > 0 && h("a", { href: to("overreach") }, "Show all")));
  main.append(pages(first, { path: "overreach", params: asked, render: card, noun: "headline" }));
}

function card({ headline, deed, support, missing, body }) {
  const href = toKind(deed.kind, deed.id);
  return h(
    "article",
    { class: "card" },
    quote(headline.exact),
    h("p", { class: "evidence-source" }, source(headline.document, toWords(headline))),
    h("p", null, chip(deed.act), " ", href ? h("a", { href }, deed.text) : deed.text),
    h(
      "section",
      null,
      h("h2", null, "What the article has of it ", label(support === "none" ? "not borne out" : "the writer's inference only")),
      missing.length > 0 && h("p", null, "Not borne out: ", joined(missing.map((part) => claimLink(part.id, part.name)), "; ")),
      body.length ? evidences(body, { acts: true, source: false }) : h("p", { class: "meta" }, "Nothing on the matter."),
    ),
  );
}
