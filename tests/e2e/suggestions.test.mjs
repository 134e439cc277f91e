// What the search box offers, and what stands on the start page: the combobox by its roles and keys, past searches, the
// line under what could not be read, and where a reader stopped. What a search finds is in search.test.mjs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { article, assertQuiet, box, collectionPage, count, desktop, eventually, pages, phone, results, search, seedPage, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const visitSeed = pages(seedPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const field = (page) => page.getByRole("combobox", { name: "Search the documents" });
const list = (page) => page.getByRole("listbox", { name: "Suggestions" });
const options = (page) => list(page).getByRole("option");
const part = (page, name) => page.getByRole("main").getByRole("region", { name, exact: true });
const squeezed = async (locator) => (await locator.textContent()).replace(/\s+/g, " ").trim();

/** What is offered, line by line. */
const offered = async (page) => (await options(page).allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());

const shown = (page) => list(page).waitFor();
const hidden = (page) => list(page).waitFor({ state: "detached" });

/** The option that the keys are on, as assistive technology is told; empty if there is none. */
const active = (page) => field(page).evaluate((box) => {
  const id = box.getAttribute("aria-activedescendant");
  const option = id && document.getElementById(id);
  if (!option) return "";
  if (option.getAttribute("aria-selected") !== "true") throw new Error("the active option is not selected");
  return option.textContent.replace(/\s+/g, " ").trim();
});

const hasFocus = (locator) => locator.evaluate((one) => one === document.activeElement);
const stored = (page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("dossier.searches ")));
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

test("names are offered by the beginning of any of their words, with kind and count, and Enter takes one in its place", async (t) => {
  const page = await visit(t);
  await field(page).pressSequentially("sandbank kov");
  await shown(page);
  assert.equal(await field(page).getAttribute("aria-expanded"), "true");
  assert.equal(await field(page).getAttribute("aria-autocomplete"), "list");
  assert.equal(await field(page).getAttribute("aria-controls"), await list(page).getAttribute("id"));
  await list(page).getByRole("group", { name: "Names" }).waitFor();
  const [first] = await offered(page);
  assert.match(first, /^Marta Kovalenko person, \d articles$/);
  // Nothing is chosen and nothing is replaced unasked.
  assert.equal(await active(page), "");
  assert.equal(await field(page).inputValue(), "sandbank kov");
  await field(page).press("ArrowDown");
  await eventually(page, "the first option is active", async () => (await active(page)) === first);
  assert.equal(await field(page).inputValue(), "sandbank kov");
  assert.ok(await hasFocus(field(page)), "the focus stays in the box");
  await field(page).press("Enter");
  await hidden(page);
  assert.equal(await field(page).inputValue(), 'sandbank person:"Marta Kovalenko"');
  assert.equal(await field(page).getAttribute("aria-expanded"), "false");
  assert.match(await count(page), /^[1-9]\d* articles?/);
  assert.match(page.url(), /q=sandbank\+person%3A%22Marta\+Kovalenko%22/);
  assertQuiet(page);
});

test("several words of a name give way to it together, and a field or a minus before them stays", async (t) => {
  const page = await visit(t);
  const take = async (typed) => {
    await field(page).fill("");
    await field(page).pressSequentially(typed);
    await options(page).filter({ hasText: "Marta Kovalenko" }).first().waitFor();
    await field(page).press("ArrowDown");
    await eventually(page, "an option is active", () => active(page));
    await field(page).press("Enter");
    await hidden(page);
    return field(page).inputValue();
  };
  assert.equal(await take("letters marta kov"), 'letters person:"Marta Kovalenko"');
  assert.equal(await take("tide -kov"), 'tide -person:"Marta Kovalenko"');
  assert.equal(await take("person:marta kov"), 'person:"Marta Kovalenko"');
  assert.equal(await take("says:KOV"), 'says:"Marta Kovalenko"');
  assert.equal(await take('says:"marta k'), 'says:"Marta Kovalenko"');
  assertQuiet(page);
});

test("another form of a name leads to it and is named", async (t) => {
  const page = await visitSeed(t);
  await field(page).pressSequentially("memr");
  const option = options(page).filter({ hasText: "also “MEMRI”" });
  await option.waitFor();
  assert.match(await squeezed(option), /^Middle East Media Research Institute also “MEMRI”, organization, \d+ mentions$/);
  await option.click();
  await hidden(page);
  assert.equal(await field(page).inputValue(), 'org:"Middle East Media Research Institute"');
  assert.ok(await hasFocus(field(page)));
  await count(page, /^1 article/);
  assertQuiet(page);
});

test("the keys go round the list, back into the text, and out of it", async (t) => {
  const page = await visit(t);
  await field(page).pressSequentially("li");
  await shown(page);
  const all = await offered(page);
  assert.ok(all.length > 1, all.join());
  const isAt = (text) => eventually(page, `on “${text}”`, async () => (await active(page)) === text);
  await field(page).press("ArrowUp");
  await isAt(all.at(-1));
  await field(page).press("ArrowDown");
  await isAt(all[0]);
  await field(page).press("ArrowUp");
  await isAt(all.at(-1));
  // Home, End and typing are the text's.
  await field(page).press("Home");
  await isAt("");
  assert.equal(await field(page).evaluate((box) => box.selectionStart), 0);
  await field(page).press("ArrowDown");
  await isAt(all[0]);
  await field(page).press("End");
  await isAt("");
  assert.equal(await field(page).evaluate((box) => box.selectionStart), 2);
  await field(page).press("ArrowDown");
  await isAt(all[0]);
  await field(page).pressSequentially("n");
  await isAt("");
  assert.equal(await field(page).inputValue(), "lin");
  // Enter with nothing active keeps what was typed.
  await field(page).press("Enter");
  await hidden(page);
  assert.equal(await field(page).inputValue(), "lin");
  await count(page);
  // Alt and Down bring the list again, Tab leaves it.
  await field(page).press("Alt+ArrowDown");
  await shown(page);
  await isAt("");
  await field(page).press("Tab");
  await hidden(page);
  assert.equal(await field(page).inputValue(), "lin");
  assertQuiet(page);
});

test("Escape closes the list, then clears the box", async (t) => {
  const page = await visit(t);
  await field(page).pressSequentially("kov");
  await shown(page);
  await field(page).press("ArrowDown");
  await field(page).press("Escape");
  await hidden(page);
  assert.equal(await field(page).inputValue(), "kov");
  assert.ok(await hasFocus(field(page)));
  await field(page).press("Escape");
  await eventually(page, "the box is empty", async () => (await field(page).inputValue()) === "");
  await page.getByRole("heading", { level: 1, name: "The Lindholm ferry" }).waitFor();
  assertQuiet(page);
});

test("Down goes to the first result where nothing is offered or the list was closed", async (t) => {
  const page = await visit(t);
  await field(page).pressSequentially("sandbank ");
  await results(page).first().waitFor();
  assert.equal(await list(page).count(), 0);
  await field(page).press("ArrowDown");
  const first = results(page).first().getByRole("heading").getByRole("link");
  await eventually(page, "the first result has the focus", () => hasFocus(first));
  await field(page).fill("kov");
  await shown(page);
  await field(page).press("Escape");
  await hidden(page);
  await field(page).press("ArrowDown");
  await eventually(page, "the first result has the focus", () => hasFocus(first));
  assertQuiet(page);
});

test("fields are offered with what they are for, to be gone on with", async (t) => {
  const page = await visit(t);
  await field(page).pressSequentially("sandbank per");
  const fields = list(page).getByRole("group", { name: "Fields" }).getByRole("option");
  await fields.first().waitFor();
  assert.deepEqual((await fields.allTextContents()).map((text) => text.replace(/\s+/g, " ")), ["person: a name under all its forms"]);
  await fields.first().click();
  await hidden(page);
  assert.equal(await field(page).inputValue(), "sandbank person:");
  assert.ok(await hasFocus(field(page)));
  await page.keyboard.type("bran");
  await options(page).filter({ hasText: "Peter Brandsma" }).click();
  assert.equal(await field(page).inputValue(), 'sandbank person:"Peter Brandsma"');
  await count(page);
  assertQuiet(page);
});

test("nothing is offered for a word that the caret is not behind", async (t) => {
  const page = await visit(t);
  await field(page).fill("kovalenko");
  await shown(page);
  await field(page).press("Home");
  await page.keyboard.type("x ");
  await hidden(page);
  assert.equal(await field(page).inputValue(), "x kovalenko");
  assertQuiet(page);
});

test("searches that Enter or an opened result kept are offered again, the last first, and can be forgotten", async (t) => {
  const page = await visit(t);
  for (const query of ["sandbank", "tide", "sandbank", "echo sounder", "typed, not kept"]) {
    await field(page).fill(query);
    if (query !== "typed, not kept") await field(page).press("Enter");
    await count(page, /\d+ articles?/);
  }
  await search(page, "lamp");
  await field(page).fill("horn");
  await results(page).first().getByRole("heading").getByRole("link").click();
  await article(page).first().waitFor();
  await page.reload();
  await article(page).first().waitFor();
  await field(page).fill("");
  await page.getByRole("heading", { level: 1, name: "The Lindholm ferry" }).waitFor();
  await field(page).click();
  await shown(page);
  assert.deepEqual(await offered(page), ["horn", "lamp", "echo sounder", "sandbank", "tide", "Forget past searches"]);
  await field(page).press("Escape");
  await hidden(page);
  await field(page).press("ArrowDown");
  await eventually(page, "the last search is active", async () => (await active(page)) === "horn");
  // While one types, those that have what was typed.
  await page.keyboard.type("sa");
  const past = list(page).getByRole("group", { name: "Past searches" }).getByRole("option");
  await past.first().waitFor();
  assert.deepEqual(await past.allTextContents().then((all) => all.map((text) => text.trim())), ["sandbank"]);
  await past.first().click();
  assert.equal(await field(page).inputValue(), "sandbank");
  await count(page);
  await field(page).fill("");
  await field(page).press("ArrowDown");
  await shown(page);
  assert.equal((await offered(page))[0], "sandbank");
  await options(page).filter({ hasText: "Forget past searches" }).click();
  await hidden(page);
  assert.deepEqual(await stored(page), []);
  await field(page).click();
  assert.equal(await list(page).count(), 0);
  assertQuiet(page);
});

test("what somebody else wrote into the storage is read with care, and other folders keep their own", async (t) => {
  const hostile = `<img src=x onerror=alert(1)>\n\n  tide  \ntide\nbad\u0000line\n${"x".repeat(2000)}\n\u202Erlo`;
  const page = await visit(t);
  await search(page, "sandbank");
  await count(page);
  const [[key]] = await stored(page);
  assert.match(key, /\/some\/where The Lindholm ferry$/);
  await page.evaluate(([key, text]) => {
    localStorage.setItem(key, text);
    localStorage.setItem(key.replace("/some/where", "/other"), "not ours");
  }, [key, hostile]);
  await page.goto(`${page.url().split("#")[0]}#/`);
  await page.reload();
  await field(page).click();
  await shown(page);
  assert.deepEqual(await offered(page), ["<img src=x onerror=alert(1)>", "tide", "\u202Erlo", "Forget past searches"]);
  assert.equal(await page.locator("img").count(), 0);
  assertQuiet(page);
});

test("where the browser keeps nothing, past searches live as long as the page", async (t) => {
  const refuse = () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
  const page = await visit(t, "", { prepare: (context) => context.addInitScript(refuse) });
  await search(page, "sandbank");
  await count(page);
  await field(page).fill("");
  await field(page).press("ArrowDown");
  await eventually(page, "the past search is active", async () => (await active(page)) === "sandbank");
  await field(page).press("Escape");
  await page.getByRole("heading", { level: 1, name: "The Lindholm ferry" }).waitFor();
  await part(page, "Continue where you stopped").getByRole("link", { name: "sandbank" }).waitFor();
  await page.reload();
  await field(page).waitFor();
  await field(page).press("ArrowDown");
  assert.equal(await list(page).count(), 0);
  assert.equal(await part(page, "Continue where you stopped").count(), 0);
  assertQuiet(page);
});

test("the box can be cleared by a button, which leaves the focus in it", async (t) => {
  const page = await visit(t, "#/search?q=sandbank");
  await page.getByRole("button", { name: "Clear the search" }).click();
  await eventually(page, "the box is empty", async () => (await field(page).inputValue()) === "");
  assert.ok(await hasFocus(field(page)));
  assert.equal(await page.getByRole("button", { name: "Clear the search" }).count(), 0);
  assertQuiet(page);
});

test("what could not be read has a line under it in the box, as far along as the text is", async (t) => {
  for (const viewport of [desktop, phone]) {
    const page = await visit(t, "#/search?q=sandbank+wherever%3Atide+lamp", { viewport });
    const line = page.locator(".search-box__unread");
    await line.waitFor();
    assert.match(await line.textContent(), /^wherever:/);
    await page.getByRole("main").getByText(/wherever/).first().waitFor();
    // A long text is scrolled; the line goes along.
    await field(page).fill(`${"sandbank ".repeat(40)}wherever:tide (lamp horn`);
    await field(page).press("End");
    await eventually(page, "both are scrolled alike", () => page.evaluate(() => {
      const [field, under] = [document.querySelector("[role=combobox]"), document.querySelector("[aria-hidden=true]:has(.search-box__unread)")];
      return under && field.scrollLeft > 0 && Math.abs(field.scrollLeft - under.scrollLeft) < 1;
    }));
    const [text, under] = [await field(page).boundingBox(), await line.first().boundingBox()];
    assert.ok(under.x > text.x && under.x + under.width < text.x + text.width, "the part is in view, and so is its line");
    await page.getByRole("main").getByRole("link", { name: "Mend it" }).first().waitFor();
    assertQuiet(page);
  }
});

test("on a phone at most eight are offered, each as large as a finger, over the page", async (t) => {
  const page = await visit(t, "", { viewport: phone, hasTouch: true });
  await field(page).waitFor();
  const heading = page.getByRole("heading", { level: 1 });
  const before = (await heading.boundingBox()).y;
  for (const query of ["li one", "li two", "li three", "li four", "li five", "li six", "li seven", "li eight", "li nine"]) {
    await search(page, query);
    await count(page, /\d+ articles?/);
  }
  await field(page).fill("");
  await heading.waitFor();
  await field(page).tap();
  await shown(page);
  assert.equal((await offered(page)).length, 8);
  assert.equal((await offered(page)).at(-1), "Forget past searches");
  assert.equal((await heading.boundingBox()).y, before, "the page does not move");
  for (const option of await options(page).all()) assert.ok((await option.boundingBox()).height >= 44);
  await field(page).pressSequentially("li");
  await list(page).getByRole("group", { name: "Names" }).waitFor();
  const all = await offered(page);
  assert.ok(all.length <= 8, all.join());
  assert.ok(await fits(page));
  await options(page).first().tap();
  await hidden(page);
  assert.match(await field(page).inputValue(), /^\w+:".*"$/);
  assertQuiet(page);
});

test("the start page tells what the collection is, and leads to all of it", async (t) => {
  const page = await visit(t);
  await eventually(page, "the box has the focus", () => hasFocus(box(page)));
  assert.equal(await list(page).count(), 0, "nothing is offered before it is asked for");
  const main = page.getByRole("main");
  await main.getByText(/^10 articles from 5 outlets, published from 5 November 2020 to 1 February 2022\./).waitFor();
  assert.deepEqual(await main.getByRole("heading", { level: 2 }).allTextContents(), ["Try", "Latest articles", "Most mentioned", "Newest quotes"]);
  const latest = await part(page, "Latest articles").getByRole("article").getByRole("heading").allTextContents();
  assert.deepEqual(latest.slice(0, 2), ["A chronology of the channel", "Dredger to clear the channel"]);
  const named = part(page, "Most mentioned");
  assert.match(await squeezed(named.getByRole("listitem").filter({ hasText: "Marta Kovalenko" })), /^Marta Kovalenko ?\d articles$/);
  for (const kind of ["People", "Organizations", "Places"]) await named.getByRole("heading", { level: 3, name: kind }).waitFor();
  const voices = await part(page, "Newest quotes").getByRole("listitem").allTextContents();
  assert.match(voices[0], /15 January 2022$/, "the newest first");
  assert.equal(new Set(voices).size, voices.length);
  const examples = part(page, "Try").getByRole("link");
  assert.ok((await examples.count()) <= 3);
  for (const example of await examples.all()) {
    await example.click();
    assert.match(await count(page), /^[1-9]/);
    await page.goBack();
    await main.getByRole("heading", { level: 1, name: "The Lindholm ferry" }).waitFor();
  }
  await named.getByRole("link", { name: "Marta Kovalenko" }).click();
  await main.getByRole("heading", { level: 1, name: "Marta Kovalenko" }).waitFor();
  await page.goBack();
  await main.getByRole("link", { name: "All 10 articles" }).click();
  await eventually(page, "all articles", async () => (await results(page).count()) === 10);
  await page.goBack();
  for (const [link, view] of [["All names", /^Names$/], ["All quotes", /^Quot/]]) {
    await main.getByRole("link", { name: link }).click();
    await main.getByRole("heading", { level: 1, name: view }).waitFor();
    await page.goBack();
  }
  assertQuiet(page);
});

test("the start page goes on where its reader stopped, until that is forgotten", async (t) => {
  const page = await visit(t);
  await field(page).waitFor();
  assert.equal(await part(page, "Continue where you stopped").count(), 0, "nothing on a first visit");
  await search(page, "dredger");
  await results(page).first().getByRole("heading").getByRole("link").click();
  await article(page).first().waitFor();
  await page.goto(`${page.url().split("#")[0]}#/`);
  await page.reload();
  const stopped = part(page, "Continue where you stopped");
  await stopped.getByRole("link", { name: "dredger", exact: true }).click();
  await count(page, /^1 article/);
  assert.equal(await field(page).inputValue(), "dredger");
  await page.goBack();
  await stopped.getByRole("link", { name: "Dredger to clear the channel" }).click();
  await article(page).getByRole("heading", { level: 1, name: "Dredger to clear the channel" }).waitFor();
  await page.goBack();
  await stopped.getByRole("button", { name: "Forget this" }).click();
  await stopped.waitFor({ state: "detached" });
  assert.deepEqual(await stored(page), []);
  await page.reload();
  await field(page).waitFor();
  assert.equal(await stopped.count(), 0);
  assertQuiet(page);
});

test("the start page of one article says how to add more, and counts mentions", async (t) => {
  const page = await visitSeed(t);
  const main = page.getByRole("main");
  await main.getByText(/^This collection holds one article.*To add more, put files into the seeds folder/).waitFor();
  await part(page, "The article").waitFor();
  await part(page, "Who is quoted").getByText("Steve Stalinsky").first().waitFor();
  assert.equal(await main.getByRole("link", { name: /^All 1 article/ }).count(), 0);
  assert.match(await squeezed(part(page, "Most mentioned").getByRole("listitem").first()), /\d+ mentions?$/);
  await search(page, "decree");
  await count(page);
  await search(page, "");
  const stopped = part(page, "Continue where you stopped");
  await stopped.getByRole("link", { name: "decree" }).waitFor();
  assert.equal(await stopped.getByRole("heading", { level: 3 }).count(), 0, "there is no other article to go back to");
  assertQuiet(page);
});

const STATES = {
  "names and fields": (page) => field(page).pressSequentially("sandbank pe"),
  "an option by key": async (page) => {
    await field(page).pressSequentially("kov");
    await shown(page);
    await field(page).press("ArrowDown");
    await eventually(page, "an option is active", () => active(page));
  },
  "past searches over a start page with something to go on with": async (page) => {
    await search(page, "dredger");
    await results(page).first().getByRole("heading").getByRole("link").click();
    await article(page).first().waitFor();
    await page.goto(`${page.url().split("#")[0]}#/`);
    await page.reload();
    await part(page, "Continue where you stopped").waitFor();
    await field(page).click();
  },
  "a line under what could not be read": async (page) => {
    await field(page).pressSequentially("wherever:tide li");
    await page.locator(".search-box__unread").waitFor();
  },
};

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    for (const [state, open] of Object.entries(STATES)) {
      test(`axe finds nothing in the open list: ${state} (${colorScheme}, ${device})`, async (t) => {
        const page = await visit(t, "", { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
        await field(page).waitFor();
        await open(page);
        await shown(page);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
        assert.ok(await fits(page));
      });
    }
  }
}

test("at 320 pixels nothing is wider than the page, with the list open and on the start page", async (t) => {
  const page = await visit(t, "", { viewport: { width: 320, height: 568 } });
  await field(page).waitFor();
  assert.ok(await fits(page));
  await field(page).pressSequentially("li");
  await shown(page);
  assert.ok(await fits(page));
  const { y, height } = await list(page).boundingBox();
  assert.ok(y + height <= 568, "the list ends within the window");
  assertQuiet(page);
});
