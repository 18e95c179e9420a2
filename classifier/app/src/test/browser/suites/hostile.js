// Markup in every field stays text.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { onPage, temporary } from "../stage.js";

const EVIL = '<img src=x onerror="window.owned=1"><script>window.owned=1</script>';
const WORK = "Deploy models with Docker and Kubernetes, own the feature pipelines and the on-call rota. Required: Python, Go, CI/CD.";

async function unharmed(page) {
  assert.equal(await page.evaluate(() => window.owned), undefined);
  assert.equal(await page.locator("main img, main script, dialog img, dialog script").count(), 0);
}

describe("markup in a posting", () => {
  it("stays text in title and body", () =>
    onPage("/", {}, async (page) => {
      await page.route("**/api/v1/classify?*", async (route) => {
        const body = JSON.parse(route.request().postData());
        const { html, ...rest } = body;
        await route.continue({ postData: JSON.stringify({ ...rest, text: body.text ?? html }) });
      });
      await page.locator(".input-title").fill(`Engineer ${EVIL}`);
      await page.locator(".input-box").fill(`${WORK}\n${EVIL}\n- ${EVIL} Kubernetes`);
      await page.getByRole("button", { name: "Read it" }).click();
      await page.locator(".answer").waitFor();
      assert.ok((await page.locator(".paper-text").innerText()).includes("onerror"));
      assert.ok((await page.locator(".called").innerText()).includes("onerror"));
      await unharmed(page);
    }));

  it("stays text in every answer and error of the server", () =>
    onPage("/", {}, async (page) => {
      const span = { start: 0, end: 6, text: EVIL };
      const answer = {
        id: EVIL, title: EVIL, role: "ml_engineer", probabilities: { data_scientist: 0, ml_engineer: 1, hybrid: 0, other: 0 }, dsShare: 0.1,
        dsShareInterval: [0, 0.2], titleRole: EVIL, evidence: [{ ...span, side: "ml_engineer", weight: 3 }],
        skills: [{ name: EVIL, kind: EVIL, level: "required", years: 3, listed: true, alternatives: [EVIL], reason: span, mentions: [span] }],
        asks: { yearsMin: { ...span, value: EVIL }, degree: { ...span, value: EVIL }, seniority: null, salary: { ...span, value: { min: 1, max: 2, currency: EVIL, period: EVIL } }, workplace: null },
        language: EVIL, warnings: [`${EVIL}: ${EVIL}`], model: EVIL, text: EVIL,
      };
      await page.route("**/api/v1/classify?*", (route) => route.fulfill({ json: answer }));
      await page.locator(".input-box").fill("anything");
      await page.getByRole("button", { name: "Read it" }).click();
      await page.locator(".chip").first().click();
      await unharmed(page);
      await page.getByRole("button", { name: "Another posting" }).click();
      await page.unroute("**/api/v1/classify?*");
      await page.route("**/api/v1/classify?*", (route) =>
        route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify({ title: EVIL, detail: EVIL, code: EVIL }) }));
      await page.locator(".input-box").fill("anything");
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByRole("alert").waitFor();
      await unharmed(page);
    }));

  it("stays text in a batch's columns, rows and failures", () =>
    onPage("/batch.html", {}, async (page) => {
      const rows = temporary("evil.csv");
      const cell = `"${EVIL.replaceAll('"', '""')}"`;
      writeFileSync(rows, `id,title,company,${cell},text\n${cell},${cell},${cell},${cell},"${WORK} ${WORK}"\n${cell},${cell},${cell},${cell},\n`);
      await page.locator("input[type=file]").setInputFiles(rows);
      await page.locator(".preview tbody tr").first().waitFor();
      await unharmed(page);
      await page.getByRole("button", { name: "Judge every row" }).click();
      await page.locator(".open").first().click({ timeout: 120_000 });
      await page.locator("dialog .answer").waitFor();
      await unharmed(page);
    }));
});
