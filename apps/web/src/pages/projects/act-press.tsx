import { Button } from 'antd';
import { useState } from 'react';

import type { ActKind } from '#domain/process/acts.js';
import type { Action, CaseView } from '../../api/case.js';
import { useLabel } from '../../text/language.js';
import { ActForm } from '../case/act-form.js';

/** An act of the domain as the interface lists actions, on a task or on the case. */
export function actionOf({ kind, zh, en, needsReasons }: ActKind, taskId: string | null = null): Action {
  const reasons = needsReasons === undefined ? 'NEVER' : needsReasons.length === 0 ? 'ALWAYS' : 'WHEN_NEGATIVE';
  return { kind, zh, en, taskId, task: null, reasons, facts: {}, returnTo: null };
}

interface Props {
  readonly view: CaseView;
  readonly action: Action;
  /** What the button is called for who does not see the row in which it stands. */
  readonly about?: string;
  readonly isPlain?: boolean;
}

/** A button that opens one act where it belongs: beside the instalment, the deed, the objection that it is about. */
export function ActPress({ view, action, about, isPlain = false }: Props) {
  const label = useLabel();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        type={isPlain ? 'default' : 'primary'}
        onClick={() => setOpen(true)}
        {...(about === undefined ? {} : { 'aria-label': `${label(action)} ${about}` })}
      >
        {label(action)}
      </Button>
      {isOpen ? <ActForm view={view} seq={view.seq} action={action} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
