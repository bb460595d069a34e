import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { Deed, ListedMember } from './api';
import { useMemberWords } from './say';

/** What is about to be done about a member, once its reason is given. */
export interface Intent {
  deed: Deed;
  member: ListedMember;
}

/** Does what an officer decided and says what came of it. */
export function useDeed(onDone: () => void) {
  const say = useMemberWords();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  /** @returns what the server answered; null where it was not done. */
  async function perform<Answer>({ deed, member }: Intent, body: object): Promise<Answer | null> {
    setBusy(true);
    setFailure(null);
    try {
      const address = `/km/members/${member.id}/${deed}`;
      const { data } = await post<{ data: Answer }>(address, body);
      const message = say(`done.${deed}`, { name: member.displayName });
      toggleNotification({ type: 'success', message });
      onDone();
      return data.data;
    } catch (error) {
      setFailure(formatAPIError(error as Parameters<typeof formatAPIError>[0]));
      return null;
    } finally {
      setBusy(false);
    }
  }

  return { perform, isBusy, failure };
}
