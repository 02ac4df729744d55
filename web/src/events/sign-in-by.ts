const TOKEN = /(?:\/invitation\/)?([\da-f-]{36}\.[\w-]{20,})$/i;

/** What was scanned or typed at the door, as a sign-in; undefined for the beginning of a name. */
export function signInBy(typed: string): { token: string } | { phoneTail: string } | undefined {
  const text = typed.trim();
  const token = TOKEN.exec(text)?.[1];
  if (token) return { token };
  return /^\d{4}$/.test(text) ? { phoneTail: text } : undefined;
}
