// What every page has: the theme switch, and how a failure is shown.

import { el, icon, replace } from "./dom.js";
import { Failure } from "./api.js";

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

function theme() {
  return root.dataset.theme ?? (system.matches ? "dark" : "light");
}

function remember(choice) {
  try {
    localStorage.setItem("truerole.theme", choice);
  } catch {
    // Storage is off: the choice lasts as long as the page.
  }
}

function themeSwitch(button) {
  const show = () => {
    const dark = theme() === "dark";
    replace(button, icon(dark ? "sun" : "moon"));
    button.setAttribute("aria-label", dark ? "Switch to the light theme" : "Switch to the dark theme");
  };
  button.addEventListener("click", () => {
    root.dataset.theme = theme() === "dark" ? "light" : "dark";
    remember(root.dataset.theme);
    show();
  });
  system.addEventListener("change", show);
  show();
}

for (const button of document.querySelectorAll(".theme")) themeSwitch(button);

/** A failure as a note; `again` is called when the person wants to retry. */
export function failureNote(error, again) {
  const failure =
    error instanceof Failure ? error : new Failure("This page made a mistake", `${error?.message ?? error}. Reload it and try again.`);
  return el(
    "div",
    { class: "note bad", role: "alert" },
    icon("alert"),
    el(
      "div",
      {},
      el("p", { class: "what" }, failure.heading),
      failure.detail && el("p", {}, failure.detail),
      again && failure.again && el("button", { class: "button again", type: "button", on: { click: again } }, "Try again"),
    ),
  );
}

export function busyNote(words) {
  return el("p", { class: "busy-line", role: "status" }, el("span", { class: "busy", "aria-hidden": "true" }), ` ${words}`);
}

/** Smooth unless the person asked for less motion. */
export function reveal(node, block = "center") {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ behavior: still ? "auto" : "smooth", block });
}
