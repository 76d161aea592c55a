import { Button } from 'antd';

import { useOnce } from '../../../api/use-once.js';
import { Refusal } from '../../../parts/refusal.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import { typeset } from '../../../text/typeset.js';
import { FIELD_TEXTS } from './faults.js';
import type { Step } from './faults.js';
import type { StepProps } from './wizard.js';

const TEXTS = {
  todo: ['还需要填写或更正', 'Still to be done'],
  whole: ['申报书已填写完整,预算已平衡。', 'The application is complete and its budget balances.'],
  papers: ['材料核对', 'Papers'],
  pledge: ['承诺书', 'Pledge'],
  there: ['已提供', 'there'],
  missing: ['缺少', 'missing'],
  files: ['其他附件 {n} 份', '{n} other files'],
  effect: [
    '提交后当即取得回执,注明服务器收到的时间和申报书的散列值。截止时间({at})以服务器收到为准;截止前可以撤回,不能修改。',
    'You get a receipt at once, with the time of the server and the hash of the form. The deadline ({at}) is by the clock of the server; an application can be withdrawn, not changed.',
  ],
  effectAgain: [
    '提交后继续资格审查。只能修改一次,请核对退回意见中的每一项。',
    'The screening goes on. There is one correction only; look at each thing that was asked for.',
  ],
  submit: ['提交申报书', 'Submit'],
} as const;

type Props = StepProps & { readonly submit: () => Promise<void>; readonly go: (step: Step) => void };

/** What is still missing, the papers, and the press. */
export function CheckStep({ form, faults, round, isCorrection, submit, go }: Props) {
  const t = useTexts(TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const language = useLanguage();
  const { press, busy, error } = useOnce(submit);
  const hasPledge = form.pledgeUploadId !== undefined;
  return (
    <>
      {faults.length === 0 ? (
        <p className="told told-good">{t('whole')}</p>
      ) : (
        <>
          <h3>{t('todo')}</h3>
          <ul className="projects-faults">
            {faults.map((fault) => (
              <li key={fault.field}>
                <button type="button" className="link" onClick={() => go(fault.step)}>
                  {field(fault.field)}
                </button>
                ：{language === 'zh' ? typeset(fault.words[0]) : fault.words[1]}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('papers')}</h3>
      <ul className="checks">
        <li className={hasPledge ? 'due-good' : 'due-late'}>
          {hasPledge ? '✓' : '✕'} {t('pledge')}：{t(hasPledge ? 'there' : 'missing')}
        </li>
        <li>{t('files', { n: form.attachmentUploadIds.length })}</li>
      </ul>
      <p className="effect">
        {isCorrection ? t('effectAgain') : t('effect', { at: minuteOf(round.closesAt, language) })}
      </p>
      <Refusal error={error} />
      <Button type="primary" size="large" disabled={faults.length > 0} loading={busy} onClick={press}>
        {t('submit')}
      </Button>
    </>
  );
}
