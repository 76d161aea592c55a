import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { actionsQuery } from '../../api/case.js';
import { answered, api, keyed, newKey } from '../../api/client.js';
import { Away, ProblemError } from '../../api/problem.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { forgetCopy, keepCopy } from '../apply/local-copy.js';
import { useSaved } from '../apply/use-saved.js';
import { useAct } from '../case/use-act.js';
import { checkQuery } from './queries.js';
import type { CheckView, SheetView } from './queries.js';
import './random-checks.css';
import { readSheet, sheetFaults, sheetOf } from './sheet-form.js';
import type { SheetForm } from './sheet-form.js';
import { SheetFields } from './sheet-fields.js';
import { SHEET_FAULTS } from './sheet-words.js';

const TEXTS = {
  title: ['检查表', 'Check sheet'],
  back: ['返回办件', 'Back to the case'],
  missing: ['没有找到这份检查表', 'This check sheet was not found'],
  missingWhy: [
    '编号可能有误,或者您不是本次检查的检查人员。',
    'The number may be wrong, or you are not an inspector of this check.',
  ],
  closed: ['检查表现在不能填写', 'The sheet cannot be filled in now'],
  closedWhy: [
    '检查表已经提交,或者您不是抽中的检查人员。其余检查人员不同意的,会退回重填。',
    'It was filed already, or you are not one of the drawn inspectors. It comes back when another inspector does not sign it.',
  ],
  SAVED: ['已保存到服务器', 'Saved on the server'],
  SAVING: ['正在保存…', 'Saving…'],
  LOCAL: ['已存在本机;填齐后自动存到服务器', 'Kept in this browser; sent to the server when it is complete'],
  CONFLICT: ['另一名检查人员刚刚改过这份检查表', 'Another inspector has just changed this sheet'],
  REFUSED: ['尚未保存', 'Not saved'],
  theirs: ['载入对方填写的', 'Load theirs'],
  mine: ['以我填写的为准', 'Keep mine'],
  lacking: ['还缺 {n} 处', '{n} things missing'],
  file: ['提交检查表', 'File the sheet'],
  effect: [
    '提交即视为您签名,随后请其余检查人员签名;提交后不能再改,除非有人退回。',
    'Filing it is your signature; the others are asked for theirs. It cannot be changed afterwards unless one of them gives it back.',
  ],
} as const;

/** The sheet of one check: filled in on site, on a phone, by either of its inspectors. */
export function SheetPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const check = useQuery(checkQuery(caseNo));
  const sheet = useQuery({
    queryKey: ['check-sheet-edit', caseNo],
    queryFn: () => answered(api.GET('/api/v1/drawn-checks/{caseNo}/sheet', { params: { path: { caseNo } } })),
    // What is on the screen is newer than what the server has.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const actions = useQuery(actionsQuery(caseNo));
  const back = <Link to={`/cases/${caseNo}`}>{t('back')}</Link>;
  const [lost] = [check.error, sheet.error].filter((error) => error instanceof ProblemError);
  if (lost?.problem.status === 404)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to="/">{t('back')}</Link>} />;
  return (
    <Shown query={check}>
      {(of) => (
        <Shown query={sheet}>
          {(found) => (
            <Shown query={actions}>
              {({ items, seq }) => {
                const action = items.find(({ kind }) => kind === 'fileSheet');
                return action === undefined ? (
                  <Standstill title={t('closed')} why={t('closedWhy')} way={back} />
                ) : (
                  <Editing
                    key={`${found.version} ${sheet.dataUpdatedAt}`}
                    check={of}
                    found={found}
                    caseNo={caseNo}
                    task={{ taskId: action.taskId, seq }}
                    again={async () => (await sheet.refetch()).data?.version}
                  />
                );
              }}
            </Shown>
          )}
        </Shown>
      )}
    </Shown>
  );
}

interface Props {
  readonly check: CheckView;
  readonly found: SheetView;
  readonly caseNo: string;
  readonly task: { readonly taskId: string | null; readonly seq: number };
  /** Reads the newest version; the page begins anew with it. */
  readonly again: () => Promise<number | undefined>;
}

function Editing({ check, found, caseNo, task, again }: Props) {
  const t = useTexts(TEXTS);
  const fault = useTexts(SHEET_FAULTS);
  const navigate = useNavigate();
  const [refused, setRefused] = useState<unknown>(null);
  const copyId = `check-sheet.${caseNo}`;
  const drawn = check.inspectors.map(({ userId }) => userId);
  const { form, change, flush, state, savedAt, versionNow } = useSaved<SheetForm>({
    ...{ id: copyId, version: found.version, data: found.sheet, savedAt: null },
    read: (data) => readSheet(data, drawn),
    filled: (form) => ({ ...form }),
    save: async (version, data) => {
      const sheet = sheetOf(readSheet(data, drawn));
      // Half a sheet is not taken by the server: it stays here, as without a network, until it is whole.
      if (sheet === null) throw new Away();
      try {
        const params = { path: { caseNo }, header: keyed(newKey()) };
        const saved = await answered(
          api.PUT('/api/v1/drawn-checks/{caseNo}/sheet', { params, body: { version, sheet } }),
        );
        setRefused(null);
        return { version: saved.version, savedAt: new Date().toISOString() };
      } catch (error) {
        setRefused(error);
        throw error;
      }
    },
  });
  const act = useAct(caseNo, () => void navigate(`/cases/${caseNo}`, { replace: true }));
  const faults = sheetFaults(form);
  const file = async () => {
    if (!(await flush())) return;
    const { taskId, seq } = task;
    act.send({ kind: 'fileSheet', taskId, seenSeq: seq, facts: { version: versionNow() }, attachments: [] });
  };
  const overrule = async (mine: boolean) => {
    forgetCopy(copyId);
    const before = { ...form };
    const { version } = await answered(
      api.GET('/api/v1/drawn-checks/{caseNo}/sheet', { params: { path: { caseNo } } }),
    );
    // Every version is kept on the server: whichever goes on, the other can be looked up.
    if (mine) keepCopy(copyId, version, before);
    await again();
  };

  return (
    <div className="random-checks-sheet">
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <Link to={`/cases/${caseNo}`}>{t('back')}</Link>
      </div>
      <p className="muted">{[check.organisation.name, caseNo].join(' · ')}</p>
      <SheetFields form={form} change={change} inspectors={check.inspectors} />
      {state === 'CONFLICT' ? null : <Refusal error={refused ?? act.error} />}
      <p className="effect">{t('effect')}</p>
      {faults.length === 0 ? null : (
        <details className="why">
          <summary>{t('lacking', { n: faults.length })}</summary>
          <ul>
            {faults.map(({ kind, n = 0 }) => (
              <li key={`${kind} ${n}`}>{fault(kind, { n })}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="random-checks-end">
        <span role="status" className={state === 'CONFLICT' || state === 'REFUSED' ? 'due-late' : 'muted'}>
          {t(found.version === 0 && savedAt === null && state === 'SAVED' ? 'LOCAL' : state)}
          {faults.length === 0 ? '' : ` · ${t('lacking', { n: faults.length })}`}
        </span>
        {state === 'CONFLICT' ? (
          <>
            <Button onClick={() => void overrule(false)}>{t('theirs')}</Button>
            <Button onClick={() => void overrule(true)}>{t('mine')}</Button>
          </>
        ) : (
          <Button
            type="primary"
            size="large"
            disabled={faults.length > 0}
            loading={act.busy}
            onClick={() => void file()}
          >
            {t('file')}
          </Button>
        )}
      </div>
    </div>
  );
}
