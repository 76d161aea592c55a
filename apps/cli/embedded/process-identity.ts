import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process that cannot be confused with a later one of the same number: its pid and when it started. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque; equal for the same process only. */
  readonly started: string;
}

/** Who has this pid; undefined when nobody, or only a zombie, has it. */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

/** True while exactly this process runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.started === identity.started;
}

/** The processes, other than this one, whose command line (parts separated by spaces) contains `text`. */
export function processesNaming(text: string): ProcessIdentity[] {
  return commandLines()
    .filter(([pid, command]) => pid !== process.pid && command.includes(text))
    .flatMap(([pid]) => identify(pid) ?? []);
}

/** Sends a signal; false when the process has gone already. */
export function signal(identity: ProcessIdentity, name: NodeJS.Signals): boolean {
  if (!isRunning(identity)) return false;
  try {
    return process.kill(identity.pid, name);
  } catch {
    return false;
  }
}

/** Waits until the process is gone; false when it still runs after `withinMs`. */
export async function waitUntilGone(identity: ProcessIdentity, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs;
  while (isRunning(identity)) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/** Sends `name`, waits, and after `graceMs` kills. */
export async function endProcess(identity: ProcessIdentity, name: NodeJS.Signals, graceMs: number): Promise<void> {
  signal(identity, name);
  if (await waitUntilGone(identity, graceMs)) return;
  signal(identity, 'SIGKILL');
  await waitUntilGone(identity, 5_000);
}

/** Fields 3 (state) and 22 (start in ticks since boot) of /proc/PID/stat; the name before them may hold spaces. */
function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startByPs(pid: number): string | undefined {
  try {
    const [state, ...started] = ps(pid, 'stat=,lstart=').split(/\s+/);
    return state === undefined || state.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, columns: string): string {
  return execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).trim();
}

function commandLines(): [number, string][] {
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map((pid) => [Number(pid), commandLineOnLinux(pid)]);
  }
  const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.map((line) => [Number.parseInt(line, 10), line.trim().replace(/^\d+\s+/, '')]);
}

function commandLineOnLinux(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
