import './lib/check-node.mjs';
import { parseArgs } from 'node:util';
import { measured, reckon, usual } from './lib/capacity.mjs';
import { fail } from './lib/progress.mjs';

const usage = `Usage: node scripts/capacity.mjs [--<figure> <number>]

Figures, with what they are unless given:
${Object.entries({ ...measured, ...usual })
  .map(([name, value]) => `  --${name} ${value}`)
  .join('\n')}
`;

try {
  const names = Object.keys({ ...measured, ...usual });
  const { values } = parseArgs({
    options: Object.fromEntries(
      names.map((name) => [name, /** @type {{type: 'string'}} */ ({ type: 'string' })])
    ),
  });
  const given = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value)])
  );
  if (Object.values(given).some((value) => !(value >= 0))) throw new Error(usage);
  const count = (/** @type {number} */ number) =>
    number >= 100 ? Math.round(number).toLocaleString('en') : number.toPrecision(2);
  process.stdout.write(
    '| loads a day | requests a day | GB a day | peak requests/s | peak Mbit/s | at instances/s | at database/s | nginx cores | instances | instances without nginx |\n' +
      '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n'
  );
  for (let loads = 100; loads <= 100_000_000; loads *= 10) {
    const r = reckon(loads, given, given);
    const cells = [
      loads.toLocaleString('en'),
      ...[r.requests, r.bytes / 1e9, r.peak, r.peakMegabits, r.atInstances, r.atDatabase].map(
        count
      ),
      ...[r.nginxCores, r.instances, r.instancesWithoutNginx].map(String),
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
} catch (error) {
  fail(error instanceof TypeError ? new Error(usage) : error);
}
