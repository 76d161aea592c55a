import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const SignIn = z.object({
  username: z.string(),
  password: z.string(),
  role: z.string(),
  unit: z.string(),
  totpSecret: z.string().optional(),
});
const Kept = z.object({ database: z.string(), signIns: z.array(SignIn) });

/** An account of the demonstration data. */
export type SignIn = z.infer<typeof SignIn>;

/** What is needed to load the demonstration data once. */
export interface Demonstration {
  readonly databaseUrl: string;
  /** Encrypts personal columns. */
  readonly dataKey: string;
  /** Seals second factors. */
  readonly secret: string;
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

/** Loads the demonstration data and keeps the sign-ins. */
export async function loadOnce({ databaseUrl, dataKey, secret, folder }: Demonstration): Promise<SignIn[]> {
  const { loadDemonstration } = await import('#prisma/demonstration/load.js');
  const signIns = z.array(SignIn).parse((await loadDemonstration(databaseUrl, dataKey, secret)).signIns);
  const kept = { database: nameOf(databaseUrl), signIns };
  await writeFile(keptIn(folder), JSON.stringify(kept, undefined, 2), { mode: 0o600 });
  return signIns;
}

const keptIn = (folder: string): string => path.join(folder, 'demonstration.json');

/** The embedded server may get another port or password; the database in it stays the same one. */
function nameOf(databaseUrl: string): string {
  const { hostname, pathname } = new URL(databaseUrl);
  return `${hostname}${pathname}`;
}
