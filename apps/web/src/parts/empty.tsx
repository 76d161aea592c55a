import type { ReactNode } from 'react';

/** Nothing is here, and what one can do about it. */
export function Nothing({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="nothing">
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <rect x="9" y="5" width="26" height="34" rx="4" fill="#eef1f6" stroke="#c3cad6" />
        <path d="M15 22l5 5 10-11" fill="none" stroke="#8794a8" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      <p>{children}</p>
      {action}
    </div>
  );
}
