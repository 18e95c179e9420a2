import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { madeCsv, onPage, temporary } from "../stage.js";

const ROWS = 2000;
const EMPTY = ROWS / 250;
const LONG = 6_000;
const JOB_MS = 300_000;
const SOME = /^[1-9][\d,]* of /;

function file(name, content) {
  const at = temporary(name);
  writeFileSync(at, content);
  return at;
}

async function choose(page, at) {
  await page.locator("input[type=file]").setInputFiles(at);
  await page.getByRole("heading", { name: "Which column is what?" }).waitFor();
}

async function begin(page) {
  await page.getByRole("button", { name: "Judge every row" }).click();
}

async function seeRows(page) {
  await page.locator(".rows tbody tr").first().waitFor({ timeout: JOB_MS });
}

describe("a batch", () => {
  const csv = file("made.csv", madeCsv(ROWS));

  it("has its columns guessed, shown and mended", () =>
    onPage("/batch.html", {}, async (page) => {
      await choose(page, csv);
      assert.equal(await page.getByLabel("Title", { exact: true }).inputValue(), "job title");
      assert.equal(await page.locator(".preview tbody tr").count(), 5);
      await page.getByLabel("The posting’s text").selectOption("");
      assert.ok(await page.getByRole("button", { name: "Judge every row" }).isDisabled());
      await page.getByLabel("The posting’s text").selectOption("body");
      await page.getByLabel("Company").selectOption("employer");
      assert.deepEqual(await page.locator(".use").allInnerTexts(), ["The posting’s text", "Title", "Company", "Id"]);
    }));

  it("of 2,000 rows is watched, reloaded, explored and taken along", () =>
    onPage("/batch.html", {}, async (page) => {
      await choose(page, csv);
      await page.getByLabel("The posting’s text").selectOption("body");
      await page.getByLabel("Id", { exact: true }).selectOption("reference");
      await begin(page);
      await page.locator("progress").waitFor();
      await page.locator(".progress-figures", { hasText: SOME }).or(page.locator(".rows")).waitFor({ timeout: JOB_MS });
      await page.reload();
      await seeRows(page);
      const address = page.url();

      assert.match(await page.locator(".job .lead").innerText(), new RegExp(`2,000 rows, ${EMPTY} of them failed`));
      assert.match(await page.locator(".count").innerText(), new RegExp(`1 to 50 of ${(ROWS - EMPTY).toLocaleString("en")} rows`));
      assert.equal(await page.locator(".charts .card").count(), 4);
      assert.equal(await page.locator(".failures tbody tr").count(), EMPTY);
      assert.equal(await page.locator(".failures tbody tr td").first().innerText(), "250");

      await page.locator("th[data-key=probability] button").click();
      await page.locator("th[data-key=probability][aria-sort=descending]").waitFor();
      await settled(page);
      const shares = await probabilities(page);
      assert.deepEqual(shares, [...shares].sort((a, b) => b - a));

      await page.locator(".bars:not(.small) .bar-row", { hasText: "Hybrid" }).click();
      await settled(page);
      const roles = await page.locator(".of-role .role-name").allInnerTexts();
      assert.ok(roles.length > 0);
      assert.deepEqual([...new Set(roles)], ["Hybrid"]);

      await page.reload();
      await seeRows(page);
      assert.equal(await page.locator(".by-role select").inputValue(), "hybrid");
      await page.getByRole("button", { name: "Clear" }).click();
      await settled(page);
      await page.getByRole("button", { name: "Next" }).click();
      await page.getByText("Page 2 of 40").waitFor();
      await page.locator(".by-search input").fill("row-1234");
      await page.getByText("1 to 1 of 1 row").waitFor();
      await page.locator(".open").click();
      await page.locator("dialog .answer .paper-text").waitFor();
      assert.ok((await page.locator("dialog .paper-text").innerText()).length > 200);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("dialog").count(), 0);

      const rows = await download(page, "CSV");
      assert.match(rows.content.split("\n")[0], /reference.*job title.*employer.*body.*role/);
      const lines = (await download(page, "JSONL")).content.trim().split("\n").map((line) => JSON.parse(line));
      assert.equal(lines.length, ROWS);
      assert.equal(lines[0].input.reference, "row-1");
      assert.ok(lines[249].error.code);

      await page.goto(address);
      await seeRows(page);
      await page.getByRole("button", { name: "Remove from the server" }).click();
      await page.locator(".drop").waitFor();
    }));

  it("is cancelled, and keeps what was judged until then", () =>
    onPage("/batch.html", {}, async (page) => {
      const long = file("long.csv", madeCsv(LONG));
      await choose(page, long);
      await page.getByLabel("The posting’s text").selectOption("body");
      await begin(page);
      await page.locator("progress").waitFor();
      await page.locator(".progress-figures", { hasText: SOME }).waitFor({ timeout: JOB_MS });
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByText("Cancelled: these are the rows judged until then").waitFor({ timeout: JOB_MS });
      await seeRows(page);
      const done = Number((await page.locator(".job .lead").innerText()).match(/^([\d,]+) row/)[1].replaceAll(",", ""));
      assert.ok(done > 0 && done < LONG, `${done} rows were judged`);
      await page.getByRole("button", { name: "Another file" }).click();
      await page.locator(".earlier li", { hasText: "long.csv" }).getByText("Cancelled").waitFor();
    }));

  it("may be JSONL", () =>
    onPage("/batch.html", {}, async (page) => {
      const text = "Design A/B tests, analyse them in R and present what they say to the directors every month. You know statistics and SQL well.";
      const rows = [{ id: "a", title: "Analyst", description: text }, { id: "b", title: "Nothing" }];
      await choose(page, file("two.jsonl", `${rows.map((row) => JSON.stringify(row)).join("\n")}\nnot JSON at all\n`));
      await begin(page);
      await seeRows(page);
      assert.match(await page.locator(".job .lead").innerText(), /3 rows, 2 of them failed/);
      assert.equal(await page.locator(".rows tbody tr").count(), 1);
    }));
});

async function settled(page) {
  await page.locator(".results:not([aria-busy])").waitFor();
}

async function probabilities(page) {
  const said = await page.locator(".of-probability").allInnerTexts();
  return said.map((words) => (words.startsWith(">") ? 99.5 : Number(/\d+/.exec(words)[0])));
}

async function download(page, name) {
  const [given] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).click()]);
  return { name: given.suggestedFilename(), content: readFileSync(await given.path(), "utf8") };
}
