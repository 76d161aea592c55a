import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';

import type { CaseView } from '../../api/case.js';
import { answered, api } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import './public.css';

const TEXTS = {
  show: ['进度查询码', 'Code to follow it'],
  about: [
    '凭办件编号和这个查询码,不登录也能查到办到哪一步。只交给需要知道的人。',
    'With the number of the case and this code it can be followed without signing in. Give it only to who needs it.',
  ],
  copy: ['复制查询链接', 'Copy the link'],
  copied: ['已复制。', 'Copied.'],
} as const;

/** The code by which one's own case can be followed without signing in; for those of the applicant's side alone. */
export function ProgressCode({ view }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  const me = useQuery(meQuery);
  const [open, setOpen] = useState(false);
  const { caseNo, organisation } = view;
  // An official who begins a case follows it at the desk.
  const mine =
    organisation !== null && me.data?.grants.some(({ organisationId }) => organisationId === organisation.id) === true;
  const code = useQuery({
    queryKey: ['progress-code', caseNo],
    queryFn: () => answered(api.GET('/api/v1/cases/{caseNo}/progress-code', { params: { path: { caseNo } } })),
    enabled: open && mine,
    staleTime: Infinity,
  });
  if (!mine) return null;
  if (!open)
    return (
      <p>
        <Button size="small" onClick={() => setOpen(true)}>
          {t('show')}
        </Button>
      </p>
    );
  const copy = async (words: string) => {
    const link = new URL(
      `/public/progress#${new URLSearchParams({ no: caseNo, code: words }).toString()}`,
      location.href,
    );
    await navigator.clipboard.writeText(link.href);
    void message.success(t('copied'));
  };
  return (
    <div className="hint public-code" role="note">
      <Refusal error={code.error} again={() => code.refetch()} />
      <b>
        {t('show')} {code.data?.code ?? '…'}
      </b>
      <span className="muted">{t('about')}</span>
      {code.data === undefined ? null : (
        <Button size="small" onClick={() => void copy(code.data.code)}>
          {t('copy')}
        </Button>
      )}
    </div>
  );
}
