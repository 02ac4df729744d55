/** The embedded database cannot be used here; the message tells the operator why and what to do. */
export class CannotStartPostgres extends Error {
  override readonly name = 'CannotStartPostgres';
}
