import Database from 'better-sqlite3';

/** @typedef {import('./search-set.mjs').Passage} Passage */

/**
 * What Strapi's `$containsi` does: passages that contain the whole query, in the order they are kept.
 *
 * @param {readonly Passage[]} passages
 */
export function containsBaseline(passages) {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE passages (id TEXT, title TEXT, text TEXT)');
  const add = db.prepare('INSERT INTO passages VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const { id, title, text } of passages) add.run(id, title, text);
  })();
  const find = db
    .prepare(
      `SELECT id FROM passages
       WHERE lower(title) LIKE '%' || lower(@q) || '%' OR lower(text) LIKE '%' || lower(@q) || '%'
       LIMIT 10`
    )
    .pluck();
  return (/** @type {string} */ q) => /** @type {string[]} */ (find.all({ q }));
}

/**
 * Plain FTS5: its trigram tokenizer, an OR of the query's trigrams, its BM25.
 *
 * @param {readonly Passage[]} passages
 */
export function trigramBaseline(passages) {
  const db = new Database(':memory:');
  db.exec(
    `CREATE VIRTUAL TABLE passages USING fts5 (id UNINDEXED, title, text, tokenize='trigram')`
  );
  const add = db.prepare('INSERT INTO passages VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const { id, title, text } of passages) add.run(id, title, text);
  })();
  const find = db
    .prepare('SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10')
    .pluck();
  return (/** @type {string} */ q) => {
    const letters = [...q];
    const grams = new Set();
    for (let at = 0; at + 3 <= letters.length; at += 1) {
      grams.add(
        `"${letters
          .slice(at, at + 3)
          .join('')
          .replaceAll('"', '""')}"`
      );
    }
    return grams.size === 0 ? [] : /** @type {string[]} */ (find.all([...grams].join(' OR ')));
  };
}
