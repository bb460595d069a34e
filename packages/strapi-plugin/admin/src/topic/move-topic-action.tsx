import { ArrowsCounterClockwise } from '@strapi/icons';
import { useDocumentRBAC } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { keyOf } from '../plugin-id';
import { MoveTopicForm } from './move-topic-form';

interface Context {
  model: string;
  documentId?: string;
}

/** Offers to move what is in a menu to another one and to delete it, beside "delete". */
export function MoveTopicAction({ model, documentId }: Context) {
  const { formatMessage } = useIntl();
  const canDelete = useDocumentRBAC('MoveTopicAction', (rights) => rights.canDelete);
  if (model !== 'plugin::km.topic' || !documentId) return null;
  return {
    label: formatMessage({ id: keyOf('moveTopic.label') }),
    icon: <ArrowsCounterClockwise />,
    disabled: !canDelete,
    position: 'header' as const,
    dialog: {
      type: 'modal' as const,
      title: formatMessage({ id: keyOf('moveTopic.label') }),
      content: ({ onClose }: { onClose(): void }) => (
        <MoveTopicForm documentId={documentId} onClose={onClose} />
      ),
    },
  };
}
