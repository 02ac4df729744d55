/** The positions that selections listed, block by block, each with the level that it may reach. */
export class Selected {
  private entries = new Uint32Array(1024);
  private positions = new Uint32Array(1024);
  private readonly ends: number[] = [];

  clear(): void {
    this.ends.length = 0;
  }

  /** Takes the first `count` of what the next block found, `level << 16 | position`, without what is below `least`. */
  take(found: Uint32Array, count: number, least: number): void {
    let end = this.ends.at(-1) ?? 0;
    if (end + count > this.entries.length) this.widen(end + count);
    for (let i = 0; i < count; i++) if (found[i]! >>> 16 >= least) this.entries[end++] = found[i]!;
    this.ends.push(end);
  }

  /** The positions in a block that are at least at `least`, ascending; valid until the next call. */
  positionsOf(block: number, least: number): Uint32Array {
    let count = 0;
    for (let i = this.ends[block - 1] ?? 0; i < this.ends[block]!; i++)
      if (this.entries[i]! >>> 16 >= least) this.positions[count++] = this.entries[i]! & 0xffff;
    return this.positions.subarray(0, count);
  }

  private widen(length: number): void {
    const wider = new Uint32Array(2 * length);
    wider.set(this.entries);
    this.entries = wider;
    this.positions = new Uint32Array(wider.length);
  }
}
