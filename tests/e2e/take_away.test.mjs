// What readers take away is read by the programs it is for: tables by a reader of CSV, citations by citation.js.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { parse } from "csv-parse/sync";
import { article, assertQuiet, collectionPage, pages, results } from "./harness.mjs";

const visit = pages(collectionPage);
const main = (page) => page.getByRole("main");

/** Opens the disclosure and takes a file; gives its name and what is in it. */
async function take(page, label, where = main(page)) {
  const disclosure = where.locator("details.take-away").filter({ has: page.getByRole("button", { name: label, includeHidden: true }) });
  if (!(await disclosure.evaluate((details) => details.open))) await disclosure.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), disclosure.getByRole("button", { name: label }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const rows = (text) => parse(text, { bom: true, columns: true });

test("results are taken as CSV and as JSON, with their sentences and links that lead back", async (t) => {
  const page = await visit(t, "#/search?q=sandbank&sort=oldest");
  await results(page).first().waitFor();
  const csv = await take(page, "Articles (CSV)");
  assert.equal(csv.name, "articles-sandbank.csv");
  const read = rows(csv.text);
  const titles = await results(page).getByRole("heading").getByRole("link").allTextContents();
  assert.deepEqual(read.map((row) => row.headline).slice(0, titles.length), titles);
  assert.deepEqual(Object.keys(read[0]), ["headline", "outlet", "byline", "date", "date_kind", "url", "path", "language", "hits", "best_sentence", "link"]);
  assert.match(read[0].best_sentence, /sandbank/);
  assert.match(read[0].url, /^https:\/\//);
  assert.deepEqual(JSON.parse((await take(page, "Articles (JSON)")).text).map(({ headline }) => headline), read.map((row) => row.headline));
  await page.goto(read[1].link);
  await article(page).getByRole("heading", { level: 1, name: read[1].headline }).waitFor();
  assertQuiet(page);
});

test("citations of results and of an article are read by a reader of BibTeX, RIS and CSL-JSON", async (t) => {
  const page = await visit(t, "#/search?q=sandbank&sort=oldest");
  await results(page).first().waitFor();
  const titles = rows((await take(page, "Articles (CSV)")).text).map((row) => row.headline);
  const bib = new Cite((await take(page, "Citations (BibTeX)")).text, { forceType: "@bibtex/text" }).data;
  const ris = new Cite((await take(page, "Citations (RIS)")).text, { forceType: "@ris/file" }).data;
  const csl = new Cite((await take(page, "Citations (CSL-JSON)")).text).data;
  for (const read of [bib, ris, csl]) assert.deepEqual(read.map(({ title }) => title.replace(/<\/?span[^>]*>/g, "")), titles);
  for (const read of [bib, csl]) assert.deepEqual(read[0].issued["date-parts"][0].map(Number), [2021, 3, 2]);
  // Of RIS, this reader takes the year alone.
  assert.equal(Number(ris[0].issued["date-parts"][0][0]), 2021);
  for (const read of [bib, ris, csl]) assert.equal(read[0]["container-title"], "Harbour Gazette");
  for (const read of [bib, csl]) assert.match(read[0].URL, /^https:\/\/gazette\.example\//);
  await page.goto(`${page.url().split("#")[0]}#/a/lighthouse`);
  await article(page).getByRole("heading", { level: 1, name: "Keepers return to the lighthouse" }).waitFor();
  const beside = page.getByRole("complementary", { name: "About this article" });
  const [one] = new Cite((await take(page, "Citations (CSL-JSON)", beside)).text).data;
  assert.deepEqual([one.title, one.author[0].literal, one["container-title"]], ["Keepers return to the lighthouse", "Jonas Ferrer", "Skerry Review"]);
  assertQuiet(page);
});

test("chains and the dates of the texts are taken as they are shown", async (t) => {
  const page = await visit(t, "#/connect?a=person%2Fmarta-kovalenko&b=place%2Flindholm");
  const shown = main(page).getByRole("list", { name: "Chains" }).locator("details");
  await shown.first().waitFor();
  const steps = rows((await take(page, "Chains (CSV)")).text);
  const chain = (number) => steps.filter((step) => Number(step.chain) === number);
  assert.equal(Number(steps.at(-1).chain), await shown.count());
  for (let number = 1; number <= await shown.count(); number++) {
    const names = await shown.nth(number - 1).locator("summary bdi").allTextContents();
    assert.deepEqual([...chain(number).map((step) => step.name), chain(number).at(-1).other_name], names);
    assert.equal(chain(number).filter((step) => step.weakest).length, 1);
  }
  await page.goto(`${page.url().split("#")[0]}#/timeline`);
  const moments = main(page).getByRole("list", { name: "Dates in the texts" }).getByRole("listitem");
  await moments.first().waitFor();
  const dates = rows((await take(page, "Dates in the texts (CSV)")).text);
  assert.equal(dates.length, await moments.count());
  for (const [at, { sentence }] of dates.entries()) {
    assert.ok((await moments.nth(at).textContent()).replace(/\s+/g, " ").includes(sentence.replace(/\s+/g, " ")), sentence);
  }
  assertQuiet(page);
});

test("what a profile tells is taken: every mention with its sentence, quotations and links", async (t) => {
  const page = await visit(t, "#/e/person/marta-kovalenko");
  await main(page).getByRole("heading", { level: 1, name: "Marta Kovalenko" }).waitFor();
  const mentions = rows((await take(page, "Mentions (CSV)")).text);
  assert.equal(mentions.length, await main(page).getByRole("list", { name: "Mentions in context" }).getByRole("listitem").count());
  assert.ok(mentions.every(({ mention, sentence, link }) => mention.endsWith("Kovalenko") && sentence.includes(mention) && link.includes("#/a/")));
  const said = rows((await take(page, "Quotations (CSV)")).text);
  assert.ok(said.length > 0 && said.every(({ speaker }) => speaker === "Marta Kovalenko"), JSON.stringify(said));
  const links = rows((await take(page, "Links (CSV)")).text);
  assert.ok(links.length > 0 && links.every(({ name }) => name === "Marta Kovalenko"), JSON.stringify(links));
  assertQuiet(page);
});

test("names, quotations, links and what two names share are taken as they are shown", async (t) => {
  const page = await visit(t, "#/names?kind=person");
  const named = main(page).getByRole("table", { name: /^Names;/ }).getByRole("rowheader").getByRole("link");
  await named.first().waitFor();
  assert.deepEqual(rows((await take(page, "Names (CSV)")).text).map((row) => row.name), await named.allTextContents());
  await page.goto(`${page.url().split("#")[0]}#/quotes?kind=direct&by=oldest`);
  await main(page).getByRole("status").getByText("5 quotations").waitFor();
  const said = rows((await take(page, "Quotations (CSV)")).text);
  assert.equal(said.length, 5);
  assert.ok(said.every(({ kind, speaker, words }) => kind === "direct" && speaker && words.length > 10), JSON.stringify(said));
  await page.goto(`${page.url().split("#")[0]}#/connect?a=person%2Fmarta-kovalenko&b=organization%2Flindholm-port-authority`);
  await main(page).getByRole("status").getByText("twice").waitFor();
  const shared = rows((await take(page, "What both share (CSV)")).text);
  assert.deepEqual(shared.map((row) => row.together_in), ["sentence", "sentence", "told again", "told again"]);
  await page.goto(`${page.url().split("#")[0]}#/connect?a=person%2Fmarta-kovalenko`);
  await main(page).getByRole("table").waitFor();
  const links = rows((await take(page, "Links (CSV)")).text);
  assert.deepEqual(links.map((row) => `${row.name} and ${row.other_name}`), await main(page).getByRole("rowheader").allTextContents());
  assertQuiet(page);
});
