import { Badge, Button, Flex, Td, Tr, Typography } from '@strapi/design-system';
import { breaking } from '../listing/listing';
import { useMoment, useWords } from '../moderation/say';
import { deedsFor, type ListedMember } from './api';
import type { Allowed } from './permission';
import { useMemberWords } from './say';
import type { Intent } from './use-deed';
import { soundBadge } from '../listing/sound-badge';

interface MemberRowProps {
  member: ListedMember;
  allowed: Allowed;
  onIntend(intent: Intent): void;
}

/** A member and what may be done about them. */
export function MemberRow({ member, allowed, onIntend }: MemberRowProps) {
  const say = useMemberWords();
  const sayShared = useWords();
  const moment = useMoment();
  return (
    <Tr>
      <Td maxWidth="220px">
        <Typography tag="p" fontWeight="semiBold" style={breaking}>
          {member.displayName}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" style={breaking}>
          {member.position}
        </Typography>
      </Td>
      <Td maxWidth="220px">
        <Typography tag="p" style={breaking}>
          {member.authorityName ?? say('noAuthority')}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" style={breaking}>
          {sayShared(`grade.${member.grade}`)}
          {member.isModerator ? ` · ${sayShared('moderator')}` : ''}
          {member.hasSecondFactor ? ` · ${say('twoFactors')}` : ''}
        </Typography>
      </Td>
      <Td maxWidth="220px">
        <Badge {...(member.state === 'active' && soundBadge)}>
          {sayShared(`state.${member.state}`)}
        </Badge>
        {member.suspendedUntil && (
          <Typography tag="p" variant="pi" style={breaking}>
            {sayShared('suspendedUntil', { time: moment(member.suspendedUntil) })}
          </Typography>
        )}
        {member.stateReason && (
          <Typography tag="p" variant="pi" textColor="neutral600" style={breaking}>
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
      <Td maxWidth="320px">
        <Flex gap={2} wrap="wrap">
          {deedsFor(member, allowed).map((deed) => (
            <Button
              key={deed}
              size="S"
              variant={
                deed === 'approve'
                  ? 'default'
                  : ['block', 'suspend', 'refuse'].includes(deed)
                    ? 'danger-light'
                    : 'tertiary'
              }
              aria-label={sayShared('act.for', {
                act: say(`act.${deed}`),
                name: member.displayName,
              })}
              onClick={() => onIntend({ deed, member })}
            >
              {say(`act.${deed}`)}
            </Button>
          ))}
        </Flex>
      </Td>
    </Tr>
  );
}
