import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { homeFolder, openHome } from './home.js';
import { openInstance } from './instance.js';
import type { Instance, InstanceOptions, Started } from './instance.js';
import { Stopped, stopped } from './stop-signal.js';

/** What is half started must be known before it can be stopped. */
const SETTLED_WITHIN_MS = 20_000;

/** Servers in a folder of their own, and whatever else is to be stopped with them. */
export interface OwnServers {
  readonly instance: Instance;
  readonly folder: string;
  readonly started: Started;
}

/**
 * Plays on servers that are this command's own and go with their folder: when the play ends, when it fails, and when the process is asked to end
 * or nobody reads what it says, which throws Stopped. `name` is part of the folder's name.
 */
export async function onOwnServers<T>(
  name: string,
  options: Omit<InstanceOptions, 'env'>,
  play: (servers: OwnServers) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), `banjie-${name}-`));
  const started: Started = [];
  const asked = stopped();
  let playing: Promise<unknown> = Promise.resolve();
  try {
    const home = { ...(await openHome(folder)), binaries: path.join(homeFolder(), 'bin') };
    const opening = openInstance(home, started, { ...options, env: process.env });
    const instance = await Promise.race([opening, asked]).catch(async (error: unknown) => {
      if (error instanceof Stopped) await settled(opening);
      throw error;
    });
    const played = play({ instance, folder, started });
    playing = played;
    return await Promise.race([played, asked]);
  } finally {
    for (const each of started.reverse()) await each.stop();
    // A play that has opened servers of its own stops them too before it ends.
    await settled(playing);
    await rm(folder, { recursive: true, force: true });
  }
}

const settled = (what: Promise<unknown>) => Promise.race([what.catch(() => undefined), pause(SETTLED_WITHIN_MS)]);
