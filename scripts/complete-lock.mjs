// Completes package-lock.json with the optional packages of other platforms (binaries of swc, oxc, …). A registry that does not carry them makes
// `npm install` leave them out, and `npm ci` then refuses the lock file everywhere. Run after `npm install`; they are looked up by name and version.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;
const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony', 'sunos', 'aix', 'netbsd', 'openbsd'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'arm'];

/** Whether `name` is found from the package at `from`, as Node looks it up. */
function isThere(from, name) {
  let base = from;
  for (;;) {
    if (`${base === '' ? '' : `${base}/`}node_modules/${name}` in packages) return true;
    if (base === '') return false;
    const above = base.lastIndexOf('/node_modules/');
    base = above < 0 ? '' : base.slice(0, above);
  }
}

const missing = {};
for (const [from, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isThere(from, name)) continue;
    const system = SYSTEMS.find((each) => name.includes(each));
    const processor = PROCESSORS.find((each) => name.includes(each));
    missing[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      optional: true,
      ...(dev ? { dev: true } : {}),
      ...(system ? { os: [system] } : {}),
      ...(processor ? { cpu: [processor] } : {}),
    };
  }
}
const sorted = Object.fromEntries(
  Object.entries({ ...packages, ...missing }).sort(([one], [other]) => (one < other ? -1 : 1)),
);
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, undefined, 2)}\n`);
process.stdout.write(`package-lock.json: ${Object.keys(missing).length} optional packages added\n`);
