/** The text of an article, every mark exactly on its letters. */

import { h } from "../dom.js";
import { actWord } from "../evidence.js";
import { codePoints, paragraphs, segments } from "./segments.js";

/**
 * Return the text as paragraphs. `marks` come from `marksOf`; `at` ([start, end]) is what the address
 * points to; `onstatement(id)` is called when a reader asks for the card of a statement.
 */
export function textOf(text, marks, { at, onstatement }) {
  const points = codePoints(text);
  const all = at ? [...marks, { layer: "at", start: at[0], end: at[1] }] : marks;
  const body = paragraphs(points).map(({ start, end }) =>
    h("p", null, segments(start, end, all).map((segment) => ofSegment(points, segment, onstatement))),
  );
  return h("div", { class: "article-text", lang: "en", id: "article-text" }, body);
}

function ofSegment(points, { start, end, marks }, onstatement) {
  const text = points.slice(start, end).join("");
  if (!marks.length) return text;
  const words = marks.filter((mark) => mark.layer === "words").sort(byLength); // The innermost first.
  const statements = [...new Set([...words, ...marks].map((mark) => mark.statement).filter(Boolean))];
  const element = h(
    words.length || marks.some((mark) => mark.layer === "at") ? "mark" : "span",
    {
      class: ["seg", ...classes(marks, words), words.length > 1 && "seg-nested"],
      dataset: {
        start,
        end,
        ...(statements.length && { statements: statements.join(" ") }),
        ...named(marks),
      },
      title: tip(marks),
      onclick: words.length ? () => onstatement(statements[0]) : null,
    },
    text,
  );
  return [element, words.filter((mark) => mark.end === end).map((mark) => reference(mark, onstatement))];
}

/** One class for each layer, and one for the act of the innermost words. */
function classes(marks, words) {
  const layers = [...new Set(marks.map((mark) => `seg-${mark.layer}`))].sort();
  return words.length ? [...layers, `act-${words[0].act}`] : layers;
}

function named(marks) {
  const ids = [...new Set(marks.map((mark) => mark.mention).filter(Boolean))];
  return ids.length ? { mentions: ids.join(" ") } : null;
}

function tip(marks) {
  const names = marks.filter((mark) => mark.mention).map((mark) => mark.name);
  return names.length ? [...new Set(names)].join("; ") : null;
}

const byLength = (a, b) => a.end - a.start - (b.end - b.start);

/** The number behind the words: the way to the card by keyboard, and for those who do not see colours. */
function reference({ statement, number, act }, onstatement) {
  return h(
    "button",
    {
      type: "button",
      class: ["ref", `act-${act}`],
      dataset: { statements: statement },
      "aria-label": `Statement ${number}, ${actWord(act)}`,
      onclick: () => onstatement(statement),
    },
    number,
  );
}
