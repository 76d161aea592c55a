import { useQuery } from '@tanstack/react-query';
import { useRef, useSyncExternalStore } from 'react';
import { NavLink, useLocation } from 'react-router';

import { countsQuery, meQuery } from '../api/queries.js';
import { useTexts } from '../text/language.js';
import { PLACES, PLACE_TEXTS } from './places.js';

const TEXTS = { label: ['主导航', 'Main navigation'], more: ['更多', 'More'] } as const;

/** Places beside each other: on a phone as many as thumbs can tell apart, on an office PC as many as its bar holds. */
const SHOWN = { phone: 4, pc: 8 } as const;
const PHONE = '(width < 768px)';

/** Where one can go; on a narrow screen it lies at the bottom, under the thumb. Who has more places than it holds finds the others behind one more. */
export function Navigation() {
  const t = useTexts(TEXTS);
  const held = useQuery(meQuery).data?.grants.map(({ role }) => role) ?? [];
  const places = PLACES.filter(({ roles }) => roles === null || roles.some((role) => held.includes(role)));
  const most = usePhone() ? SHOWN.phone : SHOWN.pc;
  const [first, rest] = places.length <= most + 1 ? [places, []] : [places.slice(0, most), places.slice(most)];
  return (
    <nav className="navigation" aria-label={t('label')}>
      {first.map((place) => (
        <Place key={place.to} place={place} />
      ))}
      {rest.length > 0 ? <More places={rest} /> : null}
    </nav>
  );
}

type OnePlace = (typeof PLACES)[number];

function Place({ place, onGo }: { readonly place: OnePlace; readonly onGo?: () => void }) {
  const name = useTexts(PLACE_TEXTS);
  const todo = useQuery(countsQuery()).data?.todo ?? 0;
  return (
    <NavLink to={place.to} end={place.to === '/'} onClick={onGo}>
      {name(place.name)}
      {place.to === '/' && todo > 0 ? <span className="count">{todo > 99 ? '99+' : todo}</span> : null}
    </NavLink>
  );
}

function More({ places }: { readonly places: readonly OnePlace[] }) {
  const t = useTexts(TEXTS);
  const { pathname } = useLocation();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  return (
    <details
      className="menu more"
      ref={menu}
      onBlur={({ currentTarget, relatedTarget }) => (currentTarget.contains(relatedTarget) ? undefined : close())}
    >
      <summary className={places.some(({ to }) => pathname.startsWith(to)) ? 'more-chosen' : ''}>{t('more')}</summary>
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <Place place={place} onGo={close} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function usePhone(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(PHONE);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(PHONE).matches,
  );
}
