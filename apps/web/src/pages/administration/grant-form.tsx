import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';

import { ROLES } from '#domain/roles.js';
import type { Role } from '#domain/roles.js';
import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';
import { roleLabel } from '../home/roles.js';
import { ChoiceItem } from './choice-item.js';
import { OrganisationPick } from './organisation-pick.js';
import { unitsQuery } from './queries.js';

const TEXTS = {
  role: ['角色', 'Role'],
  unit: ['所在单位', 'Unit'],
  organisation: ['社会组织', 'Organisation'],
  choose: ['请选择', 'Choose'],
  from: ['自(不填为立即)', 'From (empty: now)'],
  to: ['至(不填为长期)', 'Until (empty: for good)'],
  grant: ['授予', 'Grant'],
  wanted: ['请填写', 'To be filled in'],
  done: ['已授予。', 'Granted.'],
} as const;

const OF_ORGANISATION: readonly string[] = ['APPLICANT_USER', 'PARTY_SECRETARY', 'COUNCIL_MEMBER'];
const EVERYWHERE: readonly string[] = ['ADMIN', 'SUPERVISOR_AUDITOR'];

interface Fields {
  readonly role: Role;
  readonly unitId?: string;
  readonly organisationId?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A role at a unit or for an organisation, within whole days of Shanghai. */
export function GrantForm({ userId }: { readonly userId: string }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const role = Form.useWatch(({ role: chosen }: Partial<Fields>) => chosen, form);
  const units = useQuery(unitsQuery).data ?? [];
  const { send, busy, error } = useWrite(
    (fields: Fields, key) =>
      answered(
        api.POST('/api/v1/users/{id}/grants', {
          params: { path: { id: userId }, header: keyed(key) },
          body: bodyOf(fields),
        }),
      ),
    () => {
      form.resetFields();
      void message.success(t('done'));
    },
  );
  const wanted = [{ required: true, message: t('wanted') }];
  const ofOrganisation = role !== undefined && OF_ORGANISATION.includes(role);
  const atUnit = role !== undefined && !ofOrganisation;
  return (
    <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={send}>
      <Refusal error={error} />
      <div className="fields">
        <Form.Item name="role" label={t('role')} rules={wanted}>
          <ChoiceItem
            empty={t('choose')}
            options={ROLES.map((each) => ({ value: each, label: label(roleLabel(each)) }))}
          />
        </Form.Item>
        {atUnit ? (
          <Form.Item name="unitId" label={t('unit')} rules={EVERYWHERE.includes(role) ? [] : wanted}>
            <ChoiceItem empty={t('choose')} options={units.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        ) : null}
        {ofOrganisation ? (
          <Form.Item name="organisationId" label={t('organisation')} rules={wanted}>
            <OrganisationPick />
          </Form.Item>
        ) : null}
      </div>
      <div className="fields">
        <Form.Item name="from" label={t('from')}>
          <Input type="date" min={isoDayOf(new Date())} />
        </Form.Item>
        <Form.Item name="to" label={t('to')}>
          <Input type="date" min={isoDayOf(new Date())} />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('grant')}
      </Button>
    </Form>
  );
}

function bodyOf({ role, unitId, organisationId, from, to }: Fields) {
  const has = (text: string | undefined): text is string => text !== undefined && text !== '';
  return {
    role,
    ...(has(unitId) ? { unitId } : {}),
    ...(has(organisationId) ? { organisationId } : {}),
    ...(has(from) && from > isoDayOf(new Date()) ? { validFrom: `${from}T00:00:00+08:00` } : {}),
    ...(has(to) ? { validTo: `${to}T23:59:59+08:00` } : {}),
  };
}
