// One set of results in three views: a list, hits in context, a table. Their orders, columns and addresses; keys, the way
// back, paper, phones. What is found and how an article is read is in search.test.mjs and article.test.mjs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { article, assertLanded, assertQuiet, collectionPage, count, currentMark, desktop, eventually, pages, phone, results, seedPage, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const visitSeed = pages(seedPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const main = (page) => page.getByRole("main");
const views = (page) => main(page).getByRole("navigation", { name: "Show results as" });
const lines = (page) => main(page).getByRole("list", { name: "Hits in context" }).getByRole("listitem");
const table = (page) => main(page).getByRole("table");
const rows = (page) => table(page).locator("tbody").getByRole("row");
const order = (page, name) => main(page).getByRole("list", { name: /^Order of/ }).getByRole("link", { name, exact: true });
const squeezed = (text) => text.replace(/\s+/g, " ").trim();
const texts = async (locator) => (await locator.allTextContents()).map(squeezed);
const focused = (page) => page.evaluate(() => document.activeElement.id);
const go = (page, address) => page.goto(page.url().split("#")[0] + address);

/** Waits until an order is the current one. */
const current = (page, name) => eventually(page, `the order is ${name}`, async () => (await order(page, name).getAttribute("aria-current")) === "true");

/** The words beside the hits, as lines show them. */
const sides = (page) => lines(page).getByRole("link").evaluateAll((links) => links.map((link) => {
  const [before, after] = [link.firstElementChild.textContent, link.lastElementChild.lastChild.nodeValue];
  const words = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}’']+/gu) ?? [];
  return { left: words(before).reverse().join(" "), right: words(after).join(" ") };
}));

test("results are shown as a list, as hits in context and as a table, each with an address", async (t) => {
  const page = await visit(t, "#/search?q=sandbank");
  assert.match(await count(page), /^6 articles, 7 hits$/);
  assert.deepEqual(await texts(views(page).getByRole("link")), ["List", "Hits in context", "Table"]);
  assert.equal(await views(page).locator("[aria-current=true]").textContent(), "List");
  assert.equal(await results(page).count(), 6);
  await views(page).getByRole("link", { name: "Hits in context" }).click();
  await eventually(page, "a line for each hit", async () => (await lines(page).count()) === 7);
  assert.match(page.url(), /#\/search\?q=sandbank&view=hits$/);
  assert.equal(await views(page).locator("[aria-current=true]").textContent(), "Hits in context");
  await views(page).getByRole("link", { name: "Table" }).click();
  await eventually(page, "a row for each article", async () => (await rows(page).count()) === 6);
  assert.match(page.url(), /view=table$/);
  await page.goBack();
  await eventually(page, "the lines again", async () => (await lines(page).count()) === 7);
  await views(page).getByRole("link", { name: "List" }).click();
  await eventually(page, "the list again", async () => (await results(page).count()) === 6);
  assert.match(page.url(), /#\/search\?q=sandbank$/);
  assertQuiet(page);
});

test("every line has its hit in the same place and leads to it, in the headline too", async (t) => {
  const page = await visit(t, "#/search?q=sandbank&view=hits");
  await lines(page).first().waitFor();
  const edges = await lines(page).locator("mark").evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().left)));
  assert.equal(new Set(edges).size, 1, `hits begin at ${edges}`);
  for (const line of await lines(page).all()) {
    const [link, outlet] = [line.getByRole("link"), await line.textContent()];
    assert.match(squeezed(await link.textContent()), /sandbank/i);
    assert.match(outlet, /\d{1,2} \w{3} 202\d$/);
    const hit = await link.locator("mark").textContent();
    await link.click();
    assert.equal(await assertLanded(page), hit);
    await page.goBack();
    await lines(page).first().waitFor();
  }
  const headline = lines(page).getByRole("link", { name: "Captain warned of sandbank three times", exact: true });
  await headline.click();
  await article(page).getByRole("heading", { level: 1 }).locator("mark[aria-current=true]").waitFor();
  assertQuiet(page);
});

test("lines stay inside of their paragraph", async (t) => {
  const page = await visit(t, "#/search?q=%22nobody+ever%22&view=hits");
  await lines(page).first().waitFor();
  const [first] = await texts(lines(page).getByRole("link"));
  assert.match(first, /^… \S.*three times\. "Nobody ever answered my letters," Kovalenko said\.$/);
  assert.ok(first.split("Nobody")[0].length <= 64, first);
  assertQuiet(page);
});

test("lines are put in order by the words on either side, by date and by headline", async (t) => {
  const page = await visit(t, "#/search?q=channel&view=hits");
  await lines(page).first().waitFor();
  const found = await texts(lines(page));
  for (const [name, side] of [["words before", "left"], ["words after", "right"]]) {
    await order(page, name).click();
    await page.waitForURL(new RegExp(`lines=${side}`));
    await current(page, name);
    // A space comes before every letter, so that the shorter of two comes first.
    const ordered = (await sides(page)).map((line) => line[side]);
    assert.deepEqual(ordered, ordered.toSorted(), name);
    assert.deepEqual((await texts(lines(page))).sort(), [...found].sort(), "nothing is lost");
  }
  await order(page, "date").click();
  await current(page, "date");
  const days = (await texts(lines(page))).map((line) => Date.parse(`${line.match(/\d+ \w{3} \d{4}$/)?.[0]} UTC`));
  assert.ok(days.length > 15 && days.every((day) => day > 0), `${days}`);
  assert.deepEqual(days, [...days].sort((a, b) => a - b));
  await order(page, "article").click();
  await current(page, "article");
  const headlines = await lines(page).locator(".line__source").allTextContents();
  assert.deepEqual(headlines, [...headlines].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  await page.reload();
  await lines(page).first().waitFor();
  assert.deepEqual(await lines(page).locator(".line__source").allTextContents(), headlines);
  await order(page, "best first").click();
  await eventually(page, "the first order", async () => JSON.stringify(await texts(lines(page))) === JSON.stringify(found));
  assertQuiet(page);
});

test("a line that runs from right to left is mirrored around the same edge", async (t) => {
  const page = await visit(t, "#/search?q=dredger&view=hits");
  const link = lines(page).getByRole("link").first();
  const parts = await link.evaluate((link) => {
    const [before, hit, after] = [link.firstElementChild.firstElementChild, link.querySelector("mark"), link.lastElementChild.lastChild];
    const left = hit.getBoundingClientRect().left;
    link.dir = "rtl";
    [before.textContent, hit.textContent, after.nodeValue] = ["قالت الهيئة إن ", "الجرافة", " ستعمق القناة"];
    const box = (node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right } = range.getBoundingClientRect();
      return { left, right };
    };
    return { edge: left, before: box(before), hit: box(hit), after: box(after) };
  });
  assert.ok(Math.abs(parts.hit.right - parts.edge) < 2, "the hit ends where others begin");
  assert.ok(parts.before.left >= parts.hit.right - 1 && parts.after.right <= parts.hit.left + 1, JSON.stringify(parts));
});

test("the table says of every article what it is asked to", async (t) => {
  const page = await visit(t, "#/search?q=sandbank&view=table");
  await table(page).waitFor();
  assert.deepEqual(await texts(table(page).getByRole("columnheader")), ["Headline", "Outlet", "Date", "Hits", "People quoted"]);
  assert.match(await table(page).locator("caption").textContent(), /^6 articles, best first$/);
  const row = rows(page).filter({ hasText: "Captain warned of sandbank three times" });
  assert.deepEqual(await texts(row.getByRole("cell")), ["Northern Courier", "3 March 2021 (published)", "2", "Marta Kovalenko"]);
  await row.getByRole("link").click();
  assert.match(await assertLanded(page), /sandbank/i);
  assertQuiet(page);
});

test("a click on a heading of the table sorts by it, and the heading says so", async (t) => {
  const page = await visit(t, "#/search?q=sandbank&view=table");
  const head = (name) => table(page).getByRole("columnheader", { name, exact: true });
  for (const [name, direction, sort] of [
    ["Date", "descending", "newest"], ["Date", "ascending", "oldest"], ["Hits", "descending", "hits"], ["Headline", "ascending", "title"],
  ]) {
    await head(name).getByRole("link").click();
    await page.waitForURL(new RegExp(`sort=${sort}&view=table`));
    await eventually(page, `${name} is ${direction}`, async () => (await head(name).getAttribute("aria-sort")) === direction);
    assert.equal(await table(page).locator("[aria-sort]").count(), 1);
    assert.match(await table(page).locator("caption").textContent(), { newest: /newest first$/, oldest: /oldest first$/, hits: /most hits$/, title: /title$/ }[sort]);
  }
  const headlines = await texts(rows(page).getByRole("rowheader"));
  assert.deepEqual(headlines, [...headlines].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  await head("Hits").getByRole("link").click();
  await eventually(page, "most hits first", async () => /^Captain warned/.test((await texts(rows(page).getByRole("rowheader")))[0]));
  assertQuiet(page);
});

test("columns are chosen, and the choice is in the address", async (t) => {
  const page = await visit(t, "#/search?q=sandbank&view=table");
  await main(page).getByText("Columns", { exact: true }).click();
  const choices = main(page).getByRole("group", { name: "Columns of the table" });
  assert.equal(await choices.getByRole("checkbox").count(), 10);
  const before = await page.evaluate(() => history.length);
  for (const name of ["People named", "Organizations", "Places", "Language", "Words", "Same story"]) await choices.getByLabel(name, { exact: true }).check();
  await choices.getByLabel("Outlet").uncheck();
  await page.waitForURL(/columns=date%2Chits%2Cquoted%2Cpeople%2Corganizations%2Cplaces%2Clanguage%2Clength%2Cstory/);
  assert.equal(await page.evaluate(() => history.length), before, "the history is not filled");
  assert.ok(await choices.isVisible(), "the choice stays open");
  const heads = ["Headline", "Date", "Hits", "People quoted", "People named", "Organizations", "Places", "Language", "Words", "Same story"];
  assert.deepEqual(await texts(table(page).getByRole("columnheader")), heads);
  await page.reload();
  await table(page).waitFor();
  assert.deepEqual(await texts(table(page).getByRole("columnheader")), heads);
  const cells = await texts(rows(page).filter({ hasText: "Captain warned" }).getByRole("cell"));
  assert.match(cells[3], /Marta Kovalenko/);
  assert.match(cells[4], /Lindholm Port Authority/);
  assert.match(cells[6], /English/);
  assert.match(cells[7], /^1?\d\d$/);
  assert.equal(cells[8], "in 2 more");
  await go(page, "#/search?q=sandbank&view=table&columns=headline");
  await eventually(page, "one column", async () => (await table(page).getByRole("columnheader").count()) === 1);
  await go(page, "#/search?q=sandbank&view=table&columns=%3Cb%3E,nonsense,date,date");
  await eventually(page, "what is known", async () => JSON.stringify(await texts(table(page).getByRole("columnheader"))) === '["Headline","Date"]');
  assertQuiet(page);
});

test("a table that is too wide scrolls by itself, by keyboard too", async (t) => {
  const all = "outlet,date,hits,quoted,people,organizations,places,language,length,story";
  const page = await visit(t, `#/search?q=sandbank&view=table&columns=${encodeURIComponent(all)}`, { viewport: phone });
  const region = main(page).getByRole("region", { name: "Table of results" });
  await region.waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
  assert.ok(await region.evaluate((region) => region.scrollWidth > region.clientWidth), "the table does not");
  await region.focus();
  await page.keyboard.press("ArrowRight");
  await eventually(page, "the table moves", () => region.evaluate((region) => region.scrollLeft > 0));
  assertQuiet(page);
});

test("a card says who is quoted", async (t) => {
  const page = await visit(t, "#/search?q=sandbank");
  const card = results(page).filter({ hasText: "Captain warned of sandbank three times" });
  assert.match(squeezed(await card.textContent()), /3 March 2021 \(published\)\s?quotes Marta Kovalenko\s?2 hits/);
  assert.doesNotMatch(await results(page).filter({ hasText: "Fähre vor Lindholm" }).textContent(), /quotes/);
  assertQuiet(page);
});

test("articles without a date come last where dates are the order, and are counted", async (t) => {
  const note = (page) => main(page).getByText(/without a publication date/);
  const page = await visit(t, "#/search?q=hull&sort=oldest");
  await note(page).waitFor();
  assert.equal(await note(page).textContent(), "1 article without a publication date comes last.");
  const last = (await texts(results(page))).at(-1);
  assert.match(last, /Hull survey left questions open/);
  await order(page, "newest").click();
  await page.waitForURL(/sort=newest/);
  assert.match((await texts(results(page))).at(-1), /Hull survey left questions open/);
  await order(page, "best first").click();
  await note(page).waitFor({ state: "detached" });
  await go(page, "#/search?q=hull&view=hits&lines=date");
  await note(page).waitFor();
  await lines(page).first().waitFor();
  const shown = await texts(lines(page));
  assert.deepEqual(shown.map((line) => /\w{3} \d{4}$/.test(line)), [true, true, true, false, false], `${shown}`);
  assertQuiet(page);
});

test("without a question all articles are shown, the newest first", async (t) => {
  const page = await visit(t, "#/search");
  assert.equal(await count(page, /^\d+ articles$/), "10 articles");
  await main(page).getByRole("heading", { level: 1, name: "All articles" }).waitFor();
  assert.equal(await results(page).count(), 10);
  assert.deepEqual(await texts(views(page).getByRole("link")), ["List", "Table"]);
  assert.deepEqual(await texts(main(page).getByRole("list", { name: "Order of results" }).getByRole("link")), ["newest", "oldest", "title"]);
  assert.match((await texts(results(page)))[0], /^A chronology of the channel/);
  assert.match(squeezed(await main(page).textContent()), /\d articles without a publication date come last\./);
  await order(page, "oldest").click();
  await eventually(page, "the oldest first", async () => /^Keepers return/.test((await texts(results(page)))[0]));
  await views(page).getByRole("link", { name: "Table" }).click();
  await eventually(page, "a row for each article", async () => (await rows(page).count()) === 10);
  await go(page, "#/search?view=hits");
  await main(page).getByText("There are no hits to show in context").waitFor();
  await views(page).getByRole("link", { name: "List" }).click();
  await eventually(page, "the list", async () => (await results(page).count()) === 10);
  await go(page, "#/search?outlet=Harbour+Gazette");
  assert.equal(await count(page, /^\d+ articles$/), "3 articles");
  assertQuiet(page);
});

test("articles with some of the words are said to be in the list", async (t) => {
  const page = await visit(t, "#/search?q=dredger+goat&view=table");
  await main(page).getByRole("heading", { level: 2 }).first().waitFor();
  await go(page, "#/search?q=dredger+spring&view=table");
  await table(page).waitFor();
  assert.equal(await rows(page).count(), 1);
  await main(page).getByRole("link", { name: "in the list" }).click();
  await main(page).getByRole("heading", { name: /^With some of the words only/ }).waitFor();
  assertQuiet(page);
});

// Each view, an entry of it that is not the first, and what it has.
const KEYED = {
  list: ["#/search?q=sandbank", (page) => results(page)],
  "all articles": ["#/search", (page) => results(page)],
  "all articles in another order": ["#/search?sort=title", (page) => results(page)],
  "hits in context": ["#/search?q=channel&lines=right&view=hits", lines],
  table: ["#/search?q=sandbank&sort=title&view=table", rows],
  "all articles in a table": ["#/search?view=table", rows],
};

for (const [name, [address, entries]] of Object.entries(KEYED)) {
  test(`keys move, open and come back to the same place: ${name}`, async (t) => {
    const page = await visit(t, address, { viewport: { width: 1400, height: 420 }, reducedMotion: "reduce" });
    await entries(page).nth(3).waitFor();
    await page.evaluate(() => document.activeElement.blur());
    const links = await entries(page).evaluateAll((all) => all.map((entry) => entry.querySelector(".hit__link").id));
    assert.ok(links.every((id) => id) && new Set(links).size === links.length, "each has an id of its own");
    for (const [key, at] of [["j", 0], ["j", 1], ["j", 2], ["j", 3], ["k", 2], ["j", 3]]) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), links[at], `${key} leads to ${at}`);
    }
    const before = { top: await page.evaluate(() => scrollY), url: page.url() };
    for (const open of ["Enter", "o"]) {
      await page.keyboard.press(open);
      await article(page).getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("Escape");
      await eventually(page, "the same entry has the focus", async () => (await focused(page)) === links[3]);
      assert.equal(page.url(), before.url);
      await eventually(page, "it is scrolled as before", async () => Math.abs((await page.evaluate(() => scrollY)) - before.top) < 2);
    }
    await page.keyboard.press("Enter");
    await article(page).getByRole("heading", { level: 1 }).waitFor();
    await page.goBack();
    await eventually(page, "back does the same", async () => (await focused(page)) === links[3]);
    assertQuiet(page);
  });
}

test("on paper there are results and their addresses, and nothing to click", async (t) => {
  for (const [address, link] of [["#/search?q=sandbank", results], ["#/search?q=sandbank&view=hits", lines], ["#/search?q=sandbank&view=table", rows]]) {
    const page = await visit(t, address);
    await link(page).first().waitFor();
    await page.emulateMedia({ media: "print" });
    for (const gone of [page.getByRole("banner"), page.getByRole("navigation", { name: "Filters" }), views(page), main(page).getByRole("list", { name: /^Order of/ })]) {
      assert.equal(await gone.first().isVisible(), false, `${gone} on paper of ${address}`);
    }
    assert.ok(await main(page).getByText(page.url()).isVisible(), "the address of what was asked");
    const shown = await main(page).locator(".hit__link").evaluateAll((all) => all.map((one) => [getComputedStyle(one, "::after").content, one.getAttribute("href")]));
    for (const [content, href] of shown) assert.ok(content.includes(href), `${href} in ${content}`);
    assertQuiet(page);
  }
});

test("on a phone lines wrap, and their hits are bold", async (t) => {
  const page = await visit(t, "#/search?q=channel&view=hits", { viewport: phone });
  await lines(page).first().waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
  const link = lines(page).getByRole("link").filter({ hasText: "echo sounder" }).first();
  assert.ok(await link.evaluate((link) => link.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(link).lineHeight)));
  assert.ok(Number(await link.locator("mark").evaluate((mark) => getComputedStyle(mark).fontWeight)) >= 700);
  for (const viewport of [{ width: 320, height: 640 }, { width: 800, height: 600 }]) {
    await page.setViewportSize(viewport);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `the page scrolls sideways at ${viewport.width}`);
  }
  assertQuiet(page);
});

test("a single document has a list and hits in context", async (t) => {
  const page = await visitSeed(t, '#/search?q="social+media"');
  assert.match(await count(page), /^1 article, 11 hits$/);
  assert.deepEqual(await texts(views(page).getByRole("link")), ["List", "Hits in context"]);
  await views(page).getByRole("link", { name: "Hits in context" }).click();
  await eventually(page, "a line for each hit", async () => (await lines(page).count()) === 11);
  assert.deepEqual(await texts(main(page).getByRole("list", { name: "Order of lines" }).getByRole("link")), ["as in the text", "words before", "words after"]);
  await order(page, "words before").click();
  await page.waitForURL(/lines=left/);
  for (const at of [0, 10]) {
    const line = squeezed(await lines(page).nth(at).textContent());
    await lines(page).nth(at).getByRole("link").click();
    await assertLanded(page);
    const around = squeezed(await currentMark(page).first().evaluate((mark) => mark.closest("p, h1, h2, h3, li, blockquote").textContent));
    const after = line.slice(line.search(/social media/i)).replace(/ …$/, "");
    assert.ok(around.includes(after), `${after} in ${around}`);
    await page.goBack();
    await lines(page).nth(at).waitFor();
  }
  await go(page, '#/search?q="social+media"&view=table');
  await eventually(page, "the list", async () => (await results(page).count()) === 11);
  assertQuiet(page);
});

test("of many lines a hundred are shown, and more stay shown on the way back", async (t) => {
  const page = await visitSeed(t, "#/search?q=the+OR+to+OR+of+OR+and+OR+in+OR+a+OR+that+OR+is+OR+on&view=hits");
  const n = Number((await count(page)).match(/(\d+) hits/)[1]);
  assert.ok(n > 100 && n <= 200, `${n} hits`);
  assert.equal(await lines(page).count(), 100);
  await main(page).getByRole("button", { name: `Show ${n - 100} more of ${n}` }).click();
  await eventually(page, "all lines", async () => (await lines(page).count()) === n);
  const last = lines(page).last().getByRole("link");
  const id = await last.getAttribute("id");
  await last.click();
  await assertLanded(page);
  await page.keyboard.press("Escape");
  await eventually(page, "the last line has the focus", async () => (await focused(page)) === id);
  await eventually(page, "and is in view", () => last.evaluate((link) => link.getBoundingClientRect().top < innerHeight));
  await order(page, "words after").click();
  await page.waitForURL(/lines=right/);
  await main(page).getByRole("button", { name: /^Show/ }).click();
  await eventually(page, "all lines", async () => (await lines(page).count()) === n);
  assertQuiet(page);
});

const STATES = {
  "the list": ["#/search?q=sandbank", (page) => results(page)],
  "all articles": ["#/search", (page) => results(page)],
  "hits in context": ["#/search?q=channel&view=hits&lines=date", lines],
  "no hits in context": ["#/search?view=hits", (page) => main(page).getByText("There are no hits")],
  "the table": ["#/search?q=sandbank&view=table&sort=newest", rows],
  "the table with all columns": ["#/search?view=table&columns=outlet,date,hits,quoted,people,organizations,places,language,length,story", rows],
};

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    for (const [state, [address, shown]] of Object.entries(STATES)) {
      test(`axe finds nothing in ${state} (${colorScheme}, ${device})`, async (t) => {
        // The policy is lifted for axe alone; every other test runs under it.
        const page = await visit(t, address, { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
        await shown(page).first().waitFor();
        await page.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
      });
    }
  }
}
