// The one box: pasted text, pasted HTML, a file or an address.

import { el, icon } from "./dom.js";
import { count, plural, size } from "./words.js";

const TAG = /<\/?(?:html|head|body|main|div|p|ul|ol|li|h[1-6]|br|span|section|article|table|script|style)\b[^>]*>/gi;
const FILES = ".txt,.md,.html,.htm,.pdf,.docx";

let serial = 0;

/** What the words in the box are: an address, HTML or text. */
export function kindOf(words) {
  const trimmed = words.trim();
  if (trimmed === "") return "nothing";
  if (/^https?:\/\/\S+$/i.test(trimmed)) return "url";
  return (trimmed.match(TAG) ?? []).length >= 2 ? "html" : "text";
}

function hint(words) {
  const kind = kindOf(words);
  const trimmed = words.trim();
  if (kind === "nothing") return "Text, HTML source or a web address. Files: .txt .md .html .pdf .docx";
  if (kind === "url") return "A web address: the page will be fetched, politely.";
  if (kind === "html") return `HTML source, ${count(trimmed.length)} characters`;
  return `Text, ${plural(trimmed.split(/\s+/).length, "word")}`;
}

/**
 * @param onPosting called with {text | html | url, title?} or {file}; may return a promise, awaited while the box is busy
 */
export function postingInput({ onPosting, label = "The posting" }) {
  const says = el("p", { class: "input-hint", id: `hint-${++serial}` }, hint(""));
  const box = el("textarea", {
    class: "input-box",
    rows: 9,
    "aria-label": label,
    "aria-describedby": says.id,
    placeholder: "Paste a job posting, or drop a file here",
    spellcheck: "false",
    autocomplete: "off",
  });
  const title = el("input", { type: "text", class: "input-title", "aria-label": "Job title, if the text does not start with it", placeholder: "Job title, if the text does not start with it", autocomplete: "off", maxlength: 300 });
  const chooser = el("input", { type: "file", accept: FILES, class: "visually-hidden", tabindex: "-1", "aria-label": "Choose a file" });
  const go = el("button", { class: "button primary go", type: "submit" }, "Read it");
  const choose = el("button", { class: "button", type: "button", on: { click: () => chooser.click() } }, icon("file"), "Choose a file");

  const form = el(
    "form",
    { class: "input", novalidate: true },
    el("div", { class: "input-frame" }, box, el("div", { class: "input-foot" }, title)),
    el("div", { class: "input-actions" }, says, chooser, choose, go),
  );

  const refresh = () => {
    says.textContent = hint(box.value);
  };

  function fill(words, name) {
    box.value = words;
    title.value = name;
    refresh();
  }

  async function give(posting) {
    form.classList.add("working");
    go.disabled = true;
    choose.disabled = true;
    go.replaceChildren(el("span", { class: "busy", "aria-hidden": "true" }), "Reading");
    try {
      await onPosting(posting);
    } finally {
      form.classList.remove("working");
      go.disabled = false;
      choose.disabled = false;
      go.replaceChildren("Read it");
    }
  }

  function submit() {
    const kind = kindOf(box.value);
    if (kind === "nothing") {
      says.textContent = "The box is empty: paste a posting first.";
      box.focus();
      return;
    }
    const words = kind === "url" ? box.value.trim() : box.value;
    const named = title.value.trim();
    give({ [kind]: words, ...(named && { title: named }) });
  }

  function take(file) {
    if (!file) return;
    says.textContent = `${file.name}, ${size(file.size)}`;
    give({ file });
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener("input", refresh);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  });
  chooser.addEventListener("change", () => {
    take(chooser.files[0]);
    chooser.value = "";
  });
  dropsOn(form, take);

  return {
    node: form,
    focus: () => box.focus(),
    /** Puts words into the box and reads them. */
    read: (words) => {
      fill(words, "");
      submit();
    },
    fill,
    clear: () => fill("", ""),
  };
}

/** Files dropped on the node go to `take`. */
export function dropsOn(node, take) {
  let depth = 0;
  const over = (on) => node.classList.toggle("dropping", on);
  node.addEventListener("dragenter", (event) => {
    event.preventDefault();
    depth++;
    over(true);
  });
  node.addEventListener("dragover", (event) => event.preventDefault());
  node.addEventListener("dragleave", () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) over(false);
  });
  node.addEventListener("drop", (event) => {
    event.preventDefault();
    depth = 0;
    over(false);
    take(event.dataTransfer?.files?.[0]);
  });
}

// A file dropped beside the box must not replace the page.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
