/** Looks for rules in a text and keeps the words that each field was found in, the first of each field. */
export class Finder {
  private readonly passages = new Map<string, string>();

  find(field: string, rule: RegExp, text: string): RegExpExecArray | undefined {
    const match = rule.exec(text);
    if (match === null) return undefined;
    if (!this.passages.has(field)) this.passages.set(field, match[0].replace(/^[，。；：,;:\s]+|\s+$/gu, ''));
    return match;
  }

  get found(): { field: string; passage: string }[] {
    return [...this.passages].map(([field, passage]) => ({ field, passage }));
  }
}
