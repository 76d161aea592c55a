import { assertPaperChain, assertPapersComplete, PAPER_ORDER } from './papers.rule.js';

describe('the papers of the matter', () => {
  it.each([[[]], [['APPLICATION']], [['APPLICATION', 'REPLY']], [[...PAPER_ORDER]]])('may be %j', (papers) => {
    expect(() => assertPaperChain(papers)).not.toThrow();
  });

  it.each([[['APPLICATION', 'FILING']], [['FILING']], [['APPLICATION', 'FILING', 'REPLY']]])(
    'refuses a filing that rests on no reply: %j',
    (papers) => {
      expect(() => assertPaperChain(papers)).toThrow('TPO_FILING_WITHOUT_REPLY');
    },
  );

  it('refuses a reply that rests on no application', () => {
    expect(() => assertPaperChain(['REPLY'])).toThrow('DOC_MISSING');
    expect(() => assertPaperChain(['REPLY', 'APPLICATION'])).toThrow('DOC_MISSING');
  });

  it('tells all that is missing at once', () => {
    expect(() => assertPapersComplete([])).not.toThrow();
    expect(() => assertPapersComplete(['COUNCIL_RESOLUTION', 'MEMBER_CERTIFICATE'])).toThrow(
      expect.objectContaining({
        code: 'DOC_MISSING',
        refusal: expect.objectContaining({ details: { types: ['COUNCIL_RESOLUTION', 'MEMBER_CERTIFICATE'] } }),
      }),
    );
  });
});
