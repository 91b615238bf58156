/** Add an article: paste it or choose a file, see what is understood of it, then store it. */

import { post } from "../api.js";
import { fill, h } from "../dom.js";
import { dated } from "../filters.js";
import { announce } from "../router.js";
import { problem, waiting } from "../states.js";
import { outcomes, understood } from "../understood.js";

/** Files that are no articles go as they are: annotations and graphs say all about themselves. */
const TYPES = {
  yaml: "application/yaml",
  yml: "application/yaml",
  json: "application/json",
  ttl: "text/turtle",
  nt: "application/n-triples",
  trig: "application/trig",
  jsonld: "application/ld+json",
};
const ACCEPT = [".txt", ".html", ".htm", ...Object.keys(TYPES).map((type) => `.${type}`)].join(",");

/** Show the form. */
export async function show(main) {
  document.title = "Add an article · Counterclaim";
  const answer = h("div", { class: "answer" });
  const form = formOf();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void preview(form, answer);
  });
  form.addEventListener("input", () => answer.replaceChildren()); // What was shown is no longer what would be stored.
  fill(
    main,
    h("h1", null, "Add an article"),
    h("p", { class: "lead" }, "First you see what is understood of it, and what is not. Nothing is stored until you say so."),
    form,
    answer,
  );
}

function formOf() {
  const text = h("textarea", { id: "add-text", name: "text", rows: "12", required: true, spellcheck: "false", placeholder: "Paste the whole article here, its title first." });
  const chosen = h("p", { class: "meta", id: "add-chosen" });
  const file = h("input", { id: "add-file", type: "file", accept: ACCEPT, "aria-describedby": "add-chosen" });
  const form = h(
    "form",
    { class: "add" },
    field("Article", "add-text", text),
    field("Or a file: text, HTML, an annotation (YAML), a graph (Turtle, JSON-LD …)", "add-file", file),
    chosen,
    h(
      "fieldset",
      { id: "add-known" },
      h("legend", null, "What you know of it; all of it may stay empty"),
      field("Title", "add-title", h("input", { id: "add-title", name: "title" })),
      field("Address", "add-url", h("input", { id: "add-url", name: "url", type: "url", placeholder: "https://", pattern: "https?://.+" })),
      field("Author", "add-author", h("input", { id: "add-author", name: "author" })),
      field("Publisher", "add-publisher", h("input", { id: "add-publisher", name: "publisher" })),
      field("Published (a year, month or day)", "add-published", h("input", { id: "add-published", name: "published", placeholder: "2025-11-22", ...dated })),
    ),
    h("p", null, h("button", { class: "primary" }, "Show what is understood")),
  );
  file.addEventListener("change", () => void read(form, file.files[0], chosen));
  text.addEventListener("input", () => text.value.trim() || forget(form, file, chosen)); // What comes next is another text.
  return form;
}

const field = (label, id, input) => h("div", { class: "field" }, h("label", { for: id }, label), input);

async function read(form, file, chosen) {
  if (!file) return forget(form, form.querySelector("#add-file"), chosen);
  const type = TYPES[ending(file.name)];
  form.elements.text.value = await file.text();
  form.dataset.type = type ?? "";
  form.dataset.source = file.name;
  form.querySelector("#add-known").disabled = Boolean(type);
  fill(
    chosen,
    type ? `${file.name} says by itself what it is. ` : `${file.name} is read as an article. `,
    h("button", { type: "button", class: "small", onclick: () => forget(form, form.querySelector("#add-file"), chosen) }, "Take the file away"),
  );
}

/** Begin anew: no file, no text of it, and an article again. */
function forget(form, file, chosen) {
  file.value = "";
  form.elements.text.value = "";
  form.dataset.type = form.dataset.source = "";
  form.querySelector("#add-known").disabled = false;
  chosen.replaceChildren();
  form.dispatchEvent(new Event("input")); // What was understood goes with it.
}

const ending = (name) => name.split(".").pop().toLowerCase();

/** What is sent: a file that says all about itself as it is, an article with what is known of it. */
function bodyOf(form) {
  const text = form.elements.text.value;
  if (form.dataset.type) return { body: text, type: form.dataset.type };
  const body = { text };
  for (const name of ["title", "url", "author", "publisher", "published"]) {
    const value = form.elements[name].value.trim();
    if (value) body[name] = value;
  }
  if (form.dataset.source) body.source = form.dataset.source;
  return { body, type: "application/json" };
}

async function preview(form, answer) {
  const { body, type } = bodyOf(form);
  await busy(form, answer, "Reading… a long article takes some seconds.", async () => {
    const received = await post("documents", body, { params: { dry_run: true }, type });
    const store = h("button", { type: "button", class: "primary", onclick: () => void keep(form, answer, { body, type }) }, "Store this in the graph");
    fill(answer, h("h2", { tabindex: "-1" }, "What is understood"), warning(received), received.documents.map(understood), h("p", { class: "store" }, store));
  });
}

/** What stands against storing it; it may be tried all the same, for the graph may change. */
function warning({ compared, refused }) {
  if (refused) return h("p", { class: "notice" }, "The graph would refuse this: ", refused);
  return compared ? null : h("p", { class: "notice" }, "The graph did not answer, so it is not known whether it would take this.");
}

async function keep(form, answer, { body, type }, params) {
  const again = () => void keep(form, answer, { body, type }, { replace: true });
  await busy(form, answer, "Storing…", async () => {
    const received = await post("documents", body, { type, params });
    fill(answer, h("h2", { tabindex: "-1" }, "Stored"), outcomes(received));
  }, again);
}

/** Where a person made what would be replaced: the way to say that it shall be. */
function instead(error, again) {
  if (error.status !== 409 || !error.detail.includes("replace=true")) return null;
  return h("p", null, h("button", { type: "button", onclick: again }, "Replace what a person made of it"));
}

async function busy(form, answer, message, work, again = null) {
  const buttons = [...form.querySelectorAll("button"), ...answer.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  const note = waiting(message);
  answer.append(note);
  try {
    await work();
    answer.querySelector("h2").focus();
    announce(answer.querySelector("h2").textContent);
  } catch (error) {
    fill(answer, problem(error), again && instead(error, again));
  } finally {
    note.remove();
    for (const button of buttons) button.disabled = false;
  }
}
