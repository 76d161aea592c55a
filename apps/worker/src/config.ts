import { z } from 'zod';

const WorkerConfig = z.object({
  databaseUrl: z.string().min(1),
  temporalAddress: z.string().min(1),
  temporalNamespace: z.string().min(1),
  /** The folder of what must survive a restart; papers are in `files` below it. */
  home: z.string().min(1),
  /** AES-256 key for RESTRICTED columns. */
  dataKey: z.string().min(1),
});

/** What the worker is started with. */
export type WorkerConfig = z.output<typeof WorkerConfig>;

/** Reads the environment, or throws naming every variable that is missing (never its value). */
export function configFromEnv(env: NodeJS.ProcessEnv): WorkerConfig {
  const parsed = WorkerConfig.safeParse({
    databaseUrl: env.DATABASE_URL,
    temporalAddress: env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
    temporalNamespace: env.TEMPORAL_NAMESPACE ?? 'default',
    home: env.BANJIE_HOME ?? '.banjie',
    dataKey: env.BANJIE_DATA_KEY,
  });
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Error(`Configuration incomplete. Set the environment variables of: ${missing}`);
}
