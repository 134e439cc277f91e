// What every end-to-end test stands on: the built page behind a server like GitHub Pages', or as one file; a browser;
// a record of everything the page asks for and complains of. No test and no knowledge of a view is here.

import assert from "node:assert/strict";
import { createReadStream, existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createGzip } from "node:zlib";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = (variable, folder) => resolve(root, process.env[variable] ?? folder);

/** The folders that `cargo xtask test` builds. */
export const seedPage = built("DOSSIER_E2E_SEED", "target/e2e/seed");
export const hostilePage = built("DOSSIER_E2E_HOSTILE", "target/e2e/hostile");
export const collectionPage = built("DOSSIER_E2E_COLLECTION", "target/e2e/collection");

export const desktop = { width: 1400, height: 900 };
export const phone = { width: 390, height: 844 };
export const themes = ["light", "dark"];

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
};

/** The path the page is served under, as a project's page is on GitHub Pages. */
export const BASE = "/some/where/";

/**
 * Serves `folder` with gzip under BASE and nothing elsewhere. `change` may replace the bytes of a file, `hold` may
 * delay one: both are asked by file name and are undefined in most tests.
 */
export async function serve(folder, { change, hold } = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://127.0.0.1").pathname;
    const name = path === BASE ? "index.html" : path.slice(BASE.length);
    const file = join(folder, name);
    if (!path.startsWith(BASE) || name.includes("..") || !existsSync(file)) {
      response.writeHead(404, { "content-type": "text/plain" }).end("no such file");
      return;
    }
    await hold?.(name);
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream", "content-encoding": "gzip" });
    response.flushHeaders();
    const packed = createGzip();
    packed.pipe(response);
    const changed = change && (await change(name, () => readFile(file)));
    if (changed) packed.end(changed);
    else createReadStream(file).pipe(packed);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}${BASE}`,
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
  };
}

/** The address of the single file in a built folder. */
export const oneFile = (folder) => pathToFileURL(join(folder, "dossier.html")).href;

export async function launch() {
  const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({
    executablePath: process.env.DOSSIER_CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet],
  });
}

/**
 * Starts a browser and the server of a built page for the tests of one file. The returned function opens the page at
 * an address (what stands after it, such as `#/search?q=decree`) in a context of its own that ends with the test.
 */
export function pages(folder) {
  const shared = {};
  before(async () => {
    assert.ok(existsSync(join(folder, "index.html")), `no built page in ${folder}: run \`cargo xtask test\``);
    Object.assign(shared, { browser: await launch(), site: await serve(folder) });
  });
  after(async () => {
    await shared.browser?.close();
    await shared.site?.close();
  });
  return async (t, address = "", { at = shared.site.address, prepare, ...options } = {}) => {
    const context = await shared.browser.newContext({ viewport: desktop, colorScheme: "light", ...options });
    context.setDefaultTimeout(10_000);
    t.after(() => context.close());
    await prepare?.(context);
    const page = await context.newPage();
    page.seen = record(context, page);
    await page.goto(at + address);
    return page;
  };
}

/** Everything a page asks for, complains of, or opens. */
function record(context, page) {
  const seen = { requests: [], byWorker: [], refused: [], complaints: [], dialogs: [], pages: 0 };
  context.on("request", (request) => {
    seen.requests.push(request.url());
    if (request.serviceWorker()) seen.byWorker.push(request.url());
  });
  context.on("requestfailed", (request) => seen.refused.push(`${request.url()}: ${request.failure()?.errorText}`));
  context.on("page", () => seen.pages++);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.complaints.push(`uncaught: ${error}`));
  page.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  return seen;
}

/** Nothing was asked of any other place than the page's own folder, nothing went wrong, nothing popped up. */
export function assertQuiet(page) {
  const own = page.url().split("#")[0].replace(/[^/]*$/, "");
  const foreign = page.seen.requests.filter((url) => !url.startsWith(own) && !url.startsWith("data:"));
  assert.deepEqual(foreign, [], "requests beyond the page's own files");
  assert.deepEqual(page.seen.complaints, [], "complaints of the browser");
  assert.deepEqual(page.seen.dialogs, [], "dialogs");
}

// Finding things as a reader with assistive technology does: by role and name.

export const box = (page) => page.getByRole("searchbox", { name: "Search the documents" }).or(page.getByRole("combobox", { name: "Search the documents" }));
export const results = (page) => page.getByRole("list", { name: "Results" }).getByRole("article");
export const article = (page) => page.getByRole("main").getByRole("article");
export const currentMark = (page) => page.locator("mark[aria-current=true]");

/** The announcement of a count, such as `1 article, 11 hits`; waits until there is one. */
export async function count(page, pattern = /\d+ articles?, \d+ hits?/) {
  const status = page.getByRole("status").filter({ hasText: pattern }).first();
  await status.waitFor();
  return (await status.textContent()).trim();
}

export async function search(page, query) {
  await box(page).fill(query);
  await box(page).press("Enter");
}

/** Waits until `ask` gives something true, and gives it; `what` says what was waited for. */
export async function eventually(page, what, ask, ...given) {
  const limit = Date.now() + 10_000;
  for (;;) {
    const answer = await ask(...given);
    if (answer) return answer;
    if (Date.now() > limit) throw new Error(`not within 10 s: ${what}`);
    // One frame of the page is the unit in which its state changes.
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** The current mark is there and lies within the window. */
export async function assertLanded(page) {
  await currentMark(page).first().waitFor();
  await eventually(page, "the current hit is in view", () => currentMark(page).first().evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }));
  return (await currentMark(page).first().textContent()).trim();
}

export async function fileNames(folder, ending) {
  return (await readdir(folder)).filter((name) => name.endsWith(ending));
}
