import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';

import { SHOWCASE_CAPTION } from '#domain/venture-round/showcase-picture.rule.js';
import { answered, api, keyed } from '../../../api/client.js';
import { usePages } from '../../../api/use-pages.js';
import { useWrite } from '../../../api/use-write.js';
import { Paged } from '../../../parts/paged.js';
import { Refusal } from '../../../parts/refusal.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import { readActivities } from '../../projects/queries.js';

const TEXTS = {
  photographs: ['随活动提交的照片', 'Photographs handed in with activities'],
  photograph: ['{topic}照片 {n}', '{topic}, photograph {n}'],
  shown: ['已公开', 'shown'],
  caption: ['图片说明', 'Caption'],
  hint: [
    '写明画面内容,看不见图片的人会听到它;请勿写服务对象的姓名、住址。',
    'Say what is to be seen: who cannot see the picture hears it. No names or addresses of those who are served.',
  ],
  wanted: ['请写 {min} 至 {max} 个字', '{min} to {max} characters, please'],
  consent: [
    '我声明:已取得照片中人物的同意(未成年人已取得监护人同意),可以向社会公开。',
    'I declare that the people on the photograph agreed to its publication, for minors their guardians.',
  ],
  mustConsent: ['须声明已取得照片中人物的同意,方可公开', 'Without the declaration nothing is published'],
  cancel: ['取消', 'Cancel'],
  publish: ['公开这张照片', 'Show this photograph'],
} as const;

/** A photograph of an activity. */
interface Photograph {
  readonly uploadId: string;
  readonly about: string;
}

interface Props {
  readonly roundNo: string;
  readonly projectNo: string;
  /** Photographs that everybody sees already. */
  readonly shown: readonly string[];
}

/** The photographs of a project, activity by activity; one at a time is captioned, declared and shown. */
export function ShowcasePicker({ roundNo, projectNo, shown }: Props) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [chosen, setChosen] = useState<Photograph | null>(null);
  const pages = usePages(['live', 'project', projectNo, 'activities'], readActivities(projectNo));
  return (
    <div className="rounds-detail">
      <h4>{t('photographs')}</h4>
      <Paged pages={pages} empty={null}>
        {(rows) => (
          <ul className="rounds-photographs">
            {rows.flatMap(({ topic, startsOn, photos }) =>
              photos.map(({ uploadId }, place) => {
                const about = t('photograph', { topic, n: place + 1 });
                return (
                  <li key={uploadId}>
                    <button
                      type="button"
                      aria-pressed={chosen?.uploadId === uploadId}
                      disabled={shown.includes(uploadId)}
                      onClick={() => setChosen({ uploadId, about })}
                    >
                      <img src={`/api/v1/uploads/${uploadId}`} alt={about} loading="lazy" />
                    </button>
                    <small className="muted">{shown.includes(uploadId) ? t('shown') : dayOf(startsOn, language)}</small>
                  </li>
                );
              }),
            )}
          </ul>
        )}
      </Paged>
      {chosen === null ? null : (
        <Publish
          key={chosen.uploadId}
          roundNo={roundNo}
          projectNo={projectNo}
          photograph={chosen}
          onDone={() => setChosen(null)}
        />
      )}
    </div>
  );
}

interface Fields {
  readonly caption: string;
  readonly consent?: boolean;
}

interface PublishProps extends Omit<Props, 'shown'> {
  readonly photograph: Photograph;
  readonly onDone: () => void;
}

function Publish({ roundNo, projectNo, photograph: { uploadId, about }, onDone }: PublishProps) {
  const t = useTexts(TEXTS);
  const { min, max } = SHOWCASE_CAPTION;
  const write = useWrite(
    ({ caption, consent = false }: Fields, key) =>
      answered(
        api.POST('/api/v1/rounds/{id}/showcase-pictures', {
          params: { path: { id: roundNo }, header: keyed(key) },
          body: { project: projectNo, uploadId, caption, consent },
        }),
      ),
    onDone,
  );
  return (
    <div className="rounds-publish">
      <img src={`/api/v1/uploads/${uploadId}`} alt={about} />
      <Form<Fields> layout="vertical" onFinish={write.send}>
        <Form.Item
          name="caption"
          label={t('caption')}
          extra={t('hint')}
          rules={[{ required: true, whitespace: true, min, max, message: t('wanted', { min, max }) }]}
        >
          <Input.TextArea maxLength={max} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item
          name="consent"
          valuePropName="checked"
          rules={[
            {
              validator: (_, declared?: boolean) =>
                declared === true ? Promise.resolve() : Promise.reject(new Error(t('mustConsent'))),
            },
          ]}
        >
          <Checkbox>{t('consent')}</Checkbox>
        </Form.Item>
        <Refusal error={write.error} />
        <div className="form-end">
          <Button onClick={onDone}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={write.busy}>
            {t('publish')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
