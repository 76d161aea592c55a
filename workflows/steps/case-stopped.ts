/** Ends the story of a case from outside: it was withdrawn, or its subject is gone. Never an error to be reported. */
export class CaseStopped extends Error {
  override readonly name = 'CaseStopped';
}
