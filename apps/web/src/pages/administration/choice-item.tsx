import { Choice } from '../../parts/choice.js';

interface Props {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly empty: string;
  readonly label?: string;
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | undefined) => void;
}

/** A choice within a `Form.Item`, which gives id, value and change. */
export function ChoiceItem({ id, label, value, onChange, options, empty }: Props) {
  return (
    <Choice
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      value={value ?? undefined}
      empty={empty}
      options={options}
      onChange={(next) => onChange?.(next)}
    />
  );
}
