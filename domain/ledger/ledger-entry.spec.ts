import { asId } from '#domain/ids.js';
import type { CaseId, RequestId, TaskId, UserId } from '#domain/ids.js';
import { person, pool } from '#domain/process/assignee.js';
import type { CaseRecord } from '#domain/process/record.js';
import { canonicalJson } from './canonical-json.js';
import { duesOf, ledgerContent, ledgerHash, payloadAfterOpinion } from './ledger-entry.js';
import { ledgerFacts } from './ledger-facts.js';

const task = (n: number) => asId<TaskId>(`c-t${n}`);
const record: CaseRecord = {
  caseId: asId<CaseId>('c'),
  seq: 3,
  at: 1_772_000_000_000,
  prevHash: 'p',
  cause: {
    kind: 'ACT',
    act: 'approve',
    actor: { userId: asId<UserId>('u'), personId: null, role: 'TWO_NEW_APPROVER', unitId: null, onBehalfOf: null },
    requestId: asId<RequestId>('r'),
    taskId: task(1),
    verdict: 'AGREE',
  },
  stage: 'REVIEW',
  state: 'ACCEPTED',
  closed: false,
  opened: [{ taskId: task(2), stage: 'REPLY', kind: 'DECIDE', assignee: pool('n', 'TWO_NEW_APPROVER'), limit: null }],
  changed: [
    { taskId: task(3), resume: true },
    { taskId: task(4), assignee: person('v') },
  ],
  closedTasks: [{ taskId: task(1), outcome: 'AGREE' }],
  copies: [person('w')],
  recusals: [],
  notices: [{ to: person('a'), kind: 'DECIDED', params: { note: 'words that stay out' } }],
  effects: [],
};

describe('a ledger entry', () => {
  const content = ledgerContent(record, { 'c-t2': 5, 'c-t3': 9 });

  it('starts with the hash of the opinion, so that the rest is fixed before the opinion is read', () => {
    const text = canonicalJson({ ...content, actOpinionSha256: 'abc' });
    expect(text).toBe(`{"actOpinionSha256":"abc"${payloadAfterOpinion(content)}`);
  });

  it('keeps ids only: a notice without its parameters', () => {
    expect(canonicalJson(content)).not.toContain('words that stay out');
    expect(content.notices).toEqual([{ to: 'user:a', kind: 'DECIDED' }]);
  });

  it('gives back the due dates it set, and only those', () => {
    expect(duesOf(content)).toEqual({ 'c-t2': 5, 'c-t3': 9 });
  });

  it('is hashed over the hash before, a line feed and its text', () => {
    expect(ledgerHash('p', 'x', (text) => `[${text}]`)).toBe('[p\nx]');
  });

  it('reads back what can be compared with the tables', () => {
    expect(ledgerFacts(canonicalJson(content))).toMatchObject({
      seq: 3,
      state: 'ACCEPTED',
      opened: [{ assignee: 'pool:n:TWO_NEW_APPROVER' }],
    });
    expect(ledgerFacts('{}')).toBeNull();
    expect(ledgerFacts('not json')).toBeNull();
  });
});
