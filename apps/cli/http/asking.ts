import type { ApiClient } from './api-client.js';
import { putPatiently, readPatiently, writePatiently } from './patient-client.js';

/** How requests are sent that have to succeed. */
export interface Asking {
  readonly get: (client: ApiClient, path: string) => Promise<unknown>;
  readonly post: (client: ApiClient, path: string, body: unknown) => Promise<unknown>;
  readonly put: (client: ApiClient, path: string, body: unknown) => Promise<unknown>;
}

/** Once: whatever is no success is thrown. */
export const ONCE: Asking = {
  get: (client, path) => client.must('GET', path),
  post: (client, path, body) => client.must('POST', path, body),
  put: (client, path, body) => client.must('PUT', path, body),
};

/** Until they are answered, while servers come and go. */
export const PATIENTLY: Asking = { get: readPatiently, post: writePatiently, put: putPatiently };
