// Elements from data. Text is only ever set as text, so nothing a server or a posting says becomes markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * el("p", {class: "note", on: {click}, vars: {"--at": "4%"}}, "text", child, null)
 * Strings become text nodes; null, undefined and false are left out.
 */
export function el(name, properties = {}, ...children) {
  return fill(document.createElement(name), properties, children);
}

export function svg(name, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, name), properties, children);
}

function fill(node, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else if (key === "vars") {
      for (const [variable, setting] of Object.entries(value)) node.style.setProperty(variable, setting);
    } else if (key === "data") {
      Object.assign(node.dataset, value);
    } else if (key === "value" || key === "checked" || key === "disabled" || key === "hidden") {
      node[key] = value;
    } else {
      node.setAttribute(key, value === true ? "" : String(value));
    }
  }
  node.append(...children.flat(Infinity).filter(isShown));
  return node;
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

export function replace(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(isShown));
}

let serial = 0;

/** A form's control under its label. */
export function field(label, control, kind = null) {
  control.id = `field-${++serial}`;
  return el("div", { class: kind ? `field ${kind}` : "field" }, el("label", { for: control.id }, label), control);
}

const PATHS = {
  alert: "M8 1.6 15 14H1L8 1.6ZM8 6v4M8 12v.4",
  info: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 7v4.5M8 4.6v.4",
  file: "M4 1.5h5L12.5 5v9.5h-8.5v-13ZM9 1.5V5h3.5",
  down: "M8 2v8.5M4.5 7 8 10.5 11.5 7M2.5 14h11",
  print: "M4 6V1.5h8V6M4 12H1.5V6h13v6H12M4 9.5h8v5H4v-5Z",
  compare: "M1.5 2.5H7v11H1.5zM9 2.5h5.5v11H9z",
  back: "M9.5 3 4.5 8l5 5",
  forth: "M6.5 3l5 5-5 5",
  up: "M3 9.5 8 4.5l5 5",
  close: "m3 3 10 10M13 3 3 13",
  sun: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  moon: "M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3Z",
};

export function icon(name) {
  return svg(
    "svg",
    { viewBox: "0 0 16 16", fill: "none", stroke: "currentColor", "stroke-width": 1.5, "stroke-linejoin": "round", "stroke-linecap": "round", "aria-hidden": "true" },
    svg("path", { d: PATHS[name] }),
  );
}

/** Gives the person a file made here. */
export function saveAs(name, content, type) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const address = URL.createObjectURL(blob);
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
