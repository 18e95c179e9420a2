// An answer as people read it: role, scale, notes, asks, skills, evidence and the posting's own text.

import { el, icon } from "./dom.js";
import { lines, STRENGTHS } from "./highlight.js";
import { scale, scaleWords } from "./scale.js";
import { reveal } from "./shell.js";
import { ASKS, askInWords, noteInWords, percent, ROLES, roleInWords, roleLabel, roleMark, shortPercent } from "./words.js";

const SHORT = { data_scientist: "DS", ml_engineer: "ML", other: "Out" };
/** From here on, that it is no job of the field is said without a perhaps. */
const SURELY_OUTSIDE = 0.8;
const LEVELS = [
  ["required", "Required"],
  ["preferred", "Preferred"],
  ["mentioned", "Mentioned"],
];

/** The top: what the posting is called, what it is, how sure, and where it lies. */
export function verdict(answer, { heading = "h2", name = null, compact = false } = {}) {
  const { role } = answer;
  const sure = role ? answer.probabilities[role] : null;
  return el(
    "header",
    { class: `verdict role-${role ?? "none"}${compact ? " compact" : ""}` },
    el(
      "div",
      { class: "verdict-main" },
      el(
        "p",
        { class: "called" },
        name && el("span", { class: "letter" }, name),
        answer.title ? el("span", { class: "quote" }, `“${answer.title}”`) : "A posting without a title",
      ),
      el(heading, { class: "verdict-role", tabindex: "-1" }, roleMark(role), el("span", {}, role ? roleLabel(role) : "No answer")),
      role
        ? el("p", { class: "verdict-sure" }, el("b", {}, percent(sure)), " probable")
        : el("p", { class: "verdict-sure" }, noteInWords(answer.warnings?.[0] ?? "no role is given").sentence),
      says(answer),
    ),
    answer.probabilities && !compact && chances(answer.probabilities),
  );
}

function says({ titleRole, role }) {
  if (!titleRole || !role || (titleRole === "other" && role === "other")) return null;
  if (titleRole === role) {
    return el("p", { class: "says" }, "The title says the same.");
  }
  return el(
    "p",
    { class: "says apart" },
    el("span", {}, "The title says ", el("s", { class: `said role-${titleRole}` }, roleInWords(titleRole)), ". "),
    el("span", {}, "The work says ", el("strong", { class: `said role-${role}` }, roleInWords(role)), "."),
  );
}

function chances(probabilities) {
  return el(
    "dl",
    { class: "chances" },
    ROLES.map((role) =>
      el(
        "div",
        { class: `role-${role}` },
        el("dt", { class: `role-name role-${role}` }, roleMark(role), roleLabel(role)),
        el(
          "dd",
          {},
          el("span", { class: "bar", "aria-hidden": "true" }, probabilities[role] > 0 && el("span", { class: `fill role-${role}`, vars: { width: `${probabilities[role] * 100}%` } })),
          el("span", { class: "num" }, shortPercent(probabilities[role])),
        ),
      ),
    ),
  );
}

export function notes(answer) {
  const items = (answer.warnings ?? []).map(noteInWords);
  if (answer.role === "other") {
    const sure = answer.probabilities.other >= SURELY_OUTSIDE;
    items.unshift({
      heading: sure ? "Not a data or ML job" : "Perhaps not a data or ML job",
      sentence: sure
        ? "The work described lies outside the field. Where it leans on the scale means little."
        : "The work described seems to lie outside the field. Read the evidence before relying on that.",
    });
  }
  return items.map(({ heading, sentence }) =>
    el("div", { class: "note" }, icon("info"), el("div", {}, heading && el("p", { class: "what" }, heading), el("p", {}, sentence))),
  );
}

export function placeOnScale(answer) {
  if (answer.dsShare === null || answer.dsShare === undefined) return null;
  const place = { dsShare: answer.dsShare, interval: answer.dsShareInterval };
  const faint = answer.role === "other";
  return el("section", { class: "place", "aria-label": "Where it lies" }, scale([place], { faint }), scaleWords(place));
}

/**
 * The posting's text and what was found in it, each leading to the other.
 *
 * @param text the text that the positions refer to
 */
export function findings(answer, text) {
  const view = new TextView(answer, text);
  return el(
    "div",
    { class: "findings" },
    el("div", { class: "found" }, asksList(answer, view), skillLists(answer, view), evidenceLists(answer, view), fieldEvidence(answer)),
    view.node,
  );
}

/** The text with its marks; knows how to go to one. */
export class TextView {
  constructor(answer, text, heading = "The posting’s own words") {
    const { segments, lines: all } = lines(text, answer);
    this.segments = segments;
    this.levels = (answer.skills ?? []).map((skill) => skill.level);
    this.marks = new Map();
    this.skills = new Map();
    this.asks = new Map();
    this.visits = new Map();
    this.back = el("button", { class: "button back", type: "button", hidden: true, on: { click: () => this.goBack() } }, icon("up"), "Back to the list");
    this.node = el(
      "section",
      { class: "paper", "aria-label": heading },
      el("div", { class: "paper-head" }, el("h3", {}, heading), legend(segments)),
      el("div", { class: "paper-text" }, groups(all).map((group) => this.group(group))),
      this.back,
    );
  }

  group(group) {
    if (group[0].kind !== "item") return group.map((line) => this.line(line, "p"));
    return el("ul", { class: group[0].gap ? "gap" : null }, group.map((line) => this.line(line, "li")));
  }

  line(line, name) {
    const node = el(name, { class: `line ${line.kind}${line.gap ? " gap" : ""}` });
    let at = 0;
    if (line.lead) {
      node.append(el("span", { class: "lead-in" }, line.runs[0].text));
      at = 1;
    }
    while (at < line.runs.length) {
      const { segment } = line.runs[at];
      let end = at + 1;
      while (end < line.runs.length && line.runs[end].segment === segment) end++;
      const runs = line.runs.slice(at, end).map((run) => this.run(run));
      node.append(...(segment === null ? runs : [this.mark(segment, runs)]));
      at = end;
    }
    return node;
  }

  mark(index, runs) {
    const segment = this.segments[index];
    const { side } = segment;
    const first = !this.marks.has(index);
    const node = el(
      "mark",
      { class: `mark-${side} strength-${segment.strength}`, tabindex: "-1", data: { segment: index } },
      first && el("span", { class: "visually-hidden" }, `[${sideWords(segment)}: `),
      runs,
    );
    const parts = this.marks.get(index) ?? [];
    parts.at(-1)?.querySelector(".tail").remove();
    node.append(el("span", { class: "tail" }, tag(segment), el("span", { class: "visually-hidden" }, "]")));
    keepTogether(node);
    this.marks.set(index, [...parts, node]);
    return node;
  }

  run(run) {
    if (run.skills.length === 0 && !run.ask) return document.createTextNode(run.text);
    const node = el("span", { class: [run.skills.length ? "skill" : "", run.ask ? "ask" : ""].join(" ").trim(), tabindex: "-1" }, run.text);
    for (const { skill, place } of run.skills) {
      node.classList.add(`level-${this.levels[skill]}`);
      const places = this.skills.get(skill) ?? [];
      (places[place] ??= []).push(node);
      this.skills.set(skill, places);
    }
    if (run.ask) this.asks.set(run.ask, [...(this.asks.get(run.ask) ?? []), node]);
    return node;
  }

  /** Shows the nodes, marks them as visited and remembers where the person came from. */
  go(nodes, from) {
    if (!nodes?.length) return;
    for (const lit of this.node.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const node of nodes) node.classList.add("lit");
    nodes[0].focus({ preventScroll: true });
    reveal(nodes[0]);
    this.from = from;
    this.back.hidden = false;
  }

  goBack() {
    this.back.hidden = true;
    if (!this.from) return;
    this.from.focus({ preventScroll: true });
    reveal(this.from);
  }

  goToSegment(index, from) {
    this.go(this.marks.get(index), from);
  }

  goToAsk(name, from) {
    this.go(this.asks.get(name), from);
  }

  /** Each press goes one mention further, and from the last to the first. Returns which it was. */
  goToSkill(index, from) {
    const places = (this.skills.get(index) ?? []).filter(Boolean);
    if (places.length === 0) return 0;
    const visit = (this.visits.get(index) ?? -1) + 1;
    this.visits.set(index, visit);
    this.go(places[visit % places.length], from);
    return (visit % places.length) + 1;
  }
}

const LONGEST_KEPT = 24;

/** The last word and the tag behind it share a line. */
function keepTogether(mark) {
  const tail = mark.lastChild;
  let last = tail.previousSibling;
  if (last.nodeType === Node.TEXT_NODE) {
    const cut = last.data.trimEnd().lastIndexOf(" ") + 1;
    if (last.length - cut > LONGEST_KEPT) return;
    last = cut > 0 ? last.splitText(cut) : last;
  } else if (last.textContent.length > LONGEST_KEPT) {
    return;
  }
  const kept = el("span", { class: "kept" });
  last.replaceWith(kept);
  kept.append(last, tail);
}

function groups(all) {
  const result = [];
  for (const line of all) {
    const last = result.at(-1);
    if (last && last[0].kind === "item" && line.kind === "item") last.push(line);
    else result.push([line]);
  }
  return result;
}

function sideWords({ side, strength }) {
  return side === "other" ? `speaks ${STRENGTHS[strength]} for a job outside the field` : `speaks ${STRENGTHS[strength]} for ${roleLabel(side)}`;
}

function dots(strength) {
  return el("span", { class: "dots", "aria-hidden": "true" }, [1, 2, 3].map((step) => el("i", { class: step <= strength ? "on" : null })));
}

function tag({ side, strength }) {
  return el("span", { class: `tag role-${side}`, "aria-hidden": "true" }, SHORT[side], dots(strength));
}

function legend(segments) {
  const sides = ["data_scientist", "ml_engineer", "other"].filter((side) => segments.some((segment) => segment.side === side));
  if (sides.length === 0) return el("p", { class: "legend" }, "No sentence speaks for either side.");
  return el(
    "p",
    { class: "legend" },
    sides.map((side) =>
      el(
        "span",
        {},
        el("span", { class: `sample mark-${side}`, "aria-hidden": "true" }, SHORT[side]),
        side === "other" ? "outside the field" : roleLabel(side),
      ),
    ),
    el("span", {}, el("span", { class: "sample skill level-required", "aria-hidden": "true" }, "abc"), "skill"),
  );
}

function asksList(answer, view) {
  const stated = Object.keys(ASKS).filter((name) => answer.asks?.[name]);
  return el(
    "section",
    { class: "asks" },
    el("h3", {}, "What is asked"),
    stated.length === 0
      ? el("p", { class: "empty" }, "No years, degree, seniority, salary or workplace stated.")
      : el(
          "dl",
          {},
          stated.map((name) => {
            const ask = answer.asks[name];
            return el(
              "div",
              {},
              el("dt", {}, ASKS[name]),
              el("dd", {}, askInWords(name, ask.value), " ", jump(ask.text, (event) => view.goToAsk(name, event.currentTarget))),
            );
          }),
        ),
  );
}

function jump(words, click) {
  return el("button", { class: "words link quote", type: "button", on: { click } }, `“${words}”`, el("span", { class: "visually-hidden" }, ", show in the text"));
}

function skillLists(answer, view) {
  const says = el("p", { class: "skill-says", role: "status" });
  const chips = new Map(LEVELS.map(([level]) => [level, []]));
  (answer.skills ?? []).forEach((skill, index) => chips.get(skill.level)?.push(chip(skill, index, view, says)));
  const shown = LEVELS.filter(([level]) => chips.get(level).length > 0);
  return el(
    "section",
    { class: "skills" },
    el("h3", {}, "Skills"),
    shown.length === 0 && el("p", { class: "empty" }, "No skill we know of is named."),
    shown.map(([level, label]) => [
      el("h4", { class: `level level-${level}` }, label, " ", el("span", { class: "num" }, chips.get(level).length)),
      el("ul", { class: "chips" }, chips.get(level).map((node) => el("li", {}, node))),
    ]),
    says,
  );
}

function chip(skill, index, view, says) {
  return el(
    "button",
    {
      class: `chip level-${skill.level}${skill.listed ? "" : " unlisted"}`,
      type: "button",
      on: {
        click: (event) => {
          const which = view.goToSkill(index, event.currentTarget);
          for (const other of says.parentNode.querySelectorAll(".chip[aria-pressed]")) other.removeAttribute("aria-pressed");
          event.currentTarget.setAttribute("aria-pressed", "true");
          says.replaceChildren(...skillWords(skill, which));
        },
      },
    },
    skill.name,
    skill.years && el("span", { class: "years" }, `${skill.years}+ years`),
  );
}

function skillWords(skill, which) {
  const parts = [el("b", {}, skill.name), ` is ${skill.level}`];
  if (skill.reason) parts.push(", because of ", el("q", { class: "quote" }, skill.reason.text));
  parts.push(". ");
  if (skill.alternatives?.length) parts.push(`Would do as well: ${skill.alternatives.join(", ")}. `);
  if (skill.mentions.length > 1) parts.push(`Place ${which} of ${skill.mentions.length}; press again for the next. `);
  if (!skill.listed) parts.push("Not in our list of skills; named among known ones.");
  return parts;
}

function evidenceLists(answer, view) {
  const strongest = Math.max(1, ...view.segments.map(({ weight }) => weight));
  const sides = [
    ["data_scientist", "Speaks for Data Scientist"],
    ["ml_engineer", "Speaks for ML Engineer"],
    ["other", "Speaks for neither"],
  ];
  const order = answer.role === "ml_engineer" ? [sides[1], sides[0], sides[2]] : answer.role === "other" ? [sides[2], sides[0], sides[1]] : sides;
  return el(
    "section",
    { class: "evidence" },
    el("h3", {}, "Evidence"),
    view.segments.length === 0 && el("p", { class: "empty" }, "Nothing in the text speaks for either side."),
    order.map(([side, label]) => {
      const items = view.segments
        .map((segment, index) => ({ ...segment, index }))
        .filter((segment) => segment.side === side)
        .sort((a, b) => b.weight - a.weight);
      if (items.length === 0) return null;
      return [
        el("h4", { class: `role-name role-${side}` }, roleMark(side), label),
        evidenceItems(items.map((item) => el("li", {}, evidenceItem(item, strongest, view)))),
      ];
    }),
  );
}

const EVIDENCE_SHOWN = 6;

/** The strongest, and the others on demand. */
function evidenceItems(items) {
  const list = el("ol", {}, items.slice(0, EVIDENCE_SHOWN));
  const rest = items.slice(EVIDENCE_SHOWN);
  if (rest.length === 0) return list;
  const more = el(
    "button",
    {
      class: "link more",
      type: "button",
      on: {
        click: () => {
          list.append(...rest);
          more.remove();
          rest[0].querySelector("button").focus();
        },
      },
    },
    `Show ${rest.length} more`,
  );
  return [list, more];
}

function evidenceItem(item, strongest, view) {
  return el(
    "button",
    { class: `proof role-${item.side}`, type: "button", on: { click: (event) => view.goToSegment(item.index, event.currentTarget) } },
    el(
      "span",
      { class: "weight" },
      el("span", { class: "bar", "aria-hidden": "true" }, el("span", { class: `fill role-${item.side}`, vars: { width: `${(item.weight / strongest) * 100}%` } })),
      el("span", { class: "num" }, item.weight.toFixed(1)),
      el("span", { class: "visually-hidden" }, ` ${STRENGTHS[item.strength]}: `),
    ),
    el("span", { class: "quote" }, plainWords(item.text)),
  );
}

/** Without the marks of Markdown lists and tables around it. */
function plainWords(text) {
  return text.replace(/^[\s|*#•-]+|[\s|*]+$/g, "") || text;
}

/** What says that it is a job of this field at all, folded away. */
function fieldEvidence(answer) {
  const strongestOf = (side) =>
    (answer.evidence ?? []).filter((item) => item.side === side && Math.abs(item.weight) >= 0.5).slice(0, 4);
  const inside = strongestOf("in_scope");
  const outside = strongestOf("out_of_scope");
  if (inside.length + outside.length === 0) return null;
  const list = (label, items) =>
    items.length > 0 && [el("h4", {}, label), el("ul", {}, items.map((item) => el("li", { class: "quote" }, item.text)))];
  return el(
    "details",
    { class: "field-evidence" },
    el("summary", {}, "Is it a job of this field at all?"),
    list("Speaks for it", inside),
    answer.role !== "other" && list("Speaks against it", outside),
  );
}

/** The whole answer on one page. */
export function answerView(answer, text, options = {}) {
  return el(
    "article",
    { class: "answer" },
    verdict(answer, options),
    placeOnScale(answer),
    el("div", { class: "notes" }, notes(answer)),
    findings(answer, text),
  );
}
