import { App, Button } from 'antd';

import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import './random-checks.css';

const TEXTS = {
  title: ['承诺', 'Commitment'],
  about: [
    '抽取之前公布。它锁定了种子、抽查条件、单位名单、检查人员名单和回避名单:此后谁也不能改。请自行保存承诺值,抽取后可以比对。',
    'Published before the draw. It binds the seed, the terms and all lists, so that nobody can change them. Keep it, and compare it after the draw.',
  ],
  hash: ['承诺值(SHA-256)', 'Commitment (SHA-256)'],
  at: ['公布时间', 'Published'],
  base: ['名单', 'List'],
  baseIs: ['{n} 家', '{n}'],
  baseHash: ['名单的哈希值', 'Hash of the list'],
  size: ['抽取', 'To be drawn'],
  copy: ['复制承诺值', 'Copy the commitment'],
  copied: ['已复制。', 'Copied.'],
} as const;

interface Props {
  readonly commitment: { readonly hash: string; readonly publishedAt: string };
  readonly baseHash: string | null;
  readonly base: number | null;
  readonly size: number | null;
}

/** What was laid down before the draw: its hash, when it was published, what it binds. */
export function Commitment({ commitment, baseHash, base, size }: Props) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(commitment.hash);
    void message.success(t('copied'));
  };
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="panel-head">
        <h2>{t('title')}</h2>
        <Button size="small" onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
      <p className="muted prose">{t('about')}</p>
      <dl className="facts">
        <div>
          <dt>{t('hash')}</dt>
          <dd className="random-checks-hash">{commitment.hash}</dd>
        </div>
        <div>
          <dt>{t('at')}</dt>
          <dd>{minuteOf(commitment.publishedAt, language)}</dd>
        </div>
        {base === null ? null : (
          <div>
            <dt>{t('base')}</dt>
            <dd>{t('baseIs', { n: base })}</dd>
          </div>
        )}
        {size === null ? null : (
          <div>
            <dt>{t('size')}</dt>
            <dd>{t('baseIs', { n: size })}</dd>
          </div>
        )}
        {baseHash === null ? null : (
          <div>
            <dt>{t('baseHash')}</dt>
            <dd className="random-checks-hash">{baseHash}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
