import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';

import { answered, api, done, keyed, newKey } from '../../api/client.js';
import type { Answer } from '../../api/answer.js';
import { draftsQuery } from '../../api/lists.js';
import { ProblemError } from '../../api/problem.js';
import { useWrite } from '../../api/use-write.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { forgetCopy } from '../apply/local-copy.js';
import { SavedWords } from '../apply/saved-words.js';
import { useSaved } from '../apply/use-saved.js';
import { filledRound, roundFormOf } from './setup/form-data.js';
import { SetupWizard } from './setup/wizard.js';
import './rounds.css';

type Draft = Answer<'/api/v1/drafts/{id}'>;

const TEXTS = {
  title: ['筹备新一届公益创投', 'Plan a round'],
  missing: ['没有找到这份方案', 'This configuration was not found'],
  missingWhy: ['它可能已经提交或删除。', 'It may have been handed in or deleted.'],
  rounds: ['返回公益创投', 'Back to the rounds'],
  effect: [
    '创建后进入“筹备”:发布征集公告之前仍可随时修改。创建不会公布任何内容。',
    'The round is planned then: it can be changed until its call is published. Nothing is published by this.',
  ],
  create: ['创建本届', 'Create the round'],
  remove: ['删除草稿', 'Delete the draft'],
  removeSure: ['确定删除这份方案草稿?填写的内容将不能恢复。', 'Delete this draft? It cannot be brought back.'],
} as const;

/** Planning a round: a draft in steps. */
export function RoundDraftPage() {
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
  const isGone =
    (draft.error instanceof ProblemError && draft.error.problem.status === 404) ||
    (draft.data !== undefined && draft.data.caseId !== null);
  if (isGone)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to="/rounds">{t('rounds')}</Link>} />;
  return <Shown query={draft}>{(data) => <Writing draft={data} />}</Shown>;
}

function Writing({ draft }: { readonly draft: Draft }) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { form, change, flush, state, savedAt, versionNow } = useSaved({
    ...{ id: draft.id, version: draft.version, data: draft.data, savedAt: draft.updatedAt },
    ...{ read: roundFormOf, filled: filledRound },
    save: async (version, data) => {
      const params = { path: { id: draft.id }, header: keyed(newKey()) };
      const saved = await answered(api.PUT('/api/v1/drafts/{id}', { params, body: { version, data } }));
      return { version: saved.version, savedAt: saved.updatedAt };
    },
  });
  const create = useWrite(
    async (_: string, key) => {
      await flush();
      const version = versionNow();
      const params = { path: { id: draft.id }, header: keyed(`${key}-${version}`) };
      return answered(api.POST('/api/v1/drafts/{id}/submission', { params, body: { version } }));
    },
    ({ caseNo }) => {
      forgetCopy(draft.id);
      void queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      // Replaced, so that going back does not lead into a form that is sent.
      void navigate(`/rounds/${caseNo}`, { replace: true });
    },
  );
  return (
    <>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <SavedWords state={state} savedAt={savedAt} />
      </div>
      <SetupWizard
        form={form}
        change={change}
        isFixed={false}
        finish={(isWhole) => (
          <>
            <p className="effect">{t('effect')}</p>
            <Refusal error={create.error} />
            <Button
              type="primary"
              size="large"
              disabled={!isWhole}
              loading={create.busy}
              onClick={() => create.send(draft.id)}
            >
              {t('create')}
            </Button>
          </>
        )}
      />
      <Remove id={draft.id} flush={flush} versionNow={versionNow} />
    </>
  );
}

interface RemoveProps {
  readonly id: string;
  readonly flush: () => Promise<boolean>;
  readonly versionNow: () => number;
}

function Remove({ id, flush, versionNow }: RemoveProps) {
  const t = useTexts(TEXTS);
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remove = async () => {
    await flush();
    const params = { path: { id }, query: { version: versionNow() }, header: keyed(newKey()) };
    await done(api.DELETE('/api/v1/drafts/{id}', { params }));
    forgetCopy(id);
    await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
    await navigate('/rounds', { replace: true });
  };
  const ask = () =>
    modal.confirm({ title: t('removeSure'), okText: t('remove'), onOk: remove, okButtonProps: { danger: true } });
  return (
    <p>
      <Button type="text" danger onClick={() => void ask()}>
        {t('remove')}
      </Button>
    </p>
  );
}
