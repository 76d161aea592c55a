import { useEffect } from 'react';

/** While a dialog is open the page behind it is neither reached by the keyboard nor read aloud: dialogs stand beside the root, not in it. */
export function useAlone(): void {
  useEffect(() => {
    const root = document.getElementById('root');
    root?.setAttribute('inert', '');
    return () => root?.removeAttribute('inert');
  }, []);
}
