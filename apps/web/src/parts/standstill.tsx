import type { ReactNode } from 'react';

/** A page that cannot be shown: what is the matter, and the way on. */
export function Standstill({
  title,
  why,
  way,
}: {
  readonly title: string;
  readonly why: string;
  readonly way: ReactNode;
}) {
  return (
    <div className="standstill">
      <h1>{title}</h1>
      <p className="muted">{why}</p>
      {way}
    </div>
  );
}
