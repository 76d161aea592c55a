import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useEffect } from 'react';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { Hash } from '../../projects/hash.js';
import '../../projects/projects.css';
import { planQuery } from '../../projects/queries.js';
import { useTerms } from '../../projects/terms.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  what: ['公示 {n} 个项目,合计 {fen};候补 {reserve} 个', '{n} projects, {fen}; {reserve} in reserve'],
  why: [
    '方案的散列值随办理一起送出:与此刻的方案不同的,系统会退回,不会公示没有看过的方案。',
    'It goes with the act: a plan that has changed meanwhile is not published.',
  ],
} as const;

/** The plan that is published, with the hash that goes with the act. Nobody types it. */
export function ProposalFields({ view, form }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const plan = useQuery(planQuery(view.caseNo));
  const hash = plan.data?.hash;
  useEffect(() => form.setFieldValue(['facts', 'hash'], hash), [form, hash]);
  return (
    <Shown query={plan}>
      {({ lines, hash: value }) => {
        const awarded = lines.filter(({ fen }) => fen > 0);
        return (
          <>
            <p>
              {t('what', {
                n: awarded.length,
                fen: terms.yuan(awarded.reduce((sum, { fen }) => sum + fen, 0)),
                reserve: lines.filter(({ outcome }) => outcome === 'RESERVE').length,
              })}
            </p>
            <Hash value={value} why={t('why')} />
            <Form.Item name={['facts', 'hash']} hidden>
              <Input />
            </Form.Item>
          </>
        );
      }}
    </Shown>
  );
}
