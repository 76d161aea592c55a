import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';

import { meQuery } from '../../api/queries.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';

const TEXTS = {
  title: ['本单位', 'My organisation'],
  none: ['您的账号没有关联社会组织。', 'No organisation belongs to your account.'],
} as const;

/** The organisation of who is signed in; who acts for several chooses one. */
export function OwnOrganisationPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const me = useQuery(meQuery);
  return (
    <Shown query={me}>
      {({ grants }) => {
        const own = new Map(
          grants.flatMap(({ organisationId, organisationName }) =>
            organisationId === null ? [] : [[organisationId, organisationName ?? ''] as const],
          ),
        );
        const [first] = own.keys();
        if (first === undefined) return <Nothing>{t('none')}</Nothing>;
        if (own.size === 1) return <Navigate to={`/organisations/${first}`} replace />;
        return (
          <>
            <h1>{t('title')}</h1>
            <ul className="rows panel">
              {[...own].map(([id, name]) => (
                <li key={id}>
                  <Link className="row" to={`/organisations/${id}`}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Shown>
  );
}
