import { Link } from 'react-router';

import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import { RoundConfigurationView } from '../configuration.js';
import { fieldKey, FIELD_TEXTS } from '../configuration-words.js';
import { isAmendable } from '../queries.js';
import type { TabProps } from './tab.js';

const TEXTS = {
  title: ['本届方案', 'The configuration'],
  version: ['第 {n} 版', 'version {n}'],
  revise: ['修改方案', 'Revise'],
  amend: ['发布补充公告', 'Publish an amendment'],
  published: ['公布记录', 'What was published'],
  call: ['征集公告', 'the call'],
  amendment: ['补充公告', 'amendment'],
  changed: ['更改了{fields}', 'changed: {fields}'],
  hash: ['方案校验值', 'Hash of the configuration (SHA-256)'],
  policy: ['评分办法校验值', 'Hash of the scoring policy (SHA-256)'],
  hashHint: [
    '校验值是方案规范文本的 SHA-256，任何人都可以用公布的方案重新计算,核对公布后有没有改动。',
    'Anybody can compute it again from what was published.',
  ],
  notYet: ['尚未公布。', 'Not published yet.'],
} as const;

/** The rules of the round, what was published of them and when. */
export function ConfigurationTab({ round, organises }: TabProps) {
  const t = useTexts(TEXTS);
  const { configuration, caseNo, state, version } = round;
  return (
    <>
      <section className="panel">
        <div className="panel-head">
          <h2>
            {t('title')} <small className="muted">{t('version', { n: version })}</small>
          </h2>
          {organises && state.slug === 'PLANNED' ? <Link to={`/rounds/${caseNo}/revise`}>{t('revise')}</Link> : null}
          {organises && isAmendable(state.slug) ? <Link to={`/rounds/${caseNo}/amend`}>{t('amend')}</Link> : null}
        </div>
        <RoundConfigurationView configuration={configuration} names={round} />
      </section>
      <Published round={round} />
    </>
  );
}

function Published({ round }: Pick<TabProps, 'round'>) {
  const t = useTexts(TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const language = useLanguage();
  const mark = language === 'zh' ? '、' : ', ';
  return (
    <section className="panel">
      <h2>{t('published')}</h2>
      {round.amendments.length === 0 ? <p className="muted">{t('notYet')}</p> : null}
      <ol className="timeline">
        {round.amendments.map(({ version, changed, publishedAt, reasons }) => (
          <li key={version}>
            <div className="entry-head">
              <b>
                {t(version === 1 ? 'call' : 'amendment')} {t('version', { n: version })}
              </b>
              <time className="muted">{minuteOf(publishedAt, language)}</time>
            </div>
            {changed.length === 0 || version === 1 ? null : (
              <p>{t('changed', { fields: changed.map((name) => field(fieldKey(name))).join(mark) })}</p>
            )}
            {reasons === null ? null : <blockquote>{reasons}</blockquote>}
          </li>
        ))}
      </ol>
      <dl className="facts">
        <div>
          <dt>{t('hash')}</dt>
          <dd className="rounds-hash">{round.hash}</dd>
        </div>
        <div>
          <dt>{t('policy')}</dt>
          <dd className="rounds-hash">{round.policyHash}</dd>
        </div>
      </dl>
      <p className="muted">{t('hashHint')}</p>
    </section>
  );
}
