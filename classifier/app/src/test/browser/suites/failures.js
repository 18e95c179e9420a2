// Every way to fail, said in plain words and with a way on.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { example, onPage, temporary } from "../stage.js";

async function give(page, words) {
  await page.locator(".input-box").fill(words);
  await page.getByRole("button", { name: "Read it" }).click();
}

async function alert(page) {
  const note = page.getByRole("alert").first();
  await note.waitFor();
  return note.innerText();
}

function problem(status, code, detail, headers = {}) {
  return { status, contentType: "application/problem+json", headers, body: JSON.stringify({ type: "about:blank", title: "Title", status, detail, code }) };
}

const CLASSIFY = "**/api/v1/classify?*";

describe("failing", () => {
  it("an empty box asks for a posting", () =>
    onPage("/", {}, async (page) => {
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByText("The box is empty").waitFor();
    }));

  it("a server that is gone is said, and trying again works", () =>
    onPage("/", {}, async (page) => {
      await page.route(CLASSIFY, (route) => route.abort("connectionrefused"));
      await give(page, example("bi-developer.txt"));
      assert.match(await alert(page), /The server does not answer.*truerole serve/s);
      await page.unroute(CLASSIFY);
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator(".answer").waitFor();
    }));

  it("a full queue says when to try again", () =>
    onPage("/", {}, async (page) => {
      await page.route(CLASSIFY, (route) => route.fulfill(problem(503, "busy", "Too many requests wait.", { "retry-after": "3" })));
      await give(page, example("bi-developer.txt"));
      assert.match(await alert(page), /The server is busy.*Try again in 3 seconds/s);
      assert.ok(await page.getByRole("button", { name: "Try again" }).isVisible());
    }));

  const outcomes = {
    BOT_WALL: /only shows this page to people.*paste it here/s,
    LOGIN_WALL: /asks for a login.*paste it here/s,
    ROBOTS_DISALLOWED: /asks programs to stay away/,
    TDM_RESERVED: /does not allow its text to be analysed/,
    EXPIRED: /no longer open/,
    JS_REQUIRED: /until its scripts run/,
    REFUSED_HOST: /terms forbid programs.*paste it here/s,
    LISTING_PAGE: /lists many jobs/,
    SSRF_BLOCKED: /not on the public internet/,
  };
  for (const [code, words] of Object.entries(outcomes)) {
    it(`an address that ends as ${code} is explained`, () =>
      onPage("/", {}, async (page) => {
        await page.route(CLASSIFY, (route) => route.fulfill(problem(422, code, "The page brought no posting.")));
        await give(page, "https://www.example.com/jobs/1");
        assert.match(await alert(page), words);
        assert.equal(await page.locator(".input-box").inputValue(), "https://www.example.com/jobs/1");
      }));
  }

  it("an address is not fetched by a server that may not", () =>
    onPage("/", {}, async (page) => {
      await give(page, "https://www.example.com/jobs/1");
      assert.match(await alert(page), /This server fetches no addresses/);
    }));

  it("a text beyond the limit is too large", () =>
    onPage("/", {}, async (page) => {
      await page.locator(".input-box").evaluate((box) => {
        box.value = "Design experiments and read them.\n".repeat(16_000);
        box.dispatchEvent(new Event("input"));
      });
      await page.getByRole("button", { name: "Read it" }).click();
      assert.match(await alert(page), /too large/i);
    }));

  it("a broken answer and a broken server are said", () =>
    onPage("/", {}, async (page) => {
      await page.route(CLASSIFY, (route) => route.fulfill({ status: 200, contentType: "application/json", body: "<html>" }));
      await give(page, example("bi-developer.txt"));
      assert.match(await alert(page), /makes no sense/);
      await page.unroute(CLASSIFY);
      await page.route(CLASSIFY, (route) => route.fulfill({ status: 500, contentType: "text/html", body: "<h1>no</h1>" }));
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByText("Something broke on the server").waitFor();
    }));

  it("a file of a kind that cannot be read is said", () =>
    onPage("/", {}, async (page) => {
      const picture = temporary("picture.png");
      writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
      await page.locator("input[type=file]").setInputFiles(picture);
      assert.ok((await alert(page)).length > 20);
    }));

  it("a report that fails leaves the answer", () =>
    onPage("/", {}, async (page) => {
      await give(page, example("bi-developer.txt"));
      await page.locator(".answer").waitFor();
      await page.route("**/api/v1/report", (route) => route.abort());
      await page.getByRole("button", { name: "Download the report as one HTML file" }).click();
      assert.match(await alert(page), /does not answer/);
      assert.ok(await page.locator(".answer").isVisible());
    }));

  it("a job that is gone leads back to the start", () =>
    onPage("/batch.html#job=nothing-of-this-name", {}, async (page) => {
      assert.match(await alert(page), /not there any more/);
      assert.ok(await page.locator(".drop").isVisible());
    }));

  it("an empty batch file is said before anything is sent", () =>
    onPage("/batch.html", {}, async (page) => {
      const empty = temporary("empty.csv");
      writeFileSync(empty, "");
      await page.locator("input[type=file]").setInputFiles(empty);
      assert.match(await alert(page), /empty.*no rows/s);
    }));

  it("a batch that the server has no room for is said", () =>
    onPage("/batch.html", {}, async (page) => {
      const rows = temporary("rows.csv");
      writeFileSync(rows, "title,text\nAnalyst,Design experiments\n");
      await page.locator("input[type=file]").setInputFiles(rows);
      await page.getByRole("button", { name: "Judge every row" }).waitFor();
      await page.route("**/api/v1/batches", (route) => route.fulfill(problem(503, "busy", "Ten jobs wait already.", { "retry-after": "1" })));
      await page.getByRole("button", { name: "Judge every row" }).click();
      assert.match(await alert(page), /busy.*Ten jobs wait already/s);
      await page.unroute("**/api/v1/batches");
      await page.route("**/api/v1/batches", (route) => route.fulfill(problem(413, "too_large", "The file has more than 64 MiB.")));
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByText("That is too large").waitFor();
    }));

  it("figures that do not come are said", () =>
    onPage("/", {}, async (page) => {
      await page.route("**/api/v1/model", (route) => route.abort());
      await page.goto(new URL("model.html", page.url()).href);
      assert.match(await alert(page), /does not answer/);
      await page.unroute("**/api/v1/model");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.locator(".headline").first().waitFor();
    }));
});
