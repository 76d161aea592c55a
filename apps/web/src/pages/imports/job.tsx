import { Button, Progress, Tag } from 'antd';

import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import type { ImportJob } from './page.js';

const TEXTS = {
  rows: ['共 {n} 行', '{n} rows'],
  sheet: ['工作表', 'Sheet'],
  total: ['行数', 'Rows'],
  faulty: ['有错误', 'With faults'],
  created: ['新增', 'Added'],
  updated: ['更新', 'Updated'],
  report: ['下载错误报告', 'Download the report'],
  row: ['第 {row} 行 {column}', 'row {row} {column}'],
  firstFaults: ['前 {n} 处错误', 'The first {n} faults'],
  progress: ['导入进度', 'Progress of the import'],
} as const;

const TONES = { RUNNING: 'plain', IMPORTED: 'good', REJECTED: 'late', CUT: 'soon', FAILED: 'late' } as const;

/** One import: how far it is, what became of each sheet, what is wrong with which row. */
export function Job({ job }: { readonly job: ImportJob }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { fileName, state, rowsTotal, rowsDone, sheets, faults, hasReport, createdAt, id } = job;
  return (
    <div className="imports-job">
      <div className="imports-head">
        <b>{fileName}</b>
        <Tag className={`state state-${TONES[state.slug]}`}>{label(state)}</Tag>
        <span className="muted">{[minuteOf(createdAt, language), t('rows', { n: rowsTotal })].join(' · ')}</span>
      </div>
      {state.slug === 'RUNNING' ? (
        <Progress
          percent={rowsTotal === 0 ? 0 : Math.floor((rowsDone / rowsTotal) * 100)}
          aria-label={t('progress')}
          showInfo
        />
      ) : null}
      {sheets.length > 0 ? <Sheets sheets={sheets} /> : null}
      {faults.length > 0 ? (
        <details>
          <summary>{t('firstFaults', { n: faults.length })}</summary>
          <ul className="imports-faults">
            {faults.map(({ sheet, row, column, messageZh, messageEn }) => (
              <li key={`${sheet} ${row} ${column} ${messageZh}`}>
                <b>{[sheet, t('row', { row, column })].join(' ')}</b> {label({ zh: messageZh, en: messageEn })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {hasReport ? (
        <p>
          <Button href={`/api/v1/imports/${id}/report`} download>
            {t('report')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function Sheets({ sheets }: Pick<ImportJob, 'sheets'>) {
  const t = useTexts(TEXTS);
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            {(['sheet', 'total', 'faulty', 'created', 'updated'] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheets.map(({ sheet, rows, faulty, created, updated }) => (
            <tr key={sheet}>
              <th scope="row">{sheet}</th>
              <td>{rows}</td>
              <td>{faulty}</td>
              <td>{created}</td>
              <td>{updated}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
