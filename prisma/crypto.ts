import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

import { DomainError } from '#domain/errors.js';

/** Which cell a sealed value belongs to. It is authenticated with the value, so that a value moved to another row or column does not open. */
export interface Cell {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Encrypts the columns with RESTRICTED data (specification C8) and finds their rows again without decrypting. */
export interface ColumnCipher {
  /** Key id (1 byte), IV (12), tag (16), AES-256-GCM ciphertext. Every call gives other bytes. */
  seal(cell: Cell, text: string): Uint8Array<ArrayBuffer>;
  /** Throws SEAL_BROKEN when the bytes were changed, moved from another cell, or sealed with a key that is not there. */
  open(cell: Cell, sealed: Uint8Array): string;
  /** HMAC-SHA-256, hex: equal for equal texts of one column. Only as secret as the key, so never sent anywhere. */
  digest(column: string, text: string): string;
}

/** A sealed value does not open: it was tampered with, or the key of this installation is not the one it was sealed with. */
export class SealBroken extends DomainError {
  constructor(cell: Cell) {
    super({
      code: 'SEAL_BROKEN',
      status: 503,
      messageZh: '加密数据无法解密:数据被改动,或数据密钥与加密时不一致。请联系系统管理员核对 BANJIE_DATA_KEY。',
      messageEn:
        'A sealed value does not open: it was changed, or BANJIE_DATA_KEY is not the key that it was sealed with. Ask the administrator.',
      details: { table: cell.table, column: cell.column, rowId: cell.rowId },
    });
  }
}

const KEY_FORM = /^(?:(\d{1,3}):)?(?:([0-9a-fA-F]{64})|([A-Za-z0-9+/]{43}=))$/;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/**
 * The cipher of an installation. `dataKey`: 32 bytes, also in hexadecimal or base64, or several as `2:base64,1:base64` while keys are being
 * changed: the first seals, all of them open. A key without a number has number 1. Digests use the lowest number, because they must stay findable.
 */
export function columnCipher(dataKey: string | Uint8Array): ColumnCipher {
  const keys = readKeys(typeof dataKey === 'string' ? dataKey : Buffer.from(dataKey).toString('base64'));
  const [current] = keys;
  const oldest = keys.reduce((lowest, key) => (key.id < lowest.id ? key : lowest), current);
  const digestKey = derived(oldest.bytes, 'digest');
  return {
    seal: (cell, text) => seal(current, cell, text),
    open: (cell, sealed) => open(keys, cell, sealed),
    digest: (column, text) => createHmac('sha256', digestKey).update(`${column}\n${text}`).digest('hex'),
  };
}

interface Key {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly sealing: Uint8Array;
}

function readKeys(dataKey: string): readonly [Key, ...Key[]] {
  const [first, ...rest] = dataKey.split(',').map(readKey);
  const keys = first === undefined ? [] : [first, ...rest];
  if (first === undefined || new Set(keys.map((key) => key.id)).size < keys.length) {
    throw new Error('BANJIE_DATA_KEY names a key twice, or none');
  }
  return [first, ...rest];
}

function readKey(text: string): Key {
  const [, number = '1', hex, base64 = ''] = KEY_FORM.exec(text.trim()) ?? [];
  const bytes = hex === undefined ? Buffer.from(base64, 'base64') : Buffer.from(hex, 'hex');
  const id = Number(number);
  if (bytes.length !== 32 || id < 1 || id > 255) {
    throw new Error('BANJIE_DATA_KEY must be 32 bytes in base64, or several as 2:base64,1:base64');
  }
  return { id, bytes, sealing: derived(bytes, 'seal') };
}

/** One key for one purpose. */
function derived(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', `banjie ${purpose}`, 32));
}

function additionalData(keyId: number, { table, column, rowId }: Cell): Buffer {
  return Buffer.from(JSON.stringify([keyId, table, column, rowId]), 'utf8');
}

function seal(key: Key, cell: Cell, text: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.sealing, iv).setAAD(additionalData(key.id, cell));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(key.id), iv, cipher.getAuthTag(), body]));
}

function open(keys: readonly Key[], cell: Cell, sealed: Uint8Array): string {
  const key = keys.find((each) => each.id === sealed[0]);
  if (key === undefined || sealed.length < HEAD_BYTES) throw new SealBroken(cell);
  const decipher = createDecipheriv('aes-256-gcm', key.sealing, sealed.subarray(1, 1 + IV_BYTES))
    .setAAD(additionalData(key.id, cell))
    .setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken(cell);
  }
}
