import { Form, Input, Radio } from 'antd';

import { useTexts } from '../../text/language.js';
import { Faults } from './faults.js';
import type { PlanProps } from './new-page.js';

const TEXTS = {
  about: [
    '抽取用的种子由系统随机产生,承诺时公布其哈希值,抽取后公布原值。若希望连机关自己也无从试算,可以约定一个此刻还没有产生的公开随机数(例如某一期彩票的开奖号码),抽取时填入其数值,与种子混合后再抽。',
    'The seed is made at random; its hash is published with the commitment, the seed itself after the draw. So that not even the registry could try draws beforehand, a public number that is not known yet (a lottery of a later day) may be mixed in.',
  ],
  label: ['是否混入公开随机数', 'Mix in a public number'],
  without: ['不混入', 'No'],
  with: ['混入,抽取时填写', 'Yes, entered at the draw'],
  source: ['采用哪一个公开随机数', 'Which public number'],
  example: [
    '写清名称、期号和公布日期,例如:中国福利彩票“双色球”第 2026050 期开奖号码,2026 年 5 月 6 日公布',
    'Name, number and day, so that everybody can look it up later',
  ],
} as const;

/** 公开随机数: whether something that nobody can know yet is mixed into the seed. */
export function FairStep({ form, outlook, change }: PlanProps) {
  const t = useTexts(TEXTS);
  return (
    <Form layout="vertical" component="div">
      <p className="prose">{t('about')}</p>
      <Form.Item label={t('label')}>
        <Radio.Group
          className="choices"
          aria-label={t('label')}
          value={form.withBeacon}
          onChange={({ target }) => change({ withBeacon: target.value === true })}
        >
          <Radio value={false}>{t('without')}</Radio>
          <Radio value={true}>{t('with')}</Radio>
        </Radio.Group>
      </Form.Item>
      {form.withBeacon ? (
        <Form.Item label={t('source')} htmlFor="draw-beacon" extra={t('example')}>
          <Input
            id="draw-beacon"
            maxLength={200}
            value={form.beaconSource}
            onChange={({ target }) => change({ beaconSource: target.value })}
          />
        </Form.Item>
      ) : null}
      <Faults form={form} outlook={outlook} step="FAIR" />
    </Form>
  );
}
