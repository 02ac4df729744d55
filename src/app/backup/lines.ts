const LINE_FEED = 0x0a;

/** Turns bytes that come in pieces of any size into lines, each changed by `change`. */
export class LineChanger {
  private readonly held: Buffer[] = [];

  constructor(private readonly change: (line: Buffer) => Buffer) {}

  /** The changed lines that are whole by now, line feeds included. */
  take(piece: Buffer): Buffer {
    const changed: Buffer[] = [];
    let from = 0;
    for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, from)) {
      const line = Buffer.concat([...this.held.splice(0), piece.subarray(from, at)]);
      changed.push(this.change(line), Buffer.of(LINE_FEED));
      from = at + 1;
    }
    if (from < piece.length) this.held.push(piece.subarray(from));
    return Buffer.concat(changed);
  }
}
