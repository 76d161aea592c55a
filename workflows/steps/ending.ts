/** How a step ends: set once by whichever act or time ends it; later ones are ignored. */
export class Ending<T> {
  #value: { readonly of: T } | null = null;

  readonly reached = (): boolean => this.#value !== null;

  set(value: T): void {
    this.#value ??= { of: value };
  }

  get(): T {
    if (!this.#value) throw new Error('a step went on without an end');
    return this.#value.of;
  }
}
