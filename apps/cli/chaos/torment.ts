import { serverPids } from '../bench/cpu.js';
import type { Instance } from '../embedded/instance.js';
import { onOwnServers } from '../embedded/own-servers.js';
import type { Say } from '../embedded/progress.js';
import { ApiClient } from '../http/api-client.js';
import type { ChaosGround } from './part.js';

/** What is killed, in turn. */
export const VICTIMS = ['worker', 'api', 'temporal', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

/** Plays on servers of its own, which go with their folder. */
export function onServers<T>(
  { say, port }: ChaosGround,
  options: { readonly timeSkipping?: boolean },
  play: (instance: Instance, folder: string) => Promise<T>,
): Promise<T> {
  return onOwnServers('chaos', { say, port, ...options }, ({ instance, folder }) => play(instance, folder));
}

/** Kills one of the processes that this instance started; false when it does not run just now. */
export function kill(victim: Victim, instance: Instance, folder: string, say: Say): boolean {
  const servers = serverPids(folder);
  const pids = { worker: instance.worker.pid, api: instance.api.pid, ...servers };
  const pid = pids[victim];
  say(`✂ ${victim}`);
  if (pid <= 0) return false;
  process.kill(pid, 'SIGKILL');
  return true;
}

/** Waits until everything that was killed answers again: only then can it be counted. */
export async function allBack(address: string): Promise<void> {
  const anyone = ApiClient.anonymous(address);
  for (let attempt = 1; attempt <= 240; attempt += 1) {
    const health = await anyone.call('GET', '/health').catch(() => null);
    if (health?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the servers did not come back within a minute');
}
