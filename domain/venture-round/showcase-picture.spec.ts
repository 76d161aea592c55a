import { assertMayBeShown, SHOWCASE_PICTURES_MAX } from './showcase-picture.rule.js';

const asked = { projectState: 'COMPLETED', consent: true, isPhotograph: true, shown: 0 } as const;

describe('a photograph of the showcase', () => {
  it('is shown when the people on it agreed and its project is completed', () => {
    expect(() => assertMayBeShown(asked)).not.toThrow();
  });

  it.each([
    ['VEN_SHOWCASE_NO_CONSENT', { consent: false }],
    ['VEN_SHOWCASE_NOT_COMPLETED', { projectState: 'EXECUTING' }],
    ['VEN_SHOWCASE_NOT_COMPLETED', { projectState: 'TERMINATED' }],
    ['VEN_SHOWCASE_NOT_A_PHOTOGRAPH', { isPhotograph: false }],
    ['VEN_SHOWCASE_FULL', { shown: SHOWCASE_PICTURES_MAX }],
  ] as const)('is refused with %s: %j', (code, change) => {
    expect(() => assertMayBeShown({ ...asked, ...change })).toThrow(code);
  });

  it('is refused for want of consent before anything else is said', () => {
    expect(() =>
      assertMayBeShown({ projectState: 'EXECUTING', consent: false, isPhotograph: false, shown: 9 }),
    ).toThrow('VEN_SHOWCASE_NO_CONSENT');
  });
});
