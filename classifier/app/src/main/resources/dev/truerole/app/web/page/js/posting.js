// The posting page: give one, read the answer, compare with another, take it along.

import { api } from "./api.js";
import { answerView } from "./answer.js";
import { comparison } from "./comparison.js";
import { el, icon, replace, saveAs } from "./dom.js";
import { postingInput } from "./input.js";
import { busyNote, failureNote } from "./shell.js";
import { roleLabel } from "./words.js";

const desk = document.getElementById("desk");
const intro = document.getElementById("intro");

/** What was read: {answer, text, source}; the second is for comparing. */
const slots = [];
let waiting = null;

const input = postingInput({ onPosting: (posting) => read(posting, 0) });
const secondInput = postingInput({ onPosting: (posting) => read(posting, 1), label: "The posting to compare with" });
const inputs = [input, secondInput];
const troubles = [el("div", { class: "trouble" }), el("div", { class: "trouble" })];
const examples = el("div", { class: "examples" });
const secondExamples = el("div", { class: "examples" });

async function read(posting, slot) {
  waiting?.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  replace(troubles[slot], posting.url ? busyNote("Fetching the page; some sites take their time.") : null);
  try {
    const answer = posting.file ? await api.classifyFile(posting.file, signal) : await api.classify(posting, signal);
    replace(troubles[slot]);
    const text = answer.text ?? posting.text ?? "";
    slots[slot] = { answer, text, source: sourceOf(posting, answer, text) };
    if (posting.file) inputs[slot].fill(text, answer.title ?? "");
    go(slot === 0 ? "answer" : "both");
  } catch (error) {
    if (signal.aborted) return;
    replace(troubles[slot], failureNote(error, () => read(posting, slot)));
  }
}

/** What the server needs to make a report of the same posting. */
function sourceOf(posting, answer, text) {
  if (posting.html) return posting;
  const title = posting.title ?? (posting.text ? null : answer.title);
  return { text, ...(title && { title }) };
}

/** Shows a view and remembers it, so that the browser's back button leads to the one before. */
function go(view) {
  history.pushState({ view }, "", view === "input" ? "./" : `#${view}`);
  show(view);
}

function show(view) {
  const possible = { input: true, answer: slots[0], compare: slots[0], both: slots[0] && slots[1] };
  const shown = possible[view] ? view : "input";
  intro.hidden = shown !== "input";
  VIEWS[shown]();
  document.title = shown === "input" ? "TrueRole: which job is it, really?" : `${titleOf(slots[0])} · TrueRole`;
  scrollTo({ top: 0, behavior: "instant" });
  desk.querySelector(".verdict-role")?.focus({ preventScroll: true });
}

function titleOf({ answer }) {
  return `${answer.title ?? "A posting"}: ${roleLabel(answer.role)}`;
}

const VIEWS = {
  input: () => replace(desk, input.node, troubles[0], examples),
  answer: () => {
    const [slot] = slots;
    replace(desk, toolbar(slot), answerView(slot.answer, slot.text, { heading: "h1" }));
  },
  compare: () => {
    const [slot] = slots;
    replace(
      desk,
      el(
        "div",
        { class: "toolbar" },
        button("Back to the answer", "back", () => go("answer"), "quiet"),
      ),
      el("h1", { class: "compare-head" }, "Compare with another posting"),
      el("p", { class: "lead" }, "A is “", slot.answer.title ?? "the posting before", "”, ", roleLabel(slot.answer.role), ". Give B:"),
      secondInput.node,
      troubles[1],
      secondExamples,
    );
    secondInput.focus();
  },
  both: () => {
    replace(
      desk,
      el(
        "div",
        { class: "toolbar" },
        button("Back to A", "back", () => go("answer"), "quiet"),
        button("Another B", "compare", () => go("compare"), "quiet"),
        el("span", { class: "spacer" }),
        button("JSON of both", "down", () => saveJson(slots.slice(0, 2).map(({ answer }) => answer), "truerole-comparison.json")),
        button("Print", "print", () => print(), "print"),
      ),
      el("h1", { class: "visually-hidden" }, "Two postings compared"),
      comparison(slots),
    );
  },
};

function button(label, picture, click, kind = "") {
  return el("button", { class: `button ${kind}`.trim(), type: "button", on: { click } }, icon(picture), label);
}

function toolbar(slot) {
  const trouble = el("div", { class: "trouble" });
  const report = button("Report", "down", async () => {
    replace(trouble);
    report.disabled = true;
    try {
      saveAs(`${fileName(slot)}.html`, await api.report(slot.source));
    } catch (error) {
      replace(trouble, failureNote(error, () => report.click()));
    } finally {
      report.disabled = false;
    }
  });
  report.setAttribute("aria-label", "Download the report as one HTML file");
  const json = button("JSON", "down", () => saveJson(slot.answer, `${fileName(slot)}.json`));
  json.setAttribute("aria-label", "Download the answer as JSON");
  return [
    el(
      "div",
      { class: "toolbar" },
      button("Another posting", "back", another, "quiet"),
      button("Change this one", "file", () => go("input"), "quiet"),
      el("span", { class: "spacer" }),
      button("Compare", "compare", () => go("compare")),
      report,
      json,
      button("Print", "print", () => print(), "print"),
    ),
    trouble,
  ];
}

function another() {
  input.clear();
  slots.length = 0;
  secondInput.clear();
  go("input");
  input.focus();
}

function saveJson(content, name) {
  saveAs(name, `${JSON.stringify(content, null, 2)}\n`, "application/json");
}

function fileName({ answer }) {
  const words = (answer.title ?? "posting").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `truerole-${words.slice(0, 60) || "posting"}`;
}

const KINDS = [
  [/\.html?$/i, "HTML page"],
  [/\.md$/i, "Markdown"],
  [/./, "Text"],
];

function exampleList(node, list, target) {
  replace(
    node,
    el("h2", {}, "Or try one of these"),
    el(
      "ul",
      {},
      list.map(({ name, title, text }) =>
        el(
          "li",
          {},
          el(
            "button",
            { type: "button", class: "example", on: { click: () => target.read(text) } },
            el("span", { class: "example-title" }, title ?? "A posting without a title"),
            el("span", { class: "example-name" }, KINDS.find(([pattern]) => pattern.test(name))[1]),
          ),
        ),
      ),
    ),
  );
}

async function loadExamples() {
  try {
    const list = await api.examples();
    exampleList(examples, list, input);
    exampleList(secondExamples, list, secondInput);
  } catch (error) {
    replace(examples, failureNote(error, loadExamples));
  }
}

addEventListener("popstate", (event) => show(event.state?.view ?? "input"));
history.replaceState({ view: "input" }, "", "./");
show("input");
loadExamples();
