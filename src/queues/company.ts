/**
 * Work done side by side, and work that waits until it is alone and keeps the rest waiting until it has ended. Whoever
 * comes after somebody who wants to be alone waits too, so that nobody is kept from it for ever.
 */
export class Company {
  private readonly present = new Set<Promise<void>>();
  private lastAlone = Promise.resolve();

  beside<T>(work: () => Promise<T>): Promise<T> {
    const result = this.lastAlone.then(work);
    const ended = endOf(result);
    this.present.add(ended);
    void ended.then(() => this.present.delete(ended));
    return result;
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = Promise.all([this.lastAlone, ...this.present]).then(work);
    this.lastAlone = endOf(result);
    return result;
  }
}

const endOf = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => undefined,
    () => undefined,
  );
