import { homeFolder, openHome } from './home.js';
import { portInUse } from './kept-server.js';
import { urlInUse } from './postgres-server.js';
import { sayNothing } from './progress.js';
import { namedDatabase, startServers } from './servers.js';
import { stopped } from './stop-signal.js';

/** Where both servers answer. */
export interface Attached {
  readonly databaseUrl: string;
  /** null: an office's own database was named, and no Temporal. */
  readonly temporalAddress: string | null;
  /** Where papers lie; null: an office's own database was named, and no folder. */
  readonly home: string | null;
}

/**
 * Runs something against the servers of this installation: those that the environment names, those of a running `npm start`, or the embedded
 * ones, started for as long as it takes. Throws FIELD_INVALID or SERVER_AWAY where no database is behind the one that is named,
 * and Stopped when the process is asked to end while the embedded ones are up for it.
 */
export async function withServers<T>(env: NodeJS.ProcessEnv, run: (servers: Attached) => Promise<T>): Promise<T> {
  const { DATABASE_URL: named, TEMPORAL_ADDRESS: address, BANJIE_HOME: folder } = env;
  if (named) {
    await namedDatabase(named);
    return run({ databaseUrl: named, temporalAddress: address ?? null, home: folder ?? null });
  }
  const home = await openHome(homeFolder(env));
  const databaseUrl = await urlInUse(home.postgres, 'banjie');
  const port = await portInUse(home.temporal);
  if (databaseUrl !== undefined && port !== undefined)
    return run({ databaseUrl, temporalAddress: `127.0.0.1:${port}`, home: home.folder });
  const asked = stopped();
  const servers = await startServers(home, { env, say: sayNothing });
  try {
    return await Promise.race([run({ ...servers, home: home.folder }), asked]);
  } finally {
    await servers.stop();
  }
}
