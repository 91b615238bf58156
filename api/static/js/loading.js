/** What is being waited for: told where it takes a while, and taken away when it is there. */

import { h } from "./dom.js";

const PAUSE = 250; // Milliseconds within which an answer comes without a word: a line that flickers tells nothing.
const LONG = 5000;

const NAMES = {
  claims: "the claim",
  add: "the form",
  board: "the deal board",
  plans: "plans",
  documents: "articles",
  network: "the network",
  timeline: "the timeline",
  origins: "where claims come from",
  silence: "who is silent",
  watch: "saved questions",
  overreach: "headlines",
  search: "what the words find",
  review: "what needs a person",
};
const ONE = { actors: "the actor", terms: "the term", plans: "the plan", documents: "the article", statements: "the statement" };

/** In words, what the view at `path` shows. */
export function named([name, id]) {
  return (id && ONE[name]) || (NAMES[name] ?? name);
}

/** Tell after a moment that `what` is loading, at the end of `place`; returns a function that ends it. */
export function loading(place, what, announce) {
  const line = h("p", { class: "waiting" });
  const tell = (text) => {
    line.textContent = text;
    place.append(line);
    announce(text);
  };
  const timers = [
    setTimeout(() => tell(`Loading ${what}… To give it up, go elsewhere.`), PAUSE),
    setTimeout(() => tell(`Still loading ${what}… A large question may take half a minute; a filter makes it smaller.`), LONG),
  ];
  return () => {
    timers.forEach(clearTimeout);
    line.remove();
  };
}
