import { readdirSync, readFileSync, statSync } from 'node:fs';

/** CPU milliseconds that each part of the system has used so far. */
export type Cpu = Readonly<Record<string, number>>;

const TICK_MS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly cpuMs: number;
}

/** Reads the system's own accounts. PostgreSQL is the postmaster of the folder with its children. */
export function cpuNow(folder: string, named: Readonly<Record<string, number>>): Cpu {
  const all = processes();
  const { postgres: postmaster, temporal } = serverPids(folder, all);
  const sum = (holds: (process: Process) => boolean): number =>
    all.filter(holds).reduce((total, { cpuMs }) => total + cpuMs, 0);
  return {
    ...Object.fromEntries(Object.entries(named).map(([name, pid]) => [name, sum((each) => each.pid === pid)])),
    temporal: sum(({ pid }) => pid === temporal),
    postgres: sum(({ pid, parent }) => pid === postmaster || parent === postmaster),
  };
}

/** The embedded servers of a folder: the postmaster and Temporal; -1 for one that does not run just now. */
export function serverPids(
  folder: string,
  all: readonly Process[] = processes(),
): { postgres: number; temporal: number } {
  const naming = (text: string): number => all.find(({ command }) => command.includes(text))?.pid ?? -1;
  return { postgres: naming(`-D ${folder}/pg/data`), temporal: naming(`${folder}/temporal/temporal.db`) };
}

/** What was used between two readings, per case. */
export const cpuPerCase = (before: Cpu, after: Cpu, cases: number): Cpu =>
  Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, Math.round(((ms - (before[name] ?? 0)) / cases) * 10) / 10]),
  );

/** Bytes of what a folder holds. */
export function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, entry) => {
    if (!entry.isFile()) return sum;
    try {
      return sum + statSync(`${entry.parentPath}/${entry.name}`).size;
    } catch {
      return sum;
    }
  }, 0);
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        // Own time, and that of children that have ended (backends of PostgreSQL).
        const cpuMs = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0) * TICK_MS;
        return [{ pid: Number(name), parent: Number(fields[1]), command, cpuMs }];
      } catch {
        return [];
      }
    });
}
