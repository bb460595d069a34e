import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

/** What a page asked the server for; what was loaded before stays on screen until the next has come. */
export type Loaded<Data> =
  | { status: 'loading'; shown: Data | null }
  | { status: 'ready'; shown: Data }
  | { status: 'failed'; shown: Data | null };

/**
 * Loads from an address of the admin API, and again every so many milliseconds where asked to.
 *
 * @param address - With its query; another one is loaded at once.
 */
export function useLoaded<Data>(
  address: string,
  every: number | null = null
): Loaded<Data> & { reload(): void } {
  const { get } = useFetchClient();
  const [state, setState] = useState<Loaded<Data>>({ status: 'loading', shown: null });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    setState(({ shown }) => ({ status: 'loading', shown }));
    get<Data>(address, { signal: abort.signal })
      .then(({ data }) => {
        if (!abort.signal.aborted) setState({ status: 'ready', shown: data });
      })
      .catch(() => {
        if (!abort.signal.aborted) setState(({ shown }) => ({ status: 'failed', shown }));
      });
    return () => abort.abort();
  }, [get, address, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (every === null) return undefined;
    const timer = setInterval(reload, every);
    return () => clearInterval(timer);
  }, [every, reload]);

  return { ...state, reload };
}
