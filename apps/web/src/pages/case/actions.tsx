import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { actionsQuery } from '../../api/case.js';
import type { Action, CaseView } from '../../api/case.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useTexts } from '../../text/language.js';
import { ActForm } from './act-form.js';
import { pagesOf } from './matters.js';
import { toldApart } from './told-apart.js';
import type { Told } from './told-apart.js';

const TEXTS = {
  title: ['我可以办理', 'What I may do'],
  none: ['现在没有需要您办理的操作。', 'There is nothing for you to do now.'],
  of: ['{name}({task})', '{name} ({task})'],
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
  'amendCall',
  'cancelRound',
  'moveClass',
  // Each has a page of its own, where it is done.
  'acceptAssignment',
  'drawStageOrder',
  'callToStage',
  'leaveStage',
  'convert',
  'revoke',
  'askExtension',
  'pauseSeason',
  'cancelSeason',
  'declineAward',
  'terminateProject',
]);

/** The acts that this person may take now, as the interface lists them; those that move the case first. */
export function Actions({ view }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const actions = useQuery(actionsQuery(view.caseNo));
  const [chosen, setChosen] = useState<Action | null>(null);
  return (
    <section className="panel actions" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Shown query={actions}>
        {({ items, seq }) => {
          const told = toldApart(items, pagesOf(view.matter.slug));
          const isBeside = ({ action }: Told): boolean => BESIDE.has(action.kind);
          return (
            <>
              {items.length === 0 ? <p className="muted">{t('none')}</p> : null}
              {[told.filter((each) => !isBeside(each)), told.filter(isBeside)].map((acts, row) => (
                <div className="buttons" key={row}>
                  {acts.map((each, at) => (
                    <ActButton
                      key={keyOf(each.action)}
                      {...each}
                      view={view}
                      main={row === 0 && at === 0}
                      onChoose={setChosen}
                    />
                  ))}
                </div>
              ))}
              {chosen === null ? null : (
                <ActForm view={view} seq={seq} action={chosen} onClose={() => setChosen(null)} />
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

const keyOf = ({ kind, taskId }: Action) => `${kind} ${taskId ?? ''}`;

interface ButtonProps extends Told {
  readonly view: CaseView;
  readonly main: boolean;
  readonly onChoose: (action: Action) => void;
}

function ActButton({ action, about, place, view, main, onChoose }: ButtonProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const elsewhere = pagesOf(view.matter.slug).elsewhere?.[action.kind];
  if (elsewhere !== undefined)
    return (
      <Link className={main ? 'button-link' : 'button-link button-link-plain'} to={elsewhere(view)}>
        {action.kind === 'resubmit' ? t('resubmit') : label(action)}
      </Link>
    );
  const name = about === null ? label(action) : t('of', { name: label(action), task: label(about) });
  return (
    <Button type={main ? 'primary' : 'default'} onClick={() => onChoose(action)}>
      {place === null ? name : `${name} ${place}`}
    </Button>
  );
}
