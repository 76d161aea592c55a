import type { TemplateFinding } from '#domain/paper/errors.js';
import { paperFields } from '#domain/paper/paper-field.js';
import type { PaperField } from '#domain/paper/paper-field.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';
import type { Tag, TagsByPart } from './template-tags.js';
import { placeOf } from './template-safety.js';

const unknown = (place: string, name: string, zh: string, en: string): TemplateFinding => ({
  kind: 'FIELD_UNKNOWN',
  place,
  name,
  messageZh: `${place}中的字段“{${name}}”${zh}。`,
  messageEn: `${place}: the field {${name}} ${en}.`,
});

/** The innermost scope that has the name wins, as it does when the paper is made. */
const declared = (scopes: readonly (readonly PaperField[])[], name: string): PaperField | undefined =>
  scopes.map((scope) => scope.find((field) => field.name === name)).find((field) => field !== undefined);

function tagFindings(place: string, tag: Tag, scopes: readonly (readonly PaperField[])[]): TemplateFinding[] {
  if (tag.use === 'raw') return [unknown(place, `@${tag.name}`, '不允许使用', 'is of a kind that is not allowed')];
  const field = declared(scopes, tag.name);
  if (field === undefined) return [unknown(place, tag.name, '不存在', 'does not exist'), ...inside(place, tag, scopes)];
  if (field.rows !== undefined && tag.use === 'value') {
    const zh = `是名册,应写成“{#${tag.name}}…{/${tag.name}}”`;
    return [unknown(place, tag.name, zh, `is a list; write {#${tag.name}}…{/${tag.name}}`)];
  }
  return inside(place, tag, field.rows === undefined ? scopes : [field.rows, ...scopes]);
}

const inside = (place: string, tag: Tag, scopes: readonly (readonly PaperField[])[]): TemplateFinding[] =>
  tag.inside.flatMap((inner) => tagFindings(place, inner, scopes));

const namesIn = (tags: readonly Tag[]): string[] => tags.flatMap((tag) => [tag.name, ...namesIn(tag.inside)]);

/** Tags that the kind of paper does not have, lists used as values, and essential fields that the template leaves out. */
export function fieldFindings(kind: PaperKind, tags: TagsByPart): TemplateFinding[] {
  const fields = paperFields(kind);
  const used = new Set([...tags.values()].flatMap(namesIn));
  const missing = fields
    .filter((field) => field.essential && !used.has(field.name) && !used.has(`${field.name}Han`))
    .map((field): TemplateFinding => ({
      kind: 'FIELD_MISSING',
      place: '文件',
      name: field.name,
      messageZh: `缺少必须印出的字段“{${field.name}}”(${field.label})。`,
      messageEn: `The field {${field.name}} has to be printed and is missing.`,
    }));
  const wrong = [...tags].flatMap(([part, found]) => found.flatMap((tag) => tagFindings(placeOf(part), tag, [fields])));
  return [...wrong, ...missing];
}

/** Tags typed with the full-width braces of a Chinese keyboard would print as they stand. */
export function fullWidthFindings(contents: ReadonlyMap<string, Buffer>): TemplateFinding[] {
  const parts = [...contents].filter(([name]) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name));
  return parts.flatMap(([name, content]) => {
    const text = content.toString('utf8').replace(/<[^<>]*>/gu, '');
    return (text.match(/｛\s{0,3}[#^/]?\s{0,3}\w+\s{0,3}[｝}]|\{\s{0,3}[#^/]?\s{0,3}\w+\s{0,3}｝/gu) ?? []).map(
      (tag): TemplateFinding => {
        const place = placeOf(name);
        return {
          kind: 'SYNTAX',
          place,
          name: tag,
          messageZh: `${place}中“${tag}”使用了全角花括号,请改为半角“{ }”。`,
          messageEn: `${place}: "${tag}" has full-width braces; use { }.`,
        };
      },
    );
  });
}
