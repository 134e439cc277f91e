// The queries of a benchmark, made from the collection alone: the same documents give the same queries.
//
// A query is `set`, `typed` (as one types it into the page), `words` (the same without quotation marks and fields) and
// perhaps `month`, which is a filter.

import { docFreqs, wordsOf } from "./collection.mjs";

export const SETS = ["rare words", "common words", "2 to 4 words", "phrases", "as you type", "broad filters"];
const N_QUERIES = 30;
const N_TYPED = 4;

/** `n` of a list, evenly spaced. */
function spread(list, n) {
  if (list.length <= n) return list;
  return Array.from({ length: n }, (_, index) => list[Math.floor(((index + 0.5) * list.length) / n)]);
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const mostFirst = (counts) => [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([key]) => key);

function countsOf(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export function makeQueries(documents) {
  const freqs = docFreqs(documents);
  const between = (least, most, letters) =>
    [...freqs].filter(([word, n]) => n >= least && n <= most && word.length >= letters).map(([word]) => word).sort(compare);
  const n_docs = documents.length;
  const queries = (set, list) => list.map((words) => ({ set, typed: words, words }));
  const common = mostFirst([...freqs].filter(([word]) => word.length >= 5)).slice(0, N_QUERIES);
  const phrases = spread(frequentPhrases(documents), N_QUERIES);
  const month = mostFirst(countsOf(documents.map(({ month }) => month).filter(Boolean)))[0];
  const topics = spread(between(Math.max(2, n_docs / 100), n_docs / 10, 6), N_TYPED);
  return [
    ...queries(SETS[0], spread(between(1, 3, 4), N_QUERIES)),
    ...queries(SETS[1], common),
    ...queries(SETS[2], fromDocuments(documents, (word) => freqs.get(word) >= 3 && freqs.get(word) <= Math.max(5, n_docs / 20))),
    ...phrases.map((words) => ({ set: SETS[3], typed: `"${words}"`, words })),
    ...queries(SETS[4], [...topics, ...spread(phrases, 2)].flatMap(prefixes)),
    ...(month ? common : []).map((words) => ({ set: SETS[5], typed: `date:${month} ${words}`, words, month })),
  ];
}

/** Two, three or four words of one document, as a reader remembers it. */
function fromDocuments(documents, isTelling) {
  const lists = spread(documents, N_QUERIES).map((document, number) => {
    const telling = [...new Set(wordsOf(document))].filter((word) => word.length >= 4 && isTelling(word));
    return spread(telling, 2 + (number % 3));
  });
  return lists.filter((words) => words.length > 1).map((words) => words.join(" "));
}

/** Pairs of words that stand side by side again and again, the hundred most frequent. */
function frequentPhrases(documents) {
  const counts = new Map();
  for (const { text } of documents) {
    for (const [, first, second] of text.toLowerCase().matchAll(/(?<![\w.'’-])(?=([a-z]{4,}) ([a-z]{4,})(?![\w'’-]|\.\w))/g)) {
      const phrase = `${first} ${second}`;
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
  }
  return mostFirst(counts).slice(0, 100);
}

const prefixes = (words) =>
  Array.from({ length: words.length }, (_, index) => words.slice(0, index + 1)).filter((typed) => !typed.endsWith(" "));

/** A word of one document alone, and of none that begins alike: its answer is known. */
export function knownItem(documents) {
  const freqs = docFreqs(documents);
  const begin = (word) => word.slice(0, 5);
  const begins = countsOf([...freqs.keys()].map(begin));
  const telling = [...freqs].filter(([word, n]) => n === 1 && word.length >= 6 && begins.get(begin(word)) === 1);
  const known = telling.map(([word]) => word).sort(compare);
  const words = known[known.length >> 1];
  const document = documents.find((document) => document.title && wordsOf(document).includes(words));
  if (!document) throw new Error("no document has a word of its own: the collection is too small");
  return { query: { set: "first", typed: words, words }, document };
}

/** Whether a document can be the answer to a query: every word, or one that begins alike, is in it. */
export function isPlausible({ words, month }, document) {
  const begins = new Set(`${document.title}\n${document.text}`.toLowerCase().match(/[a-z]+/g)?.map((word) => word.slice(0, 4)));
  const has = (word) => (word.length >= 4 ? begins.has(word.slice(0, 4)) : [...begins].some((begin) => begin.startsWith(word)));
  return words.split(" ").every(has) && (!month || document.month === month);
}
