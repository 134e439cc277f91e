// The documents of a benchmark, as every engine gets them, and their words.

import { readFileSync } from "node:fs";

/** `id`, `title`, `text` and the month of each line of a JSON Lines file. */
export function read(file) {
  const lines = readFileSync(file, "utf8").split("\n").filter((line) => line.trim());
  return lines.map((line, number) => {
    const { id = number + 1, title = "", text = "", date = "" } = JSON.parse(line);
    return { id: String(id), title: title ?? "", text, month: String(date ?? "").slice(0, 7) };
  });
}

/** Words of letters alone, folded; parts of numbers, initials and contractions are none. */
export function wordsOf({ title, text }) {
  return `${title}\n${text}`.toLowerCase().match(/(?<![\w.'’-])[a-z]+(?![\w'’-]|\.\w)/g) ?? [];
}

/** In how many documents each word stands. */
export function docFreqs(documents) {
  const freqs = new Map();
  for (const document of documents) {
    for (const word of new Set(wordsOf(document))) freqs.set(word, (freqs.get(word) ?? 0) + 1);
  }
  return freqs;
}
