// MiniSearch: how its index is built, and how it is opened and asked in a page.

import MiniSearch from "minisearch";

const OPTIONS = { fields: ["title", "text"], storeFields: ["month"] };
/** All words, the last of which may be the beginning of one; as in the box of the page. */
const ASKED = { combineWith: "AND", boost: { title: 2 }, prefix: (word, number, words) => number === words.length - 1 };

export function build(documents) {
  const index = new MiniSearch(OPTIONS);
  index.addAll(documents);
  return { "index.json": JSON.stringify(index) };
}

export async function open(read) {
  const index = MiniSearch.loadJSON(await (await read("index.json")).text(), OPTIONS);
  const search = ({ words, month }) =>
    index.search(words, month ? { ...ASKED, filter: (found) => found.month === month } : ASKED);
  return { search, ids: (query, k) => search(query).slice(0, k).map(({ id }) => id) };
}
