// What the tests stand on: a server of this build, a Chromium, pages of either theme and size.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const APP = path.resolve(HERE, "../../..");
const HOME = path.resolve(APP, "../..");
const START_MS = 180_000;
/** Long, for machines with much else to do: what is late is not wrong. */
const PATIENCE_MS = 60_000;

export const WIDE = { width: 1440, height: 1000 };
export const NARROW = { width: 390, height: 844 };

let server = null;
let browser = null;
let address = process.env.TRUEROLE_URL ?? null;
const folder = mkdtempSync(path.join(tmpdir(), "truerole-browser-"));

function startServer() {
  const jar = process.env.TRUEROLE_JAR ?? path.join(APP, "target/truerole.jar");
  if (!existsSync(jar)) throw new Error(`there is no ${jar}; build the app first: mvn -Dquick -DskipTests package`);
  const java = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, "bin/java") : "java";
  const options = ["-Xmx1g", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-Dai.djl.offline=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error", `-Dtruerole.home=${HOME}`];
  server = spawn(java, [...options, "-jar", jar, "serve", "--port", "0", "--no-fetch", "--state", path.join(folder, "state")], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, OMP_WAIT_POLICY: "PASSIVE" },
  });
  let said = "";
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      server.kill();
      reject(new Error(`the server did not start within ${START_MS / 1000} s:\n${said}`));
    }, START_MS);
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
    server.stderr.on("data", (data) => {
      said += data;
      const at = /TrueRole is at (http:\S+?)\/?\s/.exec(said);
      if (at) {
        clearTimeout(late);
        resolve(at[1]);
      }
    });
  });
}

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  address ??= await startServer();
}, { timeout: START_MS + PATIENCE_MS });

after(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

export function base() {
  return address;
}

export function temporary(name) {
  return path.join(folder, name);
}

/** What a page may say on the console: the statuses that a test provokes. */
const EXPECTED = /status of (4\d\d|5\d\d)|net::ERR_/;

/**
 * Runs with a fresh page and fails when the page threw, wrote an error to the console, or was kept from something by its own
 * security policy.
 */
export async function onPage(address_, { viewport = WIDE, theme = "light" } = {}, run = null) {
  const context = await browser.newContext({ viewport, colorScheme: theme, acceptDownloads: true, locale: "en-GB", reducedMotion: "reduce" });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) errors.push(message.text());
  });
  try {
    await page.goto(new URL(address_, `${address}/`).href);
    await run(page);
    if (errors.length > 0) throw new Error(`the page complained: ${errors.join("; ")}`);
  } finally {
    await context.close();
  }
}

/** Opens an example by its title and waits for the answer. */
export async function openExample(page, title) {
  await page.locator(".example").filter({ hasText: title }).first().click();
  await page.locator(".answer").waitFor();
}

export function example(name) {
  return readFileSync(path.join(HOME, "training-data/examples", name), "utf8");
}

/** The authored postings that come with the project. */
export function postings() {
  const all = path.join(HOME, "training-data/postings");
  return readdirSync(all)
    .sort()
    .flatMap((name) => readFileSync(path.join(all, name), "utf8").trim().split("\n").map((line) => JSON.parse(line)));
}

const quoted = (value) => `"${String(value ?? "").replaceAll('"', '""')}"`;

/**
 * A CSV of so many rows, no two alike: the first half of one authored posting's paragraphs and the second half of another's. Every
 * 250th row has no text.
 */
export function madeCsv(rows) {
  const all = postings();
  const lines = ["reference,job title,employer,body"];
  for (let index = 0; index < rows; index++) {
    const first = all[index % all.length];
    const second = all[(index * 7 + Math.floor(index / all.length) * 31 + 11) % all.length];
    const text = index % 250 === 249 ? "" : `${half(first.description, 0)}\n${half(second.description, 1)}`;
    lines.push([`row-${index + 1}`, first.title, second.company, text].map(quoted).join(","));
  }
  return `${lines.join("\n")}\n`;
}

function half(text, which) {
  const paragraphs = text.split("\n");
  const middle = Math.ceil(paragraphs.length / 2);
  return (which === 0 ? paragraphs.slice(0, middle) : paragraphs.slice(middle)).join("\n");
}
