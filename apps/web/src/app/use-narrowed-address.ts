import { useNavigate } from 'react-router';
import type { NavigateOptions } from 'react-router';

/**
 * Changes what the address narrows a page by; a value of '' is taken away. It starts from the address as it is by then and not as it was when the page
 * was drawn: what is typed comes after a pause, and on a slow machine the page may still show what was chosen before.
 */
export function useNarrowedAddress<Key extends string>() {
  const navigate = useNavigate();
  return (changes: Readonly<Partial<Record<Key, string>>>, options: NavigateOptions = {}): void => {
    const next = new URLSearchParams(window.location.search);
    for (const [key, value] of Object.entries<string | undefined>(changes)) {
      if (value === undefined || value === '') next.delete(key);
      else next.set(key, value);
    }
    void navigate(`?${next.toString()}`, options);
  };
}
