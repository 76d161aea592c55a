import { describe, expect, it } from '@jest/globals';
import { paperFields } from './paper-field.js';
import { PAPER_KINDS, PaperKind } from './paper-kind.js';
import { printedPaper } from './printed-paper.js';
import { SAMPLE_PAPERS } from './sample-papers.js';

const kinds = Object.values({ ...PAPER_KINDS }).map(({ nameZh }) => nameZh);
const text = (value: string) => ({ text: value, holds: true });
const refusal = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('the data of a paper in print', () => {
  it('every kind has its name', () => {
    expect(kinds).toEqual([
      ...['申请书', '补正通知书', '批复', '备案表', '通知'],
      ...['年检结论通知书', '约谈通知书', '责令整改通知书', '资助协议'],
    ]);
  });

  it.each(Object.values(PaperKind))('%s prints exactly the tags that its template may use', (kind) => {
    const printed = printedPaper(kind, SAMPLE_PAPERS[kind]);

    expect(Object.keys(printed)).toEqual(paperFields(kind).map(({ name }) => name));
  });

  it('a date prints in figures, in Chinese numerals and short', () => {
    expect(printedPaper('REPLY', SAMPLE_PAPERS.REPLY)).toMatchObject({
      replyDate: text('2026年3月10日'),
      replyDateHan: text('二〇二六年三月十日'),
      replyDateShort: text('2026.03.10'),
    });
  });

  it('an answer prints in Chinese and makes its condition true and the others false', () => {
    expect(printedPaper('REPLY', SAMPLE_PAPERS.REPLY)).toMatchObject({
      result: text('同意'),
      isApproved: { holds: true },
      isRefused: { holds: false },
    });
  });

  it('rows are numbered from 1 and know whether another follows', () => {
    const { copyTo } = printedPaper('REPLY', SAMPLE_PAPERS.REPLY);

    expect(copyTo).toMatchObject([
      { no: text('1'), more: { holds: true }, name: text('内江市民政局') },
      { no: text('2'), more: { holds: false } },
    ]);
  });

  it('a field that is absent prints nothing, and so does an empty list', () => {
    const { deputy: _, ...withoutDeputy } = SAMPLE_PAPERS.REPLY;

    expect(printedPaper('REPLY', withoutDeputy)).toMatchObject({
      deputy: { text: '', holds: false },
      committee: [],
      committeeCount: { text: '0', holds: false },
    });
  });

  it('every further line of a long text is indented by two full-width spaces', () => {
    const printed = printedPaper('NOTICE', {
      ...SAMPLE_PAPERS.NOTICE,
      reasons: '第一段理由在此说明。  \n\n 第二段理由。',
    });

    expect(printed).toMatchObject({ reasons: text('第一段理由在此说明。\n\u3000\u3000第二段理由。') });
  });

  it('the address of verification is the site and the path with the code', () => {
    const code = SAMPLE_PAPERS.REPLY.verificationCode;

    expect(printedPaper('REPLY', SAMPLE_PAPERS.REPLY)).toMatchObject({
      verificationAddress: text(`/api/v1/papers/${code}`),
    });
    expect(printedPaper('REPLY', { ...SAMPLE_PAPERS.REPLY, verificationSite: 'https://djsp.example/' })).toMatchObject({
      verificationAddress: text(`https://djsp.example/api/v1/papers/${code}`),
    });
  });
});

describe('data that do not make a paper', () => {
  const { reply, application } = { reply: SAMPLE_PAPERS.REPLY, application: SAMPLE_PAPERS.APPLICATION };
  const [first, ...others] = application.members;

  it.each([
    ['an approval without a term end', 'REPLY', { ...reply, termEnd: undefined }, ['termEnd']],
    ['a refusal without reasons', 'REPLY', { ...reply, result: 'REFUSE' }, ['reasons']],
    ['a document number in square brackets', 'REPLY', { ...reply, docNo: '内综党[2026]12号' }, ['docNo']],
    [
      'an unmasked identity number',
      'APPLICATION',
      { ...application, members: [{ ...first, idNoMasked: '511000197503121234' }, ...others] },
      ['members.0.idNoMasked'],
    ],
    [
      'an unmasked phone number',
      'FILING',
      { ...SAMPLE_PAPERS.FILING, contactPhoneMasked: '13912345678' },
      ['contactPhoneMasked'],
    ],
    ['a field that nobody declared', 'NOTICE', { ...SAMPLE_PAPERS.NOTICE, telephone: '1' }, ['telephone']],
    ['a name without its ending', 'APPLICATION', { ...application, proposedName: '示例协会党支部' }, ['proposedName']],
    ['a reason of fewer than 50 characters', 'APPLICATION', { ...application, reason: '工作需要' }, ['reason']],
    ['no one-shoulder and no reason', 'APPLICATION', { ...application, isOneShoulder: false }, ['oneShoulderReason']],
    [
      'a council term that ends before it starts',
      'APPLICATION',
      { ...application, councilTermEnd: '2025-05-31' },
      ['councilTermEnd'],
    ],
    ['a filing that has no number', 'FILING', { ...SAMPLE_PAPERS.FILING, filingNo: undefined }, ['filingNo']],
    ['a return that names nothing', 'FILING', { ...SAMPLE_PAPERS.FILING, result: 'RETURNED' }, ['items']],
    ['a conversion into nothing', 'NOTICE', { ...SAMPLE_PAPERS.NOTICE, event: 'CONVERTED' }, ['formalName']],
    ['a day that does not exist', 'NOTICE', { ...SAMPLE_PAPERS.NOTICE, noticeDate: '2030-02-30' }, ['noticeDate']],
  ] as const)('%s is refused by the name of the field', (_, kind, data, fields) => {
    expect(refusal(() => printedPaper(kind, data))).toMatchObject({
      code: 'PAPER_DATA_INVALID',
      refusal: { status: 422, details: { kind, fields } },
    });
  });

  it('a verification code with a typing error is not printed', () => {
    const verificationCode = reply.verificationCode.replace(/.$/u, (char) => (char === '0' ? '1' : '0'));

    expect(() => printedPaper('REPLY', { ...reply, verificationCode })).toThrow('FIELD_INVALID');
  });

  it('the refusal does not repeat the value', () => {
    const error = refusal(() => printedPaper('FILING', { ...SAMPLE_PAPERS.FILING, contactPhoneMasked: '13912345678' }));

    expect(JSON.stringify(error)).not.toContain('13912345678');
  });
});
