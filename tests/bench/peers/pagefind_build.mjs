// Pagefind: how its index is built, by its own program.

import { join } from "node:path";
import { close, createIndex } from "pagefind";

export async function build(documents, folder) {
  const failed = (errors) => {
    if (errors?.length) throw new Error(`Pagefind: ${errors.join(", ")}`);
  };
  const { index, errors } = await createIndex({});
  failed(errors);
  for (const { id, title, text, month } of documents) {
    const record = { url: id, content: `${title}\n${text}`, language: "en", meta: { title }, filters: { month: [month] } };
    failed((await index.addCustomRecord(record)).errors);
  }
  failed((await index.writeFiles({ outputPath: join(folder, "pagefind") })).errors);
  await close();
  return {};
}
