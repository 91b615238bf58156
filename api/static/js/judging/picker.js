/** Choosing one of many: a box for words, and below it a list that follows them. */

import { h, fill } from "../dom.js";

const PAUSE = 250; // Milliseconds of not typing after which the service is asked.
let made = 0;

/**
 * A search box over a list.
 *
 * `label`; `find(words)` returns a promise of [{value, text}] (with '' : what to offer before anything
 * is typed). Returns {element, value()}: `value()` is the chosen item or null.
 */
export function picker({ label, find, hint }) {
  const id = `picker-${(made += 1)}`;
  const list = h("select", { id: `${id}-list`, size: 5, "aria-label": `${label}: choose`, class: "picker-list" });
  const box = h("input", { id, type: "search", maxlength: 200, autocomplete: "off", placeholder: hint });
  let items = [];
  let asked = 0;
  let timer;
  const look = async () => {
    const mine = (asked += 1);
    const found = await find(box.value.trim()).catch(() => []);
    if (mine !== asked) return; // Typed on meanwhile.
    items = found;
    fill(list, found.map((item, i) => h("option", { value: i }, item.text)));
    list.hidden = !found.length && !box.value.trim();
    if (!found.length) list.append(h("option", { value: "", disabled: true }, "Nothing found"));
    else if (box.value.trim()) list.selectedIndex = 0;
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.focus();
    if (list.selectedIndex < 0 && items.length) list.selectedIndex = 0;
  });
  void look();
  const element = h("div", { class: "picker" }, h("div", { class: "field" }, h("label", { for: id }, label), box), list);
  return { element, value: () => (list.selectedIndex < 0 ? null : items[Number(list.value)] ?? null) };
}
