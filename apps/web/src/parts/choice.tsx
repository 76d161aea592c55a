interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly value: string | undefined;
  /** What is shown while nothing is chosen; choosing it again takes the choice back. */
  readonly empty: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

/** One of several, by the browser's own list: right for the keyboard, a screen reader and a thumb. */
export function Choice({ id, label, value, empty, options, onChange }: Props) {
  return (
    <select
      className="choice"
      id={id}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    >
      <option value="">{empty}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
