/** Names offered while one types, each standing for an id. */

import { get } from "./api.js";
import { h } from "./dom.js";

const MOST = 20;
const PAUSE = 200; // Milliseconds of rest after which what was typed is looked for.

/**
 * Offer the items of a list of the API on an input; returns the datalist to put beside it.
 *
 * The input gets `idOf(typed)`: the id of the one item of that name, or of the only one that is offered
 * for what was typed; what names none is taken as it is.
 */
export function suggesting(input, path) {
  const list = h("datalist", { id: `${input.id}-list` });
  input.setAttribute("list", list.id);
  let timer = null;
  let turns = 0;
  const offer = async () => {
    const turn = ++turns;
    const items = await found(path, input.value.trim());
    if (turn !== turns) return; // What was typed since then is being looked for.
    list.replaceChildren(...items.map((item) => h("option", { value: item.id }, item.name)));
  };
  input.addEventListener("focus", () => void offer());
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void offer(), PAUSE);
  });
  input.idOf = async (typed) => idOf(await found(path, typed), typed);
  return list;
}

async function found(path, text) {
  try {
    return (await get(path, { text, limit: MOST })).items.map(({ id, name, claim }) => ({ id, name: name ?? claim }));
  } catch {
    return []; // Nothing to offer; the filter itself will tell what is wrong.
  }
}

function idOf(items, typed) {
  const same = (text) => text.toLowerCase() === typed.toLowerCase();
  if (items.some((item) => item.id === typed)) return typed;
  const named = items.filter((item) => same(item.name));
  if (named.length === 1) return named[0].id;
  const alike = items.filter((item) => item.name.toLowerCase().includes(typed.toLowerCase()));
  const likely = alike.length ? alike : items; // Found by another name: “Kyiv”, “Zelensky”.
  return likely.length === 1 ? likely[0].id : typed;
}
