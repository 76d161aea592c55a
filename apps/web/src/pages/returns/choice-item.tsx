import { Choice } from '../../parts/choice.js';

interface Props {
  readonly empty: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** A choice as an item of a form, which gives id, value and change. */
export function ChoiceItem({ id, value, onChange, empty, options }: Props) {
  return (
    <Choice
      {...(id === undefined ? {} : { id })}
      value={value}
      empty={empty}
      options={options}
      onChange={(next) => onChange?.(next)}
    />
  );
}
