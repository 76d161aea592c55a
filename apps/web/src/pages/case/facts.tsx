import { entriesOf } from '../../api/entries.js';
import { useTexts } from '../../text/language.js';
import type { Texts } from '../../text/language.js';

const TEXTS = {
  title: ['标题', 'Title'],
  text: ['正文', 'Text'],
  name: ['名称', 'Name'],
  reason: ['理由', 'Reason'],
  year: ['年度', 'Year'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
} as const satisfies Texts;

/** The fields of a form that has no page of its own: those with a known name and a plain value. */
export function Facts({ data }: { readonly data: unknown }) {
  const t = useTexts(TEXTS);
  const shown = entriesOf(data).flatMap(([name, value]) => {
    const words =
      typeof value === 'boolean'
        ? t(value ? 'yes' : 'no')
        : typeof value === 'string' || typeof value === 'number'
          ? String(value)
          : null;
    return isKnown(name) && words !== null ? [{ name: t(name), words }] : [];
  });
  return (
    <dl className="facts">
      {shown.map(({ name, words }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="prose">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

const isKnown = (name: string): name is keyof typeof TEXTS => Object.hasOwn(TEXTS, name);
