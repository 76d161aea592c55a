import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { actionsQuery } from '../../api/case.js';
import type { Action } from '../../api/case.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useTexts } from '../../text/language.js';
import { ActForm } from './act-form.js';

const TEXTS = {
  title: ['我可以办理', 'What I may do'],
  none: ['现在没有需要您办理的操作。', 'There is nothing for you to do now.'],
  resubmit: ['修改并重新提交', 'Mend and submit again'],
} as const;

/** Acts that help others rather than move the case. */
const BESIDE = new Set([
  'transfer',
  'recuse',
  'pause',
  'claim',
  'urge',
  'copy',
  'addSigner',
  'removeSigner',
  'withdraw',
  'convert',
  'revoke',
]);

/** The acts that this person may take now, as the interface lists them; those that move the case first. */
export function Actions({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const actions = useQuery(actionsQuery(caseNo));
  const [chosen, setChosen] = useState<Action | null>(null);
  return (
    <section className="panel actions" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Shown query={actions}>
        {({ items, seq }) => (
          <>
            {items.length === 0 ? <p className="muted">{t('none')}</p> : null}
            <div className="buttons">
              {items
                .filter(({ kind }) => !BESIDE.has(kind))
                .map((action) => (
                  <ActButton key={keyOf(action)} action={action} caseNo={caseNo} main onChoose={setChosen} />
                ))}
            </div>
            <div className="buttons">
              {items
                .filter(({ kind }) => BESIDE.has(kind))
                .map((action) => (
                  <ActButton key={keyOf(action)} action={action} caseNo={caseNo} main={false} onChoose={setChosen} />
                ))}
            </div>
            {chosen === null ? null : (
              <ActForm caseNo={caseNo} seq={seq} action={chosen} onClose={() => setChosen(null)} />
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

const keyOf = ({ kind, taskId }: Action) => `${kind} ${taskId ?? ''}`;

interface ButtonProps {
  readonly action: Action;
  readonly caseNo: string;
  readonly main: boolean;
  readonly onChoose: (action: Action) => void;
}

function ActButton({ action, caseNo, main, onChoose }: ButtonProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  if (action.kind === 'resubmit')
    return (
      <Link className="button-link" to={`/cases/${caseNo}/resubmit`}>
        {t('resubmit')}
      </Link>
    );
  return (
    <Button type={main ? 'primary' : 'default'} onClick={() => onChoose(action)}>
      {label(action)}
    </Button>
  );
}
