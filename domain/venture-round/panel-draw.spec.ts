import { createHash } from 'node:crypto';

import { expertiseOf } from './expertise.rule.js';
import { drawCommitment, drawnJudges, isTrueDraw } from './panel-draw.rule.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const draw = {
  candidates: ['j3', 'j1', 'j5', 'j2', 'j4'],
  size: 3,
  secret: 'a secret',
  word: '冰糖葫芦',
  commitment: drawCommitment('a secret', sha256),
};

describe('a drawn panel', () => {
  it('is the same whatever the order of the list is', () => {
    expect(drawnJudges({ ...draw, candidates: draw.candidates.toReversed() }, sha256)).toEqual(
      drawnJudges(draw, sha256),
    );
  });

  it('has as many different judges as were asked for', () => {
    expect(new Set(drawnJudges(draw, sha256)).size).toBe(3);
  });

  it('depends on the word of the witness', () => {
    const words = ['1', '2', '3', '4', '5', '6'].map((word) => drawnJudges({ ...draw, word }, sha256).join());
    expect(new Set(words).size).toBeGreaterThan(1);
  });

  it('is proved by the commitment that was published before', () => {
    const drawn = drawnJudges(draw, sha256);
    expect(isTrueDraw(draw, drawn, sha256)).toBe(true);
    expect(isTrueDraw(draw, drawn.toReversed(), sha256)).toBe(false);
    expect(isTrueDraw({ ...draw, commitment: drawCommitment('another', sha256) }, drawn, sha256)).toBe(false);
  });
});

describe('how well a judge fits a project', () => {
  it('counts the first theme twice as much as the others', () => {
    const project = { themes: ['DISABILITY', 'HARDSHIP', 'RED_ROUTE'] as const };
    expect(expertiseOf(['DISABILITY'], project)).toEqual({ matched: ['DISABILITY'], points: 6 });
    expect(expertiseOf(['RED_ROUTE', 'HARDSHIP'], project)).toEqual({ matched: ['HARDSHIP', 'RED_ROUTE'], points: 6 });
    expect(expertiseOf(['BUILDING_PARTY'], project).points).toBe(0);
  });
});
