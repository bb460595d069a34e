import { Box, Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { useDownload } from '../import/use-download';
import { useWords } from './say';

type Faults = Partial<Record<'from' | 'to' | 'memberId' | 'reason', string>>;

const empty = { from: '', to: '', memberId: '', reason: '' };

/** The law's traffic log as a file; who took it and why is kept. */
export function TrafficPanel() {
  const say = useWords();
  const download = useDownload();
  const [asked, setAsked] = useState(empty);
  const [faults, setFaults] = useState<Faults>({});
  const [isBusy, setBusy] = useState(false);
  const set = (name: keyof typeof empty) => (event: { target: { value: string } }) => {
    setAsked((before) => ({ ...before, [name]: event.target.value }));
    setFaults((before) => ({ ...before, [name]: undefined }));
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found: Faults = {
      ...(!asked.from && { from: say('traffic.dayMissing') }),
      ...(!asked.to && { to: say('traffic.dayMissing') }),
      ...(asked.from && asked.to && asked.to < asked.from && { to: say('traffic.backwards') }),
      ...(asked.memberId &&
        !/^[a-z0-9]{24,25}$/.test(asked.memberId) && { memberId: say('traffic.memberWrong') }),
      ...(asked.reason.trim().length < 3 && { reason: say('reason.missing') }),
    };
    setFaults(found);
    if (Object.keys(found).length > 0 || isBusy) return;
    setBusy(true);
    const query = new URLSearchParams({
      from: asked.from,
      to: asked.to,
      reason: asked.reason.trim(),
      ...(asked.memberId && { memberId: asked.memberId }),
    });
    await download(`/km/moderation/traffic.csv?${query}`, `traffic-${asked.from}-${asked.to}.csv`);
    setBusy(false);
  }

  return (
    <Box padding={6}>
      <Flex direction="column" alignItems="stretch" gap={5} maxWidth="720px">
        <Typography textColor="neutral600">{say('traffic.about')}</Typography>
        <Flex
          tag="form"
          noValidate
          onSubmit={submit}
          direction="column"
          alignItems="stretch"
          gap={4}
        >
          <Flex gap={4} wrap="wrap" alignItems="flex-start">
            {(['from', 'to'] as const).map((name) => (
              <Field.Root key={name} required error={faults[name]} width="220px">
                <Field.Label>{say(`traffic.${name}`)}</Field.Label>
                <TextInput type="date" value={asked[name]} onChange={set(name)} />
                <Field.Error />
              </Field.Root>
            ))}
          </Flex>
          <Field.Root error={faults.memberId} hint={say('traffic.memberHint')}>
            <Field.Label>{say('traffic.member')}</Field.Label>
            <TextInput value={asked.memberId} maxLength={25} onChange={set('memberId')} />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Field.Root required error={faults.reason} hint={say('traffic.reasonHint')}>
            <Field.Label>{say('reason')}</Field.Label>
            <Textarea value={asked.reason} maxLength={500} onChange={set('reason')} />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <Box>
            <Button type="submit" loading={isBusy}>
              {say('traffic.export')}
            </Button>
          </Box>
        </Flex>
        <ChainCheck />
      </Flex>
    </Box>
  );
}

/** Whether nothing in the log was changed or taken out since it was written. */
function ChainCheck() {
  const say = useWords();
  const { get } = useFetchClient();
  const [outcome, setOutcome] = useState<'holds' | 'failed' | number | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function check() {
    setBusy(true);
    try {
      const { data } = await get<{ data: { holds: boolean; broken: number | null } }>(
        '/km/moderation/traffic/check'
      );
      setOutcome(data.data.holds ? 'holds' : (data.data.broken ?? 0));
    } catch {
      setOutcome('failed');
    }
    setBusy(false);
  }

  return (
    <Flex gap={3} wrap="wrap">
      <Button variant="secondary" loading={isBusy} onClick={() => void check()}>
        {say('traffic.check')}
      </Button>
      <Typography
        role="status"
        textColor={
          outcome === 'holds' ? 'success600' : outcome === null ? 'neutral600' : 'danger600'
        }
      >
        {outcome === null
          ? ''
          : outcome === 'holds'
            ? say('traffic.holds')
            : outcome === 'failed'
              ? say('failed')
              : say('traffic.broken', { number: outcome })}
      </Typography>
    </Flex>
  );
}
