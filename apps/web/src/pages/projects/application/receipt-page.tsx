import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { Shown } from '../../../parts/query-state.js';
import { useTitle } from '../../../parts/title.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import { secondOf } from '../../../text/time.js';
import { Hash } from '../hash.js';
import '../projects.css';
import { projectQuery } from '../../rounds/queries.js';
import type { Project } from '../../rounds/queries.js';

const TEXTS = {
  title: ['申报回执', 'Receipt of the application'],
  good: ['申报已收到。', 'The application has arrived.'],
  number: ['办件编号', 'Number'],
  project: ['项目', 'Project'],
  round: ['届次', 'Round'],
  organisation: ['申报单位', 'Applicant'],
  asked: ['申请资助', 'Asked for'],
  at: ['服务器收到时间', 'Arrived, by the clock of the server'],
  hash: ['申报书散列值(SHA-256)', 'Hash of the form (SHA-256)'],
  hashWhy: [
    '由申报书的规范文本计算。今后任何人对同一份内容重新计算,得到的值都相同;内容改动一个字,值就不同。请留存本页。',
    'Made from the canonical text of the form: the same text gives the same value for ever, one letter changed gives another. Keep this page.',
  ],
  open: ['查看办件', 'See the case'],
  print: ['打印', 'Print'],
} as const;

/** 回执: when an application arrived, and by which hash it can be recognised. */
export function ReceiptPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const project = useQuery(projectQuery(caseNo));
  return (
    <div className="narrow">
      <h1>{t('title')}</h1>
      <Shown query={project}>{(of) => <Receipt project={of} />}</Shown>
    </div>
  );
}

function Receipt({ project }: { readonly project: Project }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { receivedAt, sha256 } = project.receipt;
  const rows: [string, string][] = [
    [t('number'), project.caseNo],
    [t('project'), project.title],
    [t('round'), project.round.title],
    [t('organisation'), project.organisation.name],
    [t('asked'), yuanOf(project.requestedFen, language)],
    [t('at'), secondOf(receivedAt, language)],
  ];
  return (
    <section className="panel">
      <p className="told told-good" role="status">
        ✓ {t('good')}
      </p>
      <dl className="facts">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{t('hash')}</dt>
          <dd>
            <Hash value={sha256} why={t('hashWhy')} />
          </dd>
        </div>
      </dl>
      <Link className="button-link" to={`/cases/${project.caseNo}`}>
        {t('open')}
      </Link>
    </section>
  );
}
