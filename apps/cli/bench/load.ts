/** How long something took, in milliseconds, over many times. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What a run under load showed. */
export interface Run {
  readonly clients: number;
  readonly cases: number;
  readonly casesPerSecond: number;
  readonly decision: Latency;
}

/** Carries out `cases` cases, `clients` at a time; each case reports the time of each of its decisions. */
export async function underLoad(
  clients: number,
  cases: number,
  oneCase: (n: number, client: number, timed: <T>(run: () => Promise<T>) => Promise<T>) => Promise<void>,
): Promise<Run> {
  const times: number[] = [];
  const timed = async <T>(run: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await run();
    times.push(performance.now() - begun);
    return result;
  };
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let n = next++; n < cases; n = next++) await oneCase(n, client, timed);
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return { clients, cases, casesPerSecond: round(cases / seconds), decision: latency(times) };
}

export function latency(times: readonly number[]): Latency {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: round(sorted.at(-1) ?? 0) };
}

export const round = (value: number): number => Math.round(value * 100) / 100;
