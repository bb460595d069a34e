import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { useWords } from './say';
import { TermField, untilAfter } from './term-field';
import { useAct, type Intent } from './use-act';

const [fewest, most] = [3, 500];

interface ActDialogProps {
  intent: Intent;
  onClose(): void;
  onDone(): void;
}

/** Asks why before anything is done: the author reads it, and the log keeps it. */
export function ActDialog({ intent, onClose, onDone }: ActDialogProps) {
  const say = useWords();
  const { act, isBusy, failure } = useAct(onDone);
  const [reason, setReason] = useState(intent.act === 'approve' ? say('reason.approve') : '');
  const [days, setDays] = useState<number>(7);
  const [isMissing, setMissing] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const isShort = reason.trim().length < fewest;
    setMissing(isShort);
    if (isShort || isBusy) return;
    const until = untilAfter(days);
    if (await act(intent, reason.trim(), until)) onClose();
  }

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <form onSubmit={submit} noValidate>
          <Modal.Header>
            <Modal.Title>
              {intent.target === 'posts'
                ? say(`ask.${intent.act}`, { count: intent.posts.length })
                : say(`ask.${intent.act}`, { name: intent.member.displayName })}
            </Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{say(`explain.${intent.act}`)}</Typography>
              {intent.act === 'suspend' && <TermField days={days} onChange={setDays} />}
              <Field.Root
                required
                error={isMissing ? say('reason.missing') : (failure ?? undefined)}
                hint={say('reason.hint')}
              >
                <Field.Label>{say('reason')}</Field.Label>
                <Textarea
                  value={reason}
                  maxLength={most}
                  onChange={(event: { target: { value: string } }) => {
                    setReason(event.target.value);
                    setMissing(false);
                  }}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button
              type="submit"
              variant={/approve|reinstate|warn/.test(intent.act) ? 'default' : 'danger'}
              loading={isBusy}
            >
              {say(`act.${intent.act}`)}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
