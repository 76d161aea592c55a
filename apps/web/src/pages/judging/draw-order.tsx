import { Button, Input } from 'antd';
import { useState } from 'react';

import { DrawStageOrder } from '#domain/venture-round/judging-acts.js';
import '../../api/no-run-time-code.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { useAct } from '../case/use-act.js';

const TEXTS = {
  title: ['抽取路演顺序', 'Draw the order of presentation'],
  how: [
    '顺序只抽一次。系统随机产生种子,与现场说出的口令合在一起抽取;种子和口令随即公布,任何人都能重抽核对。',
    'It is drawn once, from a random seed and the word that the hall says. Both are published at once, so that anybody can draw it again.',
  ],
  word: ['现场口令(可不填)', 'Word of the hall (may be left out)'],
  wordHint: ['由现场任意一人说出,字母、数字和短横线', 'Said by anybody in the hall: letters, digits, hyphens'],
  wrong: ['只能用字母、数字和短横线,不超过 64 个', 'Letters, digits and hyphens only, at most 64'],
  draw: ['抽取顺序', 'Draw the order'],
  notYou: ['由本届组织者抽取。', 'The organisers of the round draw it.'],
} as const;

/** 抽取路演顺序, before it was drawn. */
export function DrawOrder({ caseNo, may }: { readonly caseNo: string; readonly may: boolean }) {
  const t = useTexts(TEXTS);
  const [word, setWord] = useState('');
  const act = useAct(caseNo, () => undefined);
  const facts = word.trim() === '' ? {} : { word: word.trim() };
  const isWrong = !DrawStageOrder.facts.safeParse(facts).success;
  return (
    <section className="panel judging-draw" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="effect">{t('how')}</p>
      {may ? (
        <>
          <label className="judging-field">
            {t('word')}
            <Input
              value={word}
              maxLength={64}
              size="large"
              autoComplete="off"
              aria-invalid={isWrong}
              placeholder={t('wordHint')}
              onChange={({ target }) => setWord(target.value)}
            />
          </label>
          {isWrong ? (
            <p role="alert" className="field-error">
              {t('wrong')}
            </p>
          ) : null}
          <Refusal error={act.error} />
          <Button
            type="primary"
            size="large"
            disabled={isWrong}
            loading={act.busy}
            onClick={() => act.send({ kind: 'drawStageOrder', taskId: null, seenSeq: null, facts, attachments: [] })}
          >
            {t('draw')}
          </Button>
        </>
      ) : (
        <p className="muted">{t('notYou')}</p>
      )}
    </section>
  );
}
