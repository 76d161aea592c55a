import type { TemplateFinding } from '#domain/paper/errors.js';

type Contents = ReadonlyMap<string, Buffer>;
type Check = (name: string, content: Buffer) => TemplateFinding[];

const MACRO_PART = /vbaProject|vbaData|macroEnabled/i;
const EMBEDDED_PART = /^word\/(?:embeddings|activeX|afchunk)|\.(?:bin|exe|ole|html?|mht|rtf)$/i;
const XML_PART = /\.(?:xml|rels)$/i;
/** More text than any office paper has; reading its tags takes a second at most. */
const XML_BYTES = 4 * 1024 * 1024;
const EXTERNAL_MODE = /TargetMode\s*=\s*["']\s*External/iu;
const TARGET = /<Relationship\b[^<>]*\bTarget\s*=\s*["']([^"']*)["'][^<>]*>/giu;
const FOREIGN_RELATION =
  /relationships\/(?:attachedTemplate|oleObject|package|control|aFChunk|frame|subDocument)["']/iu;
const FOREIGN_INSTRUCTION =
  /DDE(?:AUTO)?\b|INCLUDE(?:PICTURE|TEXT)|(?<!HYPER)\bLINK\s|\bIMPORT\s|DATABASE\s|MACROBUTTON/iu;
const INSTRUCTION = /<(?:\w+:)?instrText\b[^<>]*>([^<]*)<|\binstr\s*=\s*["']([^"']*)["']/gu;
/** A character written as a number can hide any of the words above; Word writes none of these places so. */
const CHARACTER_REFERENCE = /&#/u;

/** Where a part of a Word file is, in an official's words. */
export function placeOf(part: string): string {
  const [, kind, number] = /^word\/(document|header|footer|footnotes|endnotes|comments)(\d*)\.xml$/.exec(part) ?? [];
  const places: Readonly<Record<string, string>> = {
    document: '正文',
    header: '页眉',
    footer: '页脚',
    footnotes: '脚注',
    endnotes: '尾注',
    comments: '批注',
  };
  const place = places[kind ?? ''];
  return place === undefined ? part : [place, number].filter(Boolean).join(' ');
}

const macros: Check = (name, content) =>
  MACRO_PART.test(name) || (name === '[Content_Types].xml' && MACRO_PART.test(content.toString('utf8')))
    ? [
        {
          kind: 'MACRO',
          place: name,
          messageZh: '模板含有宏,请另存为不带宏的 .docx。',
          messageEn: 'The template has macros; save it as .docx without macros.',
        },
      ]
    : [];

const embedded: Check = (name) =>
  EMBEDDED_PART.test(name)
    ? [
        {
          kind: 'EMBEDDED',
          place: name,
          messageZh: `模板嵌入了其他文件或控件(${name}),请删除。`,
          messageEn: `The template embeds another file or a control (${name}); remove it.`,
        },
      ]
    : [];

const external = (place: string, zh: string, en: string): TemplateFinding => ({
  kind: 'EXTERNAL_LINK',
  place,
  messageZh: `${zh}请改为插入图片本身或删除链接。`,
  messageEn: `${en} Insert the picture itself or remove the link.`,
});

const relations: Check = (name, content) => {
  if (!name.endsWith('.rels')) return [];
  const xml = content.toString('utf8');
  if (EXTERNAL_MODE.test(xml)) {
    const found = [...xml.matchAll(TARGET)].filter(([tag]) => EXTERNAL_MODE.test(tag)).map((match) => match[1] ?? '');
    const targets = found.join('、');
    return [external(name, `模板链接到外部地址“${targets}”。`, `The template links to "${targets}".`)];
  }
  return FOREIGN_RELATION.test(xml) || CHARACTER_REFERENCE.test(xml)
    ? [external(name, '模板引用了其他模板或嵌入对象。', 'The template refers to another template or object.')]
    : [];
};

const instructions: Check = (name, content) => {
  if (!name.endsWith('.xml')) return [];
  const found = [...content.toString('utf8').matchAll(INSTRUCTION)].map((match) => match[1] ?? match[2] ?? '').join('');
  return FOREIGN_INSTRUCTION.test(found) || CHARACTER_REFERENCE.test(found)
    ? [external(placeOf(name), '模板的域代码引用外部内容。', 'A field code of the template fetches outside content.')]
    : [];
};

/** A foreign encoding hides words from the checks; a document type declaration can grow without end. Word writes neither. */
const isForeignXml = (content: Buffer): boolean =>
  content.includes(0) ||
  content.includes('<!DOCTYPE') ||
  /^\W{0,3}<\?xml[^<>]*encoding\s*=\s*["'](?!utf-8)/iu.test(content.toString('utf8', 0, 200));

const declarations: Check = (name, content) =>
  XML_PART.test(name) && isForeignXml(content)
    ? [
        {
          kind: 'NOT_DOCX',
          place: name,
          messageZh: '文件含有非Word写入的声明,请用Word重新保存。',
          messageEn: 'The file has a declaration that Word does not write; save it again with Word.',
        },
      ]
    : [];

const sizes: Check = (name, content) =>
  XML_PART.test(name) && content.length > XML_BYTES
    ? [
        {
          kind: 'TOO_LARGE',
          place: placeOf(name),
          messageZh: '模板文字过多(超过4 MiB),请精简。',
          messageEn: 'The template has more than 4 MiB of text; shorten it.',
        },
      ]
    : [];

const CHECKS: readonly Check[] = [sizes, declarations, macros, embedded, relations, instructions];

/** What an office's Word file may not have in it: macros, embedded files, anything fetched from elsewhere. */
export function safetyFindings(contents: Contents): TemplateFinding[] {
  if (!contents.has('[Content_Types].xml') || !contents.has('word/document.xml')) {
    return [
      {
        kind: 'NOT_DOCX',
        place: '文件',
        messageZh: '文件不是Word文档(.docx),请另存为 .docx 后上传。',
        messageEn: 'The file is not a Word document; save it as .docx.',
      },
    ];
  }
  return [...contents].flatMap(([name, content]) => CHECKS.flatMap((check) => check(name, content)));
}
