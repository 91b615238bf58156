/** The way from a plan to its digest: a form of its own, for the answer is a page to read, print or keep. */

import { h } from "./dom.js";
import { dated } from "./filters.js";

const DAY = 24 * 60 * 60 * 1000;

/** Return the form; `dates` are those of what is known of the plan: the last week of it is offered. */
export function briefing(plan, dates) {
  const field = { id: "digest-since", name: "since", required: true, autocomplete: "off", value: weekBefore(dates), ...dated };
  return h(
    "form",
    { class: "filters", action: "digest", method: "get", "aria-label": "Digest" },
    h("input", { type: "hidden", name: "plan", value: plan }),
    h("div", { class: "field" }, h("label", { for: field.id }, "What is new since"), h("input", field)),
    h("button", { type: "submit", name: "format", value: "html" }, "Read the digest"),
    h("button", { type: "submit", name: "format", value: "md" }, "As Markdown"),
  );
}

/** The day a week before the newest date, as far as one is known to the day. */
function weekBefore(dates) {
  const days = dates.map((date) => (date ?? "").slice(0, 10)).filter((date) => date.length === 10);
  const newest = Date.parse(days.sort().at(-1) ?? "");
  return Number.isNaN(newest) ? "" : new Date(newest - 7 * DAY).toISOString().slice(0, 10);
}
