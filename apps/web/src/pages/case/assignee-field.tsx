import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { AssigneeRef } from '#domain/process/acts.js';
import { ROLES } from '#domain/roles.js';
import { ROLE_TERMS } from '#domain/terms/matter-terms.js';
import { answered, api } from '../../api/client.js';
import { Choice } from '../../parts/choice.js';
import { useLabel, useTexts } from '../../text/language.js';
import { colleaguesQuery } from '../deputies/colleagues.js';

const TEXTS = {
  colleague: ['同单位人员', 'A colleague'],
  or: ['或者某单位的岗位', 'or an office at a unit'],
  unit: ['单位', 'Unit'],
  role: ['岗位', 'Office'],
} as const;

const OFFICES = new Set([
  'COMMUNITY_OFFICIAL',
  'TWO_NEW_APPROVER',
  'SUPERVISORY_OFFICER',
  'REGISTRY_OFFICER',
  'REGISTRY_LEADER',
]);
const PAGE = 100;

interface Props {
  readonly id?: string;
  readonly value?: AssigneeRef | readonly AssigneeRef[];
  readonly onChange?: (value: AssigneeRef | readonly AssigneeRef[] | undefined) => void;
  readonly several?: boolean;
}

/** Whom something goes to: a colleague, or an office at a unit, whose holders all get it. */
export function AssigneeField({ id, onChange, several = false }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const [unitId, setUnit] = useState<string>();
  const [role, setRole] = useState<string>();
  const [userId, setUser] = useState<string>();
  const colleagues = useQuery(colleaguesQuery);
  const units = useQuery({
    queryKey: ['units'],
    queryFn: () => answered(api.GET('/api/v1/units', { params: { query: { limit: PAGE } } })),
    staleTime: 600_000,
  });
  const given = (one: AssigneeRef | undefined) => onChange?.(one === undefined || !several ? one : [one]);
  const colleague = (next: string | undefined) => {
    setUser(next);
    setUnit(undefined);
    setRole(undefined);
    given(next === undefined ? undefined : { userId: next });
  };
  const chosen = (nextUnit: string | undefined, nextRole: string | undefined) => {
    setUser(undefined);
    setUnit(nextUnit);
    setRole(nextRole);
    const known = ROLES.find((each) => each === nextRole);
    const one = nextUnit === undefined || known === undefined ? undefined : { unitId: nextUnit, role: known };
    given(one);
  };
  return (
    <div className="assignee">
      <Choice
        {...(id === undefined ? {} : { id })}
        label={t('colleague')}
        value={userId}
        empty={t('colleague')}
        options={(colleagues.data?.items ?? []).map((one) => ({ value: one.userId, label: one.name }))}
        onChange={colleague}
      />
      <span className="muted">{t('or')}</span>
      <Choice
        label={t('unit')}
        value={unitId}
        empty={t('unit')}
        options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
        onChange={(next) => chosen(next, role)}
      />
      <Choice
        label={t('role')}
        value={role}
        empty={t('role')}
        options={ROLE_TERMS.filter(({ slug }) => OFFICES.has(slug)).map((term) => ({
          value: term.slug,
          label: label(term),
        }))}
        onChange={(next) => chosen(unitId, next)}
      />
    </div>
  );
}
