import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { paperFields } from '#domain/paper/paper-field.js';
import { PAPER_KINDS, PaperKind } from '#domain/paper/paper-kind.js';
import { SAMPLE_PAPERS } from '#domain/paper/sample-papers.js';
import { pack, unpack } from './archive.js';
import { checkTemplate, renderPaper } from './render.js';
import { readTemplate } from './template-tags.js';
import type { Tag } from './template-tags.js';

const templateOf = (kind: PaperKind): Buffer =>
  readFileSync(join(import.meta.dirname, '../../templates', PAPER_KINDS[kind].templateFile));

/** One line for each paragraph of a Word file's main part. */
function textOf(file: Uint8Array, part = 'word/document.xml'): string {
  const xml = unpack(file).get(part)?.toString('utf8') ?? '';
  return xml
    .replace(/<w:br\/>|<\/w:p>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const { APPLICATION: application, REPLY: reply, FILING: filing, NOTICE: notice } = SAMPLE_PAPERS;
const replyText = (data: typeof reply): string => textOf(renderPaper(templateOf('REPLY'), 'REPLY', data));
const noticeText = (data: typeof notice): string => textOf(renderPaper(templateOf('NOTICE'), 'NOTICE', data));
const kinds = Object.values(PaperKind);

describe('the templates of the house', () => {
  it.each(kinds)('%s has nothing to find fault with', (kind) => {
    expect(checkTemplate(templateOf(kind), kind)).toEqual([]);
  });

  it.each(kinds)('%s prints every field of its schema', (kind) => {
    const reading = readTemplate(pack(unpack(templateOf(kind))));
    const names = (tags: readonly Tag[]): string[] => tags.flatMap(({ name, inside }) => [name, ...names(inside)]);
    const used = 'tags' in reading ? [...reading.tags.values()].flatMap(names).join(' ') : '';
    const declared = paperFields(kind).flatMap((field) => [field, ...(field.rows ?? [])]);
    const supplied = declared.filter(({ form, name }) => form !== 'derived' && name !== 'verificationSite');

    expect(supplied.filter(({ name }) => !used.includes(name) && !['result', 'event'].includes(name))).toEqual([]);
  });

  it.each(kinds)('%s leaves no tag and no lone condition in the paper', (kind) => {
    const paper = renderPaper(templateOf(kind), kind, SAMPLE_PAPERS[kind]);

    expect(textOf(paper)).not.toMatch(/[{}]|undefined|null/u);
    expect(textOf(paper, 'word/footer1.xml')).toContain(`核验码：${SAMPLE_PAPERS[kind].verificationCode}`);
    expect(textOf(paper, 'word/footer1.xml')).toContain(`/api/v1/papers/${SAMPLE_PAPERS[kind].verificationCode}`);
  });
});

describe('a reply', () => {
  it('approves: name, superior, posts, term and date in Chinese', () => {
    const text = replyText(reply);

    expect(text).toContain('关于同意成立中共内江市示例行业协会临时党支部的批复');
    expect(text).toContain('内综党〔2026〕12号');
    expect(text).toContain('指定林示例同志任书记，周示例同志任副书记。');
    expect(text).toContain('自2026年3月10日起至2030年5月31日止');
    expect(text).toContain('二〇二六年三月十日');
    expect(text).toContain('抄送：内江市民政局，内江市示范局机关党委。');
    expect(text).not.toContain('不同意');
  });

  it('refuses with reasons, and appoints nobody', () => {
    const text = replyText({ ...reply, result: 'REFUSE', reasons: '计入的正式党员为二名，不足三名。' });

    expect(text).toContain('关于不同意成立中共内江市示例行业协会临时党支部的批复');
    expect(text).toContain('计入的正式党员为二名，不足三名。');
    expect(text).not.toContain('同志任书记');
  });

  it('leaves out what there is not', () => {
    const { deputy: _deputy, studiedAt: _studiedAt, ...rest } = reply;
    const text = replyText({ ...rest, conditions: [], copyTo: [] });

    expect(text).toContain('指定林示例同志任书记。');
    expect(text).toContain('经研究，');
    expect(text).toContain('抄送：无。');
    expect(text).not.toContain('有关要求');
  });
});

describe('the other papers', () => {
  it('an application has a row for each member, with the number masked', () => {
    const text = textOf(renderPaper(templateOf('APPLICATION'), 'APPLICATION', application));

    expect(text.match(/5110\*{10}1234/gu)).toHaveLength(3);
    expect(text).toContain('中共内江市范例学院退休教师支部委员会');
    expect(text).toContain('理事会成员中，组织关系未转入本单位的正式党员共3名');
  });

  it('a member who has not confirmed is shown as such', () => {
    const members = application.members.map(({ confirmedAt: _, ...member }) => member);
    const text = textOf(renderPaper(templateOf('APPLICATION'), 'APPLICATION', { ...application, members }));

    expect(text.match(/待确认/gu)).toHaveLength(3);
  });

  it('a filing has a receipt, a returned one says what to correct', () => {
    const { filingNo: _, ...unnumbered } = filing;
    const returned = { ...unnumbered, result: 'RETURNED' as const, items: [{ text: '批复文号与原件不一致' }] };

    expect(textOf(renderPaper(templateOf('FILING'), 'FILING', filing))).toContain('备案号为内两新备〔2026〕5号');
    const text = textOf(renderPaper(templateOf('FILING'), 'FILING', returned));
    expect(text).toContain('1.批复文号与原件不一致');
    expect(text).not.toContain('备案回执');
  });

  it('a notice renews, converts or revokes', () => {
    expect(noticeText(notice)).toContain('任期延续的通知');
    expect(noticeText({ ...notice, event: 'CONVERTED', formalName: '中共示例协会支部委员会' })).toContain(
      '转为正式党组织，成立中共示例协会支部委员会',
    );
    expect(noticeText({ ...notice, event: 'REVOKED', reasons: '该协会已经登记管理机关批准注销。' })).toContain(
      '起撤销中共内江市示例行业协会临时党支部',
    );
  });

  it('what an applicant typed is text, whatever it looks like', () => {
    const hostile = '<w:p>&amp; {#members}{docNo}{@raw} ${x}\u0007';
    const paper = renderPaper(templateOf('APPLICATION'), 'APPLICATION', { ...application, activityPlan: hostile });

    expect(textOf(paper)).toContain('<w:p>&amp; {#members}{docNo}{@raw} ${x}');
  });
});

describe('the bytes of a paper', () => {
  it('are the same for the same template and data', () => {
    const [one, other] = [0, 1].map(() => sha256(renderPaper(templateOf('FILING'), 'FILING', filing)));

    expect(one).toBe(other);
    expect(sha256(renderPaper(templateOf('FILING'), 'FILING', { ...filing, signer: '别人' }))).not.toBe(one);
  });

  it('carry the same date in every time zone', () => {
    const script = 'console.log(new Date(1980, 0, 1).getHours(), new Date(1980, 0, 1).getFullYear())';
    const at = (zone: string) => execFileSync(process.execPath, ['-e', script], { env: { TZ: zone } }).toString();

    expect(at('Pacific/Kiritimati')).toBe(at('America/Los_Angeles'));
    expect(renderPaper(templateOf('REPLY'), 'REPLY', reply).readUInt32LE(10)).toBe(0x00210000);
  });
});
