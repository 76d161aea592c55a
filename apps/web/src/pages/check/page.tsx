import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import type { Answer } from '../../api/answer.js';
import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';

const TEXTS = {
  title: ['文书核验', 'Check a paper'],
  how: [
    '输入文书末页的核验码,即可知道文书是否由本系统出具、是否仍然有效。',
    'Enter the code on the last page of a paper to learn whether it was issued here and still holds.',
  ],
  code: ['核验码', 'Code'],
  wanted: ['请输入核验码', 'Enter the code'],
  check: ['核验', 'Check'],
  genuine: ['核验通过:本文书由本系统出具。', 'Genuine: this paper was issued here.'],
  revoked: ['本文书由本系统出具,但已失效。', 'This paper was issued here, but it does not hold any more.'],
  unknown: [
    '未找到:没有以此核验码出具过的文书。请核对是否抄错;如无误,请向出具机关查询,谨防伪造。',
    'Not found: no paper with this code was issued. Check for slips; else ask the organ that it names.',
  ],
  kind: ['文书', 'Paper'],
  docNo: ['文号', 'Number'],
  organ: ['出具机关', 'Issued by'],
  date: ['出具日期', 'Date'],
  sha256: ['文件指纹(SHA-256)', 'SHA-256 of the file'],
} as const;

/** Anybody who holds a paper can check it here; nothing about persons is told. */
export function CheckPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const [search, setSearch] = useSearchParams();
  const code = search.get('code') ?? '';
  return (
    <div className="narrow">
      <h1>{t('title')}</h1>
      <Card>
        <p className="muted">{t('how')}</p>
        <Form
          layout="vertical"
          size="large"
          requiredMark={false}
          initialValues={{ code }}
          onFinish={({ code: typed }: { code: string }) => setSearch({ code: typed.trim() })}
        >
          <Form.Item name="code" label={t('code')} rules={[{ required: true, whitespace: true, message: t('wanted') }]}>
            <Input autoCapitalize="characters" autoComplete="off" />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t('check')}
          </Button>
        </Form>
      </Card>
      {code === '' ? null : <Verdict key={code} code={code} />}
    </div>
  );
}

function Verdict({ code }: { readonly code: string }) {
  const verdict = useQuery({
    queryKey: ['paper', code],
    queryFn: () => answered(api.GET('/api/v1/papers/{code}', { params: { path: { code } } })),
    retry: false,
    staleTime: 60_000,
  });
  return (
    <div className="verdict-box" aria-live="polite">
      <Shown query={verdict}>{(data) => <Told verdict={data} />}</Shown>
    </div>
  );
}

function Told({ verdict }: { readonly verdict: Answer<'/api/v1/papers/{code}'> }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { paper } = verdict;
  if (paper === null) return <p className="told told-late">{t('unknown')}</p>;
  const holds = paper.status === 'VALID';
  const rows = [
    ['kind', label(paper)],
    ['docNo', paper.docNo ?? '—'],
    ['organ', paper.organ],
    ['date', dayOf(paper.date, language)],
    ['sha256', paper.sha256],
  ] as const;
  return (
    <>
      <p className={holds ? 'told told-good' : 'told told-late'}>{t(holds ? 'genuine' : 'revoked')}</p>
      <dl className="facts panel">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd className="prose">{words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
