const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that is safe to insert as it is. */
export class Html {
  constructor(readonly text: string) {}
}

/** A template whose values are escaped, unless they are {@link Html} themselves; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: (string | number | Html | Html[])[]): Html {
  const insert = (value: string | number | Html | Html[] | undefined): string => {
    if (value === undefined) return '';
    if (Array.isArray(value)) return value.map(({ text }) => text).join('');
    return value instanceof Html
      ? value.text
      : String(value).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
  };
  return new Html(parts.map((part, at) => part + insert(values[at])).join(''));
}
