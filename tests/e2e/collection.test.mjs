// A page of several documents (xtask/src/collection.rs writes them): dates and where they were found, languages, copies
// of a story and what differs, related articles with reasons, facets of outlets, languages and years.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { article, assertQuiet, collectionPage, count, desktop, eventually, pages, phone, results, search, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const about = (page) => page.getByRole("complementary", { name: "About this article" });
const part = (page, name) => page.getByRole("main").getByRole("region", { name, exact: true });
const filters = (page) => page.getByRole("navigation", { name: "Filters" });

/** Opens an article by its address and waits for its headline. */
async function read(t, slug, options) {
  const page = await visit(t, `#/a/${slug}`, options);
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** The sentence that a link led to is marked and in view; gives its text. */
async function landed(page) {
  const sentence = page.locator("[aria-current=location]");
  await sentence.first().waitFor();
  await eventually(page, "the sentence is in view", () => sentence.first().evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }));
  return (await sentence.allTextContents()).join("");
}

const squeezed = async (locator) => (await locator.textContent()).replace(/\s+/g, " ").trim();

test("the source line says of every date what it is and how it was found", async (t) => {
  const page = await read(t, "lighthouse");
  const text = await squeezed(article(page));
  assert.match(text, /Skerry Review/);
  assert.match(text, /5 November 2020, published \(the page's meta element: article:published_time\)/);
  assert.match(text, /7 November 2020, updated \(/);
  assert.match(await squeezed(about(page)), /5 November 2020, published \(the page's meta element/);
  assertQuiet(page);
});

test("a date that can be read in two ways says so, one that nothing resolves shows its words", async (t) => {
  const page = await read(t, "papers-survey");
  const text = await squeezed(about(page));
  assert.match(text, /No date of its own was found\./);
  assert.match(text, /“03\/04\/2015”: 2015, could be read in another way \(a date in figures/);
  assert.match(text, /“last Friday”: not resolved \(no publication date is known/);
  assert.match(await squeezed(article(page)), /no publication date given/);
  await about(page).getByRole("link", { name: "“last Friday”" }).click();
  assert.match(await landed(page), /^The surveyors met last Friday to compare/);
  assertQuiet(page);
});

test("a link to a date leads to its sentence, past the hits of a search", async (t) => {
  const page = await visit(t, "#/a/papers-survey?q=yard");
  await about(page).getByRole("link", { name: "“03/04/2015”" }).click();
  assert.match(await landed(page), /^The hull of an older ferry/);
  assertQuiet(page);
});

test("of many dates ten are listed, the others when they are asked for", async (t) => {
  const page = await read(t, "papers-chronology");
  await about(page).getByText("Mentioned in the text (15)").waitFor();
  const dates = about(page).getByRole("link", { name: /^14 January 20\d\d$/ });
  assert.equal(await dates.count(), 10);
  await about(page).getByText("5 more").focus();
  await page.keyboard.press("Enter");
  await eventually(page, "all dates", async () => (await dates.count()) === 15);
  await dates.last().click();
  assert.match(await landed(page), /^On 14 January 2017/);
  assertQuiet(page);
});

test("the side panel says where a document comes from, in words and as text", async (t) => {
  const page = await read(t, "papers-kueste");
  const text = await squeezed(about(page));
  for (const said of ["OutletKüstenzeitung", "Addresshttps://kueste.example/news/ferry?from=<here>", "LanguageGerman", "Read asa line of JSON Lines"]) {
    assert.ok(text.includes(said), `${said} in ${text}`);
  }
  assert.equal(await page.locator("a[href^='http']").count(), 0, "addresses are no links");
  assert.equal(await article(page).getAttribute("lang"), "de");
  assertQuiet(page);
});

test("copies of a story are named after the article, with what differs", async (t) => {
  const page = await read(t, "papers-courier");
  const copies = part(page, "Same story").getByRole("listitem").filter({ has: page.getByRole("heading") });
  assert.equal(await copies.count(), 2);
  const first = await squeezed(copies.first());
  assert.match(first, /^Ferry inquiry hears of ignored warnings\s?Harbour Gazette\s?2 March 2021 \(published\)\s?\d\d % of the shorter one is in both/);
  assert.match(first, /What only this article has: ?A tugboat captain, Peter Brandsma/);
  assert.match(await squeezed(about(page)), /Same story \(2\)/);
  await copies.first().getByRole("link", { name: /^A tugboat captain/ }).click();
  assert.match(await landed(page), /^A tugboat captain, Peter Brandsma, said he had refused to sail/);
  await copies.first().getByRole("heading").getByRole("link").click();
  await article(page).getByRole("heading", { name: "Ferry inquiry hears of ignored warnings" }).waitFor();
  assert.match(await squeezed(part(page, "Same story")), /Island Observer\s?4 March 2021 \(published\)\s?word for word the same/);
  assertQuiet(page);
});

test("copies of a story are compared word by word", async (t) => {
  const page = await read(t, "papers-courier");
  const copy = part(page, "Same story").getByRole("listitem").filter({ has: page.getByRole("heading") }).first();
  const changes = copy.getByRole("insertion").or(copy.getByRole("deletion"));
  assert.equal(await changes.count(), 0, "nothing is compared before it is asked for");
  await copy.getByText("Compare word by word").click();
  await changes.first().waitFor();
  const [own, other] = [await copy.getByRole("insertion").allTextContents(), await copy.getByRole("deletion").allTextContents()];
  assert.equal(own.shift(), "only in this article");
  assert.equal(other.shift(), "only in the other one");
  assert.deepEqual(own, ["Captain warned of sandbank three times", "A tugboat captain, Peter Brandsma, said he had refused to sail the channel since Christmas."]);
  assert.deepEqual(other, ["Ferry inquiry hears of ignored warnings", "The inquiry goes on."]);
  assert.match(await squeezed(copy), /5 sentences are in both\./);
  await copy.getByRole("heading").getByRole("link").click();
  await article(page).getByRole("heading", { name: "Ferry inquiry hears of ignored warnings" }).waitFor();
  const exact = part(page, "Same story").getByRole("listitem").filter({ hasText: "word for word the same" });
  assert.equal(await exact.getByText("Compare word by word").count(), 0, "there is nothing to compare");
  assertQuiet(page);
});

test("results say that a story stands in other documents", async (t) => {
  const page = await visit(t);
  await search(page, "fishing boats");
  await count(page, /3 articles/);
  for (const result of await results(page).all()) assert.match(await result.textContent(), /same story in 2 more documents/);
  await search(page, "dredger");
  await count(page, /1 article/);
  assert.doesNotMatch(await results(page).first().textContent(), /same story/);
  assertQuiet(page);
});

test("related articles give their reasons, and names among these open their cards", async (t) => {
  const page = await read(t, "papers-courier");
  const related = part(page, "Related articles");
  assert.match(await squeezed(related), /Dredger to clear the channel\s?Harbour Gazette\s?15 January 2022 \(published\)\s?Both name Peter Brandsma and Lindholm; both use the words? “\S+”( and “\S+”|, “\S+”)*\.$/);
  await related.getByRole("button", { name: "Peter Brandsma" }).click();
  await page.getByRole("region", { name: "Peter Brandsma" }).waitFor();
  await related.getByRole("link", { name: "Dredger to clear the channel" }).click();
  await article(page).getByRole("heading", { name: "Dredger to clear the channel" }).waitFor();
  assertQuiet(page);
});

test("an article without copies and relations has no empty lists of them", async (t) => {
  const page = await read(t, "papers-chronology");
  assert.equal(await part(page, "Same story").count() + await part(page, "Related articles").count(), 0);
  assert.doesNotMatch(await squeezed(about(page)), /Same story/);
});

test("outlets, languages and years are facets, languages by their names", async (t) => {
  const page = await visit(t);
  await search(page, "Lindholm");
  await count(page);
  const group = (name) => filters(page).getByRole("group", { name, exact: true });
  for (const [name, value] of [["Outlet", "Harbour Gazette"], ["Language", "German"], ["Date", "2021"]]) {
    assert.equal(await group(name).getByRole("checkbox", { name: value, exact: true }).count(), 1, `${name}: ${value}`);
  }
  assert.equal(await group("Outlet").getByRole("checkbox", { name: "Skerry Review" }).count(), 0, "an outlet without hits");
  // Its number of articles describes it; an id with a space in it would be none.
  const described = await group("Outlet").getByRole("checkbox", { name: "Harbour Gazette" }).evaluate((own) => document.getElementById(own.getAttribute("aria-describedby"))?.textContent);
  assert.match(described, /^\d+ articles?$/);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map((own) => own.id));
  assert.deepEqual(ids.filter((id) => /\s/.test(id)), []);
  assert.equal(await group("Date").getByRole("checkbox", { name: "2020" }).count(), 0, "a year without hits");
  await group("Language").getByRole("checkbox", { name: "German" }).check();
  await count(page, /1 article/);
  await page.getByRole("list", { name: "Chosen filters" }).getByText("language: German").waitFor();
  assert.match(await results(page).first().textContent(), /Fähre vor Lindholm/);
  assertQuiet(page);
});

test("a value stays under a finger that presses it, though the focus goes to it from another one", async (t) => {
  const page = await visit(t);
  await search(page, "the");
  await count(page);
  const people = filters(page).getByRole("group", { name: "People", exact: true }).getByRole("checkbox");
  const order = () => people.evaluateAll((all) => all.map(({ id }) => id));
  const ids = await order();
  const [first, second] = ids.map((id) => page.locator(`[id="${id}"]`));
  // Once the order is no longer held, the chosen one stands first.
  await second.click();
  await eventually(page, "the second one is chosen", () => second.isChecked());
  const { x, y, width, height } = await first.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.deepEqual(await order(), ids);
  await page.mouse.up();
  await eventually(page, "the first one is chosen too", () => first.isChecked());
  assert.equal(await second.isChecked(), true);
  assertQuiet(page);
});

test("what is unfolded for an article is not unfolded for another one in its place", async (t) => {
  const page = await visit(t);
  const first = results(page).first();
  const why = first.getByRole("button", { name: "Why here?" });
  await search(page, "ferry");
  await first.getByRole("heading", { name: /^Ferry inquiry/ }).waitFor();
  await why.click();
  assert.equal(await why.getAttribute("aria-expanded"), "true");
  await search(page, "sandbank");
  await first.getByRole("heading", { name: /^Captain warned/ }).waitFor();
  assert.equal(await why.getAttribute("aria-expanded"), "false");
  assertQuiet(page);
});

test("the kind of a document is a facet, by its name", async (t) => {
  const page = await visit(t);
  await search(page, "the");
  await count(page);
  const kinds = filters(page).getByRole("group", { name: "Kind of document", exact: true });
  await kinds.getByRole("checkbox", { name: "web page (HTML)" }).check();
  await count(page, /1 article/);
  await page.getByRole("list", { name: "Chosen filters" }).getByText("kind of document: web page (HTML)").waitFor();
  await page.waitForURL(/format=html/);
  // Its own choice does not narrow what it counts.
  assert.equal(await kinds.getByRole("checkbox", { name: "a line of JSON Lines" }).count(), 1);
  assertQuiet(page);
});

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    for (const slug of ["papers-courier", "papers-chronology", "lighthouse"]) {
      test(`axe finds nothing in the article ${slug} (${colorScheme}, ${device})`, async (t) => {
        // The policy is lifted for axe alone; every other test runs under it.
        const page = await read(t, slug, { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
        await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
      });
    }
  }
}
