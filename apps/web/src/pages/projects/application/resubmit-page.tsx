import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { SubmittedApplication } from '#domain/venture-round/application-form.js';
import { actionsQuery, caseQuery, timelineQuery } from '../../../api/case.js';
import type { Action, CaseView } from '../../../api/case.js';
import { fetched, keyed, newKey } from '../../../api/client.js';
import { Shown } from '../../../parts/query-state.js';
import { useTitle } from '../../../parts/title.js';
import { useTexts } from '../../../text/language.js';
import { forgetCopy, keepCopy, keptCopy, rememberFile } from '../../apply/local-copy.js';
import type { ChangeOf } from '../../apply/use-saved.js';
import { roundQuery } from '../../rounds/queries.js';
import type { Round } from '../../rounds/queries.js';
import { projectDataOf, projectFormOf } from './form-data.js';
import type { ProjectForm } from './form-data.js';
import { Wizard } from './wizard.js';

const TEXTS = {
  title: ['修改申报书并重新提交', 'Correct the application and submit again'],
  why: ['退回修改的要求', 'What was asked for'],
  none: ['现在不能重新提交:办件已不在退回修改状态。', 'It cannot be submitted again now.'],
} as const;

/** The application again after a return, with what was asked for beside it. */
export function ProjectResubmitPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const view = useQuery({ ...caseQuery(caseNo), staleTime: Infinity });
  const actions = useQuery(actionsQuery(caseNo));
  return (
    <>
      <h1>{t('title')}</h1>
      <Shown query={view}>
        {(data) => (
          <>
            <Asked caseNo={caseNo} />
            <Shown query={actions}>
              {({ items }) => {
                const action = items.find(({ kind }) => kind === 'resubmit');
                return action === undefined ? <p>{t('none')}</p> : <OfRound view={data} action={action} />;
              }}
            </Shown>
          </>
        )}
      </Shown>
    </>
  );
}

function Asked({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const timeline = useQuery(timelineQuery(caseNo));
  const asked = timeline.data?.items.filter(({ kind }) => kind === 'returnForCure').at(-1)?.opinion ?? '';
  return asked === '' ? null : (
    <section className="panel">
      <h2>{t('why')}</h2>
      <p className="prose">{asked}</p>
    </section>
  );
}

interface Props {
  readonly view: CaseView;
  readonly action: Action;
}

function OfRound(props: Props) {
  const handedIn = SubmittedApplication.safeParse(props.view.form?.data);
  const round = useQuery({
    ...roundQuery(handedIn.success ? handedIn.data.roundNo : ''),
    enabled: handedIn.success,
    staleTime: 60_000,
  });
  return <Shown query={round}>{(of) => <Mending {...props} round={of} />}</Shown>;
}

function Mending({ view, action, round }: Props & { readonly round: Round }) {
  const navigate = useNavigate();
  const { caseNo, form: handedIn, files, organisation } = view;
  const version = handedIn?.version ?? 0;
  const [keys] = useState(() => new Map<string, string>());
  const [form, setForm] = useState<ProjectForm>(() => {
    for (const { uploadId, name } of files) rememberFile({ id: uploadId, name });
    return projectFormOf(keptCopy(caseNo, version) ?? handedIn?.data);
  });
  const change = (part: ChangeOf<ProjectForm>) =>
    setForm((before) => {
      const after = { ...before, ...(typeof part === 'function' ? part(before) : part) };
      keepCopy(caseNo, version, projectDataOf(after, round.caseNo));
      return after;
    });
  const submit = async () => {
    const body = JSON.stringify({
      kind: 'resubmit',
      taskId: action.taskId,
      form: projectDataOf(form, round.caseNo),
    });
    // The same words keep their key, however often they are sent.
    const key = keys.get(body) ?? newKey();
    keys.set(body, key);
    await fetched(`/api/v1/cases/${encodeURIComponent(caseNo)}/acts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...keyed(key) },
      body,
    });
    forgetCopy(caseNo);
    await navigate(`/cases/${caseNo}`, { replace: true });
  };
  return (
    <Wizard
      form={form}
      change={change}
      round={round}
      isCorrection
      organisationId={organisation?.id ?? ''}
      submit={submit}
    />
  );
}
