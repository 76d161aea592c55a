import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import type { TemplateFinding } from '#domain/paper/errors.js';
import type { PrintedScope } from '#domain/paper/printed-paper.js';
import { placeOf } from './template-safety.js';

/** A tag as a template uses it; a section has the tags between its opening and its closing. */
export interface Tag {
  readonly name: string;
  readonly use: 'value' | 'section' | 'raw';
  readonly inside: readonly Tag[];
}

/** The tags of every part of a Word file, by the part's name. */
export type TagsByPart = ReadonlyMap<string, readonly Tag[]>;

const SYNTAX_ZH: Readonly<Record<string, string>> = {
  unopened_tag: '多了一个“}”或缺少“{”',
  unclosed_tag: '缺少“}”',
  duplicate_open_tag: '重复了“{”',
  duplicate_close_tag: '重复了“}”',
  unclosed_loop: '有“#”或“^”开头,没有对应的“/”结尾',
  unopened_loop: '有“/”结尾,没有对应的“#”或“^”开头',
  closing_tag_does_not_match_opening_tag: '开头与结尾的名称不一致',
  unbalanced_loop_tags: '开头与结尾不在同一张表格或同一层',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function tagsIn(parts: unknown): Tag[] {
  return listOf(parts).flatMap((part): Tag[] => {
    if (!isObject(part) || part['type'] !== 'placeholder') return [];
    const module = textOf(part['module']);
    const use = module === 'loop' ? 'section' : module === '' ? 'value' : 'raw';
    return [{ name: textOf(part['value']), use, inside: tagsIn(part['subparsed']) }];
  });
}

/** Listens while docxtemplater reads a template; its own inspection module needs a package that it does not install. */
function listener(tags: Map<string, readonly Tag[]>): { name: string; set: (options: unknown) => void } {
  return {
    name: 'tags-of-template',
    set(options) {
      const inspect = isObject(options) ? options['inspect'] : undefined;
      if (isObject(inspect) && 'postparsed' in inspect) {
        tags.set(textOf(inspect['filePath']), tagsIn(inspect['postparsed']));
      }
    },
  };
}

function syntaxFinding(error: unknown): TemplateFinding {
  const properties = isObject(error) && isObject(error['properties']) ? error['properties'] : {};
  const tag = textOf(properties['xtag']);
  const near = textOf(properties['context']) || tag;
  const place = placeOf(textOf(properties['file']));
  return {
    kind: 'SYNTAX',
    place,
    ...(tag === '' ? {} : { name: tag }),
    messageZh: `${place}中“${near}”处标签有误:${SYNTAX_ZH[textOf(properties['id'])] ?? '书写不符合规则'}。`,
    messageEn: `${place}, near "${near}": ${textOf(properties['explanation']) || 'the tag is not well formed'}.`,
  };
}

function findingsOf(error: unknown): TemplateFinding[] {
  const properties = isObject(error) ? error['properties'] : undefined;
  const errors = isObject(properties) ? listOf(properties['errors']) : [];
  return (errors.length === 0 ? [error] : errors).map(syntaxFinding);
}

/** The value of a tag in one scope: rows for a list, yes or no for a condition, else its text; undefined sends the search outward. */
function valueOf(scope: unknown, tag: string, isSection: boolean): unknown {
  if (!isScope(scope) || !Object.hasOwn(scope, tag)) return undefined;
  const printed = scope[tag];
  if (printed === undefined || !('holds' in printed)) return printed;
  return isSection ? printed.holds : printed.text;
}

const isScope = (value: unknown): value is PrintedScope => isObject(value);

/** A template that docxtemplater has read, or what is wrong with the writing of its tags. */
export type ReadTemplate =
  | { readonly document: Docxtemplater<PizZip>; readonly tags: TagsByPart }
  | { readonly findings: readonly TemplateFinding[] };

/** Reads the tags of a Word file. Delimiters cannot be changed from inside the template. */
export function readTemplate(zip: PizZip): ReadTemplate {
  const tags = new Map<string, readonly Tag[]>();
  try {
    const document = new Docxtemplater(zip, {
      modules: [listener(tags)],
      errorLogging: false,
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({
        get: (scope, context) => valueOf(scope, tag, context.meta.part.module === 'loop'),
      }),
    });
    return { document, tags };
  } catch (error) {
    return { findings: findingsOf(error) };
  }
}
