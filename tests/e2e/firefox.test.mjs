// The main paths of the page in Firefox: searching, narrowing, reading, names, quotations, links and the notebook. Steered
// over WebDriver BiDi, which Firefox itself speaks. The other tests hold the details, in Chromium.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { collectionPage, desktop, eventually, seedPage, serve } from "./harness.mjs";

const executablePath = process.env.DOSSIER_FIREFOX;
const options = { skip: executablePath ? false : "Firefox is not installed" };
const shared = {};

before(async () => {
  if (!executablePath) return;
  shared.browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    // That of the window: this Firefox does not know the command that would set another one.
    defaultViewport: null,
    args: [`--width=${desktop.width}`, `--height=${desktop.height}`],
  });
  shared.seed = await serve(seedPage);
  shared.collection = await serve(collectionPage);
});
after(async () => {
  await shared.browser?.close();
  await shared.seed?.close();
  await shared.collection?.close();
});

/** The page of a site in a context of its own, and what the browser complains of. */
async function visit(t, site, address = "") {
  const context = await shared.browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(error.message));
  await page.goto(shared[site].address + address);
  return page;
}

/** What has a role and a name, once it is there. */
const find = (page, role, name) => eventually(page, `${role} “${name}”`, () => page.$(`aria/${name}[role="${role}"]`));

/** The page's words match. */
const says = (page, pattern) => eventually(page, `${pattern}`, async () => pattern.test(await page.evaluate(() => document.querySelector("main")?.textContent ?? "")));

/** Types into the search box, from anywhere on the page. */
async function search(page, words) {
  await eventually(page, "the search box", () => page.$("#search-box"));
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

test("a search is narrowed, an article opens at its hit, and back leads to where one was", options, async (t) => {
  const page = await visit(t, "collection");
  await search(page, "sandbank");
  await says(page, /\d articles, \d+ hits/);
  await (await find(page, "checkbox", "Küstenzeitung")).click();
  await says(page, /1 article, \d+ hits?/);
  const narrowed = page.url();
  assert.match(narrowed, /q=sandbank.*outlet=/);
  await (await page.$("main .hit__heading a")).click();
  await eventually(page, "the hit is in view", () => page.evaluate(() => {
    const mark = document.querySelector("mark[aria-current=true]");
    const { top, bottom } = mark?.getBoundingClientRect() ?? { top: -1 };
    return top >= 0 && bottom <= innerHeight;
  }));
  await page.goBack();
  await says(page, /1 article, \d+ hits?/);
  assert.equal(page.url(), narrowed);
  assert.deepEqual(page.complaints, []);
});

test("keys alone search, step and open", options, async (t) => {
  const page = await visit(t, "seed");
  await search(page, "social media");
  await says(page, /1 article, \d+ hits/);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await eventually(page, "the article with its hit", () => page.$("mark[aria-current=true]"));
  assert.match(page.url(), /#\/a\//);
  assert.deepEqual(page.complaints, []);
});

test("names, a profile, quotations and links are shown", options, async (t) => {
  const page = await visit(t, "collection", "#/names");
  await (await find(page, "link", "Marta Kovalenko")).click();
  await says(page, /Lindholm Port Authority/);
  for (const [address, pattern] of [["#/quotes", /Nobody ever answered my letters/], ["#/connect", /The strongest links/], ["#/timeline", /2021/]]) {
    await page.goto(shared.collection.address + address);
    await says(page, pattern);
  }
  assert.deepEqual(page.complaints, []);
});

test("what is kept is still there after a reload", options, async (t) => {
  const page = await visit(t, "seed", "#/search?q=jihad");
  await (await find(page, "button", "☆ Keep this search")).click();
  await find(page, "button", "★ This search is kept");
  await page.reload();
  await find(page, "button", "★ This search is kept");
  assert.deepEqual(page.complaints, []);
});
