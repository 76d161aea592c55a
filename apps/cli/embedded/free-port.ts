import { createServer } from 'node:net';

/** True when nobody listens on this port, on the loopback or on all addresses. */
export async function isFree(port: number): Promise<boolean> {
  return (await bound(port, '127.0.0.1')) !== undefined && (await bound(port)) !== undefined;
}

/** The first free port from `from` upward. Throws after a hundred taken ones. */
export async function firstFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`ports ${from} to ${from + 99} are all taken`);
}

/** Any free port of the loopback. */
export async function anyFreePort(): Promise<number> {
  const port = await bound(0, '127.0.0.1');
  if (port === undefined) throw new Error('no free port on the loopback');
  return port;
}

function bound(port: number, host?: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, ...(host === undefined ? {} : { host }), exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}
