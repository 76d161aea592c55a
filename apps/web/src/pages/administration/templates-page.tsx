import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';

import type { Answer } from '../../api/answer.js';
import { answered, api, fetched, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Choice } from '../../parts/choice.js';
import { FileLink } from '../../parts/file-link.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { Fields } from './template-fields.js';
import { unitsQuery } from './queries.js';
import { AdministrationTabs } from './tabs.js';

const TEXTS = {
  title: ['文书模板', 'Templates of papers'],
  about: [
    '文书用 Word 模板出具。单位可以用自己的模板替换随系统提供的模板:先下载现行模板,在 Word 中修改文字和版式,保留 {花括号} 中的字段,再上传。有问题的模板当场退回并指明原因。',
    'Papers are made from Word templates. An office may replace a shipped one: download it, change words and layout, keep the {fields}, upload it again.',
  ],
  unit: ['单位', 'Unit'],
  anyUnit: ['随系统提供的模板', 'The shipped templates'],
  own: ['本单位模板,第 {version} 版,{day} 上传', "the office's own, version {version}, of {day}"],
  shipped: ['随系统提供', 'as shipped'],
  fields: ['可用字段', 'Fields'],
  upload: ['上传模板', 'Upload'],
  chooseUnit: ['先选择单位,才能上传该单位自己的模板。', "Choose a unit to upload the unit's own."],
  effect: [
    '上传后,该单位此后出具的这种文书都用新模板;已出具的不变。',
    'Papers that the unit issues from now on use it.',
  ],
  close: ['关闭', 'Close'],
} as const;

type Templates = Answer<'/api/v1/templates'>;
type Kind = Templates['kinds'][number];

const templatesQuery = queryOptions({
  queryKey: ['live', 'templates'],
  queryFn: () => answered(api.GET('/api/v1/templates')),
});

/** The kinds of papers with the template in force at a unit. */
export function TemplatesPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const [unitId, setUnitId] = useState<string | undefined>(undefined);
  const [shown, setShown] = useState<Kind | null>(null);
  const templates = useQuery(templatesQuery);
  const units = useQuery(unitsQuery).data ?? [];
  const issuing = units.filter(({ docWord }) => docWord !== null);
  const label = useLabel();
  return (
    <>
      <AdministrationTabs />
      <section className="panel">
        <p className="prose">{t('about')}</p>
        <div className="administration-unit-choice">
          <Choice
            label={t('unit')}
            value={unitId}
            empty={t('anyUnit')}
            options={issuing.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setUnitId}
          />
        </div>
        <p className={unitId === undefined ? 'muted' : 'effect'}>{t(unitId === undefined ? 'chooseUnit' : 'effect')}</p>
        <Shown query={templates}>
          {({ kinds, items }) => (
            <ul className="rows">
              {kinds.map((kind) => (
                <li key={kind.kind}>
                  <KindRow
                    kind={kind}
                    own={items.find((item) => item.kind === kind.kind && item.unitId === unitId)}
                    unitId={unitId}
                    onFields={() => setShown(kind)}
                  />
                </li>
              ))}
            </ul>
          )}
        </Shown>
      </section>
      {shown === null ? null : (
        <Modal
          open
          title={`${label(shown)} ${t('fields')}`}
          footer={null}
          onCancel={() => setShown(null)}
          width="min(860px, 96vw)"
        >
          <Fields kind={shown.kind} />
        </Modal>
      )}
    </>
  );
}

interface RowProps {
  readonly kind: Kind;
  readonly own: Templates['items'][number] | undefined;
  readonly unitId: string | undefined;
  readonly onFields: () => void;
}

function KindRow({ kind, own, unitId, onFields }: RowProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const send = useWrite(async (file: File, key) => {
    const body = new FormData();
    body.append('file', file, file.name);
    const address = `/api/v1/templates/${kind.kind}?unitId=${encodeURIComponent(unitId ?? '')}`;
    await fetched(address, { method: 'PUT', headers: keyed(key), body });
  });
  const name = label(kind);
  const address = `/api/v1/templates/${kind.kind}/file${unitId === undefined ? '' : `?unitId=${encodeURIComponent(unitId)}`}`;
  return (
    <div className="row administration-template">
      <span className="row-main">
        <FileLink address={address} name={`${name}.docx`} />
        <span className="row-sub">
          {own === undefined ? t('shipped') : t('own', { version: own.version, day: dayOf(own.uploadedAt, language) })}
        </span>
        <Refusal error={send.error} />
      </span>
      <span className="row-end">
        <Button onClick={onFields} aria-label={`${name} ${t('fields')}`}>
          {t('fields')}
        </Button>
        <Button
          disabled={unitId === undefined}
          loading={send.busy}
          aria-label={`${t('upload')} ${name}`}
          onClick={() => input.current?.click()}
        >
          {t('upload')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".docx"
          hidden
          aria-label={`${name}模板文件`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file !== undefined) send.send(file);
          }}
        />
      </span>
    </div>
  );
}
