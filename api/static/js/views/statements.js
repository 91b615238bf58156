/** One statement alone: who, the words, what they do to what, and where they stand. */

import { get } from "../api.js";
import { fill, h } from "../dom.js";
import { evidence } from "../evidence.js";
import { go, to, toWords } from "../links.js";

/** Show the statement of the address. */
export async function show(main, { path: [, id] }) {
  if (!id) return go(to("timeline"), { replace: true });
  const statement = await get(["statements", id]);
  document.title = `“${statement.exact}” · Counterclaim`;
  fill(
    main,
    h("p", { class: "kicker" }, "Statement"),
    h("h1", null, "In these words"),
    h("div", { class: "card" }, evidence(statement, { acts: true })),
    h("p", null, h("a", { class: "button", href: toWords(statement) }, "Show the words in the article")),
  );
}
