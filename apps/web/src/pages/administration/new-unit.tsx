import { Button, Form, Input, Modal } from 'antd';

import { ADMINISTRATIVE_LEVELS, AGENCY_TYPES } from '#domain/terms/unit-terms.js';
import type { AdministrativeLevel, AgencyType } from '#domain/terms/unit-terms.js';
import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import { ChoiceItem } from './choice-item.js';
import type { Unit } from './queries.js';
import { UNIT_TEXTS } from './unit-texts.js';

interface Fields {
  readonly name: string;
  readonly agencyType: AgencyType;
  readonly level: AdministrativeLevel;
  readonly divisionCode: string;
  readonly parentId?: string;
  readonly docWord?: string;
}

/** A new unit with its place in the tree. */
export function NewUnit({ units, onClose }: { readonly units: readonly Unit[]; readonly onClose: () => void }) {
  const t = useTexts(UNIT_TEXTS);
  const label = useLabel();
  const { send, busy, error } = useWrite(({ docWord, parentId, ...fields }: Fields, key) => {
    const word = docWord?.trim() ?? '';
    const body = { ...fields, parentId: parentId ?? null, docWord: word === '' ? null : word };
    return answered(api.POST('/api/v1/units', { params: { header: keyed(key) }, body }));
  }, onClose);
  const wanted = { required: true, message: t('wanted') };
  return (
    <Modal open title={t('add')} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={send}>
        <Refusal error={error} />
        <Form.Item name="name" label={t('name')} rules={[wanted]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="agencyType" label={t('agencyType')} rules={[wanted]}>
          <ChoiceItem
            empty={t('choose')}
            options={AGENCY_TYPES.map((term) => ({ value: term.slug, label: label(term) }))}
          />
        </Form.Item>
        <div className="fields">
          <Form.Item name="level" label={t('level')} rules={[wanted]}>
            <ChoiceItem
              empty={t('choose')}
              options={ADMINISTRATIVE_LEVELS.map((term) => ({ value: term.slug, label: label(term) }))}
            />
          </Form.Item>
          <Form.Item
            name="divisionCode"
            label={t('divisionCode')}
            rules={[wanted, { pattern: /^\d{6}(\d{3}(\d{3})?)?$/, message: t('divisionWrong') }]}
          >
            <Input inputMode="numeric" maxLength={12} />
          </Form.Item>
        </div>
        <Form.Item name="parentId" label={t('parent')}>
          <ChoiceItem empty={t('noParent')} options={units.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="docWord" label={t('docWord')} extra={t('docWordHint')}>
          <Input maxLength={20} />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('add')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
