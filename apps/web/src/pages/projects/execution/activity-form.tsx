import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';

import { answered, api, keyed, newKey } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Refusal } from '../../../parts/refusal.js';
import { useUploading } from '../../../parts/uploading.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useTexts } from '../../../text/language.js';
import { isoDayOf } from '../../../text/time.js';
import { forgetCopy, keepCopy, keptCopy } from '../../apply/local-copy.js';
import { EvidenceField } from '../evidence-field.js';
import type { Activity, Progress } from '../queries.js';
import { PhotosField } from './photos-field.js';

const TEXTS = {
  topic: ['活动主题', 'Topic'],
  startsOn: ['开始日期', 'From'],
  endsOn: ['结束日期', 'To'],
  place: ['活动地点', 'Place'],
  personTimes: ['参加人次', 'Person-times'],
  newPersons: ['其中首次参加的人数', 'Persons who came for the first time'],
  volunteers: ['志愿者人数', 'Volunteers'],
  hours: ['活动时长(小时)', 'Hours'],
  spent: ['活动支出', 'Spent'],
  photos: ['现场照片(至少 {n} 张)', 'Photographs (at least {n})'],
  sheet: ['签到表', 'Sign-in sheet'],
  wanted: ['请填写', 'Please fill in'],
  within: ['须在执行期内:{from} 至 {to}', 'Within the term: {from} to {to}'],
  order: ['不能早于开始日期', 'Not before it begins'],
  over: ['不能超过参加人次', 'At most the person-times'],
  later: ['照片和签到表可以稍后补充;报告计入前补齐即可。', 'Proofs may be added later, before a report counts it.'],
  save: ['保存活动', 'Save the activity'],
  cancel: ['取消', 'Cancel'],
} as const;

const PHOTOS_MAX = 50;

interface Fields {
  readonly topic: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly personTimes: number;
  readonly newPersons: number;
  readonly volunteers: number;
  readonly hours: number;
  readonly spentFen?: number;
  readonly photoUploadIds?: readonly string[];
  readonly signInUploadId?: string;
}

interface Props {
  readonly caseNo: string;
  readonly progress: Progress;
  /** The one that is corrected; null: a new one. */
  readonly activity: Activity | null;
  readonly onDone: () => void;
}

/** One activity, made for a phone on the spot. What is written stays in the browser until the server has it. */
export function ActivityForm({ caseNo, progress, activity, onDone }: Props) {
  const t = useTexts(TEXTS);
  const [form] = Form.useForm<Fields>();
  const [id] = useState(() => activity?.id ?? newKey());
  const copyId = `activity-${caseNo}-${activity?.id ?? 'new'}`;
  const [initial] = useState(() => ({ ...startOf(activity), ...keptCopy(copyId, 1) }));
  const uploading = useUploading();
  const write = useWrite(
    (fields: Fields, key) =>
      answered(
        api.PUT('/api/v1/projects/{caseNo}/activities', {
          params: { path: { caseNo }, header: keyed(key) },
          body: {
            ...fields,
            activityId: id,
            spentFen: fields.spentFen ?? 0,
            photoUploadIds: [...(fields.photoUploadIds ?? [])],
          },
        }),
      ),
    () => {
      forgetCopy(copyId);
      onDone();
    },
  );
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={initial}
      onValuesChange={(_, fields) => keepCopy(copyId, 1, { ...fields })}
      onFinish={write.send}
      scrollToFirstError={{ focus: true }}
      className="projects-form"
    >
      <Form.Item name="topic" label={t('topic')} rules={[{ required: true, whitespace: true, message: t('wanted') }]}>
        <Input maxLength={200} size="large" />
      </Form.Item>
      <When progress={progress} />
      <Form.Item name="place" label={t('place')} rules={[{ required: true, whitespace: true, message: t('wanted') }]}>
        <Input maxLength={200} size="large" />
      </Form.Item>
      <Counts />
      <Form.Item name="photoUploadIds" label={t('photos', { n: progress.photosMin })}>
        <PhotosField label={t('photos', { n: progress.photosMin })} max={PHOTOS_MAX} />
      </Form.Item>
      <Form.Item name="signInUploadId" label={t('sheet')}>
        <EvidenceField label={t('sheet')} known={activity?.signInSheet ?? null} />
      </Form.Item>
      <p className="muted">{t('later')}</p>
      <Refusal error={write.error} />
      <div className="form-end">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="primary" size="large" htmlType="submit" disabled={uploading} loading={write.busy}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

function When({ progress: { term } }: Pick<Props, 'progress'>) {
  const t = useTexts(TEXTS);
  const bounds = term === null ? {} : { min: term.from, max: term.to };
  const isWithin = (day: string) => term === null || (day >= term.from && day <= term.to);
  const within = t('within', { from: term?.from ?? '', to: term?.to ?? '' });
  return (
    <div className="fields projects-fields">
      <Form.Item
        name="startsOn"
        label={t('startsOn')}
        rules={[
          { required: true, message: t('wanted') },
          { validator: (_, day?: string) => refuse(day !== undefined && !isWithin(day), within) },
        ]}
      >
        <Input type="date" size="large" {...bounds} />
      </Form.Item>
      <Form.Item
        name="endsOn"
        label={t('endsOn')}
        dependencies={['startsOn']}
        rules={[
          { required: true, message: t('wanted') },
          { validator: (_, day?: string) => refuse(day !== undefined && !isWithin(day), within) },
          ({ getFieldValue }) => ({
            validator: (_, day?: string) =>
              refuse(day !== undefined && day < String(getFieldValue('startsOn') ?? ''), t('order')),
          }),
        ]}
      >
        <Input type="date" size="large" {...bounds} />
      </Form.Item>
    </div>
  );
}

function Counts() {
  const t = useTexts(TEXTS);
  return (
    <div className="fields projects-fields">
      <Form.Item name="personTimes" label={t('personTimes')} rules={[{ required: true, message: t('wanted') }]}>
        <InputNumber size="large" min={0} max={1_000_000} precision={0} inputMode="numeric" />
      </Form.Item>
      <Form.Item
        name="newPersons"
        label={t('newPersons')}
        dependencies={['personTimes']}
        rules={[
          { required: true, message: t('wanted') },
          ({ getFieldValue }) => ({
            validator: (_, n?: number) => refuse((n ?? 0) > Number(getFieldValue('personTimes') ?? n), t('over')),
          }),
        ]}
      >
        <InputNumber size="large" min={0} max={1_000_000} precision={0} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="volunteers" label={t('volunteers')} rules={[{ required: true, message: t('wanted') }]}>
        <InputNumber size="large" min={0} max={100_000} precision={0} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="hours" label={t('hours')} rules={[{ required: true, message: t('wanted') }]}>
        <InputNumber size="large" min={0} max={10_000} step={0.5} precision={1} inputMode="decimal" />
      </Form.Item>
      <Form.Item name="spentFen" label={t('spent')}>
        <YuanField />
      </Form.Item>
    </div>
  );
}

const refuse = (isWrong: boolean, words: string): Promise<void> =>
  isWrong ? Promise.reject(new Error(words)) : Promise.resolve();

/** What the form begins with: today, or the record that is corrected. */
function startOf(activity: Activity | null): object {
  const today = isoDayOf(new Date());
  if (activity === null) return { startsOn: today, endsOn: today };
  const { topic, startsOn, endsOn, place, personTimes, newPersons, volunteers, hours, spentFen } = activity;
  return {
    ...{ topic, startsOn, endsOn, place, personTimes, newPersons, volunteers, hours, spentFen },
    photoUploadIds: activity.photos.map(({ uploadId }) => uploadId),
    signInUploadId: activity.signInSheet?.uploadId,
  };
}
