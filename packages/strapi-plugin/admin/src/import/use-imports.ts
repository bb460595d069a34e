import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type {
  DataSetInfo,
  DataSetName,
  ImportFault,
  ImportJob,
  ImportJobDetail,
  ImportState,
} from './api';

/** Something that is loaded anew when asked to; the last answer stays until the next has come. */
export interface Loaded<Value> {
  value: Value | null;
  isFailed: boolean;
  /** Answers and failures so far. */
  settled: number;
  reload(): void;
}

interface Page<Item> {
  data: Item[];
  meta: { page: number; pageSize: number; total: number };
}

/** States a job leaves by itself. */
const moving: readonly ImportState[] = ['uploading', 'checking', 'committing', 'discarding'];
/** Milliseconds between two looks at a job that goes on. */
const lookEvery = 1000;

/** Whether a job goes on by itself. */
export function isMoving(state: ImportState): boolean {
  return moving.includes(state);
}

export function useDataSets(): Loaded<DataSetInfo[]> {
  return useLoaded<DataSetInfo[], { data: DataSetInfo[] }>(
    '/km/imports/data-sets',
    ({ data }) => data
  );
}

export function useHistory(dataSet: DataSetName, page: number): Loaded<Page<ImportJob>> {
  return useLoaded<Page<ImportJob>, Page<ImportJob>>(
    `/km/imports?dataSet=${dataSet}&page=${page}&pageSize=10`,
    (answer) => answer
  );
}

export function useFaults(job: string, page: number): Loaded<Page<ImportFault>> {
  return useLoaded<Page<ImportFault>, Page<ImportFault>>(
    `/km/imports/${job}/faults?page=${page}&pageSize=20`,
    (answer) => answer
  );
}

/** One job, looked at every second while it goes on by itself. */
export function useJob(id: string): Loaded<ImportJobDetail> {
  const loaded = useLoaded<ImportJobDetail, { data: ImportJobDetail }>(
    `/km/imports/${id}`,
    ({ data }) => data
  );
  const { value, isFailed, settled, reload } = loaded;
  const goesOn = isFailed || (value !== null && isMoving(value.state));
  useEffect(() => {
    if (!goesOn) return undefined;
    // Counted from the last answer: on a slow line the next question never cuts one short.
    const timer = setTimeout(reload, lookEvery);
    return () => clearTimeout(timer);
  }, [goesOn, settled, reload]);
  return loaded;
}

function useLoaded<Value, Answer>(path: string, adapt: (answer: Answer) => Value): Loaded<Value> {
  const { get } = useFetchClient();
  const [state, setState] = useState<{
    path: string;
    value: Value | null;
    isFailed: boolean;
    settled: number;
  }>({ path, value: null, isFailed: false, settled: 0 });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const abort = new AbortController();
    get<Answer>(path, { signal: abort.signal })
      .then(({ data }) => {
        if (abort.signal.aborted) return;
        setState(({ settled }) => ({
          path,
          value: adapt(data),
          isFailed: false,
          settled: settled + 1,
        }));
      })
      .catch(() => {
        if (!abort.signal.aborted) {
          setState((before) => ({
            path,
            value: before.path === path ? before.value : null,
            isFailed: true,
            settled: before.settled + 1,
          }));
        }
      });
    return () => abort.abort();
    // What an answer is adapted by never changes for a path.
  }, [get, path, round]);

  return {
    value: state.path === path ? state.value : null,
    isFailed: state.isFailed,
    settled: state.settled,
    reload: useCallback(() => setRound((count) => count + 1), []),
  };
}
