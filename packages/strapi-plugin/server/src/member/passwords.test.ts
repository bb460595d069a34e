import { describe, expect, it } from 'vitest';
import { passwordFault } from './passwords';

describe('a new password', () => {
  it.each(['แมวกินปลาทู ริมคลอง 7', 'correct horse battery staple', 'Xk7#mQ2vLp9z'])(
    'may be %s',
    async (password) => expect(await passwordFault(password, [])).toBeNull()
  );

  it.each([
    ['short', 'Xk7#mQ2vL'],
    ['common', 'password123'],
    ['common with signs', 'P@ssw0rd!!'],
    ['keys in a row', 'qwertyuiop[]'],
    ['one sign', 'aaaaaaaaaaaaaaaa'],
    ['numbers in a row', '1234567890123'],
    ['a date', '01/01/2569 '],
    ['a Thai word on English keys', 'isylzjko1234'],
    ['the house', 'e-laas2569'],
    ['longer than the hash reads', 'ก'.repeat(25)],
  ])('may not be %s', async (_what, password) =>
    expect(await passwordFault(password, [])).not.toBeNull()
  );

  it('may not be what others know of the member', async () => {
    expect(
      await passwordFault('somying.kanngoen', ['somying.kanngoen@example.go.th'])
    ).not.toBeNull();
  });
});
