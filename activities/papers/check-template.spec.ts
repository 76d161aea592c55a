import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PAPER_KINDS } from '#domain/paper/paper-kind.js';
import { SAMPLE_PAPERS } from '#domain/paper/sample-papers.js';
import { bytesOf, pack, unpack } from './archive.js';
import { acceptTemplate, checkTemplate, renderPaper } from './render.js';

const original = readFileSync(join(import.meta.dirname, '../../templates', PAPER_KINDS.REPLY.templateFile));

/** The reply's template with parts added or changed, as an office might upload it. */
function edited(changes: Readonly<Record<string, string | ((xml: string) => string)>>): Buffer {
  const contents = new Map<string, string | Buffer>(unpack(original));
  for (const [name, change] of Object.entries(changes)) {
    contents.set(name, typeof change === 'string' ? change : change(String(contents.get(name))));
  }
  return bytesOf(pack(contents));
}

const paragraph = (text: string) => (xml: string) =>
  xml.replace('<w:body>', `<w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
const inBody = (text: string) => edited({ 'word/document.xml': paragraph(text) });
const inFooter = (text: string) =>
  edited({ 'word/footer1.xml': (xml) => xml.replace('</w:ftr>', `<w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:ftr>`) });
const relation = (type: string, target: string) =>
  edited({
    'word/_rels/document.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" ${target}/></Relationships>`,
      ),
  });
const check = (template: Uint8Array) => checkTemplate(template, 'REPLY');

describe('the fields of an uploaded template', () => {
  it('names every unknown field and where it is', () => {
    const template = edited({
      'word/document.xml': paragraph('{电话} {fax}'),
      'word/footer1.xml': (xml) => xml.replace('{caseNo}', '{caseNumber}'),
    });

    expect(check(template)).toMatchObject([
      { kind: 'FIELD_UNKNOWN', place: '正文', name: '电话' },
      { kind: 'FIELD_UNKNOWN', place: '正文', name: 'fax' },
      { kind: 'FIELD_UNKNOWN', place: '页脚 1', name: 'caseNumber' },
    ]);
    expect(() => acceptTemplate(template, 'REPLY')).toThrow('TEMPLATE_FIELD_UNKNOWN');
    expect(() => renderPaper(template, 'REPLY', SAMPLE_PAPERS.REPLY)).toThrow('TEMPLATE_FIELD_UNKNOWN');
  });

  it('accepts a field of an outer list inside an inner condition, but no row field outside its list', () => {
    expect(check(inBody('{#copyTo}{#isApproved}{name}{docNo}{/isApproved}{/copyTo}'))).toEqual([]);
    expect(check(inBody('{name}'))).toMatchObject([{ kind: 'FIELD_UNKNOWN', name: 'name' }]);
  });

  it('refuses a list that is used as if it were a text', () => {
    expect(check(inBody('{copyTo}'))).toMatchObject([{ kind: 'FIELD_UNKNOWN', name: 'copyTo' }]);
  });

  it('refuses raw Word markup from data', () => {
    expect(check(inBody('{@docNo}'))).toMatchObject([{ kind: 'FIELD_UNKNOWN', name: '@docNo' }]);
  });

  it.each(['constructor', '__proto__', 'toString'])('knows no field %s', (name) => {
    expect(check(inBody(`{${name}}`))).toMatchObject([{ kind: 'FIELD_UNKNOWN', name }]);
  });

  it('refuses a template that does not print the verification code or the document number', () => {
    const template = edited({
      'word/footer1.xml': (xml) => xml.replace('{verificationCode}', ''),
      'word/document.xml': (xml) => xml.replace('{docNo}', ''),
    });

    expect(check(template)).toMatchObject([
      { kind: 'FIELD_MISSING', name: 'verificationCode' },
      { kind: 'FIELD_MISSING', name: 'docNo' },
    ]);
  });
});

describe('the writing of tags', () => {
  it.each([
    ['{docNo', '正文', '缺少“}”'],
    ['docNo}', '正文', '缺少“{”'],
    ['{#isApproved}同意', '正文', '没有对应的“/”结尾'],
    ['同意{/isApproved}', '正文', '没有对应的“#”或“^”开头'],
    ['{#isApproved}同意{/isRefused}', '正文', '没有对应的'],
  ])('%s is found in the %s', (text, place, sentence) => {
    const findings = check(inBody(text));

    expect(findings[0]).toMatchObject({ kind: 'SYNTAX', place });
    expect(findings[0]?.messageZh).toContain(sentence);
    expect(() => acceptTemplate(inBody(text), 'REPLY')).toThrow('TEMPLATE_INVALID');
  });

  it('finds all faults at once, also in the footer', () => {
    const template = edited({
      'word/document.xml': paragraph('{docNo 和 {#isApproved}'),
      'word/footer1.xml': (xml) => xml.replace('{caseNo}', '{caseNo'),
    });

    expect(new Set(check(template).map(({ place }) => place))).toEqual(new Set(['正文', '页脚 1']));
  });

  it('points at full-width braces, which would print as they stand', () => {
    expect(check(inFooter('｛docNo｝'))).toMatchObject([{ kind: 'SYNTAX', place: '页脚 1', name: '｛docNo｝' }]);
  });

  it('does not let a template change the delimiters', () => {
    expect(check(inBody('{=[[ ]]=}[[secret]]'))).not.toEqual([]);
  });
});

describe('what a template may not carry', () => {
  it.each([
    ['a text file', Buffer.from('红头文件')],
    ['an old .doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['a zip that is no Word file', bytesOf(pack(new Map([['a.txt', 'a']])))],
    ['half a file', original.subarray(0, original.length / 2)],
  ])('refuses %s', (_, upload) => {
    expect(check(upload)).toMatchObject([{ kind: 'NOT_DOCX' }]);
  });

  it('refuses macros', () => {
    expect(check(edited({ 'word/vbaProject.bin': 'x' }))).toContainEqual(expect.objectContaining({ kind: 'MACRO' }));
    expect(
      check(
        edited({
          '[Content_Types].xml': (xml) =>
            xml.replace('wordprocessingml.document.main', 'ms-word.document.macroEnabled.main'),
        }),
      ),
    ).toMatchObject([{ kind: 'MACRO' }]);
  });

  it('refuses embedded files', () => {
    expect(check(edited({ 'word/embeddings/book.xlsx': 'x' }))).toMatchObject([{ kind: 'EMBEDDED' }]);
  });

  it.each([
    ['a remote template', 'attachedTemplate', 'TargetMode="External" Target="https://evil.example/a.dotm"'],
    ['a remote picture', 'image', "Target='file://server/a.png' TargetMode='External'"],
    ['a web link', 'hyperlink', 'Target="https://a.example" TargetMode = "External"'],
    ['an embedded object', 'oleObject', 'Target="x"'],
    ['a piece of another format', 'aFChunk', 'Target="x.txt"'],
  ])('refuses %s', (_, type, target) => {
    expect(check(relation(type, target))).toMatchObject([{ kind: 'EXTERNAL_LINK' }]);
  });

  it('refuses field codes that fetch, also when they are cut in pieces', () => {
    const cut = '</w:t><w:instrText>INCLUDE</w:instrText><w:instrText>PICTURE "https://a.example/x"</w:instrText><w:t>';

    expect(check(inBody(cut))).toMatchObject([{ kind: 'EXTERNAL_LINK', place: '正文' }]);
  });

  it.each([
    [
      'a link in UTF-16',
      'word/_rels/footer1.xml.rels',
      Buffer.from('<a TargetMode="External"/>', 'utf16le').toString('latin1'),
    ],
    ['a part in another encoding', 'word/header1.xml', '<?xml version="1.0" encoding="UTF-7"?><a/>'],
  ])('refuses %s', (_, name, xml) => {
    expect(check(edited({ [name]: xml }))).toMatchObject([{ kind: 'NOT_DOCX', place: name }]);
  });

  it('refuses a link whose mode is spelt in character references', () => {
    expect(check(relation('image', 'Target="http://a.example" TargetMode="Extern&#97;l"'))).toMatchObject([
      { kind: 'EXTERNAL_LINK' },
    ]);
  });

  it('answers in a few seconds for a part that never closes a tag', () => {
    const start = performance.now();
    const findings = check(edited({ 'word/_rels/footer1.xml.rels': '<Relationship '.repeat(200_000) }));

    expect(findings).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('refuses a document type declaration', () => {
    expect(check(edited({ 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }))).toMatchObject([
      { kind: 'NOT_DOCX' },
    ]);
  });
});
