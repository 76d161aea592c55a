import { Button, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';

import { useLanguage, useTexts } from '../../../text/language.js';
import type { Fault } from './faults.js';
import type { RoundForm } from './form-data.js';

const TEXTS = {
  remove: ['移除{name}', 'Remove {name}'],
  up: ['上移{name}', 'Move up {name}'],
  removeShort: ['移除', 'Remove'],
  upShort: ['上移', 'Up'],
} as const;

/** What each step is given. */
export interface StepProps {
  readonly form: RoundForm;
  readonly change: (part: Partial<RoundForm>) => void;
  readonly faults: readonly Fault[];
}

interface SetupFieldProps {
  /** Path of the field; the id of its input. */
  readonly field: string;
  readonly label: string;
  readonly faults: readonly Fault[];
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A field of the set-up with its name, a hint, and what is wrong with it. */
export function SetupField({ field, label, faults, hint, children }: SetupFieldProps) {
  const language = useLanguage();
  const fault = faults.find((one) => one.field === field);
  return (
    <Form.Item
      label={label}
      htmlFor={field}
      layout="vertical"
      {...(fault === undefined
        ? {}
        : { validateStatus: 'error' as const, help: fault.words[language === 'zh' ? 0 : 1] })}
      {...(hint === undefined ? {} : { extra: hint })}
    >
      {children}
    </Form.Item>
  );
}

interface CountProps {
  readonly id?: string;
  readonly label: string;
  readonly value: number | null | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number;
  readonly max: number;
  readonly unit: string;
}

/** A number with its unit. */
export function Count({ id, label, value, onChange, min = 1, max, unit }: CountProps) {
  return (
    <InputNumber<number>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      className="rounds-count"
      value={value ?? null}
      min={min}
      max={max}
      controls={false}
      suffix={unit}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

interface EntriesProps<Entry> {
  readonly label: string;
  readonly entries: readonly Entry[];
  /** Says which one a button is about. */
  readonly nameOf: (entry: Entry, place: number) => string;
  readonly keyOf: (entry: Entry, place: number) => string;
  readonly onChange: (entries: Entry[]) => void;
  readonly children: (entry: Entry, place: number, put: (entry: Entry) => void) => ReactNode;
}

/** Entries in an order that matters, each of which can be removed and moved up. */
export function Entries<Entry>({ label, entries, nameOf, keyOf, onChange, children }: EntriesProps<Entry>) {
  const t = useTexts(TEXTS);
  const put = (place: number, entry: Entry) => onChange(entries.map((one, at) => (at === place ? entry : one)));
  const up = (place: number) =>
    onChange(
      entries.flatMap((one, at) =>
        at === place ? [] : at === place - 1 ? [...entries.slice(place, place + 1), one] : [one],
      ),
    );
  return (
    <ol className="rounds-entries" aria-label={label}>
      {entries.map((entry, place) => (
        <li key={keyOf(entry, place)}>
          <div className="rounds-entry">{children(entry, place, (next) => put(place, next))}</div>
          <span className="rounds-entry-end">
            {place === 0 ? null : (
              <Button size="small" aria-label={t('up', { name: nameOf(entry, place) })} onClick={() => up(place)}>
                {t('upShort')}
              </Button>
            )}
            <Button
              size="small"
              aria-label={t('remove', { name: nameOf(entry, place) })}
              onClick={() => onChange(entries.filter((_, at) => at !== place))}
            >
              {t('removeShort')}
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}
