/** Network: this view is being built. */

import { h } from "../dom.js";
import { empty } from "../states.js";

/** Show the view. */
export async function show(main, { path, params }) {
  document.title = "Network · Counterclaim";
  main.append(h("h1", null, "Network"), empty("This view is being built.", `${path.join("/")} ${params}`));
}
