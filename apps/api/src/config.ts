import { z } from 'zod';

const Port = z.coerce.number().int().min(0).max(65_535);
const SIGNING_SECRET_CHARACTERS = 32;
const DATA_KEY_BYTES = 32;

/** An office's own sign-in (OpenID Connect). Offered only when all three variables are set. */
const Oidc = z.object({ discoveryUrl: z.url(), clientId: z.string().min(1), clientSecret: z.string().min(1) });

const ApiConfig = z.object({
  databaseUrl: z.string().min(1),
  temporalAddress: z.string().min(1),
  temporalNamespace: z.string().min(1),
  host: z.string().min(1),
  port: Port,
  /** Folder of what must survive a restart; uploaded files and papers are in `files` below it. */
  home: z.string().min(1),
  /** Signs cookies and encrypts second factors. */
  secret: z.string().min(SIGNING_SECRET_CHARACTERS),
  /** AES-256 key for RESTRICTED columns. */
  dataKey: z.instanceof(Uint8Array).refine((key) => key.length === DATA_KEY_BYTES, 'must be 32 bytes'),
  publicUrl: z.url().optional(),
  /** Folder of the built web app; absent: only the interface is served. */
  webFolder: z.string().min(1).optional(),
  oidc: Oidc.optional(),
});

/** What the API is started with. */
export type ApiConfig = z.infer<typeof ApiConfig>;

/** Reads the environment, or throws naming every variable that is missing or malformed (never its value). */
export function configFromEnv(env: NodeJS.ProcessEnv): ApiConfig {
  const parsed = ApiConfig.safeParse({
    databaseUrl: env.DATABASE_URL,
    temporalAddress: env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
    temporalNamespace: env.TEMPORAL_NAMESPACE ?? 'default',
    host: env.HOST ?? '127.0.0.1',
    port: env.PORT ?? '3000',
    home: env.BANJIE_HOME ?? '.banjie',
    secret: env.BANJIE_SECRET,
    dataKey: dataKey(env.BANJIE_DATA_KEY ?? ''),
    publicUrl: env.BANJIE_PUBLIC_URL,
    webFolder: env.BANJIE_WEB_FOLDER,
    oidc: oidcFrom(env),
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`Configuration incomplete. Set the environment variables. ${faults.join('; ')}`);
}

/** The data key is written in hexadecimal (64 characters) or base64. */
function dataKey(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64'));
}

function oidcFrom(env: NodeJS.ProcessEnv): unknown {
  if (env.OIDC_DISCOVERY_URL === undefined) return undefined;
  return {
    discoveryUrl: env.OIDC_DISCOVERY_URL,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
  };
}
