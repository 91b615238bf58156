/** Review: what the extractor was unsure of, to be decided by a person; and what was decided. */

import { get } from "../api.js";
import { fill, h } from "../dom.js";
import { evidence, speakerLinks } from "../evidence.js";
import { to, toWords } from "../links.js";
import { HERE, standingLine, statementCorrections } from "../judging/corrections.js";
import { folded } from "../judging/forms.js";
import { judgements } from "../judging/judge.js";
import { alikeItem } from "../judging/alike.js";
import { announce } from "../router.js";
import { empty } from "../states.js";

const LIMIT = 25;
const SHOWN = 50; // Judgements told with their words.

/** Show what needs a person; `limit` in the address tells how much of each sort. */
export async function show(main, { params }) {
  document.title = "Review · Counterclaim";
  const place = h("div", { class: "review" });
  const view = { place, limit: Math.min(Number(params.get("limit")) || LIMIT, 500) };
  await draw(view);
  main.append(h("h1", null, "What needs a person"), lead(), place);
}

const lead = () =>
  h("p", { class: "lead" }, "What the extractor was unsure of comes first. A judgement stands beside what the article says, never in its place, and can be undone.");

async function draw(view) {
  const [review, standing, named] = await Promise.all([get("review", { limit: view.limit }), judgements(), get("actors", { limit: 100 })]);
  const options = { standing, near: named.items, changed: (message) => changed(view, message) };
  view.options = options;
  const candidates = new Map(review.denials.map((denial) => [denial.statement.id, denial.candidates]));
  const unsure = new Set(review.unsure.map((e) => e.id));
  const denials = review.denials.map((denial) => denial.statement).filter((e) => !unsure.has(e.id)); // Each once.
  const item = (e) => statementItem(e, candidates.get(e.id) ?? [], options);
  const sections = [
    ["unsure", "Statements that the extractor was unsure of", review.unsure, item],
    ["denials", "Denials whose claim is unknown", denials, item],
    ["linked", "Denials that a rule linked to a claim", review.linked.filter((e) => !unsure.has(e.id)), item],
    ["alike", "Actors that may be one", review.alike, (pair) => alikeItem(pair, options)],
  ];
  fill(
    view.place,
    tally(sections, standing),
    sections.filter(([, , items]) => items.length).map(([id, title, items, item]) => section(id, title, items, item, view.limit)),
    sections.every(([, , items]) => !items.length) && empty("Nothing needs a person now.", h("a", { href: to("documents") }, "Read the articles")),
    judged(standing, await wordsOf(standing.slice(0, SHOWN)), options),
  );
}

/** The statements that judgements are about, by id: an id alone tells nobody anything. */
async function wordsOf(standing) {
  const ids = [...new Set(standing.flatMap(aboutStatements))];
  const found = await Promise.all(ids.map((id) => get(["statements", id]).catch(() => null))); // What waits has none.
  return new Map(ids.map((id, i) => [id, found[i]]));
}

const aboutStatements = ({ statement, statements }) => [statement, ...statements].filter(Boolean);

/** How much there is of each sort, with ways to it. */
function tally(sections, standing) {
  const all = [...sections.map(([id, title, items]) => [id, title, items.length]), ["judged", "Judgements made", standing.length]];
  return h(
    "ul",
    { class: "tally" },
    all.map(([id, title, count]) =>
      h("li", null, count ? h("button", { type: "button", class: "tally-item", onclick: () => jump(id) }, h("b", null, count), " ", title) : h("span", { class: "tally-item" }, h("b", null, 0), " ", title)),
    ),
  );
}

function section(id, title, items, item, limit) {
  return h(
    "section",
    { id: `review-${id}`, tabindex: -1 },
    h("h2", null, title),
    h("ol", { class: "review-list" }, items.map(item)),
    items.length >= limit && limit < 500 && h("p", null, "There may be more. ", h("a", { href: to("review", { limit: limit * 4 }) }, "Show more of each sort")),
  );
}

function statementItem(e, candidates, options) {
  return h(
    "li",
    { class: "review-item", tabindex: -1, dataset: { item: e.id } },
    h("div", null, context(e), evidence(e, { acts: true })),
    statementCorrections(e, { ...options, candidates: async () => candidates, open: candidates.length > 0 }),
  );
}

/** The words among those that stand around them: nobody can judge them alone. */
function context(e) {
  return h("p", { class: "review-context" }, "… ", e.prefix, h("mark", { class: "seg-at" }, e.exact), e.suffix, " …");
}

function judged(standing, words, { changed }) {
  if (!standing.length) return null;
  const line = (judgement) => {
    const about = aboutStatements(judgement).map((id) => words.get(id)).filter(Boolean);
    return h("li", null, about.map((e) => recalled(e)), standingLine(judgement, changed, about.length ? HERE[judgement.kind](judgement) : judgement.told));
  };
  const list = h("ul", { class: "standing" }, standing.slice(0, SHOWN).map(line));
  const rest = standing.slice(SHOWN);
  return h(
    "section",
    { id: "review-judged", tabindex: -1 },
    h("h2", null, "Judgements made"),
    list,
    rest.length > 0 && folded(`${rest.length} more`, () => h("ul", { class: "standing" }, rest.map((j) => h("li", null, standingLine(j, changed))))),
  );
}

function recalled(e) {
  return h("p", { class: "recalled" }, h("span", { class: "speakers" }, speakerLinks(e.speakers)), " ", h("a", { href: toWords(e) }, h("q", { class: "words" }, e.exact)));
}

/** After a correction: what there is to decide now; the focus goes to the item that took the place. */
async function changed(view, message) {
  const items = () => [...view.place.querySelectorAll("[data-item]")];
  const before = items().findIndex((item) => item.contains(document.activeElement));
  const page = scrollY;
  await draw(view);
  scrollTo(0, page);
  const next = items()[Math.max(0, Math.min(before, items().length - 1))];
  const last = h("p", { class: "notice review-told", role: "status", tabindex: -1 }, message);
  view.place.prepend(last);
  if (before >= 0 && next) next.focus({ preventScroll: true });
  else if (!jump("judged")) last.focus({ preventScroll: true }); // It was the last judgement.
  announce(message);
}

function jump(id) {
  const section = document.getElementById(`review-${id}`);
  section?.scrollIntoView({ block: "start" });
  section?.focus({ preventScroll: true });
  return section;
}
