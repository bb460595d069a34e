import {
  Badge,
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Td,
  TextInput,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { useLoaded } from '../search/use-loaded';
import { ActDialog } from './act-dialog';
import { memberActs, memberStates, type ListedMember, type MemberPage } from './api';
import { Failure } from './failure';
import { Pages } from './pages';
import { useMoment, useWords } from './say';
import type { Intent } from './use-act';

const pageSize = 25;
const columns = ['name', 'authority', 'state', 'approved', 'since', 'act'] as const;
/** The select of the design system takes no empty value. */
const all = 'all';

/** Who is a member, how each of them stands, and what may be done about it. */
export function MembersPanel() {
  const say = useWords();
  const [words, setWords] = useState('');
  const [choice, setChoice] = useState({ q: '', state: all, page: 1 });
  const [intent, setIntent] = useState<Intent | null>(null);
  const query = new URLSearchParams({
    page: String(choice.page),
    pageSize: String(pageSize),
    ...(choice.q && { q: choice.q }),
    ...(choice.state !== all && { state: choice.state }),
  });
  const { status, shown, reload } = useLoaded<MemberPage>(`/km/members?${query}`);

  const search = (event: FormEvent) => {
    event.preventDefault();
    setChoice((before) => ({ ...before, q: words.trim(), page: 1 }));
  };

  return (
    <Box padding={6} aria-busy={status === 'loading'}>
      <Flex tag="form" role="search" onSubmit={search} gap={4} wrap="wrap" alignItems="flex-end">
        <Field.Root width="320px">
          <Field.Label>{say('members.search')}</Field.Label>
          <TextInput
            value={words}
            maxLength={100}
            onChange={(event: { target: { value: string } }) => setWords(event.target.value)}
          />
        </Field.Root>
        <Field.Root width="200px">
          <Field.Label>{say('members.state')}</Field.Label>
          <SingleSelect
            value={choice.state}
            onChange={(state: string | number) =>
              setChoice((before) => ({ ...before, state: String(state), page: 1 }))
            }
          >
            <SingleSelectOption value={all}>{say('members.all')}</SingleSelectOption>
            {memberStates.map((state) => (
              <SingleSelectOption key={state} value={state}>
                {say(`state.${state}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Button type="submit" variant="secondary" size="L">
          {say('members.find')}
        </Button>
      </Flex>
      <Box paddingTop={4}>
        {status === 'failed' && <Failure onRetry={reload} />}
        {status === 'loading' && !shown && <Page.Loading />}
        {shown && shown.data.length === 0 && (
          <Box background="neutral100" padding={8} hasRadius>
            <Typography textColor="neutral600">{say('members.empty')}</Typography>
          </Box>
        )}
        {shown && shown.data.length > 0 && (
          <>
            <Box overflow="auto">
              <Table colCount={columns.length} rowCount={shown.data.length + 1}>
                <Thead>
                  <Tr>
                    {columns.map((column) => (
                      <Th key={column}>
                        <Typography variant="sigma">{say(`members.${column}`)}</Typography>
                      </Th>
                    ))}
                  </Tr>
                </Thead>
                <Tbody>
                  {shown.data.map((member) => (
                    <MemberRow key={member.id} member={member} onIntend={setIntent} />
                  ))}
                </Tbody>
              </Table>
            </Box>
            <Box paddingTop={4}>
              <Pages
                page={choice.page}
                pageSize={pageSize}
                total={shown.meta.total}
                onPage={(page) => setChoice((before) => ({ ...before, page }))}
              />
            </Box>
          </>
        )}
      </Box>
      {intent && <ActDialog intent={intent} onClose={() => setIntent(null)} onDone={reload} />}
    </Box>
  );
}

function MemberRow({ member, onIntend }: { member: ListedMember; onIntend(intent: Intent): void }) {
  const say = useWords();
  const moment = useMoment();
  const isOut = member.state === 'suspended' || member.state === 'blocked';
  const words = { overflowWrap: 'anywhere', whiteSpace: 'normal' } as const;
  return (
    <Tr>
      <Td maxWidth="240px">
        <Typography tag="p" fontWeight="semiBold" style={words}>
          {member.displayName}
        </Typography>
        <Typography variant="pi" textColor="neutral600" style={words}>
          {member.email}
        </Typography>
      </Td>
      <Td maxWidth="240px">
        <Typography tag="p" style={words}>
          {member.authorityName ?? '–'}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {say(`grade.${member.grade}`)}
          {member.isModerator ? ` · ${say('moderator')}` : ''}
        </Typography>
      </Td>
      <Td maxWidth="240px">
        <Badge active={member.state === 'active'}>{say(`state.${member.state}`)}</Badge>
        {member.suspendedUntil && (
          <Typography tag="p" variant="pi">
            {say('suspendedUntil', { time: moment(member.suspendedUntil) })}
          </Typography>
        )}
        {member.stateReason && (
          <Typography tag="p" variant="pi" textColor="neutral600" style={words}>
            {member.stateReason}
          </Typography>
        )}
      </Td>
      <Td>
        <Typography>{member.approvedPosts.toLocaleString('th')}</Typography>
      </Td>
      <Td>
        <Typography>{moment(member.createdAt)}</Typography>
      </Td>
      <Td>
        <Flex gap={2} wrap="wrap">
          {memberActs
            .filter((act) => (act === 'reinstate') === isOut)
            .map((act) => (
              <Button
                key={act}
                variant={act === 'block' || act === 'suspend' ? 'danger-light' : 'tertiary'}
                aria-label={say('act.for', { act: say(`act.${act}`), name: member.displayName })}
                onClick={() => onIntend({ target: 'member', act, member })}
              >
                {say(`act.${act}`)}
              </Button>
            ))}
        </Flex>
      </Td>
    </Tr>
  );
}
