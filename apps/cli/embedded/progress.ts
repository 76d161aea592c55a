/** One line of progress for the person who waits; Chinese first. */
export type Say = (line: string) => void;

/** Prints to standard output. */
export const sayAloud: Say = (line) => {
  process.stdout.write(`${line}\n`);
};

/** For callers that have nobody to tell. */
export const sayNothing: Say = () => undefined;
