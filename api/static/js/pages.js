/** Lists that come in pages: what there is, and a button for more. */

import { get } from "./api.js";
import { h } from "./dom.js";
import { loading } from "./loading.js";
import { announce } from "./router.js";
import { problem } from "./states.js";

/**
 * A list from the first page that was read already. A page may be short, or empty, and there still be more.
 *
 * options: `path` and `params` asked, `render(item)` → node, `noun` for announcements.
 */
export function pages(first, { path, params, render, noun, tag = "div" }) {
  const list = h(tag, { class: "pages" });
  const foot = h("div", { class: "pages-foot" });
  let total = 0;
  const add = (page) => {
    list.append(...page.items.map(render));
    total += page.items.length;
    const count = `${total} ${noun}${total === 1 ? "" : "s"}`;
    foot.replaceChildren(h("span", { class: "meta" }, page.next ? `${count} so far` : count), " ");
    if (page.next) foot.append(h("button", { type: "button", onclick: (event) => more(page.next, event.currentTarget) }, "Show more"));
    announce(page.next ? `${count}, more can be shown` : count);
  };
  const more = async (after, button) => {
    if (button.getAttribute("aria-disabled")) return; // It is being asked for; twice would show it twice.
    button.setAttribute("aria-disabled", "true");
    foot.querySelector(".notice")?.remove();
    const last = list.lastElementChild;
    const loaded = loading(foot, `more ${noun}s`, announce);
    try {
      add(await get(path, { ...params, after }));
      focusOn(last?.nextElementSibling);
    } catch (error) {
      if (error.name !== "AbortError") foot.append(problem(error));
    } finally {
      loaded();
      button.removeAttribute("aria-disabled");
    }
  };
  add(first);
  return h("div", null, list, foot);
}

function focusOn(item) {
  (item?.querySelector("a, button") ?? item)?.focus();
}
