// Imported first by every command, so that an old Node hears a sentence and not a syntax error.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits =
  (major === 20 && minor >= 19) ||
  (major === 22 && minor >= 12) ||
  (major >= 24 && major % 2 === 0);
if (!fits) {
  process.stderr.write(
    `KM e-LAAS needs Node.js 20.19 or later in the 20 line, 22.12 or later in the 22 line, or 24; this is ${process.versions.node}.\n` +
      'Install one of them (https://nodejs.org) and run the same command again.\n'
  );
  process.exit(1);
}
