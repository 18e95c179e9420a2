// Two answers side by side.

import { el } from "./dom.js";
import { notes, TextView, verdict } from "./answer.js";
import { scale } from "./scale.js";
import { ASKS, askInWords, percent, roleLabel } from "./words.js";

const RANK = { required: 3, preferred: 2, mentioned: 1 };

/** @param slots two of {answer, text} */
export function comparison(slots) {
  const names = ["A", "B"];
  const views = slots.map(({ answer, text }, index) => new TextView(answer, text, `Posting ${names[index]}`));
  const placed = slots
    .map(({ answer }, index) => ({ dsShare: answer.dsShare, interval: answer.dsShareInterval, name: names[index] }))
    .filter(({ dsShare }) => dsShare !== null && dsShare !== undefined);
  return el(
    "article",
    { class: "comparison" },
    el(
      "div",
      { class: "pair" },
      slots.map(({ answer }, index) => el("div", {}, verdict(answer, { compact: true, name: names[index] }), el("div", { class: "notes" }, notes(answer)))),
    ),
    placed.length > 0 && el("section", { class: "place", "aria-label": "Where they lie" }, scale(placed)),
    differences(slots),
    skillTable(slots, views),
    el("div", { class: "pair papers" }, views.map((view) => view.node)),
  );
}

function differences(slots) {
  const cell = (node) => el("td", {}, node ?? el("span", { class: "empty" }, "not stated"));
  const rows = [
    ["Share of data-scientist work", ({ answer }) => (answer.dsShare === null ? null : percent(answer.dsShare))],
    ["The title says", ({ answer }) => (answer.titleRole ? roleLabel(answer.titleRole) : null)],
    ...Object.entries(ASKS).map(([name, label]) => [label, ({ answer }) => answer.asks?.[name] && askInWords(name, answer.asks[name].value)]),
  ].filter(([, of]) => slots.some((slot) => of(slot)));
  return el(
    "section",
    { class: "differences" },
    el("h3", {}, "What is asked"),
    el(
      "table",
      { class: "figures" },
      el("thead", {}, el("tr", {}, el("td", {}), el("th", { scope: "col" }, "A"), el("th", { scope: "col" }, "B"))),
      el("tbody", {}, rows.map(([label, of]) => el("tr", {}, el("th", { scope: "row" }, label), slots.map((slot) => cell(of(slot)))))),
    ),
  );
}

function skillTable(slots, views) {
  const bySkill = new Map();
  slots.forEach(({ answer }, side) => {
    answer.skills.forEach((skill, index) => {
      const entry = bySkill.get(skill.name) ?? { name: skill.name, sides: [null, null] };
      entry.sides[side] = { level: skill.level, index, years: skill.years };
      bySkill.set(skill.name, entry);
    });
  });
  const asked = [...bySkill.values()].filter(({ sides }) => sides.some((side) => side && side.level !== "mentioned"));
  const weight = ({ sides }) => sides.reduce((sum, side) => sum + (side ? RANK[side.level] : 0), 0);
  const parts = [
    ["Both name", asked.filter(({ sides: [a, b] }) => a && b)],
    ["Only A asks for", asked.filter(({ sides: [a, b] }) => a && !b)],
    ["Only B asks for", asked.filter(({ sides: [a, b] }) => !a && b)],
  ];
  return el(
    "section",
    { class: "skill-parts" },
    parts.map(([label, entries]) =>
      el(
        "div",
        {},
        el("h3", {}, label, " ", el("span", { class: "num" }, entries.length)),
        entries.length === 0 && el("p", { class: "empty" }, "Nothing."),
        el("ul", { class: "chips" }, entries.sort((a, b) => weight(b) - weight(a)).map((entry) => el("li", {}, chip(entry, views)))),
      ),
    ),
  );
}

function chip({ name, sides }, views) {
  const [a, b] = sides;
  const strongest = sides.filter(Boolean).sort((x, y) => RANK[y.level] - RANK[x.level])[0];
  const differs = a && b && a.level !== b.level;
  return el(
    "button",
    {
      class: `chip level-${strongest.level}`,
      type: "button",
      on: {
        click: (event) => {
          const from = event.currentTarget;
          if (b) views[1].goToSkill(b.index, from);
          if (a) views[0].goToSkill(a.index, from);
        },
      },
    },
    name,
    differs && el("span", { class: "years" }, `A ${a.level}, B ${b.level}`),
  );
}
