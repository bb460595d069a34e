import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';

/** The words of the import centre by their short name. */
export function useWords(): (name: string, values?: Record<string, string | number>) => string {
  const { formatMessage } = useIntl();
  return (name, values) => formatMessage({ id: keyOf(`import.${name}`) }, values);
}
