import { describe, expect, it } from '@jest/globals';

import { ProblemError } from '../api/problem.js';
import { inputIdsOf, toldByLabels } from './told-by-labels.js';

const PLAIN = { type: 'urn:banjie:problem:FIELD_INVALID', title: '', status: 400, requestId: '1' };
const fault = (field: string) => ({ field, messageZh: '必须填写。', messageEn: 'Required.' });

function refused(...fields: string[]): ProblemError {
  return new ProblemError({
    ...PLAIN,
    code: 'FIELD_INVALID',
    messageZh: `${String(fields[0])}: 必须填写。`,
    messageEn: `${String(fields[0])}: Required.`,
    details: { faults: fields.map(fault) },
  });
}

describe('a refusal', () => {
  it('calls each field by its label, and what has none by no name', () => {
    const labels: Readonly<Record<string, string>> = { 'facts.deedId': '认领书' };

    const told = toldByLabels(refused('facts.deedId', 'facts.hash', 'facts.sheet'), (path) => labels[path] ?? null);

    expect(told).toMatchObject({
      problem: { messageZh: '认领书:必须填写。必须填写。', messageEn: '认领书: Required. Required.', status: 400 },
    });
  });

  it('stays as it is where it names no path', () => {
    const conflict = new ProblemError({
      ...PLAIN,
      code: 'VERSION_CONFLICT',
      messageZh: '已有变化。',
      messageEn: 'Changed.',
    });
    const broken = new Error('broken');

    expect(toldByLabels(conflict, () => null)).toBe(conflict);
    expect(toldByLabels(broken, () => null)).toBe(broken);
  });

  it.each([
    ['facts.to.0.userId', ['facts_to', 'to']],
    ['facts.items', ['facts_items', 'items']],
    ['attendance.personId', ['attendance_personId', 'form_attendance_personId']],
    ['requestedFen', ['requestedFen']],
  ])('about %s is about the input %j', (path, ids) => {
    expect(inputIdsOf(path)).toEqual(expect.arrayContaining(ids));
  });
});
