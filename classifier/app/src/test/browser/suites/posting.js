import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { example, NARROW, onPage, openExample, temporary } from "../stage.js";

const PLATFORM = "platform-data-scientist.txt";

async function give(page, words) {
  await page.locator(".input-box").fill(words);
  await page.getByRole("button", { name: "Read it" }).click();
}

describe("a posting", () => {
  it("is pasted and answered with role, probability, place, and what title and work say", () =>
    onPage("/", {}, async (page) => {
      await give(page, example(PLATFORM));
      const answer = page.locator(".answer");
      await answer.waitFor();
      assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "ML Engineer");
      assert.match(await answer.locator(".verdict-sure").innerText(), /^9\d\s% probable$/);
      assert.match(await answer.locator(".says").innerText(), /The title says Data Scientist\.\s*The work says ML Engineer\./);
      assert.match(await answer.locator(".scale-track").getAttribute("aria-label"), /data-scientist work, likely \d+ to \d+/);
      assert.equal(await page.title(), "Data Scientist: ML Engineer · TrueRole");
    }));

  it("shows its own words whole and in order", () =>
    onPage("/", {}, async (page) => {
      await openExample(page, "Data Scientist");
      await page.getByRole("button", { name: "Another posting" }).click();
      await give(page, example(PLATFORM));
      await page.locator(".paper-text").waitFor();
      const shown = await page.locator(".paper-text").evaluate((node) => {
        const copy = node.cloneNode(true);
        for (const extra of copy.querySelectorAll(".visually-hidden, .tag")) extra.remove();
        return copy.textContent;
      });
      assert.equal(shown.replace(/\s/g, ""), example(PLATFORM).replace(/\s/g, ""));
    }));

  it("leads from evidence to its sentence and back", () =>
    onPage("/", { viewport: NARROW }, async (page) => {
      await give(page, example(PLATFORM));
      const proof = page.locator(".proof").first();
      await proof.click();
      const lit = page.locator("mark.lit");
      await lit.first().waitFor();
      const quoted = await proof.locator(".quote").innerText();
      assert.ok((await lit.first().innerText()).includes(quoted.slice(0, 20)));
      assert.ok(await lit.first().evaluate((node) => node === document.activeElement));
      assert.ok(await inView(lit.first()));
      await page.getByRole("button", { name: "Back to the list" }).click();
      assert.ok(await proof.evaluate((node) => node === document.activeElement));
      assert.ok(await inView(proof));
    }));

  it("leads from a skill to its words, one mention after the other", () =>
    onPage("/", {}, async (page) => {
      await give(page, example(PLATFORM));
      const chip = page.locator(".chip", { hasText: "Python" }).first();
      await chip.click();
      const first = await page.locator(".skill.lit").evaluate((node) => node.getBoundingClientRect().top + scrollY);
      assert.equal(await page.locator(".skill.lit").innerText(), "Python");
      assert.match(await page.locator(".skill-says").innerText(), /Python is required.*Place 1 of 2/s);
      await chip.click();
      const second = await page.locator(".skill.lit").evaluate((node) => node.getBoundingClientRect().top + scrollY);
      assert.notEqual(first, second);
      assert.match(await page.locator(".skill-says").innerText(), /Place 2 of 2/);
    }));

  it("leads from an ask to its words", () =>
    onPage("/", {}, async (page) => {
      await give(page, example(PLATFORM));
      await page.getByRole("button", { name: /“Four years”/ }).click();
      assert.equal(await page.locator(".ask.lit").first().innerText(), "Four years");
    }));

  it("marks sides by more than colour", () =>
    onPage("/", {}, async (page) => {
      await openExample(page, "Full-Stack Data Scientist");
      const lineOf = (side) => page.locator(`mark.mark-${side}`).first().evaluate((node) => getComputedStyle(node).textDecorationStyle);
      assert.equal(await lineOf("data_scientist"), "solid");
      assert.equal(await lineOf("ml_engineer"), "dashed");
      assert.match(await page.locator("mark.mark-data_scientist .tag").first().innerText(), /DS/);
      assert.match(await page.locator("mark.mark-ml_engineer .tag").first().innerText(), /ML/);
    }));

  it("may be HTML source", () =>
    onPage("/", {}, async (page) => {
      await page.locator(".input-box").fill(example("applied-scientist.html"));
      assert.match(await page.locator(".input-hint").innerText(), /^HTML source/);
      await page.getByRole("button", { name: "Read it" }).click();
      await page.locator(".answer").waitFor();
      assert.match(await page.locator(".called").innerText(), /Applied Scientist, Assistants/);
      assert.doesNotMatch(await page.locator(".paper-text").innerText(), /<\/p>|font-family/);
    }));

  it("may be a file, chosen or dropped", () =>
    onPage("/", {}, async (page) => {
      const file = temporary("posting.txt");
      writeFileSync(file, example("growth-analytics.txt"));
      await page.locator("input[type=file]").setInputFiles(file);
      await page.locator(".answer").waitFor();
      assert.equal(await page.locator(".verdict-role").innerText(), "Data Scientist");

      await page.getByRole("button", { name: "Another posting" }).click();
      const transfer = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "posting.md", { type: "text/markdown" }));
        return data;
      }, example("full-stack-hybrid.md"));
      await page.locator(".input").dispatchEvent("drop", { dataTransfer: transfer });
      await page.locator(".answer").waitFor();
      assert.equal(await page.locator(".verdict-role").innerText(), "Hybrid");
    }));

  it("is compared with another", () =>
    onPage("/", {}, async (page) => {
      await openExample(page, "Full-Stack Data Scientist");
      await page.getByRole("button", { name: "Compare" }).click();
      await page.locator(".input-box").fill(example("growth-analytics.txt"));
      await page.getByRole("button", { name: "Read it" }).click();
      const both = page.locator(".comparison");
      await both.waitFor();
      assert.deepEqual(await both.locator(".verdict-role").allInnerTexts(), ["Hybrid", "Data Scientist"]);
      assert.deepEqual(await both.locator(".scale-dot").allInnerTexts(), ["A", "B"]);
      assert.equal(await both.locator(".paper").count(), 2);
      await both.locator(".chip", { hasText: "Python" }).first().click();
      assert.equal(await both.locator(".skill.lit").count(), 2);
      await page.goBack();
      await page.goBack();
      await page.locator(".answer").waitFor();
      assert.equal(await page.locator(".verdict-role").innerText(), "Hybrid");
    }));

  it("is taken along as one HTML file that needs nothing else, and as JSON", () =>
    onPage("/", {}, async (page) => {
      await give(page, example(PLATFORM));
      await page.locator(".answer").waitFor();
      const report = await saved(page, "Download the report as one HTML file");
      assert.equal(report.name, "truerole-data-scientist.html");
      assert.match(report.content, /^<!doctype html>/i);
      assert.match(report.content, /ML Engineer/);
      assert.match(report.content.replace(/<[^>]*>/g, ""), /Infrastructure in Terraform/);
      assert.doesNotMatch(report.content, /<(?:script|link|img)[^>]+(?:src|href)=["']?(?:https?:)?\/\//i);

      const json = await saved(page, "Download the answer as JSON");
      assert.equal(json.name, "truerole-data-scientist.json");
      assert.equal(JSON.parse(json.content).role, "ml_engineer");
    }));

  it("keeps its words when they are to be changed", () =>
    onPage("/", {}, async (page) => {
      await give(page, example(PLATFORM));
      await page.getByRole("button", { name: "Change this one" }).click();
      assert.equal(await page.locator(".input-box").inputValue(), example(PLATFORM));
    }));

  it("is read by the keyboard alone", () =>
    onPage("/", {}, async (page) => {
      await page.locator(".input-box").focus();
      await page.keyboard.insertText(example(PLATFORM));
      await page.keyboard.press("Control+Enter");
      await page.locator(".answer").waitFor();
      await page.locator(".chip").first().focus();
      await page.keyboard.press("Enter");
      await page.locator(".skill.lit").waitFor();
      await page.getByRole("button", { name: "Back to the list" }).focus();
      await page.keyboard.press("Enter");
      assert.ok(await page.locator(".chip").first().evaluate((node) => node === document.activeElement));
    }));

  it("of another kind gets honest notes", () =>
    onPage("/", {}, async (page) => {
      await give(page, "We want a data person.");
      await page.locator(".answer").waitFor();
      assert.equal(await page.locator(".verdict-role").innerText(), "No answer");
      assert.match(await page.locator(".notes").innerText(), /Too short to judge/);
      await page.getByRole("button", { name: "Another posting" }).click();
      await openExample(page, "BI Developer");
      assert.match(await page.locator(".notes").innerText(), /Not a data or ML job/);
    }));
});

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), "utf8") };
}

function inView(locator) {
  return locator.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}
