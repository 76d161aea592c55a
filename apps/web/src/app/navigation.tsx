import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';

import { countsQuery, meQuery } from '../api/queries.js';
import { useTexts } from '../text/language.js';
import { PLACES, PLACE_TEXTS } from './places.js';

const TEXTS = { label: ['主导航', 'Main navigation'] } as const;

/** Where one can go; on a narrow screen it lies at the bottom, under the thumb. */
export function Navigation() {
  const t = useTexts(TEXTS);
  const name = useTexts(PLACE_TEXTS);
  const todo = useQuery(countsQuery).data?.todo ?? 0;
  const held = useQuery(meQuery).data?.grants.map(({ role }) => role) ?? [];
  const shown = PLACES.filter(({ roles }) => roles === null || roles.some((role) => held.includes(role)));
  return (
    <nav className="navigation" aria-label={t('label')}>
      {shown.map((place) => (
        <NavLink key={place.to} to={place.to} end={place.to === '/'}>
          {name(place.name)}
          {place.to === '/' && todo > 0 ? <span className="count">{todo > 99 ? '99+' : todo}</span> : null}
        </NavLink>
      ))}
    </nav>
  );
}
