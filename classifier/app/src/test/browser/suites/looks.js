// Every state of every page, in both themes and at both sizes: nothing serious for axe-core, nothing wider than the screen, and a
// picture for people to look at.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { NARROW, onPage, WIDE } from "../stage.js";
import { STATES } from "./states.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FOLDER = process.env.SCREENSHOTS ?? fileURLToPath(new URL("../../../../target/screenshots", import.meta.url));
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ALL_RULES = { type: "tag", values: TAGS };
/** The theme changes colours only, so the rest need not be looked at twice. */
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

describe("looks", () => {
  mkdirSync(FOLDER, { recursive: true });

  for (const [name, { at, reach, dialog = false }] of Object.entries(STATES)) {
    it(name, () =>
      onPage(at, {}, async (page) => {
        await reach(page);
        const session = await page.context().newCDPSession(page);
        await session.send("Runtime.evaluate", { expression: AXE });
        for (const viewport of [WIDE, NARROW]) {
          await page.setViewportSize(viewport);
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme });
            const where = `${name}, ${viewport.width} px, ${colorScheme}`;
            await page.screenshot({ path: path.join(FOLDER, `${name}-${viewport.width}-${colorScheme}.png`), fullPage: !dialog });
            assert.deepEqual(await findings(page, colorScheme === "light" ? ALL_RULES : COLOURS), [], where);
          }
        }
        for (const width of [NARROW.width, 320]) {
          await page.setViewportSize({ width, height: NARROW.height });
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(beyond <= 0, `${name} at ${width} px is ${beyond} px too wide`);
        }
      }));
  }

  it("the theme is switched and remembered", () =>
    onPage("/", {}, async (page) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await paper();
      await page.getByRole("button", { name: "Switch to the dark theme" }).click();
      const dark = await paper();
      assert.notEqual(light, dark);
      await page.goto(new URL("model.html", page.url()).href);
      assert.equal(await paper(), dark);
    }));

  it("on paper there is the answer and no controls", () =>
    onPage("/", {}, async (page) => {
      await STATES.answer.reach(page);
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator(".verdict-role").isVisible());
      assert.ok(await page.locator(".paper-text").isVisible());
      for (const control of [".toolbar", ".site nav", ".foot", ".theme"]) assert.ok(!(await page.locator(control).isVisible()), control);
    }));
});

/** Serious and critical findings, as "rule: element". The page's policy lets no script in; the debugger goes around it. */
async function findings(page, runOnly) {
  const violations = await page.evaluate(
    async (rules) => (await globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"] })).violations,
    runOnly,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(" ")} (${failureSummary.replace(/\s+/g, " ")})`));
}
