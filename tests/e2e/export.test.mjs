// DuckDB loads what `dossier export` writes, and what it then says is true of the documents. Two collections: one of
// several ordinary documents, one of documents that try to break every reader.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";

const root = new URL("../..", import.meta.url).pathname;
const dossier = (...words) =>
  promisify(execFile)("cargo", ["run", "--quiet", "--package", "dossier-ingest", "--", ...words], { cwd: root, maxBuffer: 1 << 28 });

/** What the documents became, and a database of the exported tables. */
async function loaded(t, seeds) {
  const folder = await mkdtemp(join(tmpdir(), "dossier-export-"));
  t.after(() => rm(folder, { recursive: true }));
  await dossier("export", join(root, seeds), "--no-cache", "--for", "duckdb", "--to", folder);
  const inspected = JSON.parse((await dossier("inspect", join(root, seeds), "--no-cache", "--json")).stdout);
  const database = await (await DuckDBInstance.create(":memory:")).connect();
  t.after(() => database.closeSync());
  // `load.sql` is made to be run inside its folder.
  const statements = (await readFile(join(folder, "load.sql"), "utf8")).replaceAll(/ FROM '/g, ` FROM '${folder}/`);
  await database.run(statements);
  const rows = async (sql) => (await database.runAndReadAll(sql)).getRowObjectsJson();
  return { inspected, rows };
}

for (const seeds of ["target/e2e/collection-seeds", "target/e2e/hostile-seeds"]) {
  test(`DuckDB has the documents, names and quotations of ${seeds}`, async (t) => {
    const { inspected, rows } = await loaded(t, seeds);
    const documents = await rows("SELECT * FROM documents");
    assert.deepEqual(
      documents.map(({ path, own_id, id, text }) => [path, own_id, id, text ?? ""]),
      inspected.documents.map(({ path, id, slug, text }) => [path, id, slug, text]),
    );
    const bytes = new Map(documents.map(({ id, text }) => [id, Buffer.from(text ?? "")]));
    for (const [table, words, of] of [["mentions", "words", "mentions"], ["quotations", "words", "quotes"], ["sentences", "text", "sentences"], ["blocks", "text", "blocks"]]) {
      const spans = await rows(`SELECT document, start_byte, end_byte, ${words} AS words FROM ${table}`);
      for (const { document, start_byte, end_byte, words } of spans) {
        assert.equal(bytes.get(document).subarray(Number(start_byte), Number(end_byte)).toString(), words);
      }
      const expected = inspected.documents.flatMap((document) => document[of].map(({ start, end }) => [document.slug, start, end]));
      assert.deepEqual(spans.map(({ document, start_byte, end_byte }) => [document, Number(start_byte), Number(end_byte)]), expected, table);
    }
    assert.equal((await rows("FROM entities")).length, inspected.entities.length);
  });
}

test("the keys of all tables lead to rows, and days are days", async (t) => {
  const { rows } = await loaded(t, "target/e2e/collection-seeds");
  for (const [table, key, other] of [
    ["mentions", "entity", "entities"],
    ["quotations", "speaker", "entities"],
    ["forms", "entity", "entities"],
    ["roles", "entity", "entities"],
    ["links", "one", "entities"],
    ["links", "other", "entities"],
    ["related", "entity", "entities"],
    ["same_story", "other", "documents"],
    ["dates", "document", "documents"],
  ]) {
    const [{ n, lost }] = await rows(
      `SELECT count(${key}) AS n, count(${key}) FILTER (${key} NOT IN (SELECT id FROM ${other})) AS lost FROM ${table}`,
    );
    assert.ok(Number(n) > 0, `${table} has no ${key}`);
    assert.equal(Number(lost), 0, `${key} of ${table} leads nowhere`);
  }
  const [{ first, last }] = await rows("SELECT min(published_from) AS first, max(published_to) AS last FROM documents");
  assert.deepEqual([first, last], ["2020-11-05", "2022-02-01"]);
});

for (const [seeds, nLinks] of [["seeds", 15], ["target/e2e/collection-seeds", 3]]) {
  test(`each link of ${seeds} has the sentences that name both`, async (t) => {
    const { rows } = await loaded(t, seeds);
    const links = await rows(`
      SELECT one, other, any_value(n_sentences) AS said, count(*) AS n, count(*) FILTER (
        EXISTS (FROM mentions m WHERE m.entity = one AND m.document = l.document AND m.sentence = l.sentence)
        AND EXISTS (FROM mentions m WHERE m.entity = other AND m.document = l.document AND m.sentence = l.sentence)) AS named
      FROM links JOIN link_sentences l USING (one, other) GROUP BY ALL`);
    assert.equal(links.length, nLinks);
    for (const { one, other, said, n, named } of links) assert.deepEqual([n, named], [said, said], `${one}, ${other}`);
  });
}
