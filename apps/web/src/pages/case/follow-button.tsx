import { Button } from 'antd';

import type { CaseView } from '../../api/case.js';
import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';

const TEXTS = {
  follow: ['关注', 'Follow'],
  followed: ['已关注', 'Followed'],
  about: [
    '关注后,工作台上能看到它办到哪一步,状态变化时有通知。',
    'It stands on your desk, and you are told when its state changes.',
  ],
} as const;

/** 关注: pressed while the case is followed; a press changes it. */
export function FollowButton({ view: { caseNo, followed } }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const write = useWrite((follow: boolean, key) => {
    const params = { path: { caseNo }, header: keyed(key) };
    return answered(
      follow
        ? api.PUT('/api/v1/cases/{caseNo}/follow', { params })
        : api.DELETE('/api/v1/cases/{caseNo}/follow', { params }),
    );
  });
  return (
    <>
      <Button
        size="small"
        aria-pressed={followed}
        title={t('about')}
        type={followed ? 'primary' : 'default'}
        ghost={followed}
        loading={write.busy}
        onClick={() => write.send(!followed)}
      >
        {t(followed ? 'followed' : 'follow')}
      </Button>
      <Refusal error={write.error} />
    </>
  );
}
