/** One object of all the fields. Of some dozens, Object.assign makes it several times as fast as spreading them does. */
export const joined = <A extends object, B extends object, C extends object>(a: A, b: B, c: C): A & B & C =>
  Object.assign({}, a, b, c);
