// Exit code 0 while this API answers and reaches PostgreSQL. Temporal or the worker being away is no reason to stop serving: reads go on.
const address = `http://127.0.0.1:${process.env.PORT ?? '3000'}/api/v1/health`;
const health = await fetch(address, { signal: AbortSignal.timeout(4_000) }).then((answer) => answer.json());
process.exit(health.database === true ? 0 : 1);
