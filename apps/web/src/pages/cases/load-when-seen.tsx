import { useEffect, useRef } from 'react';

/** At the foot of a list: when the reader comes near, the next page is asked for. The button below it does the same for who presses keys. */
export function LoadWhenSeen({ load }: { readonly load: () => void }) {
  const place = useRef<HTMLSpanElement>(null);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const at = place.current;
    if (at === null) return;
    const seen = new IntersectionObserver(
      (entries) => (entries.some(({ isIntersecting }) => isIntersecting) ? latest.current() : undefined),
      { rootMargin: '400px' },
    );
    seen.observe(at);
    return () => seen.disconnect();
  }, []);
  return <span ref={place} aria-hidden="true" className="cases-end" />;
}
