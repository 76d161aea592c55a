import { Button } from 'antd';

import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import type { SaveState } from './use-saved.js';

const TEXTS = {
  SAVED: ['已保存 {at}', 'Saved {at}'],
  SAVING: ['正在保存…', 'Saving…'],
  LOCAL: ['尚未存到服务器,内容已暂存在本机,将自动重试', 'Not on the server yet; kept in this browser and tried again'],
  CONFLICT: ['这份申请已在别处修改,此处的改动没有保存', 'It was changed elsewhere; what you wrote here is not saved'],
  REFUSED: ['有内容无法保存,请检查是否过长', 'Something cannot be saved; it may be too long'],
  reload: ['载入最新内容', 'Load the newest'],
} as const;

/** Where the words are. */
export function SavedWords({ state, savedAt }: { readonly state: SaveState; readonly savedAt: string | null }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (state === 'SAVED' && savedAt === null) return null;
  const isBad = state === 'CONFLICT' || state === 'REFUSED';
  return (
    <span role="status" className={isBad ? 'due-late' : state === 'LOCAL' ? 'due-soon' : 'muted'}>
      {t(state, { at: savedAt === null ? '' : minuteOf(savedAt, language) })}
      {state === 'CONFLICT' ? (
        <Button type="link" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      ) : null}
    </span>
  );
}
