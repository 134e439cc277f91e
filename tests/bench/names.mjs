// Names found by dossier and by npm's compromise, side by side: exact span and kind, all names of a file together.
// `node names.mjs DOSSIER GOLD.jsonl ...`, where DOSSIER is the command line; GOLD holds `text`, `entities` and `ignore`
// with offsets in characters. The arithmetic is that of the scorer of names.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import nlp from "compromise";

const KINDS = ["person", "organization", "place"];

/** Offsets in characters of each UTF-16 unit of a text. */
function characters(text) {
  const at = [];
  let count = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) at.push(count);
    count++;
  }
  at.push(count);
  return at;
}

/** Offsets in characters of each byte of a text. */
function charactersOfBytes(text) {
  const at = [];
  let count = 0;
  for (const character of text) {
    const length = Buffer.byteLength(character);
    for (let byte = 0; byte < length; byte++) at.push(count);
    count++;
  }
  at.push(count);
  return at;
}

function ofCompromise(text) {
  const at = characters(text);
  const read = nlp(text);
  const found = [];
  for (const [kind, names] of [["person", read.people()], ["organization", read.organizations()], ["place", read.places()]]) {
    for (const { offset, text: written } of names.json({ offset: true })) {
      // Its spans hold the marks and the possessive around a name; what is counted is the name alone.
      const bare = written.replace(/[’']s$|[.,;:!?"”’')\]]+$/gu, "").replace(/^["“‘'([]+/u, "");
      const start = text.indexOf(bare, offset.start);
      if (bare && start >= 0) found.push({ start: at[start], end: at[start + bare.length], kind });
    }
  }
  return found;
}

function ofDossier(program, path) {
  const inspection = JSON.parse(execFileSync(program, ["inspect", path, "--json"], { maxBuffer: 1 << 30 }));
  return new Map(inspection.documents.map((document) => {
    const at = charactersOfBytes(document.text);
    return [document.id, document.mentions.map(({ start, end, kind }) => ({ start: at[start], end: at[end], kind }))];
  }));
}

function score(gold, foundOf) {
  let right = 0, found = 0, wanted = 0;
  for (const entry of gold) {
    const name = ({ start, end, kind }) => `${start} ${end} ${kind}`;
    const isScored = ({ kind }) => KINDS.includes(kind);
    const isIgnored = ({ start, end }) => (entry.ignore ?? []).some((span) => start < span.end && span.start < end);
    const names = new Set(entry.entities.filter(isScored).map(name));
    const own = new Set(foundOf(entry).filter((mention) => isScored(mention) && !isIgnored(mention)).map(name));
    wanted += names.size;
    found += own.size;
    right += [...own].filter((mention) => names.has(mention)).length;
  }
  const [precision, recall] = [right / (found || 1), right / (wanted || 1)];
  return { precision, recall, f1: right ? (2 * precision * recall) / (precision + recall) : 0 };
}

const [program, ...paths] = process.argv.slice(2);
const percent = (share) => (100 * share).toFixed(1).padStart(5);
const words = ({ precision, recall, f1 }) => `P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`;
for (const path of paths) {
  const gold = readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const dossier = ofDossier(program, path);
  const ours = score(gold, (entry) => dossier.get(String(entry.id)) ?? []);
  const theirs = score(gold, (entry) => ofCompromise(entry.text));
  console.log(`${basename(path).padEnd(22)} dossier ${words(ours)}   compromise ${words(theirs)}   ahead by ${percent(ours.f1 - theirs.f1)}`);
}
