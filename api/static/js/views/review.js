/** Review: this view is being built. */

import { h } from "../dom.js";
import { empty } from "../states.js";

/** Show the view. */
export async function show(main, { path, params }) {
  document.title = "Review · Counterclaim";
  main.append(h("h1", null, "Review"), empty("This view is being built.", `${path.join("/")} ${params}`));
}
