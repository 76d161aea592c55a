import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { answered, api, done, keyed, newKey } from '../../../api/client.js';
import { draftsQuery } from '../../../api/lists.js';
import { ProblemError } from '../../../api/problem.js';
import { Due } from '../../../parts/due.js';
import { Shown } from '../../../parts/query-state.js';
import { Standstill } from '../../../parts/standstill.js';
import { useTitle } from '../../../parts/title.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import type { Draft } from '../../apply/draft-rows.js';
import { forgetCopy } from '../../apply/local-copy.js';
import { SavedWords } from '../../apply/saved-words.js';
import { useSaved } from '../../apply/use-saved.js';
import { roundQuery } from '../../rounds/queries.js';
import type { Round } from '../../rounds/queries.js';
import { projectDataOf, projectFormOf } from './form-data.js';
import { Wizard } from './wizard.js';

const TEXTS = {
  title: ['项目申报', 'Project application'],
  missing: ['没有找到这份申报书', 'This application was not found'],
  missingWhy: ['它可能已经提交或删除。', 'It may have been submitted or deleted.'],
  back: ['返回申请', 'Back'],
  sent: ['这份申报书已经提交', 'This application has been submitted'],
  sentWhy: ['提交后不能再改;可在“我发起的”中查看进度。', 'It cannot be changed; see it among those that you started.'],
  until: ['征集截止 {at}', 'The call closes {at}'],
  over: [
    '本届征集已于 {at} 截止,不能再提交。您填写的内容仍保存在这里。',
    'The call closed on {at}; nothing can be submitted any more. What you wrote is kept here.',
  ],
  remove: ['删除草稿', 'Delete the draft'],
  removeSure: ['确定删除这份草稿?填写的内容将不能恢复。', 'Delete this draft? It cannot be brought back.'],
} as const;

/** Writing an application of a project: a draft in steps. */
export function ProjectDraftPage() {
  const { caseNo = '', draftId: id = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const round = useQuery({ ...roundQuery(caseNo), staleTime: 60_000 });
  const draft = useQuery({
    queryKey: ['draft', id],
    queryFn: () => answered(api.GET('/api/v1/drafts/{id}', { params: { path: { id } } })),
    // What is on the screen is newer than what the server has.
    staleTime: Infinity,
    gcTime: 0,
  });
  const back = <Link to="/apply">{t('back')}</Link>;
  if (draft.error instanceof ProblemError && draft.error.problem.status === 404)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={back} />;
  if (draft.data !== undefined && draft.data.caseId !== null)
    return <Standstill title={t('sent')} why={t('sentWhy')} way={back} />;
  return (
    <Shown query={round}>{(of) => <Shown query={draft}>{(data) => <Writing draft={data} round={of} />}</Shown>}</Shown>
  );
}

function Writing({ draft, round }: { readonly draft: Draft; readonly round: Round }) {
  const t = useTexts(TEXTS);
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const key = useRef(newKey());
  const path = { id: draft.id };
  const { form, change, flush, state, savedAt, versionNow } = useSaved({
    id: draft.id,
    version: draft.version,
    data: draft.data,
    savedAt: draft.updatedAt,
    read: projectFormOf,
    filled: (written) => projectDataOf(written, round.caseNo),
    save: async (version, data) => {
      const params = { path, header: keyed(newKey()) };
      const saved = await answered(api.PUT('/api/v1/drafts/{id}', { params, body: { version, data } }));
      return { version: saved.version, savedAt: saved.updatedAt };
    },
  });

  const submit = async () => {
    await flush();
    const version = versionNow();
    const params = { path, header: keyed(`${key.current}-${version}`) };
    const { caseNo } = await answered(api.POST('/api/v1/drafts/{id}/submission', { params, body: { version } }));
    forgetCopy(draft.id);
    await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
    // Replaced, so that going back does not lead into a form that is sent.
    await navigate(`/projects/${caseNo}/receipt`, { replace: true });
  };
  const remove = async () => {
    await flush();
    const params = { path, query: { version: versionNow() }, header: keyed(newKey()) };
    await done(api.DELETE('/api/v1/drafts/{id}', { params }));
    forgetCopy(draft.id);
    await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
    await navigate('/apply', { replace: true });
  };

  return (
    <>
      <div className="panel-head">
        <h1>
          {round.title} {t('title')}
        </h1>
        <SavedWords state={state} savedAt={savedAt} />
      </div>
      <Deadline round={round} />
      <Wizard
        form={form}
        change={change}
        round={round}
        isCorrection={false}
        organisationId={draft.organisationId ?? ''}
        submit={submit}
      />
      <p>
        <Button
          type="text"
          danger
          onClick={() => modal.confirm({ title: t('removeSure'), okText: t('remove'), onOk: remove })}
        >
          {t('remove')}
        </Button>
      </p>
    </>
  );
}

function Deadline({ round }: { readonly round: Round }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const at = minuteOf(round.closesAt, language);
  if (!round.takesApplications)
    return (
      <p className="told told-late" role="note">
        {t('over', { at })}
      </p>
    );
  return (
    <p className="muted">
      {t('until', { at })} <Due dueAt={round.closesAt} />
    </p>
  );
}
