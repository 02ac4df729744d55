/** How often each party may be chosen, and how many pairs there may be at all. */
export interface Capacities {
  readonly hosts: ArrayLike<number>;
  readonly visitors: ArrayLike<number>;
  readonly total: number;
}

/**
 * The pairs of greatest total weight that keep the capacities, each pair once: exactly, as a flow of least cost from
 * hosts to visitors. `weights` holds one value per host and visitor, row by row; what is not above 0 is no pair.
 *
 * Successive shortest paths with node potentials, Dijkstra on dense arrays (Ahuja, Magnanti, Orlin, Network Flows, 1993,
 * section 9.7). Every path is the most profitable one left, so stopping at the first without profit, or at `total`, is
 * optimal too. O(flow · (hosts + visitors)²).
 */
export function choosePairs(
  weights: Float64Array,
  capacities: Capacities,
): [host: number, visitor: number][] {
  const flow = new PairFlow(weights, capacities);
  for (let pairs = 0; pairs < capacities.total && flow.augment(); pairs++);
  return flow.pairs();
}

const NONE = -1;

class PairFlow {
  private readonly rows: number;
  private readonly columns: number;
  private readonly chosen: Uint8Array;
  private readonly hostsLeft: Int32Array;
  private readonly visitorsLeft: Int32Array;
  /** Potentials: the length of the shortest path to each node so far; the sink's is `sink`. */
  private readonly hostPotential: Float64Array;
  private readonly visitorPotential: Float64Array;
  private sink: number;
  private readonly hostDistance: Float64Array;
  private readonly visitorDistance: Float64Array;
  private readonly hostBefore: Int32Array;
  private readonly visitorBefore: Int32Array;
  private readonly hostDone: Uint8Array;
  private readonly visitorDone: Uint8Array;

  constructor(
    private readonly weights: Float64Array,
    capacities: Capacities,
  ) {
    const { length: rows } = capacities.hosts;
    const { length: columns } = capacities.visitors;
    this.rows = rows;
    this.columns = columns;
    this.chosen = new Uint8Array(rows * columns);
    this.hostsLeft = Int32Array.from(capacities.hosts);
    this.visitorsLeft = Int32Array.from(capacities.visitors);
    this.hostPotential = new Float64Array(rows);
    this.visitorPotential = new Float64Array(columns);
    for (let at = 0; at < weights.length; at++) {
      const column = at % columns;
      this.visitorPotential[column] = Math.min(this.visitorPotential[column]!, -weights[at]!);
    }
    this.sink = this.visitorPotential.reduce((least, value) => Math.min(least, value), 0);
    this.hostDistance = new Float64Array(rows);
    this.visitorDistance = new Float64Array(columns);
    this.hostBefore = new Int32Array(rows);
    this.visitorBefore = new Int32Array(columns);
    this.hostDone = new Uint8Array(rows);
    this.visitorDone = new Uint8Array(columns);
  }

  pairs(): [number, number][] {
    const pairs: [number, number][] = [];
    this.chosen.forEach((isChosen, at) => {
      if (isChosen) pairs.push([Math.floor(at / this.columns), at % this.columns]);
    });
    return pairs;
  }

  /** Takes the most profitable change that adds one pair; false when there is none with a profit. */
  augment(): boolean {
    const found = this.search();
    if (found === undefined) return false;
    this.raisePotentials(found.distance);
    if (this.sink >= 0) return false;
    this.apply(found.visitor);
    return true;
  }

  /** Dijkstra from every host that has meetings left to the nearest visitor that has. */
  private search(): { visitor: number; distance: number } | undefined {
    this.hostDone.fill(0);
    this.visitorDone.fill(0);
    this.visitorDistance.fill(Infinity);
    this.hostBefore.fill(NONE);
    for (let host = 0; host < this.rows; host++) {
      const isSource = this.hostsLeft[host]! > 0;
      this.hostDistance[host] = isSource ? Math.max(0, -this.hostPotential[host]!) : Infinity;
    }
    let best: { visitor: number; distance: number } | undefined;
    for (;;) {
      const host = nearest(this.hostDistance, this.hostDone);
      const visitor = nearest(this.visitorDistance, this.visitorDone);
      const toHost = host === NONE ? Infinity : this.hostDistance[host]!;
      const toVisitor = visitor === NONE ? Infinity : this.visitorDistance[visitor]!;
      if (Math.min(toHost, toVisitor) >= (best?.distance ?? Infinity)) return best;
      if (toHost <= toVisitor) this.leaveHost(host, toHost);
      else {
        if (this.visitorsLeft[visitor]! > 0) {
          const toSink = Math.max(0, this.visitorPotential[visitor]! - this.sink);
          if (toVisitor + toSink < (best?.distance ?? Infinity))
            best = { visitor, distance: toVisitor + toSink };
        }
        this.leaveVisitor(visitor, toVisitor);
      }
    }
  }

  private leaveHost(host: number, distance: number): void {
    this.hostDone[host] = 1;
    const base = host * this.columns;
    const here = distance + this.hostPotential[host]!;
    for (let visitor = 0; visitor < this.columns; visitor++) {
      const weight = this.weights[base + visitor]!;
      if (weight <= 0 || this.chosen[base + visitor] === 1 || this.visitorDone[visitor] === 1) continue;
      const there = Math.max(distance, here - weight - this.visitorPotential[visitor]!);
      if (there >= this.visitorDistance[visitor]!) continue;
      this.visitorDistance[visitor] = there;
      this.visitorBefore[visitor] = host;
    }
  }

  private leaveVisitor(visitor: number, distance: number): void {
    this.visitorDone[visitor] = 1;
    const here = distance + this.visitorPotential[visitor]!;
    for (let host = 0; host < this.rows; host++) {
      const at = host * this.columns + visitor;
      if (this.chosen[at] !== 1 || this.hostDone[host] === 1) continue;
      const there = Math.max(distance, here + this.weights[at]! - this.hostPotential[host]!);
      if (there >= this.hostDistance[host]!) continue;
      this.hostDistance[host] = there;
      this.hostBefore[host] = visitor;
    }
  }

  private raisePotentials(distance: number): void {
    for (let host = 0; host < this.rows; host++)
      this.hostPotential[host]! += Math.min(this.hostDistance[host]!, distance);
    for (let visitor = 0; visitor < this.columns; visitor++)
      this.visitorPotential[visitor]! += Math.min(this.visitorDistance[visitor]!, distance);
    this.sink += distance;
  }

  private apply(last: number): void {
    this.visitorsLeft[last]! -= 1;
    let visitor = last;
    for (;;) {
      const host = this.visitorBefore[visitor]!;
      this.chosen[host * this.columns + visitor] = 1;
      const before = this.hostBefore[host]!;
      if (before === NONE) {
        this.hostsLeft[host]! -= 1;
        return;
      }
      this.chosen[host * this.columns + before] = 0;
      visitor = before;
    }
  }
}

function nearest(distances: Float64Array, done: Uint8Array): number {
  let best = NONE;
  let least = Infinity;
  for (let node = 0; node < distances.length; node++) {
    const distance = distances[node]!;
    if (done[node] === 1 || distance >= least) continue;
    least = distance;
    best = node;
  }
  return best;
}
