import { Box, Button, Field, Flex, Radio, Typography } from '@strapi/design-system';
import { Page, useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState, type FormEvent } from 'react';
import { Failure } from '../moderation/failure';
import { useLoaded } from '../search/use-loaded';
import { approvals, secondFactors, type MemberSettings } from './api';
import { useMemberWords } from './say';

const address = '/km/members/settings';

/** Who approves new members, and who must sign in with a second factor. */
export function SettingsPanel() {
  const { status, shown, reload } = useLoaded<{ data: MemberSettings }>(address);
  return (
    <Box padding={6} aria-busy={status === 'loading'}>
      {status === 'failed' && <Failure onRetry={reload} />}
      {status === 'loading' && !shown && <Page.Loading />}
      {shown && <SettingsForm kept={shown.data} />}
    </Box>
  );
}

function SettingsForm({ kept }: { kept: MemberSettings }) {
  const say = useMemberWords();
  const { put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [settings, setSettings] = useState(kept);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => setSettings(kept), [kept]);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    try {
      await put(address, settings);
      toggleNotification({ type: 'success', message: say('settings.saved') });
    } catch (error) {
      const message = formatAPIError(error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Flex
      tag="form"
      onSubmit={save}
      direction="column"
      alignItems="stretch"
      gap={6}
      maxWidth="720px"
    >
      <Choices
        name="approval"
        options={approvals}
        value={settings.approval}
        onChange={(approval) => setSettings((before) => ({ ...before, approval }))}
      />
      <Choices
        name="secondFactor"
        options={secondFactors}
        value={settings.secondFactor}
        onChange={(secondFactor) => setSettings((before) => ({ ...before, secondFactor }))}
      />
      <Box>
        <Button type="submit" loading={isBusy}>
          {say('settings.save')}
        </Button>
      </Box>
    </Flex>
  );
}

interface ChoicesProps<Value extends string> {
  name: string;
  options: readonly Value[];
  value: Value;
  onChange(value: Value): void;
}

function Choices<Value extends string>({ name, options, value, onChange }: ChoicesProps<Value>) {
  const say = useMemberWords();
  return (
    <Field.Root hint={say(`settings.${name}.hint`)}>
      <Typography id={`km-${name}`} variant="pi" fontWeight="bold">
        {say(`settings.${name}`)}
      </Typography>
      <Radio.Group
        aria-labelledby={`km-${name}`}
        value={value}
        onValueChange={(chosen: string) => onChange(chosen as Value)}
      >
        {options.map((option) => (
          <Radio.Item key={option} value={option}>
            {say(`${name}.${option}`)}
          </Radio.Item>
        ))}
      </Radio.Group>
      <Field.Hint />
    </Field.Root>
  );
}
