/** The page starts here: the search box, the skip link, the router. */

import { go, to } from "./links.js";
import { parse, start } from "./router.js";

const form = document.getElementById("search");
const words = document.getElementById("search-words");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const q = words.value.trim();
  if (q) go(to("search", { q }));
  else words.focus();
});

// A plain “#main” would be taken for a route.
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});

addEventListener("hashchange", fillSearch);
fillSearch();
void start();

function fillSearch() {
  const { path, params } = parse(location.hash);
  if (path[0] === "search") words.value = params.get("q") ?? "";
  else if (document.activeElement !== words) words.value = ""; // What was looked for is no longer what is shown.
}
