import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useEffect } from 'react';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { RoundConfigurationView } from '../../rounds/configuration.js';
import { useConfigurationLines } from '../../rounds/configuration-lines.js';
import { roundQuery } from '../../rounds/queries.js';
import type { Round } from '../../rounds/queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  summary: ['将要公布的方案', 'What is published'],
  whole: ['查看完整方案', 'The whole configuration'],
  hash: ['方案校验值', 'Hash of the configuration (SHA-256)'],
  hashHint: [
    '校验值(SHA-256)已按您看到的方案填好;方案若被他人修改,发布会被拒绝。',
    'It is that of the configuration that you see; another one is refused.',
  ],
} as const;

/** What the signer of a call has to have seen. */
const SUMMARY = ['title', 'edition', 'hosts', 'call', 'total', 'perProjectCap'];

/** 发布征集公告: the configuration in short and as a whole; its hash goes along. */
export function PublishFields({ view, form }: ActFieldsProps) {
  const round = useQuery(roundQuery(view.caseNo));
  const hash = round.data?.hash;
  useEffect(() => {
    if (hash !== undefined) form.setFieldValue(['facts', 'hash'], hash);
  }, [form, hash]);
  return <Shown query={round}>{(of) => <Summary round={of} />}</Shown>;
}

function Summary({ round }: { readonly round: Round }) {
  const t = useTexts(TEXTS);
  const lines = useConfigurationLines()(round.configuration, round).flatMap((section) => section.lines);
  return (
    <>
      <h3>{t('summary')}</h3>
      <dl className="facts">
        {SUMMARY.flatMap((key) => lines.find((line) => line.key === key) ?? []).map(({ key, name, words }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{t('hash')}</dt>
          <dd className="rounds-hash">{round.hash}</dd>
        </div>
      </dl>
      <p className="muted">{t('hashHint')}</p>
      <details className="why">
        <summary>{t('whole')}</summary>
        <RoundConfigurationView configuration={round.configuration} names={round} />
      </details>
      <Form.Item name={['facts', 'hash']} hidden>
        <Input type="hidden" />
      </Form.Item>
    </>
  );
}
