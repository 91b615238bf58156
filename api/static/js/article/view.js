/** One article: its text, and beside it what was understood of it, to be corrected. */

import { del, get, Problem } from "../api.js";
import { fill, h } from "../dom.js";
import { time } from "../evidence.js";
import { to } from "../links.js";
import { judgements } from "../judging/judge.js";
import { announce } from "../router.js";
import { cards } from "./cards.js";
import { legend } from "./layers.js";
import { calm, light, link, reveal } from "./linking.js";
import { isActor, marksOf } from "./marks.js";
import { mentions } from "./mentions.js";
import { notes } from "./notes.js";
import { textOf } from "./text.js";

/** Show the article `id`; `at=start-end` in the params points to words in it. */
export async function show(main, { id, params }) {
  const place = h("div", { class: "article-view" });
  const view = { id, params, place };
  await draw(view);
  main.append(place);
  link(place);
  pointTo(view);
}

async function draw(view) {
  const { id, params, place } = view;
  const [article, judging] = await Promise.all([get(["documents", id]), loadJudging()]);
  document.title = `${article.title} · Counterclaim`;
  const marks = marksOf(article);
  const at = span(params.get("at"));
  const text = textOf(article.text, marks, { at, onstatement: (statement) => toCard(view, statement) });
  view.text = text;
  view.turns = new Map();
  const corrections = judging && { ...judging, near: actorsOf(article), changed: (message) => changed(view, message) };
  fill(
    place,
    head(article),
    legend(text, new Set(marks.map((mark) => mark.layer)), ["documents", id], params),
    h(
      "div",
      { class: "article-columns" },
      h("section", { class: "article-body", "aria-label": "Text" }, text),
      h(
        "section",
        { class: "annotation", "aria-label": "Annotation" },
        h("h2", null, `${article.statements.length} statement${article.statements.length === 1 ? "" : "s"}`),
        !judging && h("p", { class: "meta" }, "Corrections cannot be made now: the service does not answer for judgements."),
        cards(article.statements, { reveal: (statement) => toText(view, article, statement), corrections }),
        mentions(article.mentions ?? [], { reveal: (mention) => nextPlace(view, mention), corrections }),
      ),
    ),
  );
}

/** The judgements that stand, and a way to the candidates for open denials; null where the service has none. */
async function loadJudging() {
  let review = null; // Asked for once, when the first form of links is opened: it takes a while.
  const candidates = async (id) => {
    review ??= get("review", { limit: 500 });
    return (await review).denials.find(({ statement }) => statement.id === id)?.candidates ?? [];
  };
  try {
    return { standing: await judgements(), candidates };
  } catch (error) {
    if (error instanceof Problem) return null; // The article can be read all the same.
    throw error;
  }
}

function head(article) {
  const about = [article.publisher, article.author].filter(Boolean).join(", ");
  const told = h("p", { class: "form-told", role: "alert" });
  return h(
    "header",
    { class: "article-head" },
    h("h1", null, article.title),
    h(
      "p",
      { class: "meta" },
      about && `${about} · `,
      article.published ? time(article.published) : "date unknown",
      article.url && [" · ", h("a", { href: article.url, rel: "external noreferrer" }, "original")],
      " · ",
      h("a", { href: `export?document=${encodeURIComponent(article.id)}` }, "as Turtle"),
      " · ",
      h("button", { type: "button", class: "small", onclick: () => takeBack(article, told) }, "Take this article back"),
    ),
    told,
    notes(article),
  );
}

async function takeBack({ id, title }, told) {
  if (!confirm(`Take “${title}” back, with all that only it states?`)) return;
  try {
    await del(["documents", id]);
    location.hash = to(["documents"]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    fill(told, error.message);
  }
}

/** After a correction: the same place, with what the graph says now. */
async function changed(view, message) {
  const focused = document.activeElement?.closest("[data-statements], [data-mentions]");
  const [kind, id] = focused?.dataset.statements ? ["statements", focused.dataset.statements] : ["mentions", focused?.dataset.mentions];
  const list = view.place.querySelector(".annotation");
  const [page, inner] = [scrollY, list?.scrollTop ?? 0];
  await draw(view);
  scrollTo(0, page);
  view.place.querySelector(".annotation").scrollTop = inner;
  const again = [...view.place.querySelectorAll(`.annotation [data-${kind}]`)].find((element) => element.dataset[kind] === id);
  if (again) {
    again.tabIndex = -1;
    again.focus({ preventScroll: true });
  }
  announce(message);
}

function toCard(view, statement) {
  const card = document.getElementById(`statement-${statement}`);
  light(view.place, { statement });
  card.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  card.focus({ preventScroll: true });
}

function toText(view, article, id) {
  light(view.place, { statement: id });
  const { start, end } = article.statements.find((e) => e.id === id);
  view.params.set("at", `${start}-${end}`); // Shareable, but no step to go back to.
  history.replaceState(history.state, "", to(["documents", view.id], Object.fromEntries(view.params)));
  reveal(view.text, { statement: id });
}

function nextPlace(view, id) {
  const places = [...view.text.querySelectorAll("[data-mentions]")].filter((element) => element.dataset.mentions.split(" ").includes(id));
  const turn = view.turns.get(id) ?? 0;
  view.turns.set(id, (turn + 1) % places.length);
  light(view.place, { mention: id });
  places[turn].scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
}

function pointTo(view) {
  const mark = view.text.querySelector(".seg-at");
  if (!mark) return;
  requestAnimationFrame(() => requestAnimationFrame(() => mark.scrollIntoView({ block: "center" }))); // After the router's own scroll.
}

/** The actors that are offered first: those that the article names or quotes. */
function actorsOf(article) {
  const named = (article.mentions ?? []).filter(isActor);
  const all = [...named, ...article.statements.flatMap((e) => [...e.speakers, ...e.chain])];
  return [...new Map(all.map((actor) => [actor.id, actor])).values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function span(text) {
  const found = /^(\d+)-(\d+)$/.exec(text ?? "");
  return found ? [Number(found[1]), Number(found[2])] : null;
}
