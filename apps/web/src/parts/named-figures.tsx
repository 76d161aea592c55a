interface Props {
  /** Names with their figures, as they are shown; no name twice. */
  readonly figures: readonly (readonly [name: string, figure: string | number])[];
  readonly className: string;
}

/** A few figures, each under its name. */
export function NamedFigures({ figures, className }: Props) {
  return (
    <dl className={className}>
      {figures.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
