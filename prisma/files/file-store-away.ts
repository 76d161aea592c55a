/** The folder of the files cannot be read or written just now: a disk that is full, gone or not mounted. No refusal: whoever waits tries again. */
export class FileStoreAway extends Error {
  override readonly name = 'FileStoreAway';
}
