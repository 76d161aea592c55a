import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { actionsQuery, caseQuery, timelineQuery } from '../../api/case.js';
import type { CaseView } from '../../api/case.js';
import { fetched, newKey } from '../../api/client.js';
import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { changed, filled, formDataOf } from './form-data.js';
import type { Change, FormData } from './form-data.js';
import { forgetCopy, keepCopy, keptCopy, rememberFile } from './local-copy.js';
import { Wizard } from './wizard.js';

const TEXTS = {
  title: ['补正并重新提交', 'Mend and submit again'],
  why: ['受理机关的补正要求', 'What was asked for'],
  none: ['现在不能重新提交:办件已不在补正状态。', 'It cannot be submitted again now.'],
} as const;

/** The application again, with what was returned and why beside it. */
export function ResubmitPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const view = useQuery({ ...caseQuery(caseNo), staleTime: Infinity });
  return (
    <>
      <h1>{t('title')}</h1>
      <Shown query={view}>{(data) => <Mending view={data} />}</Shown>
    </>
  );
}

function Mending({ view }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const { caseNo, form: handedIn, files, organisation } = view;
  const version = handedIn?.version ?? 0;
  const actions = useQuery(actionsQuery(caseNo));
  const timeline = useQuery(timelineQuery(caseNo));
  const [form, setForm] = useState<FormData>(() => {
    for (const { uploadId, name } of files) rememberFile({ id: uploadId, name });
    return formDataOf(keptCopy(caseNo, version) ?? handedIn?.data);
  });
  const [key] = useState(newKey);
  const asked = timeline.data?.items.filter(({ kind }) => kind === 'supplement').at(-1)?.opinion;
  const change = (part: Change) =>
    setForm((before) => {
      const after = changed(before, part);
      keepCopy(caseNo, version, filled(after));
      return after;
    });
  const submit = async (taskId: string | null) => {
    const body = JSON.stringify({ kind: 'resubmit', taskId, form: filled(form) });
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `${key}-${hashOf(body)}` };
    await fetched(`/api/v1/cases/${caseNo}/acts`, { method: 'POST', headers, body });
    forgetCopy(caseNo);
    await navigate(`/cases/${caseNo}`, { replace: true });
  };
  return (
    <>
      {asked ? (
        <section className="panel">
          <h2>{t('why')}</h2>
          <p className="prose">{asked}</p>
        </section>
      ) : null}
      <Shown query={actions}>
        {({ items }) => {
          const action = items.find(({ kind }) => kind === 'resubmit');
          if (action === undefined) return <p>{t('none')}</p>;
          return (
            <Wizard
              form={form}
              change={change}
              organisationId={organisation?.id ?? ''}
              submit={() => submit(action.taskId)}
            />
          );
        }}
      </Shown>
    </>
  );
}

/** A short mark of a text, so that other words get another key. */
function hashOf(text: string): string {
  let hash = 5381;
  for (const letter of text) hash = (hash * 33 + (letter.codePointAt(0) ?? 0)) % 4_294_967_296;
  return hash.toString(36);
}
