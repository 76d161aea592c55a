import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 of the UTF-8 bytes of a text, in small hexadecimal letters. The rules of a draw hash as they go, while the browser's own digest answers later,
 * and only on pages that came over HTTPS.
 */
export const sha256 = (text: string): string => bytesToHex(digest(new TextEncoder().encode(text)));
