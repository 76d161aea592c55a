import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { Shown } from '../../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import { projectQuery, roundQuery } from '../../rounds/queries.js';
import type { Project, Round } from '../../rounds/queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  class: ['调整为', 'Move to'],
  wanted: ['请选择类别', 'Choose a class'],
  cap: ['{name}(单个不超过 {yuan})', '{name} (at most {yuan})'],
  requested: ['本项目现为{name},申请 {yuan}。', 'It is a {name} and asks for {yuan}.'],
} as const;

/** 调整类别: to another class of the round. */
export function MoveClassFields({ view }: ActFieldsProps) {
  const project = useQuery(projectQuery(view.caseNo));
  const round = useQuery({
    ...roundQuery(project.data?.round.caseNo ?? ''),
    enabled: project.data !== undefined,
  });
  return (
    <Shown query={project}>
      {(of) => <Shown query={round}>{(its) => <Classes project={of} round={its} />}</Shown>}
    </Shown>
  );
}

function Classes({ project, round }: { readonly project: Project; readonly round: Round }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const others = round.configuration.classes.filter((rule) => rule.class !== project.class.slug);
  const options = PROJECT_CLASSES.flatMap(({ slug, ...names }) =>
    others
      .filter((rule) => rule.class === slug)
      .map(({ cap }) => ({
        value: slug,
        label: t('cap', {
          name: label(names),
          yuan: yuanOf(cap ?? round.configuration.perProjectCap, language),
        }),
      })),
  );
  return (
    <>
      <p className="muted">
        {t('requested', { name: label(project.class), yuan: yuanOf(project.requestedFen, language) })}
      </p>
      <Form.Item name={['facts', 'class']} label={t('class')} rules={[{ required: true, message: t('wanted') }]}>
        <Radio.Group className="choices" options={options} />
      </Form.Item>
    </>
  );
}
