import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { NextFunction, Request, RequestHandler, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};
/** Names below `assets/` carry a hash of what they hold, so they never change. */
const FOREVER = 'public, max-age=31536000, immutable';
const START = '/index.html';

interface Page {
  readonly type: string;
  readonly bytes: Buffer;
  readonly gzip: Buffer | null;
  readonly keep: string;
}

/**
 * Serves the built web app out of memory: files by their names, and the start page for every other address a person may open outside `/api`.
 * A folder that is not there (an API without the web app) serves nothing.
 */
export function serveWeb(folder: string | undefined): RequestHandler {
  const pages = folder !== undefined && existsSync(folder) ? read(folder) : new Map<string, Page>();
  return (request: Request, response: Response, next: NextFunction): void => {
    const page = pages.get(request.path) ?? (wantsPage(request) ? pages.get(START) : undefined);
    if (page === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    send(request, response, page);
  };
}

function wantsPage({ path: address, headers }: Request): boolean {
  return !address.startsWith('/api/') && path.extname(address) === '' && (headers.accept ?? '').includes('text/html');
}

function send(request: Request, response: Response, { type, bytes, gzip, keep }: Page): void {
  response.set({ 'Content-Type': type, 'Cache-Control': keep, Vary: 'Accept-Encoding' });
  const packed = gzip !== null && (request.headers['accept-encoding'] ?? '').includes('gzip');
  if (packed) response.set('Content-Encoding', 'gzip');
  response.send(packed ? gzip : bytes);
}

function read(folder: string): Map<string, Page> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => path.extname(name) in TYPES,
  );
  return new Map(names.map((name): [string, Page] => [`/${name.split(path.sep).join('/')}`, pageOf(folder, name)]));
}

function pageOf(folder: string, name: string): Page {
  const file = path.join(folder, name);
  return {
    type: TYPES[path.extname(name)] ?? 'application/octet-stream',
    bytes: readFileSync(file),
    gzip: existsSync(`${file}.gz`) ? readFileSync(`${file}.gz`) : null,
    keep: name.startsWith('assets') ? FOREVER : 'no-cache',
  };
}
