// FlexSearch: how its index is built, and how it is opened and asked in a page. Of its indexes, the one that asks the
// least: headline and text as one field, and the month as one more word.

import { Index } from "flexsearch";

const OPTIONS = { tokenize: "forward" };
const LIMIT = 10;

const word = (month) => `month${month.replaceAll(/\D/g, "x")}`;

export async function build(documents) {
  const index = new Index(OPTIONS);
  documents.forEach(({ title, text, month }, number) => index.add(number, `${title}\n${text}\n${word(month)}`));
  const parts = {};
  await index.export((key, part) => void (parts[key] = part));
  return { "index.json": JSON.stringify({ parts, ids: documents.map(({ id }) => id) }) };
}

export async function open(read) {
  const { parts, ids } = await (await read("index.json")).json();
  const index = new Index(OPTIONS);
  for (const [key, part] of Object.entries(parts)) index.import(key, part);
  const search = ({ words, month }) => index.search(month ? `${word(month)} ${words}` : words, { limit: LIMIT });
  return { search, ids: (query, k) => search(query).slice(0, k).map((number) => ids[number]) };
}
