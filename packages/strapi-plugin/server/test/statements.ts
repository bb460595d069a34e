import type { Core } from '@strapi/types';

/** The SQL a piece of work sends, once the server has finished what was asked of it before. */
export async function statementsOf(
  strapi: Core.Strapi,
  work: () => Promise<unknown>
): Promise<string[]> {
  let statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => void statements.push(sql);
  strapi.db.connection.on('query', listen);
  try {
    // Strapi tells webhooks of an edit after it has answered the editor.
    do {
      statements = [];
      await new Promise((resolve) => setTimeout(resolve, 100));
    } while (statements.some((sql) => !isPolling(sql)));
    statements = [];
    await work();
    return statements.filter((sql) => !isPolling(sql));
  } finally {
    strapi.db.connection.off('query', listen);
  }
}

function isPolling(sql: string): boolean {
  return /km_revisions|km_import_jobs|km_search_queue|km_file_texts/.test(sql);
}
