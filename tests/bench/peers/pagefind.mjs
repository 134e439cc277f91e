// Pagefind: how its index is opened and asked in a page. It brings its own files and loads what a query needs.

export async function open(read, address) {
  const pagefind = await import(`${address}pagefind/pagefind.js`);
  // In the page itself, as the others: a worker's answers have a way to go.
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  const search = ({ typed, words, month }) =>
    pagefind.search(month ? words : typed, month ? { filters: { month } } : {});
  const ids = async (query, k) => {
    const { results } = await search(query);
    const shown = await Promise.all(results.slice(0, k).map((result) => result.data()));
    return shown.map(({ raw_url }) => raw_url);
  };
  return { search, ids };
}
