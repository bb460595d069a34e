import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';

/** One answer of a reader, as the server lists it. */
export interface FeedbackEntry {
  id: number;
  service: 'faq' | 'manual';
  documentId: string;
  title: string | null;
  helpful: boolean;
  reason: string | null;
  comment: string | null;
  createdAt: string;
}

interface FeedbackPage {
  data: FeedbackEntry[];
  meta: { page: number; pageSize: number; total: number; helpful: number; notHelpful: number };
}

/** What the editor chose to see; an empty text is everything. */
export interface FeedbackChoice {
  service: '' | FeedbackEntry['service'];
  helpful: '' | 'true' | 'false';
  page: number;
}

export type FeedbackState =
  | { status: 'loading'; shown: FeedbackPage | null }
  | { status: 'ready'; shown: FeedbackPage }
  | { status: 'failed'; shown: FeedbackPage | null };

const pageSize = 25;

/** Loads a page of what readers said; the page before stays on screen until the next has come. */
export function useFeedback(choice: FeedbackChoice): FeedbackState & { retry(): void } {
  const { get } = useFetchClient();
  const [state, setState] = useState<FeedbackState>({ status: 'loading', shown: null });
  const [attempt, setAttempt] = useState(0);
  const { service, helpful, page } = choice;

  useEffect(() => {
    const abort = new AbortController();
    const params = { page, pageSize, ...(service && { service }), ...(helpful && { helpful }) };
    setState(({ shown }) => ({ status: 'loading', shown }));
    get<FeedbackPage>('/km/feedback', { params, signal: abort.signal })
      .then(({ data }) => {
        if (!abort.signal.aborted) setState({ status: 'ready', shown: data });
      })
      .catch(() => {
        if (!abort.signal.aborted) setState(({ shown }) => ({ status: 'failed', shown }));
      });
    return () => abort.abort();
  }, [get, service, helpful, page, attempt]);

  return { ...state, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
