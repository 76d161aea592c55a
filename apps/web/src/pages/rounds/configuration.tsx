import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { useTexts } from '../../text/language.js';
import { useConfigurationLines } from './configuration-lines.js';
import type { ConfigurationNames } from './configuration-lines.js';
import { CONFIGURATION_TEXTS } from './configuration-words.js';
import './rounds.css';

interface Props {
  readonly configuration: RoundConfiguration;
  readonly names: ConfigurationNames;
}

/** A round's configuration as everybody reads it: what can be applied for, with which money, by which rules, until when. */
export function RoundConfigurationView({ configuration, names }: Props) {
  const t = useTexts(CONFIGURATION_TEXTS);
  const sections = useConfigurationLines()(configuration, names);
  return (
    <div className="rounds-configuration">
      {sections.map(({ key, lines }) => (
        <section key={key} aria-label={t(key)}>
          <h3>{t(key)}</h3>
          <dl className="facts">
            {lines.map((line) => (
              <div key={line.key}>
                <dt>{line.name}</dt>
                <dd className="prose">{line.words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
