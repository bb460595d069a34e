import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { folders } from './folders.js';

// Editors save in bursts; one build answers all of a burst.
const lull = 150;
let waiting: NodeJS.Timeout | undefined;

/** A process of its own for each build, because Node keeps the modules it has read. */
function build(): void {
  spawnSync('npm', ['run', '--silent', 'build'], { cwd: folders.compiled, stdio: 'inherit' });
}

build();
watch(folders.source, { recursive: true }, () => {
  clearTimeout(waiting);
  waiting = setTimeout(build, lull);
});
