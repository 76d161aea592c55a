import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { useTexts } from '../../text/language.js';
import { useConfigurationLines } from './configuration-lines.js';
import type { ConfigurationLine, ConfigurationNames } from './configuration-lines.js';

const TEXTS = {
  title: ['改动对照', 'What changes'],
  what: ['内容', 'What'],
  before: ['现行', 'Now'],
  after: ['改为', 'Then'],
  nothing: ['还没有改动。', 'Nothing is changed yet.'],
  absent: ['—', '—'],
} as const;

interface Props {
  readonly before: RoundConfiguration;
  readonly after: RoundConfiguration;
  readonly names: ConfigurationNames;
}

/** Line by line what two configurations differ in, in words. */
export function ConfigurationDifference({ before, after, names }: Props) {
  const t = useTexts(TEXTS);
  const read = useConfigurationLines();
  const lines = (of: RoundConfiguration) => read(of, names).flatMap((section) => section.lines);
  const changes = changesBetween(lines(before), lines(after));
  return (
    <section aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {changes.length === 0 ? (
        <p className="muted">{t('nothing')}</p>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('what')}</th>
                <th scope="col">{t('before')}</th>
                <th scope="col">{t('after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.key}>
                  <th scope="row">{change.name}</th>
                  <td>{change.before ?? t('absent')}</td>
                  <td>{change.after ?? t('absent')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface Change {
  readonly key: string;
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function changesBetween(before: readonly ConfigurationLine[], after: readonly ConfigurationLine[]): Change[] {
  const gone = before.filter(({ key }) => !after.some((line) => line.key === key));
  return [...after, ...gone].flatMap(({ key, name }) => {
    const old = before.find((line) => line.key === key);
    const next = after.find((line) => line.key === key);
    const isSame = old?.words === next?.words && old?.name === next?.name;
    return isSame ? [] : [{ key, name, before: worded(old, next), after: worded(next, old) }];
  });
}

/** The words of a line, with its name where the other one is named otherwise: a criterion that is called something else. */
function worded(line: ConfigurationLine | undefined, other: ConfigurationLine | undefined): string | undefined {
  if (line === undefined) return undefined;
  return other !== undefined && other.name !== line.name ? `${line.name} ${line.words}` : line.words;
}
