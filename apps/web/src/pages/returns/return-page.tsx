import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { actionsQuery, caseQuery, timelineQuery } from '../../api/case.js';
import type { Action, CaseView } from '../../api/case.js';
import { answered, api, keyed, newKey } from '../../api/client.js';
import type { Answer } from '../../api/answer.js';
import { ProblemError } from '../../api/problem.js';
import { Shown } from '../../parts/query-state.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { forgetCopy, rememberFile } from '../apply/local-copy.js';
import { SavedWords } from '../apply/saved-words.js';
import { useSaved } from '../apply/use-saved.js';
import { ActForm } from '../case/act-form.js';
import { useAct } from '../case/use-act.js';
import { filledReturn, returnDataOf } from './return-data.js';
import { returnQuery } from './return-queries.js';
import { Writing } from './writing.js';
import type { Prefill } from './writing.js';
import './returns.css';

type Draft = Answer<'/api/v1/returns/{caseNo}/draft'>;

const TEXTS = {
  title: ['{year}年度工作报告', 'Return of {year}'],
  bare: ['年度工作报告', 'Annual return'],
  missing: ['没有找到这份年度工作报告', 'This return was not found'],
  missingWhy: ['编号可能有误,或者不属于您的单位。', 'The number may be wrong, or it is another’s.'],
  home: ['返回工作台', 'Back to the desk'],
  closed: ['现在不能报送', 'It cannot be filed now'],
  closedWhy: ['报告已经报送,或者本件已经办结。', 'It has been filed, or the case has ended.'],
  look: ['查看办件', 'See the case'],
  days: ['应报日 {due} · 截止日 {closes}', 'due {due} · closes {closes}'],
  day: ['截止日 {due}', 'due {due}'],
  supplement: ['登记管理机关的补正要求', 'What the registry asked for'],
  returned: ['业务主管单位的退回意见', 'Why the supervisory unit gave it back'],
  extension: ['来不及?申请延期报送', 'Not in time? Ask for an extension'],
} as const;

const KINDS = ['submitReturn', 'resubmit', 'submitLate'] as const;

/** Writing the yearly return of one's organisation: prefilled, saved as one writes, checked, filed; again after a supplement, and late. */
export function ReturnPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const path = { params: { path: { caseNo } } };
  const view = useQuery(caseQuery(caseNo));
  const draft = useQuery({
    queryKey: ['return-draft', caseNo],
    queryFn: () => answered(api.GET('/api/v1/returns/{caseNo}/draft', path)),
    // What is on the screen is newer than what the server has.
    staleTime: Infinity,
    gcTime: 0,
  });
  const prefill = useQuery({
    queryKey: ['return-prefill', caseNo],
    queryFn: () => answered(api.GET('/api/v1/returns/{caseNo}/prefill', path)),
    staleTime: Infinity,
  });
  const year = useQuery(returnQuery(caseNo)).data?.inspectedYear;
  useTitle(year === undefined ? t('bare') : t('title', { year }));
  const isMissing = [view, draft].some(({ error }) => error instanceof ProblemError && error.problem.status === 404);
  if (isMissing) return <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to="/">{t('home')}</Link>} />;
  return (
    <Shown query={view}>
      {(data) => (
        <Shown query={draft}>
          {(kept) => <Shown query={prefill}>{(begun) => <Filing view={data} draft={kept} prefill={begun} />}</Shown>}
        </Shown>
      )}
    </Shown>
  );
}

interface FilingProps {
  readonly view: CaseView;
  readonly draft: Draft;
  readonly prefill: Prefill;
}

function Filing(props: FilingProps) {
  const t = useTexts(TEXTS);
  const { caseNo } = props.view;
  const actions = useQuery(actionsQuery(caseNo));
  // While it is sent the action goes; the form stays until the page does.
  const [sent, setSent] = useState<Action | null>(null);
  return (
    <Shown query={actions}>
      {({ items, seq }) => {
        // A late return is kept once.
        const isOpen = ({ kind }: Action) => isFiling(kind) && (kind !== 'submitLate' || props.view.form === null);
        const action = items.find(isOpen) ?? sent;
        if (action === null)
          return (
            <Standstill
              title={t('closed')}
              why={t('closedWhy')}
              way={<Link to={`/cases/${caseNo}`}>{t('look')}</Link>}
            />
          );
        const extension = items.find(({ kind }) => kind === 'askExtension');
        return (
          <>
            <Head view={props.view} seq={seq} extension={extension} />
            <Form {...props} action={action} onSend={() => setSent(action)} />
          </>
        );
      }}
    </Shown>
  );
}

const isFiling = (kind: string): kind is (typeof KINDS)[number] => KINDS.some((each) => each === kind);

interface HeadProps {
  readonly view: CaseView;
  readonly seq: number;
  readonly extension: Action | undefined;
}

function Head({ view, seq, extension }: HeadProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const theirs = useQuery(returnQuery(view.caseNo)).data;
  const timeline = useQuery(timelineQuery(view.caseNo)).data?.items ?? [];
  const asked = timeline.filter(({ kind }) => kind === 'supplement').at(-1)?.opinion;
  const returned =
    view.state.slug === 'DRAFT' ? timeline.filter(({ kind }) => kind === 'preliminary').at(-1) : undefined;
  return (
    <header className="case-head">
      <h1>{theirs === undefined ? t('bare') : t('title', { year: theirs.inspectedYear })}</h1>
      <p className="muted">
        {[
          view.organisation?.name,
          theirs === undefined
            ? ''
            : t(theirs.due === theirs.closes ? 'day' : 'days', {
                due: dayOf(theirs.due, language),
                closes: dayOf(theirs.closes, language),
              }),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        {extension === undefined ? null : (
          <Button type="link" onClick={() => setAsking(true)}>
            {t('extension')}
          </Button>
        )}
      </p>
      <Reason title={t('supplement')} words={view.state.slug === 'SUPPLEMENT' ? asked : null} />
      <Reason title={t('returned')} words={returned?.opinion} />
      {asking && extension !== undefined ? (
        <ActForm view={view} seq={seq} action={extension} onClose={() => setAsking(false)} />
      ) : null}
    </header>
  );
}

function Reason({ title, words }: { readonly title: string; readonly words: string | null | undefined }) {
  if (words === null || words === undefined || words === '') return null;
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <p className="prose">{words}</p>
    </section>
  );
}

interface FormProps extends FilingProps {
  readonly action: Action;
  readonly onSend: () => void;
}

function Form({ view, draft, prefill, action, onSend }: FormProps) {
  const navigate = useNavigate();
  const { caseNo, form: handedIn, files, organisation } = view;
  // Another version stands as soon as this one is filed.
  const [id] = useState(() => {
    for (const { uploadId, name } of files) rememberFile({ id: uploadId, name });
    return `return-${caseNo}-${handedIn?.version ?? 0}`;
  });
  const { form, change, flush, state, savedAt } = useSaved({
    ...{ id, version: draft.version, savedAt: null, read: returnDataOf, filled: filledReturn },
    data: draft.version > 0 ? draft.data : (handedIn?.data ?? prefill.form),
    save: async (version, data) => {
      const params = { path: { caseNo }, header: keyed(newKey()) };
      const saved = await answered(api.PUT('/api/v1/returns/{caseNo}/draft', { params, body: { version, data } }));
      return { version: saved.version, savedAt: new Date().toISOString() };
    },
  });
  const act = useAct(caseNo, () => {
    forgetCopy(id);
    // Replaced, so that going back does not lead into a form that is sent.
    void navigate(`/cases/${caseNo}`, { replace: true });
  });
  const submit = async () => {
    onSend();
    await flush();
    act.send({ kind: action.kind, taskId: action.taskId, seenSeq: null, form: filledReturn(form), attachments: [] });
  };
  return (
    <>
      <p className="return-saved">
        <SavedWords state={state} savedAt={savedAt} />
      </p>
      <Writing
        caseNo={caseNo}
        organisationId={organisation?.id ?? ''}
        form={form}
        change={change}
        prefill={prefill}
        kind={isFiling(action.kind) ? action.kind : 'submitReturn'}
        submit={() => void submit()}
        busy={act.busy}
        error={act.error}
      />
    </>
  );
}
