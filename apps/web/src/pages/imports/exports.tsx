import { Button } from 'antd';

import { useTexts } from '../../text/language.js';

const TEXTS = {
  title: ['导出 Excel', 'Export to Excel'],
  about: [
    '导出的内容与您在页面上能看到的一致;列表页上的“导出”按当时的条件导出。',
    'An export holds what you may see, and nothing else. The button on a list exports it as it is narrowed.',
  ],
  todo: ['待办', 'Waiting'],
  overdue: ['超期', 'Overdue'],
  done: ['已办', 'Done'],
  started: ['我发起的', 'Started'],
  copied: ['抄送', 'Copied'],
  followed: ['关注', 'Followed'],
  cases: ['办件', 'Cases'],
  organisations: ['社会组织', 'Organisations'],
} as const;

const LISTS = ['todo', 'overdue', 'done', 'started', 'copied', 'followed', 'cases'] as const;

/** The lists that anybody may take along, each with what they may see. */
export function Exports({ roles }: { readonly roles: readonly string[] }) {
  const t = useTexts(TEXTS);
  const lists = roles.length === 0 ? LISTS : ([...LISTS, 'organisations'] as const);
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <p className="prose">{t('about')}</p>
      <div className="imports-buttons">
        {lists.map((list) => (
          <Button key={list} href={`/api/v1/exports/${list}`} download>
            {t(list)}
          </Button>
        ))}
      </div>
    </section>
  );
}
