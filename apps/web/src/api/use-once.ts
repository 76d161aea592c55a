import { useRef, useState } from 'react';

/** Does something once at a time: a second press while it is under way does nothing. `error`: why the last one did not come about. */
export function useOnce(act: () => Promise<unknown>) {
  const flying = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const press = async () => {
    if (flying.current) return;
    flying.current = true;
    setBusy(true);
    setError(null);
    try {
      await act();
    } catch (reason) {
      setError(reason);
    } finally {
      flying.current = false;
      setBusy(false);
    }
  };
  return { press: () => void press(), busy, error };
}
