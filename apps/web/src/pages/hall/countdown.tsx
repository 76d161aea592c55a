import { useEffect, useState } from 'react';

import { useTexts } from '../../text/language.js';

const TEXTS = { left: ['剩余时间', 'Time left'], over: ['已超时', 'Over time'] } as const;

const TICK_MS = 250;
const SOON_S = 60;

/** Time left until `endsAt` by the server's clock, whatever this device's clock says. */
export function Countdown({ endsAt, ahead }: { readonly endsAt: number; readonly ahead: number }) {
  const t = useTexts(TEXTS);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((endsAt - now - ahead) / 1000);
  const tone = seconds < 0 ? 'late' : seconds <= SOON_S ? 'soon' : 'good';
  return (
    <span
      className={`hall-countdown hall-countdown-${tone}`}
      role="timer"
      aria-label={t(seconds < 0 ? 'over' : 'left')}
    >
      {seconds < 0 ? <small>{t('over')}</small> : null}
      <span className="hall-countdown-digits">{clockOf(Math.abs(seconds))}</span>
    </span>
  );
}

const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)
    .toString()
    .padStart(2, '0')}:${(seconds % 60).toString().padStart(2, '0')}`;
