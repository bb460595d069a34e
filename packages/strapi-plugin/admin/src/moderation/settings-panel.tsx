import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { useLoaded } from '../search/use-loaded';
import type { BoardSettings } from './api';
import { Failure } from './failure';
import { useWords } from './say';
import { NumberField, PersonalDataFields } from './settings-fields';
import { faultsOf, refusedFields, wordsIn, type SettingsFaults } from './settings-rules';

/** What holds a post back: officers decide it here, and every server acts on it at once. */
export function SettingsPanel({ canConfigure }: { canConfigure: boolean }) {
  const { status, shown, reload } = useLoaded<{ data: BoardSettings }>('/km/moderation/settings');
  return (
    <Box padding={6} aria-busy={status === 'loading'}>
      {status === 'failed' && <Failure onRetry={reload} />}
      {status === 'loading' && !shown && <Page.Loading />}
      {shown && <SettingsForm kept={shown.data} canConfigure={canConfigure} />}
    </Box>
  );
}

interface SettingsFormProps {
  kept: BoardSettings;
  canConfigure: boolean;
}

function SettingsForm({ kept, canConfigure }: SettingsFormProps) {
  const say = useWords();
  const { put } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [settings, setSettings] = useState(kept);
  const [words, setWords] = useState(kept.words.join('\n'));
  const [faults, setFaults] = useState<SettingsFaults>({});
  const [isBusy, setBusy] = useState(false);

  const change = (part: Partial<BoardSettings>) => {
    setSettings((before) => ({ ...before, ...part }));
    setFaults((before) => ({
      ...before,
      ...Object.fromEntries(Object.keys(part).map((name) => [name, undefined])),
    }));
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const next = { ...settings, words: wordsIn(words) };
    const found = faultsOf(next);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const { data } = await put<{ data: BoardSettings }>('/km/moderation/settings', next);
      setSettings(data.data);
      setWords(data.data.words.join('\n'));
      toggleNotification({ type: 'success', message: say('settings.saved') });
    } catch (error) {
      setFaults(refusedFields(error, next));
      toggleNotification({ type: 'danger', message: say('settings.notSaved') });
    }
    setBusy(false);
  }

  const wrongWords = faults.words?.join(', ');
  return (
    <Flex
      tag="form"
      noValidate
      onSubmit={submit}
      direction="column"
      alignItems="stretch"
      gap={6}
      maxWidth="720px"
    >
      <Typography textColor="neutral600">
        {say(canConfigure ? 'settings.about' : 'settings.readOnly')}
      </Typography>
      {(['firstPosts', 'reportsToHold', 'linksToHold'] as const).map((name) => (
        <NumberField
          key={name}
          name={name}
          value={settings[name]}
          isWrong={!!faults[name]}
          isDisabled={!canConfigure}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <PersonalDataFields
        policies={settings.personalData}
        isDisabled={!canConfigure}
        onChange={(personalData) => change({ personalData })}
      />
      <Field.Root
        error={wrongWords && say('settings.words.wrong', { words: wrongWords })}
        hint={say('settings.words.hint', { count: wordsIn(words).length })}
      >
        <Field.Label>{say('settings.words')}</Field.Label>
        <Textarea
          lang="th"
          rows={10}
          value={words}
          disabled={!canConfigure}
          onChange={(event: { target: { value: string } }) => {
            setWords(event.target.value);
            setFaults((before) => ({ ...before, words: undefined }));
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      {canConfigure && (
        <Box>
          <Button type="submit" loading={isBusy}>
            {say('settings.save')}
          </Button>
        </Box>
      )}
    </Flex>
  );
}
