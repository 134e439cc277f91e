// The view of quotations: each of them once, what narrows, orders and groups them, and two speakers side by side. On the
// collection (xtask/src/collection.rs writes it) and on the seed, of which the passages are what is found.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { article, assertQuiet, collectionPage, desktop, eventually, pages, phone, seedPage, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const visitSeed = pages(seedPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const main = (page) => page.getByRole("main");
const entries = (page, name = "Quotations") => page.getByRole("list", { name, exact: true }).locator(":scope > li");
const choices = (page, name) => page.getByRole("list", { name, exact: true });
const field = (page) => main(page).getByRole("searchbox", { name: "Find in quotations" });
const side = (page, name) => page.getByRole("combobox", { name });
const squeezed = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();
const texts = async (locator) => Promise.all((await locator.all()).map(squeezed));
const heads = (page) => main(page).getByRole("heading", { level: 2 });

/** Waits until the count says so. */
const counted = (page, said) => main(page).getByRole("status").filter({ hasText: said }).waitFor();

async function open(t, address, options, visitor = visit) {
  const page = await visitor(t, address, options);
  await page.getByRole("heading", { level: 1, name: "Quotations" }).waitFor();
  return page;
}

const ALL = "8 quotations by 2 named speakers in 5 articles";

test("every quotation stands once, with its speaker, role, verb, kind, names, article and date", async (t) => {
  const page = await open(t, "#/quotes");
  await counted(page, ALL);
  assert.equal(await entries(page).count(), 8);
  assert.match(await squeezed(entries(page).first()), /^Peter Brandsma said · direct "I will believe it when I see it," Dredger to clear the channel Harbour Gazette 15 January 2022 \(published\) How the speaker was found Correct the speaker$/);
  const reported = entries(page).filter({ hasText: "reported" }).filter({ hasText: "Harbour Gazette" }).first();
  assert.match(await squeezed(reported), /^Marta Kovalenko Captain told · reported she had warned the Lindholm Port Authority .*three times Names Lindholm Port Authority Ferry inquiry hears of ignored warnings Harbour Gazette 2 March 2021 \(published\)/);
  assert.equal(await reported.getByRole("link", { name: "Marta Kovalenko" }).getAttribute("href"), "#/e/person/marta-kovalenko");
  assert.equal(await reported.getByRole("link", { name: "Lindholm Port Authority" }).getAttribute("href"), "#/e/organization/lindholm-port-authority");
  assertQuiet(page);
});

test("how a speaker was found is one click away", async (t) => {
  const page = await open(t, "#/quotes");
  const first = entries(page).first();
  assert.doesNotMatch(await squeezed(first), /% sure/);
  await first.getByText("How the speaker was found").click();
  assert.match(await squeezed(first), /How the speaker was found named .*, \d+ % sure/);
  assertQuiet(page);
});

test("an entry leads to its sentence, and the way back to the list", async (t) => {
  const page = await open(t, "#/quotes?by=oldest");
  await entries(page).filter({ hasText: "I would do the same" }).getByRole("link", { name: "The captain who wrote letters" }).click();
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  const sentence = page.locator("[aria-current=location]");
  await sentence.first().waitFor();
  assert.match((await sentence.allTextContents()).join(""), /I would do the same again/);
  await page.goBack();
  await counted(page, ALL);
  assert.match(page.url(), /#\/quotes\?by=oldest$/);
  assertQuiet(page);
});

test("what was found for a query, and for whom it asks, are the quotations shown", async (t) => {
  const page = await open(t, "#/quotes?q=dredger");
  await counted(page, "1 quotation by 1 named speaker in 1 article");
  await main(page).getByText("In the 1 article found for “dredger”.").waitFor();
  await main(page).getByRole("link", { name: "All quotations" }).click();
  await counted(page, ALL);
  await page.goto(page.url().replace(/#.*/, "#/quotes?q=says:brandsma"));
  await main(page).getByText("Of the speaker asked for, in the 1 article found for “says:brandsma”.").waitFor();
  assert.deepEqual((await texts(entries(page))).map((text) => text.slice(0, 14)), ["Peter Brandsma"]);
  assertQuiet(page);
});

test("facets narrow it, and the facet of speakers to theirs", async (t) => {
  const page = await open(t, "#/quotes");
  const filters = page.getByRole("navigation", { name: "Filters" });
  await filters.getByRole("group", { name: "Outlet" }).getByRole("checkbox", { name: "Northern Courier" }).check();
  await counted(page, "2 quotations by 1 named speaker in 1 article");
  await page.getByRole("list", { name: "Chosen filters" }).getByText("outlet: Northern Courier").waitFor();
  await page.getByRole("link", { name: "Clear all" }).click();
  await counted(page, ALL);
  await filters.getByRole("group", { name: "Speakers" }).getByRole("checkbox", { name: "Peter Brandsma" }).check();
  await counted(page, "1 quotation by 1 named speaker in 1 article");
  assert.match(page.url(), /#\/quotes\?/);
  await page.getByRole("link", { name: "Clear all" }).click();
  await filters.getByRole("group", { name: "Speakers" }).getByRole("link", { name: /not Peter Brandsma/ }).click();
  await counted(page, "7 quotations by 1 named speaker in 4 articles");
  assertQuiet(page);
});

test("kinds say how many there are, and narrow", async (t) => {
  const page = await open(t, "#/quotes");
  assert.deepEqual(await texts(choices(page, "Kind").getByRole("listitem")), ["all 8", "direct 5", "reported 3"]);
  await choices(page, "Kind").getByRole("link", { name: /reported/ }).click();
  await counted(page, "3 quotations by 1 named speaker in 3 articles");
  assert.equal(await choices(page, "Kind").getByRole("link", { name: /reported/ }).getAttribute("aria-current"), "true");
  assert.deepEqual([...new Set((await texts(entries(page))).map((text) => /reported/.test(text)))], [true]);
  await page.reload();
  await counted(page, "3 quotations");
  await page.goBack();
  await counted(page, ALL);
  assertQuiet(page);
});

test("words are found in their forms and marked, and the address follows", async (t) => {
  const page = await open(t, "#/quotes");
  await field(page).fill("letter");
  await counted(page, "3 quotations by 1 named speaker in 3 articles");
  assert.deepEqual(await entries(page).locator("mark").allTextContents(), ["letters", "letters", "letters"]);
  assert.deepEqual(await texts(choices(page, "Kind").getByRole("listitem")), ["all 3", "direct 3"]);
  await page.waitForURL(/#\/quotes\?find=letter$/);
  await field(page).press("End");
  await field(page).pressSequentially("s answer");
  await page.waitForURL(/#\/quotes\?find=letters\+answer$/);
  assert.deepEqual(await entries(page).first().locator("mark").allTextContents(), ["answered", "letters"]);
  await page.goBack();
  await counted(page, ALL);
  assert.equal(await field(page).inputValue(), "");
  assertQuiet(page);
});

test("who is called by the words, by name or role, is offered", async (t) => {
  const page = await open(t, "#/quotes");
  await field(page).fill("brand");
  // Under a finger while the address follows, too.
  const offered = main(page).getByRole("link", { name: "Peter Brandsma 1" });
  await offered.evaluate((link) => (globalThis.offered = link));
  await page.waitForURL(/find=brand/);
  assert.ok(await page.evaluate(() => globalThis.offered.isConnected), "the link is another one");
  await offered.click();
  await counted(page, "1 quotation by 1 named speaker in 1 article");
  assert.equal(await field(page).inputValue(), "");
  await page.getByRole("list", { name: "Chosen filters" }).getByText("quoted: Peter Brandsma").waitFor();
  await page.goto(page.url().replace(/#.*/, "#/quotes?find=capt"));
  await main(page).getByRole("link", { name: "Marta Kovalenko 7" }).waitFor();
  assertQuiet(page);
});

test("a link that is followed while the address waits for typing is not taken back", async (t) => {
  const page = await open(t, "#/quotes");
  await field(page).fill("brand");
  const offered = main(page).getByRole("link", { name: "Peter Brandsma 1" });
  await offered.waitFor();
  // The page is busy from the click on until the timer of the field is due.
  await offered.evaluate((link) => {
    link.click();
    const due = performance.now() + 500;
    while (performance.now() < due);
  });
  await counted(page, "1 quotation by 1 named speaker in 1 article");
  assert.match(page.url(), /#\/quotes\?speaker=/);
  assertQuiet(page);
});

test("the order is newest, oldest, by speaker or by article", async (t) => {
  const page = await open(t, "#/quotes");
  const first = async () => (await squeezed(entries(page).first())).replace(/ How.*/, "");
  const order = async (name, expected) => {
    await choices(page, "Order").getByRole("link", { name }).click();
    await eventually(page, `the order ${name}`, async () => expected.test(await first()));
  };
  await order("oldest", /2 March 2021/);
  await order("article", /Captain warned of sandbank/);
  await order("newest", /15 January 2022/);
  await order("oldest", /2 March 2021/);
  await order("speaker", /^Marta Kovalenko .*20 June 2021/);
  assertQuiet(page);
});

test("grouped by speaker, each has a heading with a count and a way to these alone", async (t) => {
  const page = await open(t, "#/quotes");
  await choices(page, "Group by").getByRole("link", { name: "speaker" }).click();
  await heads(page).first().waitFor();
  assert.deepEqual(await texts(heads(page)), ["Marta Kovalenko", "Peter Brandsma"]);
  const group = entries(page, "Quotations: Marta Kovalenko");
  assert.equal(await group.count(), 5, "the first ones");
  await page.getByRole("button", { name: "Show 2 more of 7" }).click();
  await eventually(page, "all of them", async () => (await group.count()) === 7);
  await counted(page, ALL);
  await main(page).getByRole("link", { name: "Only these" }).last().click();
  await counted(page, "1 quotation by 1 named speaker in 1 article");
  assertQuiet(page);
});

test("grouped by topic, a quotation stands under each name in it", async (t) => {
  const page = await open(t, "#/quotes");
  await choices(page, "Group by").getByRole("link", { name: "topic" }).click();
  await heads(page).first().waitFor();
  assert.deepEqual(await texts(heads(page)), ["Lindholm Port Authority", "No name in the quotation"]);
  assert.equal(await entries(page, "Quotations: Lindholm Port Authority").count(), 3);
  await counted(page, ALL);
  assertQuiet(page);
});

test("two speakers stand side by side, on one topic too", async (t) => {
  const page = await open(t, "#/quotes");
  await side(page, "First speaker").selectOption({ label: "Marta Kovalenko (7)" });
  await main(page).getByText("Choose a second speaker above.").waitFor();
  await side(page, "Second speaker").selectOption({ label: "Peter Brandsma (1)" });
  await eventually(page, "two sides", async () => (await heads(page).count()) === 2);
  await counted(page, ALL);
  const [left, right] = await Promise.all((await heads(page).all()).map((head) => head.boundingBox()));
  assert.ok(Math.abs(left.y - right.y) < 2 && left.x + left.width < right.x, "beside each other");
  assert.equal(await entries(page, "Quotations: Marta Kovalenko").count(), 7);
  assert.equal(await entries(page, "Quotations: Peter Brandsma").count(), 1);
  await main(page).getByRole("link", { name: "Back to one list" }).click();
  await eventually(page, "no speaker in the fields", async () => (await side(page, "First speaker").inputValue()) === "");
  await page.goBack();
  await eventually(page, "the speaker again", async () => (await side(page, "First speaker").inputValue()) === "person/marta-kovalenko");
  await field(page).fill("believe");
  await main(page).getByText("Nothing of what is chosen was said by this speaker.").waitFor();
  await counted(page, "1 quotation by 1 named speaker in 1 article");
  assert.equal(await side(page, "First speaker").inputValue(), "person/marta-kovalenko");
  await page.waitForURL(/find=believe/);
  await page.reload();
  await counted(page, "1 quotation by 1 named speaker");
  assert.equal(await side(page, "Second speaker").inputValue(), "person/peter-brandsma");
  assertQuiet(page);
});

test("where a choice leaves none, it is said which, with what there is without it", async (t) => {
  const page = await open(t, "#/quotes?kind=reported&find=letters");
  await main(page).getByRole("heading", { level: 2, name: "No quotation has all of this" }).waitFor();
  await counted(page, "0 quotations");
  const offers = main(page).getByRole("link", { name: /^Without/ });
  assert.deepEqual(await texts(offers), ["Without “letters”: 3 quotations", "Without the kind “reported”: 3 quotations", "Without all of these: 8 quotations"]);
  await offers.first().click();
  await counted(page, "3 quotations by 1 named speaker in 3 articles");
  await page.goto(page.url().replace(/#.*/, "#/quotes?kind=direct&find=zeppelin"));
  await eventually(page, "what leads nowhere is not offered", async () => (await texts(offers)).join() === "Without “zeppelin”: 5 quotations,Without all of these: 8 quotations");
  assert.deepEqual(await texts(choices(page, "Kind").getByRole("listitem")), ["all 0", "direct 0"]);
  await page.goto(page.url().replace(/#.*/, "#/quotes?q=fog"));
  await main(page).getByRole("heading", { name: "No quotation stands in the 1 article found" }).waitFor();
  await main(page).getByRole("link", { name: "Without the words in the search box" }).click();
  await counted(page, ALL);
  assertQuiet(page);
});

test("all of it works by keyboard", async (t) => {
  const page = await visit(t, "#/search?q=Lindholm");
  await page.getByRole("link", { name: "Quotes" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Quotations" }).waitFor();
  const reach = async (locator) => {
    for (let n = 0; n < 60; n++) {
      if (await locator.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail("Tab does not reach it");
  };
  await reach(field(page));
  await page.keyboard.type("i w");
  await counted(page, /^2 quotations by 2 named speakers/);
  await page.waitForURL(/find=i\+w/);
  await reach(choices(page, "Order").getByRole("link", { name: "oldest" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/by=oldest/);
  await reach(side(page, "First speaker"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/beside=person/);
  await eventually(page, "the focus stays", () => side(page, "First speaker").evaluate((one) => one === document.activeElement));
  const why = main(page).getByText("How the speaker was found").first();
  await reach(why);
  await page.keyboard.press("Enter");
  await main(page).getByText(/\d+ % sure/).first().waitFor();
  await page.keyboard.press("j");
  const link = main(page).getByRole("link", { name: "The captain who wrote letters" });
  await eventually(page, "an article has the focus", () => link.evaluate((one) => one === document.activeElement));
  await page.keyboard.press("Enter");
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  assertQuiet(page);
});

test("on a phone nothing scrolls sideways, and targets are large enough", async (t) => {
  for (const viewport of [phone, { width: 320, height: 640 }]) {
    const page = await open(t, "#/quotes?beside=person%2Fmarta-kovalenko+person%2Fpeter-brandsma", { viewport });
    await heads(page).first().waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
    const [first, second] = await Promise.all((await heads(page).all()).map((head) => head.boundingBox()));
    assert.ok(second.y > first.y + first.height, "one under the other");
    const targets = main(page).locator("a, select, input, summary");
    const small = await targets.evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent));
    assert.deepEqual(small, [], "targets under 44 px");
  }
});

// The seed: one article.

const SEED = "7 quotations by 2 named speakers in 1 article";

test("the seed has five direct quotations with their speakers, and unnamed officials in reported speech", async (t) => {
  const page = await open(t, "#/quotes", {}, visitSeed);
  await counted(page, SEED);
  const all = await texts(entries(page));
  const begins = [
    /^The memo direct “To all Islamic State soldiers/,
    /^US counterterrorism officials \(unnamed\) told Homeland Security Today · reported|^US counterterrorism officials \(unnamed\) told · reported/,
    /^US counterterrorism officials \(unnamed\) said · reported jihadists’/,
    /^Steve Stalinsky Middle East Media Research Institute \(MEMRI\) Executive Director told Homeland Security Today · direct “I don’t think/,
    /^Steve Stalinsky .* said · direct "MEMRI has always been/,
    /^Steve Stalinsky .* said · direct "It’s not that common/,
    /^Godfrey Garner Former 20-plus year .* direct “on its face/,
  ];
  assert.equal(all.length, begins.length);
  begins.forEach((begin, at) => assert.match(all[at], begin));
  assert.deepEqual(await texts(choices(page, "Kind").getByRole("listitem")), ["all 7", "direct 5", "reported 2", "unnamed speaker 2"]);
  await choices(page, "Kind").getByRole("link", { name: /unnamed/ }).click();
  await counted(page, "2 quotations in 1 article");
  assertQuiet(page);
});

test("a long quotation is folded, and unfolded where something in it was found", async (t) => {
  const page = await open(t, "#/quotes", {}, visitSeed);
  const memo = entries(page).first();
  const end = memo.getByText(/Any transgressor/);
  assert.equal(await end.isVisible(), false);
  await memo.getByText(/… \d+ words more/).click();
  await end.waitFor();
  await field(page).fill("thriving");
  await counted(page, "1 quotation");
  assert.equal(await entries(page).locator("mark").filter({ hasText: "thriving" }).isVisible(), true);
  assertQuiet(page);
});

test("of one article, the quotations in the paragraphs found are shown", async (t) => {
  const page = await open(t, "#/quotes?q=Garner", {}, visitSeed);
  await main(page).getByText("In the 1 paragraph found for “Garner”.").waitFor();
  await counted(page, "1 quotation by 1 named speaker in 1 article");
  await page.goto(page.url().replace(/#.*/, "#/quotes?group=speaker"));
  await eventually(page, "groups", async () => (await heads(page).count()) === 4);
  assert.deepEqual(await texts(heads(page)), ["Steve Stalinsky", "Godfrey Garner", "Speakers described, not named", "Unnamed speakers"]);
  assertQuiet(page);
});

const BOTH = "person%2Fsteve-stalinsky+person%2Fgodfrey-garner";
const STATES = {
  "all quotations": [visit, "#/quotes"],
  "quotations by speaker": [visit, "#/quotes?group=speaker"],
  "quotations by topic": [visitSeed, "#/quotes?group=topic"],
  "two speakers": [visitSeed, `#/quotes?beside=${BOTH}&find=social`],
  "one of two speakers": [visit, "#/quotes?beside=person%2Fmarta-kovalenko"],
  "quotations narrowed": [visit, "#/quotes?q=Lindholm&outlet=Harbour+Gazette&kind=direct&find=letters"],
  "speakers called": [visit, "#/quotes?find=capt"],
  "no quotation left": [visit, "#/quotes?find=zeppelin&kind=direct"],
  "no quotation found": [visit, "#/quotes?q=fog"],
  "quotations unfolded": [visitSeed, "#/quotes?find=the"],
};

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    for (const [state, [visitor, address]] of Object.entries(STATES)) {
      test(`axe finds nothing in ${state} (${colorScheme}, ${device})`, async (t) => {
        // The policy is lifted for axe alone; every other test runs under it.
        const page = await open(t, address, { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" }, visitor);
        await page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
      });
    }
  }
}
