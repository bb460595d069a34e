import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';

/** The words of the moderation pages by their short name. */
export function useWords(): (name: string, values?: Record<string, string | number>) => string {
  const { formatMessage } = useIntl();
  return (name, values) => formatMessage({ id: keyOf(`moderation.${name}`) }, values);
}

/** A moment in Bangkok, as officers write it. */
export function useMoment(): (iso: string) => string {
  const { formatDate } = useIntl();
  return (iso) =>
    formatDate(iso, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Bangkok' });
}
