import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { DataSetName, ImportJob, ImportOptions } from './api';

/** What comes of sending a file: the job it began, or a sentence that says why not. */
export type UploadOutcome = { job: ImportJob } | { refusal: string | null };

interface Upload {
  /** Part of the file that was sent, 0 to 1; null while nothing is being sent. */
  sent: number | null;
  send(dataSet: DataSetName, file: File, options: ImportOptions): Promise<UploadOutcome>;
  stop(): void;
}

/** Sends a file's bytes and says how far it is, which `fetch` cannot. */
export function useUpload(): Upload {
  const { get } = useFetchClient();
  const token = useAuth('ImportUpload', (auth) => auth.token);
  const newest = useRef(token);
  newest.current = token;
  const request = useRef<XMLHttpRequest | null>(null);
  const [sent, setSent] = useState<number | null>(null);

  async function send(
    dataSet: DataSetName,
    file: File,
    options: ImportOptions
  ): Promise<UploadOutcome> {
    setSent(0);
    try {
      // Strapi's client renews a token that has run out; a request of our own would just fail.
      await get('/km/imports/data-sets');
      const query = new URLSearchParams({
        dataSet,
        fileName: file.name,
        unit: options.unit,
        scope: options.scope,
        sample: String(options.sample),
      });
      return await new Promise<UploadOutcome>((resolve) => {
        const sending = new XMLHttpRequest();
        request.current = sending;
        sending.open('POST', `${backend()}/km/imports?${query}`);
        sending.withCredentials = true;
        sending.setRequestHeader('Content-Type', 'application/octet-stream');
        if (newest.current) sending.setRequestHeader('Authorization', `Bearer ${newest.current}`);
        sending.upload.onprogress = ({ loaded, total }) => setSent(total > 0 ? loaded / total : 0);
        sending.onload = () => resolve(outcomeOf(sending));
        sending.onerror = () => resolve({ refusal: null });
        sending.onabort = () => resolve({ refusal: null });
        sending.send(file);
      });
    } finally {
      request.current = null;
      setSent(null);
    }
  }

  return { sent, send, stop: () => request.current?.abort() };
}

function outcomeOf({ status, responseText }: XMLHttpRequest): UploadOutcome {
  try {
    const { data, error } = JSON.parse(responseText) as {
      data: ImportJob | null;
      error?: { message?: string };
    };
    if (status === 201 && data) return { job: data };
    return { refusal: error?.message ?? null };
  } catch {
    return { refusal: null };
  }
}

/** Where Strapi's own client sends its requests. */
function backend(): string {
  return (window.strapi as unknown as { backendURL?: string }).backendURL ?? '';
}
