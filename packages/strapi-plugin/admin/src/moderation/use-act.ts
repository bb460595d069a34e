import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ActResult, MemberAct, PostAct, QueueItem } from './api';
import { useWords } from './say';

/** What is about to be done, once its reason is given. */
export type Intent =
  | { target: 'posts'; act: PostAct; posts: readonly Pick<QueueItem, 'kind' | 'id'>[] }
  | { target: 'member'; act: MemberAct; member: { id: string; displayName: string } };

/** Does what a moderator decided and says what came of it. */
export function useAct(onDone: () => void) {
  const say = useWords();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function actOnPosts(
    action: PostAct,
    posts: Extract<Intent, { target: 'posts' }>['posts'],
    reason: string
  ) {
    const items = posts.map(({ kind, id }) => ({ kind, id }));
    const { data } = await post<{ data: ActResult[] }>('/km/moderation/acts', {
      items,
      action,
      reason,
    });
    const refused = data.data.filter(({ done }) => !done);
    if (refused.length === 0) {
      toggleNotification({ type: 'success', message: say('done', { count: items.length }) });
    } else {
      const why = [...new Set(refused.flatMap(({ message }) => message ?? []))].join(' ');
      toggleNotification({
        type: 'warning',
        message: say('done.partly', {
          done: items.length - refused.length,
          count: items.length,
          why,
        }),
      });
    }
  }

  /** @returns whether it was done, wholly or in part. */
  async function act(intent: Intent, reason: string, until: string | null): Promise<boolean> {
    setBusy(true);
    setFailure(null);
    try {
      if (intent.target === 'posts') {
        await actOnPosts(intent.act, intent.posts, reason);
      } else {
        await post(`/km/moderation/members/${intent.member.id}`, {
          action: intent.act,
          reason,
          ...(intent.act === 'suspend' && until && { until }),
        });
        toggleNotification({ type: 'success', message: say('done.member') });
      }
      onDone();
      return true;
    } catch (error) {
      setFailure(formatAPIError(error as Parameters<typeof formatAPIError>[0]));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { act, isBusy, failure, forget: () => setFailure(null) };
}
