// The engines that rankings are compared with, each in the settings that its documentation offers for better ones:
// stemming, stop words, the weight of headlines. `open` gives a function from a query to ids, best first.

import { create, insertMultiple, search as searchIn } from "@orama/orama";
import { stemmer as snowball } from "@orama/stemmers/english";
import { Encoder, Index } from "flexsearch";
import english from "flexsearch/lang/en";
import lunr from "lunr";
import MiniSearch from "minisearch";
import { stemmer } from "stemmer";

const isTelling = (word) => lunr.stopWordFilter(new lunr.Token(word)) !== undefined;
const WEIGHTS = [1, 2];
/** Headline and text as one field. */
const joined = (documents) => documents.map(({ id, title, text }) => ({ id, title: "", text: `${title}\n${text}` }));
const inOneField = (open) => (documents, limit) => open(joined(documents), limit);

function miniSearch({ processTerm, title }) {
  return (documents) => {
    const index = new MiniSearch({ fields: ["title", "text"], ...(processTerm && { processTerm }) });
    index.addAll(documents);
    return (text) => index.search(text, { combineWith: "OR", boost: { title } }).map(({ id }) => id);
  };
}

/** Of a query, unlike of a text, Lunr does not trim the punctuation. */
const trimmed = (text) => lunr.tokenizer(text).map((token) => lunr.trimmer(token)).filter(String);
const lettersAndDigits = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function lunrSearch({ title, stops, words = trimmed }) {
  return (documents) => {
    const index = lunr(function () {
      this.ref("id");
      this.field("title", { boost: title });
      this.field("text");
      if (!stops) this.pipeline.remove(lunr.stopWordFilter);
      documents.forEach((document) => this.add(document));
    });
    return (text) => index.query((query) => query.term(words(text))).map(({ ref }) => ref);
  };
}

function flexSearch(options) {
  return (documents, limit) => {
    const index = new Index({ tokenize: "strict", ...options() });
    documents.forEach(({ title, text }, number) => index.add(number, `${title}\n${text}`));
    return (text) => index.search(text, { limit, suggest: true }).map((number) => documents[number].id);
  };
}

function orama({ tokenizer, title }) {
  return async (documents, limit) => {
    const index = create({ schema: { title: "string", text: "string" }, components: { tokenizer } });
    await insertMultiple(index, documents);
    const ask = (term) => searchIn(index, { term, limit, threshold: 1, boost: { title } });
    return async (term) => (await ask(term)).hits.map(({ id }) => id);
  };
}

const stemmed = (word) => stemmer(word.toLowerCase());
const stemmedTelling = (word) => (isTelling(word.toLowerCase()) ? stemmed(word) : null);
const oramaStems = { language: "english", stemming: true, stemmer: snowball };

export const settings = [
  ...WEIGHTS.flatMap((title) => [
    { engine: "MiniSearch", setting: `headline ×${title}`, open: miniSearch({ title }) },
    { engine: "MiniSearch", setting: `Porter's stems, headline ×${title}`, open: miniSearch({ title, processTerm: stemmed }) },
    { engine: "MiniSearch", setting: `Porter's stems, no stop words, headline ×${title}`, open: miniSearch({ title, processTerm: stemmedTelling }) },
    { engine: "Lunr", setting: `stems, no stop words, headline ×${title}`, open: lunrSearch({ title, stops: true }) },
    { engine: "Lunr", setting: `stems, headline ×${title}`, open: lunrSearch({ title, stops: false }) },
    { engine: "Orama", setting: `headline ×${title}`, open: orama({ title }) },
    { engine: "Orama", setting: `stems, headline ×${title}`, open: orama({ title, tokenizer: oramaStems }) },
    {
      engine: "Orama",
      setting: `stems, no stop words, headline ×${title}`,
      open: orama({ title, tokenizer: { ...oramaStems, stopWords: [...english.filter] } }),
    },
  ]),
  { engine: "MiniSearch", setting: "Porter's stems, one field", open: inOneField(miniSearch({ title: 1, processTerm: stemmed })) },
  {
    engine: "MiniSearch",
    setting: "Porter's stems, no stop words, one field",
    open: inOneField(miniSearch({ title: 1, processTerm: stemmedTelling })),
  },
  {
    engine: "Lunr",
    setting: "stems, no stop words, asked for letters and digits",
    open: lunrSearch({ title: 1, stops: true, words: lettersAndDigits }),
  },
  { engine: "Lunr", setting: "stems, no stop words, one field", open: inOneField(lunrSearch({ title: 1, stops: true })) },
  { engine: "Lunr", setting: "stems, one field", open: inOneField(lunrSearch({ title: 1, stops: false })) },
  {
    engine: "Orama",
    setting: "stems, no stop words, one field",
    open: inOneField(orama({ title: 1, tokenizer: { ...oramaStems, stopWords: [...english.filter] } })),
  },
  { engine: "FlexSearch", setting: "as it comes", open: flexSearch(() => ({})) },
  { engine: "FlexSearch", setting: "English", open: flexSearch(() => ({ encoder: new Encoder(english) })) },
  { engine: "FlexSearch", setting: "English, with context", open: flexSearch(() => ({ encoder: new Encoder(english), context: true })) },
];
