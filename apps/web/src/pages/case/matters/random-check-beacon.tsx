import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { drawQuery } from '../../random-checks/queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  none: ['本次抽查没有约定公开随机数,直接抽取。', 'The terms name no public number.'],
  label: ['{source}:公布的数值', '{source}: its value as published'],
  wanted: ['请填写公布的数值', 'Enter the value as it was published'],
  help: [
    '照公布的写法填写。它将随抽取结果一并公示,任何人都会用它核对。',
    'Write it as it was published. It becomes public with the draw, and everybody verifies with it.',
  ],
} as const;

/** The public number that the terms name, entered when it is known; nothing where they name none. */
export function BeaconField({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const draw = useQuery(drawQuery(view.caseNo));
  return (
    <Shown query={draw}>
      {({ terms: { beaconSource } }) =>
        beaconSource === null ? (
          <p className="muted">{t('none')}</p>
        ) : (
          <Form.Item
            name={['facts', 'beaconValue']}
            label={t('label', { source: beaconSource })}
            extra={t('help')}
            rules={[{ required: true, whitespace: true, message: t('wanted') }]}
          >
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
        )
      }
    </Shown>
  );
}
