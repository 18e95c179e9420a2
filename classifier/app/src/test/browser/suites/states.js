// The states of the pages worth looking at, and how to reach them.

import { writeFileSync } from "node:fs";
import { example, madeCsv, openExample, temporary } from "../stage.js";

const JOB_MS = 120_000;

async function chooseRows(page) {
  const at = temporary("some.csv");
  writeFileSync(at, madeCsv(120));
  await page.locator("input[type=file]").setInputFiles(at);
  await page.getByLabel("The posting’s text").selectOption("body");
  await page.getByLabel("Company").selectOption("employer");
}

async function finishJob(page) {
  await chooseRows(page);
  await page.getByRole("button", { name: "Judge every row" }).click();
  await page.locator(".rows tbody tr").first().waitFor({ timeout: JOB_MS });
}

export const STATES = {
  posting: { at: "/", reach: (page) => page.locator(".example").first().waitFor() },
  answer: {
    at: "/",
    reach: async (page) => {
      await page.locator(".input-box").fill(example("platform-data-scientist.txt"));
      await page.getByRole("button", { name: "Read it" }).click();
      await page.locator(".answer").waitFor();
      await page.locator(".chip").first().click();
    },
  },
  "answer-hybrid": { at: "/", reach: (page) => openExample(page, "Full-Stack Data Scientist") },
  "answer-outside": { at: "/", reach: (page) => openExample(page, "BI Developer") },
  comparison: {
    at: "/",
    reach: async (page) => {
      await openExample(page, "Full-Stack Data Scientist");
      await page.getByRole("button", { name: "Compare" }).click();
      await page.locator(".example").filter({ hasText: "Machine Learning Engineer" }).click();
      await page.locator(".comparison").waitFor();
    },
  },
  failure: {
    at: "/",
    reach: async (page) => {
      await page.locator(".input-box").fill("https://www.example.com/jobs/1");
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  batch: { at: "/batch.html", reach: (page) => page.locator(".drop").waitFor() },
  "batch-columns": { at: "/batch.html", reach: chooseRows },
  "batch-results": { at: "/batch.html", reach: finishJob },
  "batch-row": {
    at: "/batch.html",
    dialog: true,
    reach: async (page) => {
      await finishJob(page);
      await page.locator(".open").first().click();
      await page.locator("dialog .answer").waitFor();
    },
  },
  model: { at: "/model.html", reach: (page) => page.locator(".headline").first().waitFor() },
};
