import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { answered, api, done, keyed, newKey } from '../../api/client.js';
import { draftsQuery } from '../../api/lists.js';
import { ProblemError } from '../../api/problem.js';
import { Shown } from '../../parts/query-state.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import type { Draft } from './draft-rows.js';
import { forgetCopy } from './local-copy.js';
import { SavedWords } from './saved-words.js';
import { useDraft } from './use-draft.js';
import { Wizard } from './wizard.js';

const TEXTS = {
  title: ['临时党组织设立申请', 'Application for a temporary Party organisation'],
  missing: ['没有找到这份申请', 'This application was not found'],
  missingWhy: ['它可能已经提交或删除。', 'It may have been submitted or deleted.'],
  desk: ['返回工作台', 'Back to the desk'],
  sent: ['这份申请已经提交', 'This application has been submitted'],
  sentWhy: [
    '提交后不能再改;可在“我发起的”中查看进度。',
    'It cannot be changed any more; see where it stands among those that you started.',
  ],
  remove: ['删除草稿', 'Delete the draft'],
  removeSure: [
    '确定删除这份草稿?填写的内容将不能恢复。',
    'Delete this draft? What was written cannot be brought back.',
  ],
} as const;

/** Writing an application: a draft in steps. */
export function DraftPage() {
  const { id = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const draft = useQuery({
    queryKey: ['draft', id],
    queryFn: () => answered(api.GET('/api/v1/drafts/{id}', { params: { path: { id } } })),
    // What is on the screen is newer than what the server has.
    staleTime: Infinity,
    gcTime: 0,
  });
  const desk = <Link to="/">{t('desk')}</Link>;
  if (draft.error instanceof ProblemError && draft.error.problem.status === 404)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={desk} />;
  if (draft.data !== undefined && draft.data.caseId !== null)
    return <Standstill title={t('sent')} why={t('sentWhy')} way={desk} />;
  return <Shown query={draft}>{(data) => <Writing draft={data} />}</Shown>;
}

function Writing({ draft }: { readonly draft: Draft }) {
  const t = useTexts(TEXTS);
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { form, change, flush, state, savedAt, versionNow } = useDraft(draft);
  const key = useRef(newKey());

  const submit = async () => {
    await flush();
    const version = versionNow();
    const params = { path: { id: draft.id }, header: keyed(`${key.current}-${version}`) };
    const { caseNo } = await answered(api.POST('/api/v1/drafts/{id}/submission', { params, body: { version } }));
    forgetCopy(draft.id);
    await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
    // Replaced, so that going back does not lead into a form that is sent.
    await navigate(`/cases/${caseNo}`, { replace: true });
  };
  const remove = async () => {
    await flush();
    const params = { path: { id: draft.id }, query: { version: versionNow() }, header: keyed(newKey()) };
    await done(api.DELETE('/api/v1/drafts/{id}', { params }));
    forgetCopy(draft.id);
    await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
    await navigate('/apply', { replace: true });
  };
  const assess = async () => {
    await flush();
    return answered(
      api.POST('/api/v1/drafts/{id}/assessment', { params: { path: { id: draft.id }, header: keyed(newKey()) } }),
    );
  };

  return (
    <>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <SavedWords state={state} savedAt={savedAt} />
      </div>
      <Wizard form={form} change={change} organisationId={draft.organisationId ?? ''} assess={assess} submit={submit} />
      <p>
        <Button
          type="text"
          danger
          onClick={() =>
            modal.confirm({
              title: t('removeSure'),
              okText: t('remove'),
              onOk: remove,
              okButtonProps: { danger: true },
            })
          }
        >
          {t('remove')}
        </Button>
      </p>
    </>
  );
}
