import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { applicantsQuery } from './queries.js';

const TEXTS = {
  title: ['申报回避', 'Declare conflicts of interest'],
  about: [
    '请勾选与您有利害关系的申报单位。申报后,您不会再被分配其项目,已分配的不能锁定评分。名单不显示哪个项目属于哪家单位。',
    'Tick the applicants you are tied to. You are not assigned their projects any more and cannot lock their sheets. Which project is whose is not shown.',
  ],
  search: ['查找单位', 'Find an applicant'],
  send: ['确定申报', 'Declare'],
  cancel: ['取消', 'Cancel'],
  done: ['已申报,涉及本届 {n} 个项目。', 'Declared; it reaches {n} projects of this round.'],
  none: ['没有符合的单位。', 'No such applicant.'],
} as const;

/** A judge says to whom they are tied. */
export function Declare({ roundNo, onClose }: { readonly roundNo: string; readonly onClose: () => void }) {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  const applicants = useQuery(applicantsQuery(roundNo));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [sought, setSought] = useState('');
  const declare = useWrite(
    (organisationIds: readonly string[], key) =>
      answered(
        api.POST('/api/v1/rounds/{id}/conflicts', {
          params: { path: { id: roundNo }, header: keyed(key) },
          body: { organisationIds: [...organisationIds] },
        }),
      ),
    ({ declared }) => {
      void message.success(t('done', { n: declared }));
      onClose();
    },
  );
  const toggle = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before, id] : before.filter((one) => one !== id)));
  return (
    <Modal open title={t('title')} onCancel={onClose} footer={null} width="min(560px, 96vw)" mask={{ closable: false }}>
      <p className="effect">{t('about')}</p>
      <Input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      <Shown query={applicants}>
        {({ items }) => {
          const found = items.filter(({ name }) => name.includes(sought.trim()));
          return (
            <ul className="judging-applicants">
              {found.length === 0 ? <li className="muted">{t('none')}</li> : null}
              {found.map(({ organisationId, name }) => (
                <li key={organisationId}>
                  <Checkbox
                    checked={chosen.includes(organisationId)}
                    onChange={({ target }) => toggle(organisationId, target.checked)}
                  >
                    {name}
                  </Checkbox>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
      <Refusal error={declare.error} />
      <div className="form-end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={declare.busy}
          onClick={() => declare.send(chosen)}
        >
          {t('send')}
        </Button>
      </div>
    </Modal>
  );
}
