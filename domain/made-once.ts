/** Answers what `make` makes, which it is asked for once, when it is first needed: a schema that only the API reads. */
export function madeOnce<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
