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

/**
 * Looks at the directory of the zip that a workbook is before anything is read: hucre unpacks a part to the size that the directory states and no
 * further, so the sum of those sizes bounds what a small file can become. Throws WorkbookRefused.
 */
export async function checkPackage(bytes: Buffer): Promise<void> {
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    throw new WorkbookRefused(bytes.includes(ENCRYPTED) ? 'WORKBOOK_PROTECTED' : 'WORKBOOK_OLD_FORMAT');
  }
  try {
    await checkDirectory(await fromBufferPromise(bytes, { validateEntrySizes: true }));
  } catch (error) {
    // What the zip reader refuses is a file that nobody can read.
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('WORKBOOK_UNREADABLE');
  }
}

async function checkDirectory(zip: ZipFile): Promise<void> {
  let [unpacked, parts] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    parts += 1;
    if (entry.isEncrypted()) throw new WorkbookRefused('WORKBOOK_PROTECTED');
    if (unpacked > UNPACKED_MIB * BYTES_OF_MIB || parts > MAX_PARTS)
      throw new WorkbookRefused('WORKBOOK_TOO_LARGE', {}, UNPACKED_MIB);
    if (entry.fileName === 'xl/vbaProject.bin') throw new WorkbookRefused('WORKBOOK_MACRO');
    if (saysNothing(entry) || (await hasDocumentType(zip, entry))) throw new WorkbookRefused('WORKBOOK_UNREADABLE');
  }
}

/** A part whose size is stated as nothing: its real size would be found only where it lies, and bounded by nothing. */
function saysNothing({ fileName, compressedSize, uncompressedSize }: Entry): boolean {
  return !fileName.endsWith('/') && (compressedSize === 0 || uncompressedSize === 0);
}

/** Nobody's workbook has one; hucre would go past it. */
async function hasDocumentType(zip: ZipFile, entry: Entry): Promise<boolean> {
  if (!/\.(xml|rels)$/i.test(entry.fileName)) return false;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) return Buffer.isBuffer(chunk) && chunk.includes('<!DOCTYPE');
  return false;
}
