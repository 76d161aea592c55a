import { Button, Input } from 'antd';
import { useState } from 'react';

import type { DrawVerification } from '#domain/annual-inspection/verify-draw.rule.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import type { PublicDraw } from './queries.js';
import './random-checks.css';

const TEXTS = {
  title: ['这次抽取怎样核验', 'How this draw can be verified'],
  step1: [
    '抽取之前,机关公布了一个承诺值:它由种子、抽查条件、单位名单、检查人员名单和回避名单合在一起算出。此后改动其中任何一项,承诺值就对不上。',
    'Before the draw the registry published a commitment: a hash over the seed, the terms and all lists. Change any of them, and it does not fit any more.',
  ],
  step2: [
    '抽取时公布了种子。抽哪些单位、派哪些人,完全由种子算出来;同样的种子和名单,在任何机器上都得到同样的结果。',
    'With the draw the seed was published. Who is drawn follows from the seed alone, the same on every machine.',
  ],
  step3: [
    '点下面的按钮,您的浏览器就用公示的种子和名单重新抽一遍,再与公示的结果逐项比较。计算在您的设备上进行,不经过服务器。',
    'Press the button, and your browser draws again from the published seed and lists and compares each entry. It is computed on your device, not by the server.',
  ],
  again: ['在本浏览器重新核验', 'Verify again in this browser'],
  busy: ['正在重新抽取…', 'Drawing again…'],
  same: [
    '一致。用公示的种子和名单重新抽取,得到同样的 {n} 家单位和同样的检查人员;承诺值相符,而且公布在抽取之前。',
    'The same. Drawn again from the published seed and lists: the same {n} organisations and the same inspectors; the commitment fits and was published before.',
  ],
  different: ['不一致。下列内容与重新抽取的结果不同:', 'Not the same. Here it differs from what was drawn again:'],
  report: [
    '请保存公示文件,向该机关或其上级反映。',
    'Keep the published file and tell the registry or the organ above it.',
  ],
  file: ['下载公示文件', 'Download the published file'],
  other: [
    '也可以用独立的程序核验下载的文件,方法见使用说明。只有您在抽取前自己保存的承诺值,才能证明承诺确实早已公布:',
    'The file can also be verified by a program of somebody else. Only a commitment that you kept yourself before the draw proves that it was there so early:',
  ],
  mine: ['我在抽取前保存的承诺值', 'The commitment that I kept before the draw'],
  fits: ['与公示的承诺值相同。', 'It is the published one.'],
  fitsNot: ['与公示的承诺值不同!', 'It is not the published one!'],
  'commitment.hash': [
    '承诺值与公示的种子、条件、名单不符',
    'the commitment does not fit the published seed, terms and lists',
  ],
  'commitment.publishedAt': ['承诺不是在抽取之前公布的', 'the commitment was not published before the draw'],
  base: ['名单没有按编号排列', 'the list is not in order'],
  baseHash: ['名单与名单的哈希不符', 'the list does not fit its hash'],
  size: ['抽取数', 'how many are drawn'],
  drawn: ['抽中的单位', 'who was drawn'],
  assignments: ['选派的检查人员', 'the inspectors as drawn'],
  finalAssignments: ['补抽后的检查人员', 'the inspectors after redraws'],
  beaconValue: ['约定的公开随机数没有混入,或混入了没有约定的', 'the public number'],
  inputs: ['公示的内容不完整,无法重新抽取', 'the published inputs allow no draw'],
} as const;

type Published = Extract<PublicDraw, { readonly format: 'banjie-draw' }>;

/** Why the draw can be trusted, in plain words, and drawing it again on the reader's own device. */
export function Proof({ draw, caseNo }: { readonly draw: Published; readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<DrawVerification | null>(null);
  const [error, setError] = useState<unknown>(null);
  const verify = async () => {
    setBusy(true);
    setError(null);
    try {
      const { verified } = await import('./verify.js');
      setOutcome(verified(draw));
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ol className="prose random-checks-steps">
        <li>{t('step1')}</li>
        <li>{t('step2')}</li>
        <li>{t('step3')}</li>
      </ol>
      <div className="random-checks-verify">
        <Button type="primary" size="large" loading={busy} onClick={() => void verify()}>
          {t(busy ? 'busy' : 'again')}
        </Button>
        <Button size="large" href={`/api/v1/public/draws/${caseNo}`} download={`${caseNo}.json`}>
          {t('file')}
        </Button>
      </div>
      <Refusal error={error} />
      <div aria-live="polite">{outcome === null ? null : <Outcome outcome={outcome} size={draw.size} />}</div>
      <p className="muted prose">{t('other')}</p>
      <Kept hash={draw.commitment.hash} />
    </section>
  );
}

function Outcome({ outcome, size }: { readonly outcome: DrawVerification; readonly size: number }) {
  const t = useTexts(TEXTS);
  if (outcome.same) return <p className="told told-good">{t('same', { n: size })}</p>;
  const places = [...new Set(outcome.differences.map(({ at }) => at))];
  return (
    <div className="told told-late">
      <p>{t('different')}</p>
      <ul>
        {places.map((at) => (
          <li key={at}>{t(isKnown(at) ? at : 'inputs')}</li>
        ))}
      </ul>
      <p>{t('report')}</p>
    </div>
  );
}

function Kept({ hash }: { readonly hash: string }) {
  const t = useTexts(TEXTS);
  const [kept, setKept] = useState('');
  const typed = kept.trim().toLowerCase();
  return (
    <>
      <Input
        className="random-checks-hash"
        aria-label={t('mine')}
        placeholder={t('mine')}
        value={kept}
        onChange={({ target }) => setKept(target.value)}
      />
      <p role="status" className={typed === hash ? 'due due-good' : 'due due-late'}>
        {typed === '' ? '' : t(typed === hash ? 'fits' : 'fitsNot')}
      </p>
    </>
  );
}

const isKnown = (at: string): at is keyof typeof TEXTS => Object.hasOwn(TEXTS, at);
