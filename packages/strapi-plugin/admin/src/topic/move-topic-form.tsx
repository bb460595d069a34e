import {
  Button,
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  Loader,
  Modal,
  Typography,
} from '@strapi/design-system';
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { keyOf } from '../plugin-id';

interface Leaving {
  uses: { noun: string; unit: string; count: number }[];
  targets: { documentId: string; path: string }[];
}

interface MoveTopicFormProps {
  documentId: string;
  onClose(): void;
}

/** Asks which menu takes what is in this one. */
export function MoveTopicForm({ documentId, onClose }: MoveTopicFormProps) {
  const { formatMessage } = useIntl();
  const { get, post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const navigate = useNavigate();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [target, setTarget] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isMoving, setMoving] = useState(false);
  const say = (name: string, values?: Record<string, string>) =>
    formatMessage({ id: keyOf(`moveTopic.${name}`) }, values);

  useEffect(() => {
    const abort = new AbortController();
    get<{ data: Leaving }>(`/km/topics/${documentId}/leaving`, { signal: abort.signal })
      .then(({ data }) => setLeaving(data.data))
      .catch((error) => {
        if (!abort.signal.aborted) setFailure(formatAPIError(error));
      });
    return () => abort.abort();
  }, [documentId, get, formatAPIError]);

  async function move() {
    setMoving(true);
    setFailure(undefined);
    try {
      await post(`/km/topics/${documentId}/move-and-delete`, { target });
      toggleNotification({ type: 'success', message: say('done') });
      onClose();
      navigate('/content-manager/collection-types/plugin::km.topic', { replace: true });
    } catch (error) {
      setFailure(formatAPIError(error as Parameters<typeof formatAPIError>[0]));
      setMoving(false);
    }
  }

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{say('explain')}</Typography>
          {leaving ? (
            <>
              <Typography fontWeight="bold">
                {leaving.uses.length === 0
                  ? say('nothing')
                  : say('holds', { things: inWords(leaving.uses) })}
              </Typography>
              <Field.Root required error={failure}>
                <Field.Label>{say('target')}</Field.Label>
                <Combobox
                  placeholder={say('choose')}
                  value={target}
                  onChange={(value) => setTarget(value || undefined)}
                >
                  {leaving.targets.map(({ documentId: id, path }) => (
                    <ComboboxOption key={id} value={id}>
                      {path}
                    </ComboboxOption>
                  ))}
                </Combobox>
                <Field.Error />
              </Field.Root>
            </>
          ) : failure ? (
            <Typography textColor="danger600" role="alert">
              {failure}
            </Typography>
          ) : (
            <Loader>{say('loading')}</Loader>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button variant="danger" disabled={!target} loading={isMoving} onClick={move}>
          {say('confirm')}
        </Button>
      </Modal.Footer>
    </>
  );
}

function inWords(uses: Leaving['uses']): string {
  return uses.map(({ noun, unit, count }) => `${noun} ${count} ${unit}`).join(' ');
}
