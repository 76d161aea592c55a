import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { panelDrawsQuery } from './queries.js';
import type { PanelDraw } from './queries.js';

const TEXTS = {
  title: ['评委抽取', 'Draw of judges'],
  about: [
    '抽取分两步:主办方发起时,系统生成秘密值,先公布它的 SHA-256(承诺值);监督人员随后当场说出口令,系统公布秘密值,以“秘密值、换行、口令”为种子抽取。双方谁也不能单独决定结果。',
    'A draw has two steps. When the host opens it, a secret is made and its SHA-256 (the commitment) is published; then the auditor says a word in the room, the secret is published, and secret, line feed and word are the seed. Neither decides alone.',
  ],
  none: ['本届没有抽取过评委。', 'No judge of this round was drawn.'],
  heading: ['第 {n} 次抽取', 'Draw {n}'],
  from: ['从 {candidates} 名候选评委中抽取 {size} 名', '{size} of {candidates} candidates'],
  waiting: ['已公布承诺值,等待监督人员见证', 'Committed to, waits for its witness'],
  drawnAt: ['{at} 抽定', 'drawn {at}'],
  drawn: ['抽中', 'Drawn'],
  numbers: [
    '候选 {numbers} 号。评委以编号公布:候选评委按编号排序,依次为 1 至 {n} 号。',
    'Candidates {numbers}. Judges are published by number: sorted by id, they are 1 to {n}.',
  ],
  commitment: ['承诺值', 'Commitment'],
  secret: ['秘密值', 'Secret'],
  word: ['现场口令', 'Word'],
  verify: ['在本浏览器重新抽取', 'Draw again in this browser'],
  file: ['下载公示文件', 'Download the published file'],
  same: [
    '一致。秘密值与承诺值相符,用公布的种子重新抽取,得到同样的 {n} 名评委。',
    'The same. The secret fits the commitment, and the published seed draws the same {n} judges.',
  ],
  different: [
    '不一致。重新抽取的结果与公布的不同,请向主办单位的上级或监督机关反映。',
    'Not the same. Tell the organ above the host, or whoever supervises it.',
  ],
} as const;

/** How the judges of a round were drawn, so that everybody can draw them again. */
export function PanelDraws({ id }: { readonly id: string }) {
  const t = useTexts(TEXTS);
  const draws = useQuery(panelDrawsQuery(id));
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="muted prose">{t('about')}</p>
      <Shown query={draws}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            items.map((draw, n) => <One key={draw.id} id={id} draw={draw} no={n + 1} />)
          )
        }
      </Shown>
    </section>
  );
}

interface OneProps {
  readonly id: string;
  readonly draw: PanelDraw;
  readonly no: number;
}

function One({ id, draw, no }: OneProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { candidates, size, commitment, secret, word, drawnAt } = draw;
  const facts = [
    { name: t('commitment'), words: commitment },
    ...(secret === null ? [] : [{ name: t('secret'), words: secret }]),
    ...(word === null ? [] : [{ name: t('word'), words: word }]),
  ];
  return (
    <div className="public-notice">
      <div className="panel-head">
        <h3>{t('heading', { n: no })}</h3>
        <span className={drawnAt === null ? 'due due-soon' : 'due due-good'}>
          {drawnAt === null ? t('waiting') : t('drawnAt', { at: minuteOf(new Date(drawnAt).toISOString(), language) })}
        </span>
      </div>
      <p>{t('from', { candidates: candidates.length, size })}</p>
      <dl className="facts">
        {drawnAt === null ? null : (
          <div>
            <dt>{t('drawn')}</dt>
            <dd className="prose">
              {t('numbers', { numbers: numbersOf(draw, language === 'zh' ? '、' : ', '), n: candidates.length })}
            </dd>
          </div>
        )}
        {facts.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="public-hash">{words}</dd>
          </div>
        ))}
      </dl>
      {drawnAt === null ? null : <Again id={id} draw={draw} />}
    </div>
  );
}

/** Judges have no names here: each is told by the place among the sorted candidates, from 1. */
function numbersOf({ candidates, drawn }: PanelDraw, mark: string): string {
  const sorted = [...new Set(candidates)].sort();
  return drawn
    .map((judgeId) => sorted.indexOf(judgeId) + 1)
    .sort((one, other) => one - other)
    .join(mark);
}

function Again({ id, draw }: { readonly id: string; readonly draw: PanelDraw }) {
  const t = useTexts(TEXTS);
  const [isTrue, setTrue] = useState<boolean | null>(null);
  const [error, setError] = useState<unknown>(null);
  const verify = async () => {
    setError(null);
    try {
      const { isTruePanel } = await import('./verify-panel.js');
      setTrue(isTruePanel(draw));
    } catch (reason) {
      setError(reason);
    }
  };
  return (
    <>
      <div className="public-code">
        <Button onClick={() => void verify()}>{t('verify')}</Button>
        <Button href={`/api/v1/public/rounds/${id}/panel-draws`} download={`${id}-panel-draws.json`}>
          {t('file')}
        </Button>
      </div>
      <Refusal error={error} />
      <div aria-live="polite">
        {isTrue === null ? null : (
          <p className={isTrue ? 'told told-good' : 'told told-late'}>
            {t(isTrue ? 'same' : 'different', { n: draw.drawn.length })}
          </p>
        )}
      </div>
    </>
  );
}
