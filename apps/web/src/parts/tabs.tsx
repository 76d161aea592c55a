import { useEffect, useRef } from 'react';
import { Link } from 'react-router';

interface Tab {
  readonly to: string;
  readonly name: string;
  /** How many are behind it; none or 0 is not shown. */
  readonly count?: number | undefined;
  readonly chosen: boolean;
}

const MOST = 99;

/** Places beside each other within a page. The one that is chosen is always in sight, also on a phone. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  const chosen = useRef<HTMLAnchorElement>(null);
  const to = tabs.find((tab) => tab.chosen)?.to;
  useEffect(() => {
    // It answers a promise in newer browsers, which an effect must not hand on.
    chosen.current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [to]);
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          ref={tab.chosen ? chosen : null}
          className={tab.chosen ? 'tab tab-chosen' : 'tab'}
          aria-current={tab.chosen ? 'page' : undefined}
        >
          {tab.name}
          {tab.count === undefined || tab.count === 0 ? null : (
            <span className="tab-count">{tab.count > MOST ? `${MOST}+` : tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
