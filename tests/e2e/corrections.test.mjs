// What a reader sets right: names, speakers, dates and passages. It shows at once, can be taken back, is kept, and is saved
// as the file from which the next build makes the same.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { article, assertQuiet, collectionPage, desktop, eventually, pages, phone, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const root = new URL("../..", import.meta.url).pathname;
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const main = (page) => page.getByRole("main");
const heading = (page, name) => main(page).getByRole("heading", { level: 1, name, exact: true });
const told = (page) => page.locator(".corrected").getByRole("status");
const undo = (page) => page.locator(".corrected").getByRole("button", { name: "Undo" });
const list = (page) => main(page).getByRole("list", { name: "Corrections" }).getByRole("listitem");

/** Opens a view and waits for its heading. */
async function open(t, address, options) {
  const page = await visit(t, address, options);
  await main(page).getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Unfolds what corrects a name and gives its part of the page. */
async function unfold(page, summary = "Correct this name") {
  await main(page).getByText(summary, { exact: true }).first().click();
  return main(page).locator("details.correct[open]").first();
}

async function corrected(page, words) {
  await told(page).filter({ hasText: words }).waitFor();
}

/** The names of the table with their kinds, articles and mentions, by name. */
async function names(page) {
  await page.goto(`${page.url().split("#")[0]}#/names`);
  await heading(page, "Names").waitFor();
  const rows = main(page).getByRole("table").first().getByRole("row").filter({ has: page.getByRole("rowheader") });
  await rows.first().waitFor();
  const found = await rows.evaluateAll((rows) => rows.map((row) => [
    row.querySelector("th a").textContent,
    ...[...row.querySelectorAll("td")].slice(0, 3).map((cell) => cell.textContent.trim()),
  ]));
  return new Map(found.map(([name, kind, articles, mentions]) => [name, { kind, articles: Number(articles), mentions: Number(mentions) }]));
}

async function rename(page, name) {
  const part = await unfold(page);
  await part.getByRole("textbox", { name: "Is called" }).fill(name);
  await part.getByRole("button", { name: "Rename" }).click();
}

async function unite(page, other) {
  const part = await unfold(page);
  await part.getByRole("combobox", { name: "Is the same as" }).fill(other);
  await part.getByRole("option").filter({ hasText: other }).first().click();
  await part.getByRole("button", { name: "Join" }).click();
}

async function save(page) {
  await page.goto(`${page.url().split("#")[0]}#/notebook`);
  const button = main(page).getByRole("button", { name: "Save corrections.toml" });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  assert.equal(download.suggestedFilename(), "corrections.toml");
  return readFile(await download.path(), "utf8");
}

async function load(t, page, text) {
  const folder = await mkdtemp(join(tmpdir(), "dossier-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "corrections.toml"), text);
  await main(page).getByLabel("Load corrections.toml").setInputFiles(join(folder, "corrections.toml"));
}

test("a name is renamed in all views at once, and has its name back when that is undone", async (t) => {
  const page = await open(t, "#/e/person/marta-kovalenko");
  await main(page).locator(".line").first().waitFor();
  const before = await page.evaluate(() => document.querySelectorAll(".line").length);
  await rename(page, "Captain Kovalenko");
  await heading(page, "Captain Kovalenko").waitFor();
  await corrected(page, "“Marta Kovalenko” is called “Captain Kovalenko” (person).");
  await eventually(page, "the way back has the focus", () => undo(page).evaluate((one) => one === document.activeElement));
  assert.equal(await page.evaluate(() => document.querySelectorAll(".line").length), before);
  assert.equal(await page.title(), "Captain Kovalenko - The Lindholm ferry");
  await page.goto(`${page.url().split("#")[0]}#/search?q=person:%22Captain+Kovalenko%22`);
  await page.getByRole("navigation", { name: "Filters" }).getByRole("checkbox", { name: "Captain Kovalenko" }).first().waitFor();
  await undo(page).click();
  await corrected(page, "It is as it was before.");
  await page.getByRole("navigation", { name: "Filters" }).getByRole("checkbox", { name: "Captain Kovalenko" }).first().waitFor({ state: "detached" });
  assertQuiet(page);
});

test("two names become one, whose address both lead to", async (t) => {
  const page = await open(t, "#/e/person/peter-brandsma");
  const before = await names(page);
  await page.goBack();
  await heading(page, "Peter Brandsma").waitFor();
  await unite(page, "Jonas Ferrer");
  await heading(page, "Jonas Ferrer").waitFor();
  await corrected(page, "“Peter Brandsma” and “Jonas Ferrer” are one: “Jonas Ferrer” (person).");
  const after = await names(page);
  assert.equal(after.get("Peter Brandsma"), undefined);
  assert.equal(after.get("Jonas Ferrer").mentions, before.get("Peter Brandsma").mentions + before.get("Jonas Ferrer").mentions);
  await page.goto(`${page.url().split("#")[0]}#/e/person/peter-brandsma`);
  await heading(page, "Jonas Ferrer").waitFor();
  assertQuiet(page);
});

test("a name gets another kind, and what is no name is none", async (t) => {
  const page = await open(t, "#/e/person/peter-brandsma");
  let part = await unfold(page);
  await part.getByRole("combobox", { name: "Has another kind" }).selectOption("organization");
  await part.getByRole("button", { name: "Change kind" }).click();
  await corrected(page, "“Peter Brandsma” is of another kind: organization (person).");
  assert.equal((await names(page)).get("Peter Brandsma").kind, "organization");
  await page.goto(`${page.url().split("#")[0]}#/e/person/jonas-ferrer`);
  await heading(page, "Jonas Ferrer").waitFor();
  part = await unfold(page);
  await part.getByRole("button", { name: "It is not a name" }).click();
  await corrected(page, "“Jonas Ferrer” is no name (person).");
  await heading(page, "Nothing stands at this address").waitFor();
  assert.equal((await names(page)).get("Jonas Ferrer"), undefined);
  assertQuiet(page);
});

test("in one article alone a form means somebody else", async (t) => {
  const page = await open(t, "#/a/papers-portrait?q=Kovalenko");
  const name = article(page).getByRole("button", { name: "Marta Kovalenko" }).first();
  await name.click();
  const card = page.getByRole("region", { name: "Marta Kovalenko" });
  await card.getByText("Correct this name").click();
  await card.getByRole("combobox", { name: "Applies to" }).selectOption("here");
  await card.getByRole("textbox", { name: "Namely" }).fill("Anna Kovalenko");
  await card.getByRole("button", { name: "Split off" }).click();
  await corrected(page, /means something else: “Anna Kovalenko” \(person\), in portrait/);
  const after = await names(page);
  assert.equal(after.get("Anna Kovalenko").articles, 1);
  assert.ok(after.get("Marta Kovalenko").articles >= 1);
  assertQuiet(page);
});

test("a speaker and a date are set right where they stand", async (t) => {
  const page = await open(t, "#/a/papers-portrait");
  const about = page.getByRole("complementary", { name: "About this article" });
  await about.getByText("Correct the speaker").first().click();
  const speaker = about.getByRole("combobox", { name: "A name, or other words of the article" });
  await speaker.fill("Lindholm Port Authority");
  await about.getByRole("button", { name: "Set the speaker" }).click();
  await corrected(page, /was said by “Lindholm Port Authority”/);
  await about.locator(".about__speaker").filter({ hasText: "Lindholm Port Authority" }).first().waitFor();
  await about.getByText("Correct the date").click();
  const date = about.getByRole("textbox", { name: "Published on" });
  await date.fill("yesterday");
  assert.equal(await about.getByRole("button", { name: "Set the date" }).isDisabled(), true);
  await date.fill("1999-12");
  await about.getByRole("button", { name: "Set the date" }).click();
  await corrected(page, "date of publication 1999-12.");
  await article(page).getByText("December 1999").first().waitFor();
  await page.goto(`${page.url().split("#")[0]}#/search?q=date:1999`);
  await page.getByRole("status").filter({ hasText: /^1 article/ }).first().waitFor();
  assertQuiet(page);
});

test("a passage is left out, and one that was left out belongs to the story again", async (t) => {
  const page = await open(t, "#/a/lighthouse");
  await page.locator("span.sentence").filter({ hasText: "Two families moved in" }).first().evaluate((one) => getSelection().selectAllChildren(one));
  await page.getByRole("toolbar", { name: "Selected text" }).getByRole("button", { name: "Not part of the story" }).click();
  await corrected(page, /“Two families moved in .*” is not part of the story/);
  await page.goto(`${page.url().split("#")[0]}#/search?q=%22families+moved+in%22`);
  await page.getByRole("heading", { name: /^No article has/ }).or(page.getByText(/is not in this collection/)).first().waitFor();
  await page.goto(`${page.url().split("#")[0]}#/a/lighthouse`);
  await article(page).locator("summary").first().click();
  const passage = article(page).locator(".furniture__passage").first();
  const words = (await passage.locator(".furniture__text").textContent()).trim().split("\n")[0];
  await passage.getByRole("button", { name: "This belongs to the story" }).click();
  await corrected(page, "belongs to the story");
  await article(page).locator(".article__text").filter({ hasText: words }).first().waitFor();
  assertQuiet(page);
});

test("all are listed in the notebook, stay after a reload, and are taken back one by one or together", async (t) => {
  const page = await open(t, "#/e/person/peter-brandsma");
  await rename(page, "P. Brandsma");
  await corrected(page, "is called");
  await page.goto(`${page.url().split("#")[0]}#/e/person/jonas-ferrer`);
  await heading(page, "Jonas Ferrer").waitFor();
  await rename(page, "J. Ferrer");
  await heading(page, "J. Ferrer").waitFor();
  await page.goto(`${page.url().split("#")[0]}#/notebook`);
  await list(page).nth(1).waitFor();
  await page.reload();
  await list(page).nth(1).waitFor();
  await list(page).nth(0).getByRole("button", { name: /^Undo/ }).click();
  await list(page).nth(1).waitFor({ state: "detached" });
  assert.match(await list(page).textContent(), /Jonas Ferrer/);
  assert.ok((await names(page)).get("Peter Brandsma"));
  await page.goBack();
  await main(page).getByRole("button", { name: "Undo all" }).click();
  await main(page).getByText("can be set right where they stand").waitFor();
  await undo(page).click();
  await list(page).first().waitFor();
  assertQuiet(page);
});

test("a file is loaded, what fits nothing in it is said, and a damaged one changes nothing", async (t) => {
  const page = await open(t, "#/notebook");
  await load(t, page, '[[rename]]\nname = "Marta Kovalenko"\ninto = "<b>Marta</b>"\n\n[[reject]]\nname = "Nobody Ever"\n');
  await list(page).nth(1).waitFor();
  await list(page).nth(1).getByText(/It fits nothing: no name "Nobody Ever" was found/).waitFor();
  assert.equal(await page.locator("main b").count(), 0);
  await load(t, page, "[[rename]]\nname = 3\n");
  await main(page).getByText(/corrections.toml: corrections.toml:.*Nothing was changed\./).waitFor();
  assert.equal(await list(page).count(), 2);
  assertQuiet(page);
});

test("what was corrected in the page, saved, and built again gives the same names, dates and speakers", async (t) => {
  const page = await open(t, "#/e/person/peter-brandsma");
  await rename(page, "Piet \"the Dredger\" Brandsma");
  await heading(page, "Piet \"the Dredger\" Brandsma").waitFor();
  await page.goto(`${page.url().split("#")[0]}#/e/person/jonas-ferrer`);
  await heading(page, "Jonas Ferrer").waitFor();
  await unite(page, "Marta Kovalenko");
  await heading(page, "Marta Kovalenko").waitFor();
  await page.goto(`${page.url().split("#")[0]}#/e/organization/lindholm-port-authority`);
  await heading(page, "Lindholm Port Authority").waitFor();
  const part = await unfold(page);
  await part.getByRole("combobox", { name: "Has another kind" }).selectOption("place");
  await part.getByRole("button", { name: "Change kind" }).click();
  await corrected(page, "is of another kind: place");
  await page.goto(`${page.url().split("#")[0]}#/a/lighthouse`);
  const about = page.getByRole("complementary", { name: "About this article" });
  await about.getByText("Correct the date").click();
  await about.getByRole("textbox", { name: "Published on" }).fill("2001-02-03");
  await about.getByRole("button", { name: "Set the date" }).click();
  await article(page).getByText("3 February 2001").first().waitFor();
  const shown = await names(page);
  await page.goto(`${page.url().split("#")[0]}#/quotes`);
  await heading(page, "Quotations").waitFor();
  const said = await main(page).locator(".said__entry").evaluateAll((all) => all.map((one) => [
    one.querySelector(".said__speaker a")?.textContent ?? "",
    one.querySelector(".said__words").textContent,
  ]));

  const folder = await mkdtemp(join(tmpdir(), "dossier-corrected-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(join(root, "target/e2e/collection-seeds"), folder, { recursive: true });
  await writeFile(join(folder, "corrections.toml"), await save(page));
  const command = ["run", "--quiet", "--package", "dossier-ingest", "--", "inspect", folder, "--no-cache", "--json"];
  const built = JSON.parse((await promisify(execFile)("cargo", command, { cwd: root, maxBuffer: 1 << 28 })).stdout);
  assert.deepEqual(built.problems.filter(({ path }) => path.endsWith("corrections.toml")), []);
  const patterns = new Set(["url", "email", "phone", "money", "handle", "hashtag"]);
  const expected = new Map(built.entities.filter(({ kind }) => !patterns.has(kind)).map(({ name, kind, id }) => {
    const naming = built.documents.map(({ mentions }) => mentions.filter(({ entity }) => entity === id).length).filter(Boolean);
    return [name, { kind, articles: naming.length, mentions: naming.reduce((sum, n) => sum + n, 0) }];
  }));
  assert.deepEqual([...shown].sort(), [...expected].sort());
  const lighthouse = built.documents.find(({ slug }) => slug === "lighthouse");
  assert.deepEqual(lighthouse.dates.filter(({ kind }) => kind === "published").map(({ value }) => value), ["2001-02-03"]);
  const entityNames = new Map(built.entities.map(({ id, name }) => [id, name]));
  const speakers = built.documents.flatMap(({ text, quotes }) => {
    const bytes = Buffer.from(text);
    return quotes.map(({ start, end, speaker_entity }) => [entityNames.get(speaker_entity) ?? "", bytes.subarray(start, end).toString()]);
  });
  assert.deepEqual(said.filter(([who]) => who).sort(), speakers.filter(([who]) => who).sort());
});

test("a browser that keeps nothing says so, and the corrections hold until the page is closed", async (t) => {
  const page = await open(t, "#/e/person/peter-brandsma", {
    prepare: (context) => context.addInitScript(() => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    }),
  });
  await rename(page, "P. Brandsma");
  await heading(page, "P. Brandsma").waitFor();
  await page.goto(`${page.url().split("#")[0]}#/notebook`);
  await main(page).getByText("This browser refuses to keep them: save them to a file before you close the page.").waitFor();
  assert.equal(await list(page).count(), 1);
  assertQuiet(page);
});

test("two tabs have the same corrections", async (t) => {
  const page = await open(t, "#/e/person/peter-brandsma");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await heading(other, "Peter Brandsma").waitFor();
  await page.bringToFront();
  await rename(page, "P. Brandsma");
  await heading(page, "P. Brandsma").waitFor();
  await other.bringToFront();
  await heading(other, "P. Brandsma").waitFor();
});

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    for (const locale of ["en", "ar"]) {
      test(`axe finds nothing where corrections are made and listed, and nothing reaches over the edge (${colorScheme}, ${device}, ${locale})`, async (t) => {
        // The policy is lifted for axe alone; every other test runs under it.
        const page = await open(t, "#/e/person/peter-brandsma", { colorScheme, viewport, locale, bypassCSP: true, reducedMotion: "reduce" });
        const check = async (what) => {
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          assert.deepEqual(violations.map(({ id, help, nodes }) => `${what}: ${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
          const [whole, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
          assert.ok(whole <= shown, `${what}: ${whole} of ${shown} pixels`);
        };
        await main(page).locator("details.correct > summary").first().click();
        await check("the fields");
        await main(page).locator("details.correct input").first().fill("P. Brandsma");
        await main(page).locator("details.correct button").first().click();
        await page.locator(".corrected[data-is-empty=false]").waitFor();
        await page.goto(`${page.url().split("#")[0]}#/notebook`);
        await main(page).locator(".corrections__entry").waitFor();
        await check("the list");
      });
    }
  }
}
