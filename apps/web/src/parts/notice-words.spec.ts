import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { noticeKey } from './notice-words.js';

const WORKFLOWS = fileURLToPath(new URL('../../../../workflows', import.meta.url));

/** Kinds that a program writes out where it sends a notice. */
function kindsSent(): string[] {
  const files = readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
  );
  const texts = files.map((name) => readFileSync(`${WORKFLOWS}/${name}`, 'utf8'));
  const calls = texts.flatMap(
    (text) => text.match(/(?:\.notify|#tellApplicant)\((?:[^()]|\([^()]*(?:\([^()]*\))?[^()]*\))*\)/g) ?? [],
  );
  const kinds = calls.flatMap((call) => call.replace(/\{[^}]*\}/g, '').match(/(?<=')[A-Z_]{4,}(?=')/g) ?? []);
  return [...new Set(kinds)];
}

describe('notices', () => {
  it('say something of their own for every kind that is sent', () => {
    const sent = kindsSent();

    expect(sent.length).toBeGreaterThan(40);
    expect(sent.filter((kind) => noticeKey(kind) === 'OTHER')).toEqual([]);
  });
});
