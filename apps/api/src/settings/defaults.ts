import * as inspection from '#domain/annual-inspection/settings.js';
import * as tempPartyOrg from '#domain/temp-party-org/settings.js';
import * as venture from '#domain/venture-round/settings.js';

/** One default of the register: whose it is, what is shipped, and which values may take its place. */
export interface Default {
  readonly key: string;
  /** The first matter that declares it. */
  readonly matter: string;
  readonly shipped: unknown;
  readonly accepts: (value: unknown) => boolean;
}

interface Declared {
  readonly matter: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly shipped: object;
  readonly parses: (settings: object) => boolean;
}

const DECLARED: readonly Declared[] = [
  {
    matter: 'temp-party-org',
    keys: tempPartyOrg.SETTING_KEYS,
    shipped: tempPartyOrg.DEFAULT_SETTINGS,
    parses: (settings) => tempPartyOrg.TempPartyOrgSettings.safeParse(settings).success,
  },
  {
    matter: 'annual-inspection',
    keys: inspection.SETTING_KEYS,
    shipped: inspection.DEFAULT_SETTINGS,
    parses: (settings) => inspection.AnnualInspectionSettings.safeParse(settings).success,
  },
  {
    matter: 'venture-round',
    keys: venture.SETTING_KEYS,
    shipped: venture.DEFAULT_SETTINGS,
    parses: (settings) => venture.VentureRoundSettings.safeParse(settings).success,
  },
];

/** Every default of every matter; one that several matters share is there once, and its value must suit all of them. */
export const DEFAULTS: readonly Default[] = [...new Set(DECLARED.flatMap(({ keys }) => Object.values(keys)))].map(
  (key) => {
    const users = DECLARED.flatMap(({ matter, keys, shipped, parses }) =>
      Object.entries(keys)
        .filter(([, each]) => each === key)
        .map(([name]) => ({ name, matter, value: valueOf(shipped, name), parses })),
    );
    return {
      key,
      matter: users[0]?.matter ?? '',
      shipped: users[0]?.value,
      accepts: (value) => users.every(({ name, parses }) => parses({ [name]: value })),
    };
  },
);

function valueOf(settings: object, name: string): unknown {
  const entries: [string, unknown][] = Object.entries(settings);
  return entries.find(([each]) => each === name)?.[1];
}
