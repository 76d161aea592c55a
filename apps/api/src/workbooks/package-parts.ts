import type { Readable } from 'node:stream';

import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

import { WorkbookRefused } from './errors.js';

/** MiB that all parts of a workbook may have together when they are unpacked. */
const UNPACKED_MIB = 96;
const MAX_PARTS = 500;
const BYTES_OF_MIB = 1024 * 1024;
/** How a compound file begins: a workbook with a password, or one of Excel 97-2003. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** The parts of a workbook by name; nothing is unpacked before it is asked for. */
export interface Parts {
  /** A part as a stream of its bytes, or null when there is none. */
  readonly open: (name: string) => Promise<Readable | null>;
}

/**
 * Opens the zip that a workbook is. What the directory says of sizes is added up first and held to while unpacking (yauzl ends a stream that
 * grows longer than it said), so that a small file cannot become a large one. Throws WorkbookRefused.
 */
export async function packageParts(bytes: Buffer): Promise<Parts> {
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    throw new WorkbookRefused(bytes.includes(ENCRYPTED) ? 'WORKBOOK_PROTECTED' : 'WORKBOOK_OLD_FORMAT');
  }
  const zip = await readable(() => fromBufferPromise(bytes, { validateEntrySizes: true }));
  const entries = await readable(() => entriesOf(zip));
  if (entries.has('xl/vbaProject.bin')) throw new WorkbookRefused('WORKBOOK_MACRO');
  return {
    open: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? null : readable(() => zip.openReadStreamPromise(entry));
    },
  };
}

/** What the zip reader refuses is a file that nobody can read. */
async function readable<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('WORKBOOK_UNREADABLE');
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (entry.isEncrypted()) throw new WorkbookRefused('WORKBOOK_PROTECTED');
    if (unpacked > UNPACKED_MIB * BYTES_OF_MIB || entries.size >= MAX_PARTS) {
      throw new WorkbookRefused('WORKBOOK_TOO_LARGE', {}, UNPACKED_MIB);
    }
    entries.set(entry.fileName, entry);
  }
  return entries;
}
