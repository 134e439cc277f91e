// The table of all names, and the profile of one: sorted, narrowed, read, and gone through by keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { article, assertQuiet, collectionPage, count, desktop, eventually, pages, phone, results, seedPage, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const visitSeed = pages(seedPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const heading = (page, name) => page.getByRole("main").getByRole("heading", { level: 1, name });
const table = (page) => page.getByRole("main").getByRole("table", { name: /^Names;/ });
const rows = (page) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader") });
const names = (page) => table(page).getByRole("rowheader").getByRole("link").allTextContents();
const part = (page, name) => page.getByRole("main").locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });
const cells = async (row) => (await row.getByRole("cell").allTextContents()).map((text) => text.trim());

/** Opens the table and waits for its rows. */
async function open(t, address = "#/names", options) {
  const page = await visit(t, address, options);
  await heading(page, "Names").waitFor();
  await rows(page).first().waitFor();
  return page;
}

test("the tab leads to all names, most often named first, with kind, articles and mentions", async (t) => {
  const page = await visit(t);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Names" }).click();
  await rows(page).first().waitFor();
  assert.equal(await page.title(), "Names - The Lindholm ferry");
  assert.match(await page.getByRole("main").getByRole("status").textContent(), /^\d+ names in \d+ articles$/);
  const counts = [];
  for (const row of await rows(page).all()) counts.push((await cells(row)).slice(0, 3));
  assert.ok(counts.every(([kind, articles, mentions]) => kind && Number(mentions) >= Number(articles)), JSON.stringify(counts));
  assert.deepEqual(counts.map(([, articles]) => Number(articles)), counts.map(([, articles]) => Number(articles)).toSorted((a, b) => b - a));
  assert.ok((await names(page)).includes("Marta Kovalenko"));
  assertQuiet(page);
});

test("the heads of columns order the rows and say so", async (t) => {
  const page = await open(t);
  await table(page).getByRole("columnheader", { name: "Name" }).getByRole("link").click();
  await table(page).locator("th[aria-sort=ascending]").filter({ hasText: "Name" }).waitFor();
  const sorted = await names(page);
  assert.deepEqual(sorted.map((name) => name.toLowerCase()), sorted.map((name) => name.toLowerCase()).toSorted());
  assert.match(page.url(), /by=name/);
  await page.goBack();
  await table(page).locator("th[aria-sort=descending]").filter({ hasText: "Articles" }).waitFor();
  assertQuiet(page);
});

test("kinds narrow the table, and only those that there are are offered", async (t) => {
  const page = await open(t);
  const kinds = page.getByRole("navigation", { name: "Kinds of names" });
  const people = kinds.getByRole("link", { name: /^People \d+$/ });
  const n = Number((await people.textContent()).match(/\d+/)[0]);
  await people.click();
  await page.locator("a[aria-current=true]").filter({ hasText: "People" }).waitFor();
  assert.equal(await rows(page).count(), n);
  for (const row of await rows(page).all()) assert.equal((await cells(row))[0], "person");
  assert.equal(await kinds.getByRole("link", { name: /^Hashtags/ }).count(), 0);
  assertQuiet(page);
});

test("what is typed finds names by the beginnings of their words, in any form, and by roles", async (t) => {
  const page = await open(t);
  const field = page.getByRole("searchbox", { name: "Find a name or role" });
  await field.pressSequentially("kov ma");
  await eventually(page, "one name is left", async () => (await rows(page).count()) === 1);
  assert.deepEqual(await names(page), ["Marta Kovalenko"]);
  assert.ok(await field.evaluate((field) => field === document.activeElement), "typing goes on in the field");
  assert.match(page.url(), /find=kov\+ma/);
  await field.fill("capt");
  await eventually(page, "who is called so is left", async () => (await names(page)).includes("Marta Kovalenko") && (await rows(page).count()) < 4);
  assert.match(await rows(page).filter({ hasText: "Marta Kovalenko" }).textContent(), /Captain/i);
  await field.fill("zzz");
  await page.getByText("No name begins like this").getByRole("link", { name: "All names" }).click();
  await eventually(page, "all names are back", async () => (await rows(page).count()) > 1);
  assertQuiet(page);
});

test("a search and its filters narrow the names, and the way back to the articles keeps them", async (t) => {
  const page = await visit(t, "#/search?q=tugboat");
  await count(page);
  const n = await results(page).count();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Names" }).click();
  await rows(page).first().waitFor();
  assert.match(await page.getByRole("main").getByRole("status").textContent(), new RegExp(`^\\d+ names in the ${n} articles? found$`));
  assert.ok((await names(page)).includes("Peter Brandsma"));
  for (const row of await rows(page).all()) assert.ok(Number((await cells(row))[1]) <= n);
  // A filter chosen here keeps the view.
  await page.getByRole("navigation", { name: "Filters" }).getByRole("group", { name: "People" }).getByRole("checkbox", { name: /Peter Brandsma/ }).check();
  await page.getByRole("list", { name: "Chosen filters" }).waitFor();
  await heading(page, "Names").waitFor();
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Articles" }).click();
  await results(page).first().waitFor();
  assert.match(page.url(), /#\/search\?q=tugboat&person=peter-brandsma/);
  assertQuiet(page);
});

test("a profile tells forms, roles, quotations, who stands beside it, and every mention", async (t) => {
  const page = await open(t);
  await table(page).getByRole("link", { name: "Marta Kovalenko", exact: true }).click();
  await heading(page, "Marta Kovalenko").waitFor();
  assert.ok(await heading(page, "Marta Kovalenko").evaluate((one) => one === document.activeElement), "the focus is on the name");
  assert.equal(await page.title(), "Marta Kovalenko - The Lindholm ferry");
  assert.match(await page.getByRole("main").textContent(), /person · \d+ mentions · in \d+ articles/);
  assert.match(await part(page, "Written as").textContent(), /Kovalenko/);
  assert.match(await part(page, /^What it is quoted with \(\d+\)$/).textContent(), /Nobody ever answered my letters/);
  const beside = part(page, "Named together with");
  const authority = beside.getByRole("row").filter({ hasText: "Lindholm Port Authority" });
  const [sentences, paragraphs, articles] = (await cells(authority)).map(Number);
  assert.ok(sentences >= 1 && paragraphs >= sentences && articles >= 1, `${sentences}, ${paragraphs}, ${articles}`);
  assert.match(await beside.textContent(), /Standing together is no relation/);
  const mentions = part(page, /^Every mention \(\d+\)$/);
  const n = Number((await mentions.getByRole("heading").textContent()).match(/\d+/)[0]);
  assert.equal(await mentions.getByRole("list", { name: "Mentions in context" }).getByRole("listitem").count(), n);
  assertQuiet(page);
});

test("what a profile says leads to the sentence that says it", async (t) => {
  const page = await visit(t, "#/e/person/marta-kovalenko");
  await part(page, /^What it is quoted with/).getByRole("link", { name: /Nobody ever answered/ }).first().click();
  await page.locator("[aria-current=location]").first().waitFor();
  assert.match((await page.locator("[aria-current=location]").allTextContents()).join(""), /answered my letters/);
  await page.goBack();
  await heading(page, "Marta Kovalenko").waitFor();
  await part(page, /^Articles/).getByRole("link").first().click();
  await article(page).locator("mark").first().waitFor();
  assertQuiet(page);
});

test("the card of a name in an article leads to its profile, and the profile to its articles", async (t) => {
  const page = await visit(t, "#/a/lighthouse");
  await article(page).getByRole("button").first().click();
  await page.getByRole("link", { name: "All about it" }).click();
  await page.getByRole("main").getByRole("link", { name: "Search these articles" }).click();
  await results(page).first().waitFor();
  await page.getByRole("list", { name: "Chosen filters" }).waitFor();
  assertQuiet(page);
});

test("a profile that does not exist says so", async (t) => {
  const page = await visit(t, "#/e/person/nobody-at-all");
  await heading(page, "Nothing stands at this address").waitFor();
  assertQuiet(page);
});

test("names are found, opened and left by keyboard alone", async (t) => {
  const page = await open(t);
  await page.keyboard.press("j");
  const first = (await names(page))[0];
  assert.equal(await page.evaluate(() => document.activeElement.textContent), first);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await heading(page, first).waitFor();
  await page.goBack();
  await eventually(page, "the focus is back on the row", () => page.evaluate((name) => document.activeElement.textContent === name, first));
  assertQuiet(page);
});

test("in a collection of one article, names are counted by paragraphs", async (t) => {
  const page = await visitSeed(t, "#/names?kind=person");
  await rows(page).first().waitFor();
  assert.deepEqual((await names(page)).toSorted(), ["Godfrey Garner", "Steve Stalinsky"]);
  await table(page).getByRole("columnheader", { name: "Paragraphs" }).waitFor();
  await table(page).getByRole("link", { name: "Steve Stalinsky" }).click();
  await heading(page, "Steve Stalinsky").waitFor();
  assert.match(await part(page, "Said to be").textContent(), /\(MEMRI\) Executive Director/);
  assert.equal(await part(page, "Roles that name it").count(), 0, "nobody is somebody's of a person");
  assert.equal(await part(page, "Over time").count(), 0, "one article has no course of time");
  assert.equal(await part(page, /^Articles/).count(), 0);

  await page.goto(`${page.url().split("#")[0]}#/e/organization/middle-east-media-research-institute`);
  const roles = part(page, "Roles that name it");
  assert.match(await roles.textContent(), /Steve Stalinsky.*Executive Director/);
  await roles.getByRole("link", { name: "Steve Stalinsky" }).first().click();
  await heading(page, "Steve Stalinsky").waitFor();
  assertQuiet(page);
});

for (const [size, viewport] of [["desktop", desktop], ["phone", phone]]) {
  for (const theme of themes) {
    for (const [what, address] of [["names", "#/names"], ["no names", "#/names?find=zzz"], ["a profile", "#/e/person/marta-kovalenko"]]) {
      test(`axe finds nothing: ${what}, ${theme}, ${size}`, async (t) => {
        // The policy is lifted for axe alone; every other test runs under it.
        const page = await visit(t, address, { viewport, colorScheme: theme, bypassCSP: true });
        await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
      });
    }
  }
}

test("a list of names is checked: found under their forms, near spellings offered and not assumed, and taken as CSV", async (t) => {
  const page = await open(t);
  const main = page.getByRole("main");
  await main.getByText("Check a list of names").click();
  await main.getByRole("textbox", { name: "Names to check, one a line" }).fill("Kovalenko\n\"Brandsma, Peter\",x\nPeter Brandsma\nNobody Atall\nBransma\n");
  await main.getByRole("button", { name: "Check", exact: true }).click();
  await main.getByRole("status").getByText("2 of 5 names found under just these words.").waitFor();
  const row = (name) => main.getByRole("table", { name: /^Names of the list/ }).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  await row("Kovalenko").getByRole("link", { name: "Marta Kovalenko" }).waitFor();
  assert.match(await row("Kovalenko").textContent(), /as “Kovalenko”/);
  assert.match(await row("Nobody Atall").textContent(), /no such name/);
  await page.setViewportSize({ width: 320, height: 700 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} pixels over the edge`);
  await page.setViewportSize(desktop);
  assert.match(await row("Bransma").textContent(), /spelled .*brandsma.*\?/i);
  await main.locator("details.take-away").filter({ hasText: "Checked names" }).locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), main.getByRole("button", { name: "Checked names (CSV)" }).click()]);
  const checked = parse(await readFile(await download.path(), "utf8"), { bom: true });
  assert.deepEqual(checked.find(([given]) => given === "Kovalenko")?.slice(1, 4), ["Marta Kovalenko", "person", "Kovalenko"]);
  await row("Peter Brandsma").getByRole("link", { name: /2021|2022/ }).click();
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  assertQuiet(page);
});
