import { Fragment } from 'react';

interface Props {
  /** Empty ones are left out. */
  readonly of: readonly (string | null | undefined)[];
}

/** Short facts in a row. Where the line ends, a fact goes to the next one as a whole: no number is torn apart. */
export function Dotted({ of }: Props) {
  const said = of.filter((each): each is string => each !== null && each !== undefined && each !== '');
  return said.map((each, place) => (
    <Fragment key={`${place} ${each}`}>
      <span className="dotted">{place === said.length - 1 ? each : `${each} ·`}</span>{' '}
    </Fragment>
  ));
}
