import { useLanguage, useTexts } from '../../text/language.js';
import type { YearDays } from './calendar-page.js';

const TEXTS = {
  month: ['{n} 月', 'Month {n}'],
  holiday: ['放假', 'holiday'],
  worked: ['调休上班', 'make-up workday'],
} as const;

const WEEKDAYS = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
} as const;
const DAYS_A_WEEK = 7;
const SATURDAY = 5;

interface Props {
  readonly year: number;
  readonly days: YearDays;
  readonly onChange: (days: YearDays) => void;
}

/** Twelve months whose days can be pressed. */
export function Months(props: Props) {
  return (
    <div className="administration-months">
      {Array.from({ length: 12 }, (_, n) => (
        <Month key={n} month={n + 1} {...props} />
      ))}
    </div>
  );
}

function Month({ year, month, days, onChange }: Props & { readonly month: number }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <table className="administration-month">
      <caption>{t('month', { n: month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS[language].map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, n) => (
          <tr key={n}>
            {week.map((day, weekday) => (
              <td key={weekday}>
                {day === null ? null : (
                  <Day
                    iso={`${year}-${two(month)}-${two(day)}`}
                    isWeekend={weekday >= SATURDAY}
                    days={days}
                    onChange={onChange}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly iso: string;
  readonly isWeekend: boolean;
  readonly days: YearDays;
  readonly onChange: (days: YearDays) => void;
}

function Day({ iso, isWeekend, days, onChange }: DayProps) {
  const t = useTexts(TEXTS);
  const { holidays, makeUpDays } = days;
  const state = holidays.includes(iso) ? 'holiday' : makeUpDays.includes(iso) ? 'worked' : null;
  const without = (all: readonly string[]) => all.filter((day) => day !== iso);
  const withDay = (all: readonly string[]) => [...all, iso].sort();
  // Ordinary → holiday → (at a weekend) make-up workday → ordinary: a working day is never made up for.
  const next = () => {
    if (state === null) return { holidays: withDay(holidays), makeUpDays };
    if (state === 'holiday' && isWeekend) return { holidays: without(holidays), makeUpDays: withDay(makeUpDays) };
    return { holidays: without(holidays), makeUpDays: without(makeUpDays) };
  };
  const look = state ?? (isWeekend ? 'weekend' : 'plain');
  return (
    <button
      type="button"
      className={`administration-day administration-${look}`}
      aria-label={[iso, state === null ? '' : t(state)].filter(Boolean).join(' ')}
      onClick={() => onChange(next())}
    >
      {Number(iso.slice(-2))}
    </button>
  );
}

const two = (n: number) => String(n).padStart(2, '0');

/** The weeks of a month from Monday on; null before its first and after its last day. */
function weeksOf(year: number, month: number): (number | null)[][] {
  const first = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const weeks = Math.ceil((first + length) / DAYS_A_WEEK);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: DAYS_A_WEEK }, (__, weekday) => {
      const day = week * DAYS_A_WEEK + weekday - first + 1;
      return day >= 1 && day <= length ? day : null;
    }),
  );
}
