import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import { TemplateInvalid } from '#domain/paper/errors.js';
import type { TemplateFinding } from '#domain/paper/errors.js';

/** What a template may weigh: bytes as uploaded, entries, bytes of one entry and of all when inflated. */
export const ARCHIVE_LIMITS = {
  uploadBytes: 20 * 1024 * 1024,
  entries: 500,
  entryBytes: 16 * 1024 * 1024,
  inflatedBytes: 48 * 1024 * 1024,
} as const;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly at: number;
}

function refused(kind: TemplateFinding['kind'], messageZh: string, messageEn: string): TemplateInvalid {
  return new TemplateInvalid([{ kind, place: '文件', messageZh, messageEn }]);
}

const notDocx = () =>
  refused(
    'NOT_DOCX',
    '文件不是Word文档(.docx),请另存为 .docx 后上传。',
    'The file is not a Word document; save it as .docx.',
  );
const tooLarge = () =>
  refused(
    'TOO_LARGE',
    '文件过大或压缩异常,请删去大图片后重试。',
    'The file is too large when unpacked; remove large pictures.',
  );

/** The end record stands last; only a comment of at most 64 KiB may follow it. */
function endRecord(bytes: Buffer): number {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - MAX_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw notDocx();
}

function entryAt(bytes: Buffer, at: number): readonly [entry: Entry, next: number] {
  if (bytes.readUInt32LE(at) !== ENTRY_SIGNATURE || (bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0)
    throw notDocx();
  const nameBytes = bytes.readUInt16LE(at + 28);
  const entry = {
    name: bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
    method: bytes.readUInt16LE(at + 10),
    packedBytes: bytes.readUInt32LE(at + 20),
    inflatedBytes: bytes.readUInt32LE(at + 24),
    at: bytes.readUInt32LE(at + 42),
  };
  return [entry, at + ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)];
}

function directory(bytes: Buffer): Entry[] {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > ARCHIVE_LIMITS.entries) throw tooLarge();
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let read = 0; read < count; read += 1) {
    const [entry, next] = entryAt(bytes, at);
    entries.push(entry);
    at = next;
  }
  if (entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0) > ARCHIVE_LIMITS.inflatedBytes) throw tooLarge();
  return entries;
}

/** NOTE the size that the directory states may lie, so the inflation itself is bounded by it. */
function contentOf(bytes: Buffer, entry: Entry): Buffer {
  if (entry.inflatedBytes > ARCHIVE_LIMITS.entryBytes) throw tooLarge();
  if (bytes.readUInt32LE(entry.at) !== LOCAL_SIGNATURE) throw notDocx();
  const start = entry.at + LOCAL_BYTES + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw notDocx();
  const content =
    entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.inflatedBytes) });
  if (content.length !== entry.inflatedBytes) throw notDocx();
  return content;
}

/**
 * Unpacks a zip within {@link ARCHIVE_LIMITS}: sizes are judged before anything is inflated, and no entry may grow beyond what it states.
 * @returns content by name, folders left out, in the order of the archive
 * @throws TemplateInvalid when the bytes are no zip, are encrypted, too large, damaged, or name an entry twice
 */
export function unpack(upload: Uint8Array): ReadonlyMap<string, Buffer> {
  if (upload.length > ARCHIVE_LIMITS.uploadBytes) throw tooLarge();
  const bytes = Buffer.from(upload.buffer, upload.byteOffset, upload.byteLength);
  const contents = new Map<string, Buffer>();
  try {
    for (const entry of directory(bytes)) {
      if (contents.has(entry.name)) throw notDocx();
      if (!entry.name.endsWith('/')) contents.set(entry.name, contentOf(bytes, entry));
    }
  } catch (error) {
    // Offsets beyond the end and broken deflate streams are thrown by Node as RangeError and zlib errors.
    throw error instanceof TemplateInvalid ? error : notDocx();
  }
  return contents;
}

/** 1 January 1980, 00:00, the first moment that a zip can say. It is read in local time, so it is made in local time. */
const FIRST_ZIP_DATE = new Date(1980, 0, 1);

/** Packs contents so that the same contents always give the same bytes: fixed dates, sorted names, the type list first as Word wants it. */
export function pack(contents: ReadonlyMap<string, string | Buffer>): PizZip {
  const zip = new PizZip();
  const rank = (name: string): string => (name === '[Content_Types].xml' ? '' : name);
  const names = [...contents.keys()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  for (const name of names) {
    zip.file(name, contents.get(name) ?? '', { date: FIRST_ZIP_DATE, createFolders: false });
  }
  return zip;
}

/** The bytes of a packed archive. */
export const bytesOf = (zip: PizZip): Buffer =>
  zip.generate({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 6 }, platform: 'DOS' });
