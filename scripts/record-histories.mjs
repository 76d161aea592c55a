// Keeps histories of complete cases as those of a release, for the replay test: node scripts/record-histories.mjs RELEASE
import { spawnSync } from 'node:child_process';

const [release] = process.argv.slice(2);
if (!/^[\w.-]+$/.test(release ?? '')) {
  console.error('usage: node scripts/record-histories.mjs RELEASE   (for example 0.2.0)');
  process.exit(1);
}
const run = (command, args, env = {}) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) process.exit(status ?? 1);
};
run('npm', ['test', '--', '--testPathPatterns', 'test/(replay/|api/cases)'], { BANJIE_RECORD_HISTORY: release });
run('npx', ['prettier', '--log-level', 'warn', '--write', 'test/replay/histories']);
