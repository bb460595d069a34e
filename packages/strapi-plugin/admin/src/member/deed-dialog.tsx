import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { useWords } from '../moderation/say';
import { TermField, untilAfter } from '../moderation/term-field';
import { RoleFields, type Role, type RoleFaults } from './role-fields';
import { useMemberWords } from './say';
import { useDeed, type Intent } from './use-deed';

const [fewest, most] = [3, 500];
const harmless = ['approve', 'reinstate', 'appoint', 'email'];

interface DeedDialogProps {
  intent: Intent;
  onClose(): void;
  onDone(): void;
}

/** Asks why before anything is done: the log keeps it, and the member reads it where it is theirs. */
export function DeedDialog({ intent, onClose, onDone }: DeedDialogProps) {
  const { deed, member } = intent;
  const say = useMemberWords();
  const sayShared = useWords();
  const { perform, isBusy, failure } = useDeed(onDone);
  const [reason, setReason] = useState(deed === 'approve' ? say('reason.approve') : '');
  const [days, setDays] = useState<number>(7);
  const [role, setRole] = useState<Role>({
    grade: member.grade,
    isModerator: member.isModerator,
    provinceCode: member.provinceCode ?? '',
    authorityCode: member.authorityCode ?? '',
  });
  const [faults, setFaults] = useState<RoleFaults & { reason?: string }>({});
  const [email, setEmail] = useState<string | null>(null);

  function findFaults() {
    const isAppointed = deed === 'appoint';
    const { grade, provinceCode, authorityCode } = role;
    return {
      ...(reason.trim().length < fewest && { reason: sayShared('reason.missing') }),
      ...(isAppointed &&
        grade === 'province' &&
        !provinceCode && { provinceCode: say('province.choose') }),
      ...(isAppointed &&
        grade === 'peer' &&
        authorityCode !== '' &&
        !/^\d{8}$/.test(authorityCode) && { authorityCode: say('authorityCode.wrong') }),
    };
  }

  function bodyOf(): object {
    const why = { reason: reason.trim() };
    if (deed === 'suspend') {
      return { ...why, until: untilAfter(days) };
    }
    if (deed !== 'appoint') return why;
    const { grade, isModerator, provinceCode, authorityCode } = role;
    return {
      ...why,
      grade,
      isModerator,
      ...(grade === 'province' && { provinceCode }),
      ...(grade === 'peer' && authorityCode && { authorityCode }),
    };
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = findFaults();
    setFaults(found);
    if (Object.keys(found).length > 0 || isBusy) return;
    const answer = await perform<{ email?: string }>(intent, bodyOf());
    if (!answer) return;
    if (deed === 'email') setEmail(answer.email ?? '');
    else onClose();
  }

  return (
    <Modal.Root open onOpenChange={(isOpen: boolean) => !isOpen && onClose()}>
      <Modal.Content>
        <form onSubmit={submit} noValidate>
          <Modal.Header>
            <Modal.Title>{say(`ask.${deed}`, { name: member.displayName })}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography>{say(`explain.${deed}`)}</Typography>
              {deed === 'appoint' && (
                <RoleFields
                  role={role}
                  faults={faults}
                  onChange={(change) => setRole((before) => ({ ...before, ...change }))}
                />
              )}
              {deed === 'suspend' && <TermField days={days} onChange={setDays} />}
              {email === null ? (
                <Field.Root
                  required
                  error={faults.reason ?? failure ?? undefined}
                  hint={say(deed === 'email' ? 'reason.logged' : 'reason.mailed')}
                >
                  <Field.Label>{sayShared('reason')}</Field.Label>
                  <Textarea
                    value={reason}
                    maxLength={most}
                    onChange={(event: { target: { value: string } }) => {
                      setReason(event.target.value);
                      setFaults(({ reason: _reason, ...others }) => others);
                    }}
                  />
                  <Field.Hint />
                  <Field.Error />
                </Field.Root>
              ) : (
                <Typography fontWeight="bold" role="status">
                  {email}
                </Typography>
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {email === null ? sayShared('cancel') : say('close')}
            </Button>
            {email === null && (
              <Button
                type="submit"
                variant={harmless.includes(deed) ? 'default' : 'danger'}
                loading={isBusy}
              >
                {say(`act.${deed}`)}
              </Button>
            )}
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
