import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';

/** The words of the page of members by their short name. */
export function useMemberWords(): (
  name: string,
  values?: Record<string, string | number>
) => string {
  const { formatMessage } = useIntl();
  return (name, values) => formatMessage({ id: keyOf(`member.${name}`) }, values);
}
