import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { placeName } from '#domain/identifier/place-name.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { typeset } from '../../../text/typeset.js';
import { RoundConfigurationView } from '../configuration.js';
import { CONFIGURATION_TEXTS } from '../configuration-words.js';
import { unitsQuery } from '../queries.js';
import { configurationOf, STEPS } from './faults.js';
import type { Step } from './faults.js';
import type { StepProps } from './fields.js';

const TEXTS = {
  whole: ['方案完整,可以提交。', 'The configuration is complete.'],
  todo: ['还有 {n} 处需要更正', '{n} things to correct'],
  look: ['查看更改后的完整方案', 'The whole configuration as it would be'],
  OTHER: ['其他', 'Other'],
} as const;

interface Props extends StepProps {
  readonly go: (step: Step) => void;
  /** The round is there already: what changes is told below, the whole is looked at on demand. */
  readonly isFixed: boolean;
  /** The press that hands it in; it is offered once nothing is wrong. */
  readonly children: ReactNode;
}

/** Every fault beside its step; the configuration as it will be read; the press. */
export function CheckStep({ form, faults, go, isFixed, children }: Props) {
  const t = useTexts(TEXTS);
  const units = useQuery(unitsQuery).data ?? [];
  const configuration = configurationOf(form);
  const names = {
    hosts: units.map(({ id, name }) => ({ unitId: id, name })),
    divisionName: placeName(units.filter((unit) => unit.divisionCode === form.divisionCode).map(({ name }) => name)),
  };
  return (
    <>
      {faults.length === 0 ? <p className="told told-good">{t('whole')}</p> : <FaultList faults={faults} go={go} />}
      {configuration === null ? null : isFixed ? (
        <details className="why">
          <summary>{t('look')}</summary>
          <RoundConfigurationView configuration={configuration} names={names} />
        </details>
      ) : (
        <RoundConfigurationView configuration={configuration} names={names} />
      )}
      {children}
    </>
  );
}

function FaultList({ faults, go }: Pick<Props, 'faults' | 'go'>) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const language = useLanguage();
  return (
    <section aria-label={t('todo', { n: faults.length })}>
      <h3>{t('todo', { n: faults.length })}</h3>
      <ul>
        {STEPS.flatMap((step) => faults.filter((fault) => fault.step === step)).map(({ step, field, words }) => (
          <li key={`${field} ${words[0]}`}>
            {step === 'CHECK' ? (
              t('OTHER')
            ) : (
              <button type="button" className="link" onClick={() => go(step)}>
                {word(step)}
              </button>
            )}
            ：{language === 'zh' ? typeset(words[0]) : words[1]}
          </li>
        ))}
      </ul>
    </section>
  );
}
