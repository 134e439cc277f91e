// Orama: how its index is built, and how it is opened and asked in a page. It would keep a copy of every document; that
// copy is left out, because the others' indexes hold no texts either.

import { create, insertMultiple, load, save, search as searchIn } from "@orama/orama";

const SCHEMA = { title: "string", text: "string", month: "enum" };
const LIMIT = 10;

export async function build(documents) {
  const index = create({ schema: SCHEMA });
  await insertMultiple(index, documents.map(({ id, title, text, month }) => ({ id, title, text, month })), 1000);
  const saved = save(index);
  saved.docs.docs = Object.fromEntries(Object.entries(saved.docs.docs).map(([key, { id }]) => [key, { id }]));
  return { "index.json": JSON.stringify(saved) };
}

export async function open(read) {
  const index = create({ schema: SCHEMA });
  load(index, await (await read("index.json")).json());
  // A threshold of 0: all words. Each may be the beginning of one: it knows no other way.
  const search = ({ words, month }) =>
    searchIn(index, { term: words, limit: LIMIT, threshold: 0, boost: { title: 2 }, ...(month && { where: { month: { eq: month } } }) });
  return { search, ids: async (query, k) => (await search(query)).hits.slice(0, k).map(({ id }) => id) };
}
