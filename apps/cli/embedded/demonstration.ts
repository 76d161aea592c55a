import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project-root.js';

const SignIn = z.object({
  username: z.string(),
  password: z.string(),
  role: z.string(),
  unit: z.string(),
  totpSecret: z.string().optional(),
});
const Loaded = z.object({ signIns: z.array(SignIn) });
const Loader = z.object({
  loadDemonstration: z.function({ input: [z.string(), z.string()], output: z.promise(Loaded) }),
});
const Kept = z.object({ database: z.string(), signIns: z.array(SignIn) });

/** An account of the demonstration data. */
export type SignIn = z.infer<typeof SignIn>;

/** What is needed to load the demonstration data once. */
export interface Demonstration {
  readonly databaseUrl: string;
  readonly dataKey: string;
  /** Folder (.banjie) in which the sign-ins are kept, readable by the owner alone. */
  readonly folder: string;
}

/** The sign-ins that were loaded into this database before; undefined when none were, or into another database. */
export async function keptSignIns({ databaseUrl, folder }: Demonstration): Promise<SignIn[] | undefined> {
  try {
    const kept = Kept.parse(JSON.parse(await readFile(keptIn(folder), 'utf8')));
    return kept.database === nameOf(databaseUrl) ? kept.signIns : undefined;
  } catch {
    return undefined;
  }
}

/** Loads the demonstration data and keeps the sign-ins; undefined when this build carries none. */
export async function loadOnce(demonstration: Demonstration): Promise<SignIn[] | undefined> {
  const module = path.join(projectRoot(), 'dist/prisma/demonstration/load.js');
  if (!existsSync(module)) return undefined;
  const { loadDemonstration } = Loader.parse({ ...(await import(module)) });
  const { signIns } = await loadDemonstration(demonstration.databaseUrl, demonstration.dataKey);
  const kept = { database: nameOf(demonstration.databaseUrl), signIns };
  await writeFile(keptIn(demonstration.folder), JSON.stringify(kept, undefined, 2), { mode: 0o600 });
  return signIns;
}

const keptIn = (folder: string): string => path.join(folder, 'demonstration.json');

/** The embedded server may get another port or password; the database in it stays the same one. */
function nameOf(databaseUrl: string): string {
  const { hostname, pathname } = new URL(databaseUrl);
  return `${hostname}${pathname}`;
}
