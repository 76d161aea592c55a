import type { Readable } from 'node:stream';

import { StreamableFile } from '@nestjs/common';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as a download; `name` without its ending. */
export function workbookFile(content: Readable | Buffer, name: string): StreamableFile {
  const options = { type: XLSX, disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}` };
  return Buffer.isBuffer(content) ? new StreamableFile(content, options) : new StreamableFile(content, options);
}
