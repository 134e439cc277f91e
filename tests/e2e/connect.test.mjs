// How names are connected: two of them with their sentences, the chains between them, and the links of one.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { article, assertQuiet, collectionPage, count, desktop, pages, phone, seedPage, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const visitSeed = pages(seedPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAIR = "#/connect?a=person%2Fmarta-kovalenko&b=organization%2Flindholm-port-authority";
const main = (page) => page.getByRole("main");
const field = (page, name) => main(page).getByRole("combobox", { name, exact: true });
const part = (page, name) => main(page).locator("section section").filter({ has: page.getByRole("heading", { level: 2, name }) });
const said = (page) => main(page).getByRole("status");
const clean = (text) => text.replace(/[\u2068\u2069]/g, "").replace(/\s+/g, " ").trim();

test("two names are chosen by typing, and the answer comes in words with its sentences", async (t) => {
  const page = await visit(t);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Connect" }).click();
  await main(page).getByRole("heading", { level: 1, name: "Connect" }).waitFor();
  assert.equal(await page.title(), "Connect - The Lindholm ferry");
  await field(page, "From").fill("kov");
  await main(page).getByRole("option", { name: /^Marta Kovalenko/ }).waitFor();
  await field(page, "From").press("ArrowDown");
  await field(page, "From").press("Enter");
  await page.waitForURL(/#\/connect\?a=person%2Fmarta-kovalenko$/);
  assert.equal(await field(page, "From").inputValue(), "Marta Kovalenko");
  await field(page, "To").fill("port auth");
  await main(page).getByRole("option", { name: /^Lindholm Port Authority/ }).click();
  await page.waitForURL(/b=organization%2Flindholm-port-authority/);
  await said(page).getByText("are in the same sentence").waitFor();
  // Three papers print one story: it counts once.
  assert.match(clean(await said(page).textContent()), /^Marta Kovalenko and Lindholm Port Authority are in the same sentence twice in 2 articles; .*2 articles tell again what another told; that counts once\.$/);
  const sentences = part(page, /^In one sentence \(2\)$/).getByRole("listitem");
  assert.equal(await sentences.count(), 2);
  assert.deepEqual(await sentences.first().locator("mark").allTextContents(), ["Marta Kovalenko", "Lindholm Port Authority"]);
  assert.match(await sentences.last().textContent(), /2 other articles tell it again/);
  await sentences.first().getByRole("link").first().click();
  await article(page).getByRole("heading", { level: 1, name: "The captain who wrote letters" }).waitFor();
  await page.goBack();
  await part(page, /^In one sentence/).waitFor();
  assertQuiet(page);
});

test("the articles that name only one of both are counted, and one click away", async (t) => {
  const page = await visit(t, PAIR);
  await said(page).getByText("are in the same sentence").waitFor();
  const without = main(page).getByRole("listitem").filter({ hasText: /without/ });
  assert.deepEqual((await without.allTextContents()).map(clean), [
    "Marta Kovalenko is named without Lindholm Port Authority in 1 article.",
    "Lindholm Port Authority is named in no article without Marta Kovalenko.",
  ]);
  await without.getByRole("link").click();
  await count(page, /^1 article/);
  assert.match(page.url(), /#\/search\?person=marta-kovalenko&not-organization=lindholm-port-authority$/);
  assertQuiet(page);
});

test("names are swapped, cleared, and taken back when only half typed", async (t) => {
  const page = await visit(t, PAIR);
  await main(page).getByRole("link", { name: "Swap the two names" }).click();
  await page.waitForURL(/a=organization%2Flindholm-port-authority&b=person%2Fmarta-kovalenko/);
  await field(page, "From").fill("nobo");
  await main(page).getByText("No name in this collection begins like this.").waitFor();
  await field(page, "To").focus();
  assert.equal(await field(page, "From").inputValue(), "Lindholm Port Authority");
  await main(page).getByRole("button", { name: "Clear: To" }).click();
  await page.waitForURL(/#\/connect\?a=organization%2Flindholm-port-authority$/);
  await main(page).getByText("Choose a second name").waitFor();
  assertQuiet(page);
});

test("what is chosen in the filters narrows the sentences", async (t) => {
  const page = await visit(t, PAIR);
  await said(page).getByText("twice").waitFor();
  const outlets = page.getByRole("navigation", { name: "Filters" }).getByRole("group", { name: "Outlet" });
  await outlets.getByRole("checkbox", { name: "Northern Courier" }).check();
  await said(page).getByText("are in the same sentence once in 1 article").waitFor();
  await page.waitForURL(/outlet=Northern/);
  assert.match(page.url(), /#\/connect\?/);
  await page.getByRole("link", { name: "Clear all" }).click();
  await said(page).getByText("twice").waitFor();
  assertQuiet(page);
});

test("where there is no chain the page says so, and what comes nearest", async (t) => {
  const page = await visit(t, "#/connect?a=person%2Fmarta-kovalenko&b=person%2Fpeter-brandsma");
  await said(page).getByText("are in no paragraph together").waitFor();
  assert.match(clean(await said(page).textContent()), /^Marta Kovalenko and Peter Brandsma are in no paragraph together, but in 2 articles\./);
  await part(page, "In one article, further apart").getByRole("link", { name: "Dredger to clear the channel" }).waitFor();
  await part(page, "By way of others").getByText("No chain of up to four links connects them").waitFor();
  assertQuiet(page);
});

test("a chain opens to the sentences of each of its links, and may be asked to go elsewhere", async (t) => {
  const page = await visit(t, "#/connect?a=person%2Fmarta-kovalenko&b=place%2Flindholm");
  const chains = main(page).getByRole("list", { name: "Chains" }).locator("details");
  await chains.first().waitFor();
  const names = await chains.first().locator("summary bdi").allTextContents();
  assert.deepEqual([names[0], names.at(-1)], ["Marta Kovalenko", "Lindholm"]);
  assert.match(await chains.first().locator("summary").textContent(), /the weakest link/);
  await chains.first().locator("summary").click();
  const pairs = chains.first().getByRole("heading", { level: 3 });
  await pairs.first().waitFor();
  assert.equal(await pairs.count(), names.length - 1);
  assert.deepEqual(clean(await pairs.first().textContent()).replace(" the weakest link", ""), `${names[0]} and ${names[1]}`);
  assert.ok((await chains.first().locator("mark").allTextContents()).includes(names[1]));
  const n = await chains.count();
  await main(page).getByText("By way of certain names only").click();
  await field(page, "Not through").fill(names[1].slice(0, 5));
  await main(page).getByRole("option", { name: new RegExp(`^${names[1]}`) }).first().click();
  await page.waitForURL(/without=/);
  await page.waitForFunction((n) => document.querySelectorAll("details.chain").length < n, n);
  await main(page).getByRole("link", { name: `Allow ${names[1]} again` }).click();
  await page.waitForFunction((n) => document.querySelectorAll("details.chain").length === n, n);
  assertQuiet(page);
});

test("one name has its strongest links as a table and as a drawing that can be saved", async (t) => {
  const page = await visit(t, "#/e/person/marta-kovalenko");
  await main(page).getByRole("link", { name: "Connect with…" }).click();
  const table = main(page).getByRole("table", { name: /^Pairs of names/ });
  await table.getByRole("rowheader", { name: "Marta Kovalenko and Lindholm Port Authority" }).waitFor();
  const drawing = main(page).getByRole("group", { name: "The strongest links of Marta Kovalenko" });
  await drawing.getByRole("link", { name: "Lindholm Port Authority" }).focus();
  const [download] = await Promise.all([page.waitForEvent("download"), main(page).getByRole("button", { name: "Save the drawing (SVG)" }).click()]);
  assert.equal(download.suggestedFilename(), "The-strongest-links-of-Marta-Kovalenko.svg");
  const svg = await readFile(await download.path(), "utf8");
  const read = await page.evaluate((svg) => {
    const read = new DOMParser().parseFromString(svg, "image/svg+xml");
    return [read.documentElement.nodeName, read.querySelectorAll("parsererror").length, [...read.querySelectorAll("text")].map((text) => text.textContent)];
  }, svg);
  assert.deepEqual(read.slice(0, 2), ["svg", 0]);
  assert.ok(read[2].includes("Lindholm Port Authority"));
  await table.getByRole("rowheader", { name: "Marta Kovalenko and Lindholm Port Authority" }).getByRole("link").click();
  await said(page).getByText("are in the same sentence").waitFor();
  assertQuiet(page);
});

test("without a name the strongest links of all are shown, and the key leads there", async (t) => {
  const page = await visit(t, "#/search?q=sandbank");
  await page.getByRole("list", { name: "Results", exact: true }).waitFor();
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("c");
  await page.waitForURL(/#\/connect\?q=sandbank$/);
  await main(page).getByText(/Only the \d articles found count/).waitFor();
  const pairs = main(page).getByRole("table", { name: /^Pairs of names/ }).getByRole("rowheader");
  await pairs.first().waitFor();
  const drawing = main(page).getByRole("group", { name: "The strongest links as a drawing" });
  const names = await drawing.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("aria-label")));
  for (const name of (await pairs.first().innerText()).split(" and ")) assert.ok(names.includes(name), name);
  assert.equal(new Set(names).size, names.length);
  // No name covers another.
  const boxes = await drawing.locator("a[aria-label] text").evaluateAll((all) => all.map((text) => text.getBoundingClientRect().toJSON()));
  const covers = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  boxes.forEach((a, at) => boxes.slice(at + 1).forEach((b) => assert.ok(!covers(a, b))));
  // A line leads to the sentences; the table does so for the keyboard.
  const line = drawing.locator(".diagram__link").first();
  assert.match(await line.locator("title").textContent(), new RegExp(`^${await pairs.first().innerText()}: \\d+ sentences?$`));
  const href = await line.getAttribute("href");
  assert.equal(href, await pairs.first().getByRole("link").getAttribute("href"));
  await line.dispatchEvent("click");
  await said(page).getByText("are in the same sentence").waitFor();
  assertQuiet(page);
});

test("one document says what it can, and names that are not there are told", async (t) => {
  const page = await visitSeed(t, "#/connect");
  await main(page).getByRole("table", { name: /^Pairs of names/ }).getByRole("rowheader").first().getByRole("link").click();
  await said(page).getByText("are in the same sentence").waitFor();
  assert.doesNotMatch(await said(page).textContent(), /article/);
  await page.goto(`${page.url().split("#")[0]}#/connect?a=person%2Fnobody-at-all`);
  await main(page).getByText("A name in the address is not in this collection").waitFor();
  assertQuiet(page);
});

const VIEWS = {
  "two names": async (page) => {
    await page.goto(`${page.url().split("#")[0]}${PAIR}`);
    await said(page).getByText("twice").waitFor();
  },
  "an open chain and an open list": async (page) => {
    await page.goto(`${page.url().split("#")[0]}#/connect?a=person%2Fmarta-kovalenko&b=place%2Flindholm`);
    await main(page).locator("details.chain summary").first().click();
    await main(page).getByRole("heading", { level: 3 }).first().waitFor();
    await field(page, "To").fill("lind");
    await main(page).getByRole("option").first().waitFor();
  },
  "one name": async (page) => {
    await page.goto(`${page.url().split("#")[0]}#/connect?a=person%2Fmarta-kovalenko`);
    await main(page).getByRole("table").waitFor();
  },
  "no name": async (page) => {
    await page.goto(`${page.url().split("#")[0]}#/connect`);
    await main(page).getByRole("table").waitFor();
  },
};

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    for (const [view, open] of Object.entries(VIEWS)) {
      test(`axe finds nothing in connections: ${view} (${colorScheme}, ${device})`, async (t) => {
        const page = await visit(t, "", { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
        await open(page);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
      });
    }
  }
}

for (const width of [320, 390, 1400]) {
  test(`nothing reaches over the edge at ${width} pixels`, async (t) => {
    const page = await visit(t, PAIR, { viewport: { width, height: 800 } });
    await said(page).getByText("twice").waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${over} pixels`);
  });
}
