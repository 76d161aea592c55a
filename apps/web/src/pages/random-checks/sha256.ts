const ROUNDS = 64;
const BLOCK = 64;
const WORDS = 16;

/** The first 32 bits of the fractional parts of the square roots (`power` 1/2) or cube roots (1/3) of the first primes (FIPS 180-4). */
function rootsOfPrimes(count: number, power: number): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => (prime ** power % 1) * 2 ** 32);
}

const START = rootsOfPrimes(8, 1 / 2);
const K = rootsOfPrimes(ROUNDS, 1 / 3);

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with its one bit and its length, in whole blocks. */
function padded(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / BLOCK) * BLOCK;
  const bytes = new Uint8Array(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(length - 4, (message.length << 3) >>> 0);
  return view;
}

function schedule(block: DataView, from: number, w: Uint32Array): void {
  for (let t = 0; t < WORDS; t += 1) w[t] = block.getUint32(from + t * 4);
  for (let t = WORDS; t < ROUNDS; t += 1) {
    const [early = 0, late = 0] = [w[t - 15], w[t - 2]];
    const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    w[t] = (w[t - 16] ?? 0) + small0 + (w[t - 7] ?? 0) + small1;
  }
}

function compress(state: Uint32Array, w: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < ROUNDS; t += 1) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (K[t] ?? 0) + (w[t] ?? 0)) | 0;
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [n, word] of [a, b, c, d, e, f, g, h].entries()) state[n] = (state[n] ?? 0) + word;
}

/**
 * SHA-256 of the UTF-8 bytes of a text, in small hexadecimal letters. Written out because the rules of a draw hash as they go, while the browser's own
 * digest answers later; and it is there on pages that were not fetched over HTTPS too.
 */
export function sha256(text: string): string {
  const message = padded(new TextEncoder().encode(text));
  const state = START.slice();
  const w = new Uint32Array(ROUNDS);
  for (let from = 0; from < message.byteLength; from += BLOCK) {
    schedule(message, from, w);
    compress(state, w);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}
