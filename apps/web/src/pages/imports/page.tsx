import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';

import type { Answer } from '../../api/answer.js';
import { answered, api, fetched, keyed } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { useWrite } from '../../api/use-write.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { AdministrationTabs } from '../administration/tabs.js';
import { Exports } from './exports.js';
import './imports.css';
import { Job } from './job.js';

const TEXTS = {
  title: ['导入导出', 'Import and export'],
  import: ['从 Excel 导入', 'Import from Excel'],
  about: [
    '社会组织、任职人员和党员可以从 Excel 工作簿导入。先下载模板填写,再上传。一张工作表要么全部导入,要么一行不入;有错误的行写在错误报告里,改正后重新上传即可。',
    'Organisations, posts and Party members come from a workbook. Fill in the template, then send it. A sheet is taken whole or not at all; the report names what is wrong.',
  ],
  template: ['下载模板', 'Download the template'],
  choose: ['上传工作簿', 'Send a workbook'],
  leave: ['导入在后台进行,可以离开本页,稍后回来查看。', 'It goes on by itself: you may leave this page.'],
  jobs: ['我的导入', 'My imports'],
  none: ['还没有导入过。', 'Nothing was imported yet.'],
  noRight: ['导入由登记管理机关经办人和系统管理员办理。', 'Imports are made by registry officers and administrators.'],
} as const;

export type ImportJob = Answer<'/api/v1/imports'>['items'][number];

const LOOK_MS = 1_000;

const importsQuery = queryOptions({
  queryKey: ['live', 'imports'],
  queryFn: () => answered(api.GET('/api/v1/imports')),
  // Only a job at work is looked at again and again.
  refetchInterval: ({ state }) =>
    state.data?.items.some((job) => job.state.slug === 'RUNNING') === true ? LOOK_MS : false,
});

/** Workbooks in, lists out. */
export function ImportsPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const roles = useQuery(meQuery).data?.grants.map(({ role }) => role) ?? [];
  const isAdmin = roles.includes('ADMIN');
  const mayImport = isAdmin || roles.includes('REGISTRY_OFFICER');
  return (
    <>
      {isAdmin ? <AdministrationTabs /> : <h1>{t('title')}</h1>}
      {mayImport ? <Import /> : <p className="muted">{t('noRight')}</p>}
      <Exports roles={roles} />
    </>
  );
}

function Import() {
  const t = useTexts(TEXTS);
  const input = useRef<HTMLInputElement>(null);
  const jobs = useQuery(importsQuery);
  const send = useWrite(async (file: File, key) => {
    const body = new FormData();
    body.append('file', file, file.name);
    await fetched('/api/v1/imports', { method: 'POST', headers: keyed(key), body });
  });
  return (
    <>
      <section className="panel">
        <h2>{t('import')}</h2>
        <p className="prose">{t('about')}</p>
        <Refusal error={send.error} />
        <div className="imports-buttons">
          <Button href="/api/v1/imports/template" download>
            {t('template')}
          </Button>
          <Button type="primary" loading={send.busy} onClick={() => input.current?.click()}>
            {t('choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".xlsx"
            hidden
            aria-label={t('choose')}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file !== undefined) send.send(file);
            }}
          />
        </div>
        <p className="muted">{t('leave')}</p>
      </section>
      <section className="panel">
        <h2>{t('jobs')}</h2>
        <Shown query={jobs}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing>{t('none')}</Nothing>
            ) : (
              <ul className="rows">
                {items.map((job) => (
                  <li key={job.id}>
                    <Job job={job} />
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </section>
    </>
  );
}
