/** Saved questions: their answers now, what is new in them, and what was reported before. */

import { get } from "../api.js";
import { h } from "../dom.js";
import { evidences, label, quote, source } from "../evidence.js";
import { toDocument, toKind } from "../links.js";
import { count, section } from "../sections.js";
import { empty } from "../states.js";

/** Show the saved questions that the service was given. */
export async function show(main) {
  document.title = "Saved questions · Counterclaim";
  const heading = h("h1", null, "Saved questions");
  const found = await asked();
  if (!found) return main.append(heading, beginning());
  main.append(
    heading,
    h("p", { class: "lead" }, found.watch),
    h("p", { class: "related" }, h("a", { href: "watch/feed" }, "What changed, as a feed")),
    ...found.questions.map(question),
    section("What was reported", found.reports.length ? found.reports.map(report) : empty("Nothing yet.", "“counterclaim watch FILE” tells what changed since it ran last.")),
  );
}

async function asked() {
  try {
    return await get("watch");
  } catch (error) {
    if (error.status === 404) return null;
    throw error;
  }
}

function beginning() {
  return empty(
    "This service was given no saved questions.",
    "Write them into a file, as docs/watch.md shows:",
    h("pre", null, "watch: What it is about\nquestions:\n- id: disputes\n  title: Which claims are disputed\n  ask: disputes\n"),
    "Then start the service with “counterclaim serve --watch FILE”. “counterclaim watch FILE”, run now and then, remembers what it saw: what came since is marked here.",
  );
}

function question(asked) {
  const fields = Object.entries(asked.fields).map(([name, value]) => `${name} ${value}`);
  const fresh = asked.entries.filter((each) => each.new).length;
  const since = asked.seen ? `${fresh} new and ${asked.gone.length} gone since the last run` : "not yet part of a run: nothing is marked as new";
  return h(
    "section",
    { class: "card", dataset: { question: asked.id } },
    h("h2", null, asked.title),
    h("p", { class: "meta" }, [asked.ask, ...fields].join(", "), ` · ${count(asked.entries.length, "entry", "entries")} · ${since}`),
    asked.entries.length ? h("ul", null, asked.entries.map((each) => h("li", null, entry(each)))) : h("p", null, "Nothing, as far as the graph knows."),
    asked.gone.length > 0 && [h("h3", null, "Gone since the last run"), h("ul", null, asked.gone.map((each) => h("li", null, told(each))))],
  );
}

function entry(found) {
  const link = h("a", { href: toKind(found.kind, found.id) }, found.text);
  return told(found, [link, found.new && [" ", h("strong", { class: "label" }, "new")]]);
}

function told(found, title = found.text) {
  return [h("p", null, title), h("details", null, h("summary", { "aria-label": `The words: ${found.text}` }, "The words"), proof(found))];
}

function proof({ words, quotes, more }) {
  return [
    words.length > 0 && evidences(words, { acts: true }),
    quotes.map((cited) => [cited.quote && quote(cited.quote), h("p", { class: "evidence-source" }, source(cited.document, toDocument(cited.document.id)))]),
    more > 0 && h("p", { class: "meta" }, `And ${more} more.`),
  ];
}

function report({ newest, number, changes }) {
  return h(
    "article",
    { class: "card" },
    h("h3", null, `Report ${number}`, newest && `, newest article ${newest}`),
    changes.map((change) => [
      h("h4", null, change.title, change.first && [" ", label("asked for the first time")]),
      h("ul", null, change.added.map((each) => h("li", null, told(each, `Came: ${each.text}`))), change.removed.map((each) => h("li", null, told(each, `Went: ${each.text}`)))),
    ]),
  );
}
