import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';

import { answered, api, keyed, newKey } from '../../api/client.js';
import { draftsQuery } from '../../api/lists.js';
import { meQuery } from '../../api/queries.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { OpenRounds } from '../projects/application/open-rounds.js';
import { DraftRows } from './draft-rows.js';

const TEXTS = {
  title: ['发起申请', 'Apply'],
  drafts: ['继续未完成的申请', 'Go on with what you began'],
  tpo: ['设立临时党组织', 'Set up a temporary Party organisation'],
  tpoAbout: [
    '理事会中有三名以上正式党员、组织关系未转入的社会组织,可申请设立临时党支部。先看是否符合条件,再填写;随时自动保存。',
    'For a social organisation with three or more full members in its council. You learn first whether you qualify; everything is saved as you write.',
  ],
  forWhom: ['为“{name}”申请', 'Apply for {name}'],
  none: [
    '您没有可以发起的申请。社会组织的申报账号才能发起;如需开通,请联系登记管理机关。',
    'There is nothing that you can apply for. It takes an account of a social organisation; ask the registry for one.',
  ],
} as const;

/** What one can apply for, and what one has begun. */
export function ApplyPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const me = useQuery(meQuery);
  const drafts = useQuery(draftsQuery);
  const own = (me.data?.grants ?? []).filter(
    ({ role, organisationId }) => role === 'APPLICANT_USER' && organisationId !== null,
  );
  return (
    <div className="narrow">
      <h1>{t('title')}</h1>
      {(drafts.data?.items.length ?? 0) > 0 ? (
        <section className="panel">
          <h2>{t('drafts')}</h2>
          <DraftRows drafts={drafts.data?.items ?? []} />
        </section>
      ) : null}
      <Shown query={me}>
        {() =>
          own.length === 0 ? (
            <section className="panel">
              <Nothing>{t('none')}</Nothing>
            </section>
          ) : (
            <>
              <OpenRounds organisations={own} />
              <section className="panel apply-begin">
                <h2>{t('tpo')}</h2>
                <p className="prose">{t('tpoAbout')}</p>
                {own.map(({ id, organisationId, organisationName }) => (
                  <Begin key={id} organisationId={organisationId ?? ''} name={organisationName ?? ''} />
                ))}
              </section>
            </>
          )
        }
      </Shown>
    </div>
  );
}

function Begin({ organisationId, name }: { readonly organisationId: string; readonly name: string }) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: (key: string) =>
      answered(
        api.POST('/api/v1/drafts', {
          params: { header: keyed(key) },
          body: { matter: 'temp-party-org', organisationId, data: {} },
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await navigate(`/apply/${id}`);
    },
  });
  return (
    <>
      <Refusal error={begin.error} />
      <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate(newKey())}>
        {t('forWhom', { name })}
      </Button>
    </>
  );
}
