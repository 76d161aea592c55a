import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { CONFIGURATION_TEXTS } from '../rounds/configuration-words.js';
import type { PublicRound } from './queries.js';

const TEXTS = {
  title: ['公告与补充公告', 'Call and amendments'],
  call: ['征集公告', 'The call'],
  amendment: ['第 {n} 次补充公告', 'Amendment {n}'],
  changed: ['变更:{what}', 'Changed: {what}'],
  hash: ['方案指纹(SHA-256)', 'SHA-256 of the configuration'],
  calendar: ['日程', 'calendar'],
  classes: ['类别', 'classes'],
  sources: ['资金来源', 'sources of money'],
  scoring: ['评审办法', 'scoring'],
  schedule: ['拨付办法', 'instalments'],
  series: ['系列', 'series'],
  maxSharePct: ['资助比例上限', 'largest share'],
  executionMonths: ['执行期', 'term'],
  divisionCode: ['区域', 'division'],
  other: ['其他内容', 'something else'],
} as const;

/** The call and every amendment of it: when, what changed, why, under which hash. */
export function RoundAmendments({ round }: { readonly round: PublicRound }) {
  const t = useTexts(TEXTS);
  const configured = useTexts(CONFIGURATION_TEXTS);
  const language = useLanguage();
  const nameOf = (field: string): string => {
    if (isOwn(field)) return t(field);
    return isConfigured(field) ? configured(field) : t('other');
  };
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ol className="timeline">
        {round.amendments.toReversed().map(({ version, hash, changed, publishedAt, reasons }) => (
          <li key={version}>
            <div className="entry-head">
              <b>{version === 1 ? t('call') : t('amendment', { n: version - 1 })}</b>
              <time className="muted" dateTime={publishedAt}>
                {minuteOf(publishedAt, language)}
              </time>
            </div>
            {changed.length === 0 ? null : (
              <div>
                {t('changed', { what: [...new Set(changed.map(nameOf))].join(language === 'zh' ? '、' : ', ') })}
              </div>
            )}
            {reasons === null ? null : <blockquote>{reasons}</blockquote>}
            <small className="muted public-hash">
              {t('hash')} {hash}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

const isOwn = (field: string): field is keyof typeof TEXTS => Object.hasOwn(TEXTS, field);
const isConfigured = (field: string): field is keyof typeof CONFIGURATION_TEXTS =>
  Object.hasOwn(CONFIGURATION_TEXTS, field);
