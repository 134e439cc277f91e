// Lunr: how its index is built, and how it is opened and asked in a page.

import lunr from "lunr";

const { REQUIRED } = lunr.Query.presence;
const { TRAILING } = lunr.Query.wildcard;

export function build(documents) {
  const index = lunr(function () {
    this.ref("id");
    this.field("title", { boost: 2 });
    this.field("text");
    this.field("month");
    documents.forEach((document) => this.add(document));
  });
  return { "index.json": JSON.stringify(index) };
}

export async function open(read) {
  const index = lunr.Index.load(await (await read("index.json")).json());
  const fields = ["title", "text"];
  const stem = (token) => lunr.stemmer(token.clone()).toString();
  const search = ({ words, month }) => index.query((query) => {
    const tokens = lunr.tokenizer(words);
    tokens.forEach((token, number) => {
      const isLast = number === tokens.length - 1;
      // The index holds stems and no stop words, and Lunr applies neither to a word with a wildcard.
      if (isLast) query.term(stem(token), { fields, presence: REQUIRED, wildcard: TRAILING });
      else if (lunr.stopWordFilter(token)) query.term(token, { fields, presence: REQUIRED });
    });
    if (month) query.term(lunr.tokenizer(month), { fields: ["month"], presence: REQUIRED });
  });
  return { search, ids: (query, k) => search(query).slice(0, k).map(({ ref }) => ref) };
}
