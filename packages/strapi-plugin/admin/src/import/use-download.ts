import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';

/** Saves a file that only those who signed in may have: a plain link carries no token. */
export function useDownload(): (path: string, fileName: string) => Promise<void> {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatMessage } = useIntl();
  return async (path, fileName) => {
    try {
      const { data } = await get<Blob>(path, { responseType: 'blob' });
      const address = URL.createObjectURL(data);
      const link = document.createElement('a');
      link.href = address;
      link.download = fileName;
      link.click();
      // Browsers read the address after the click has been handled.
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch {
      toggleNotification({
        type: 'danger',
        message: formatMessage({ id: keyOf('import.download.failed') }),
      });
    }
  };
}
