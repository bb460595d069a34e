import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { Listing } from '../listing/listing';
import { useWords } from '../moderation/say';
import { useLoaded } from '../search/use-loaded';
import { memberGrades, memberStates, type MemberPage } from './api';
import { DeedDialog } from './deed-dialog';
import { MemberRow } from './member-row';
import type { Allowed } from './permission';
import { useMemberWords } from './say';
import type { Intent } from './use-deed';

const pageSize = 25;
const columns = ['name', 'authority', 'state', 'approved', 'since', 'act'] as const;
/** The select of the design system takes no empty value. */
const all = 'all';
const everybody = { q: '', state: all, grade: all, page: 1 };

interface MembersPanelProps {
  allowed: Allowed;
  /** Of the state the list begins with. */
  state?: string;
}

/** Who is a member, how each of them stands, and what may be done about it. */
export function MembersPanel({ allowed, state = all }: MembersPanelProps) {
  const say = useMemberWords();
  const sayShared = useWords();
  const [words, setWords] = useState('');
  const [choice, setChoice] = useState({ ...everybody, state });
  const [intent, setIntent] = useState<Intent | null>(null);
  const query = new URLSearchParams({
    page: String(choice.page),
    pageSize: String(pageSize),
    ...(choice.q && { q: choice.q }),
    ...(choice.state !== all && { state: choice.state }),
    ...(choice.grade !== all && { grade: choice.grade }),
  });
  const loaded = useLoaded<MemberPage>(`/km/members?${query}`);
  const choose = (change: Partial<typeof everybody>) =>
    setChoice((before) => ({ ...before, page: 1, ...change }));

  const search = (event: FormEvent) => {
    event.preventDefault();
    choose({ q: words.trim() });
  };

  return (
    <Box padding={6}>
      <Flex tag="form" role="search" onSubmit={search} gap={4} wrap="wrap" alignItems="flex-end">
        <Field.Root width="320px">
          <Field.Label>{say('search')}</Field.Label>
          <TextInput
            value={words}
            maxLength={100}
            onChange={(event: { target: { value: string } }) => setWords(event.target.value)}
          />
        </Field.Root>
        <Choice
          label={say('state')}
          value={choice.state}
          options={memberStates.map((one): [string, string] => [one, sayShared(`state.${one}`)])}
          onChange={(one) => choose({ state: one })}
        />
        <Choice
          label={say('grade')}
          value={choice.grade}
          options={memberGrades.map((one): [string, string] => [one, sayShared(`grade.${one}`)])}
          onChange={(grade) => choose({ grade })}
        />
        <Button type="submit" variant="secondary" size="L">
          {say('find')}
        </Button>
      </Flex>
      <Box paddingTop={4}>
        <Listing
          loaded={loaded}
          label={say('title')}
          heads={columns.map((column) => say(`column.${column}`))}
          empty={say(choice.state === 'awaiting' && !choice.q ? 'empty.awaiting' : 'empty')}
          page={choice.page}
          pageSize={pageSize}
          onPage={(page) => choose({ page })}
          renderRow={(member) => (
            <MemberRow key={member.id} member={member} allowed={allowed} onIntend={setIntent} />
          )}
        />
      </Box>
      {intent && (
        <DeedDialog intent={intent} onClose={() => setIntent(null)} onDone={loaded.reload} />
      )}
    </Box>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: [value: string, name: string][];
  onChange(value: string): void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const say = useMemberWords();
  return (
    <Field.Root width="200px">
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value} onChange={(one: string | number) => onChange(String(one))}>
        <SingleSelectOption value={all}>{say('all')}</SingleSelectOption>
        {options.map(([one, name]) => (
          <SingleSelectOption key={one} value={one}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
