// The scale from Data Scientist (left) to ML Engineer (right).

import { el } from "./dom.js";
import { percentRange, percent, roleMark } from "./words.js";

const place = (share) => `${((1 - share) * 100).toFixed(2)}%`;

/** @param places [{dsShare, interval: [low, high], name?}] one, or two to compare */
export function scale(places, { faint = false } = {}) {
  const spoken = places
    .map(({ dsShare, interval, name }) => `${name ? `${name}: ` : ""}${percent(dsShare)} data-scientist work, likely ${percentRange(...interval)}`)
    .join("; ");
  return el(
    "div",
    { class: faint ? "scale faint" : "scale" },
    el(
      "div",
      { class: "scale-ends", "aria-hidden": "true" },
      el("span", { class: "role-name role-data_scientist" }, roleMark("data_scientist"), "Data Scientist"),
      el("span", { class: "role-name role-ml_engineer" }, "ML Engineer", roleMark("ml_engineer")),
    ),
    el(
      "div",
      { class: "scale-track", role: "img", "aria-label": `On a scale from Data Scientist to ML Engineer: ${spoken}` },
      [25, 50, 75].map((at) => el("span", { class: "scale-tick", vars: { left: `${at}%` } })),
      places.map(({ interval: [low, high] }) => el("span", { class: "scale-band", vars: { "--from": place(high), "--to": place(low) } })),
      places.map(({ dsShare, name }) => el("span", { class: "scale-dot", vars: { "--at": place(dsShare) } }, name ?? null)),
    ),
  );
}

export function scaleWords({ dsShare, interval }) {
  return el(
    "p",
    { class: "scale-says" },
    "Of the work that belongs to one side, ",
    el("b", {}, percent(dsShare)),
    " is a data scientist’s and ",
    el("b", {}, percent(1 - dsShare)),
    ` an ML engineer’s. Four times in five the data scientist’s share lies between ${Math.round(interval[0] * 100)} and ${percent(interval[1])}.`,
  );
}
