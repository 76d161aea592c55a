import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';

import { DomainError } from '#domain/errors.js';
import { homeFolder } from './embedded/home.js';

const Kept = z.object({ signIns: z.array(z.object({ username: z.string(), totpSecret: z.string().optional() })) });
const BASE32 = /^[A-Z2-7]{16,}=*$/;

/** There is no second factor of this name among the demonstration's sign-ins. */
class NoSecondFactor extends DomainError {
  constructor(username: string) {
    super({
      code: 'NO_SECOND_FACTOR',
      status: 404,
      messageZh: `没有“${username}”的动态验证码密钥。请先运行 npm start 载入演示数据,或直接给出 base32 密钥。`,
      messageEn: `No second factor of "${username}" is known. Run npm start to load the demonstration, or pass the base32 secret.`,
      details: { username },
    });
  }
}

/** `totp USERNAME | SECRET`: prints the code of now of a demonstration account, or of a base32 secret. Returns the exit code. */
export async function totp(argv: readonly string[]): Promise<number> {
  const [asked] = parseArgs({ args: [...argv], allowPositionals: true, options: {} }).positionals;
  if (asked === undefined) {
    process.stderr.write('用法 usage: totp 用户名 USERNAME | 密钥 BASE32-SECRET\n');
    return 2;
  }
  const secret = BASE32.test(asked) ? asked : await keptSecretOf(asked, homeFolder());
  process.stdout.write(`${codeOf(secret, Date.now())}\n`);
  return 0;
}

/** The six digits of a base32 secret at `now` (epoch ms). */
export function codeOf(base32: string, now: number): string {
  return new TOTP({ secret: Secret.fromBase32(base32) }).generate({ timestamp: now });
}

async function keptSecretOf(username: string, folder: string): Promise<string> {
  const text = await readFile(path.join(folder, 'demonstration.json'), 'utf8').catch(() => '{"signIns":[]}');
  const secret = Kept.parse(JSON.parse(text)).signIns.find((one) => one.username === username)?.totpSecret;
  if (secret === undefined) throw new NoSecondFactor(username);
  return secret;
}
