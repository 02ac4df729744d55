/**
 * The inner loops of the index in AssemblyScript with 128-bit SIMD. script-kernel.ts says the same in plain JavaScript;
 * the two agree bit for bit. Addresses are bytes in the block's memory, laid out by block-layout.ts.
 *
 * Built into wasm-binary.ts by scripts/build-wasm.mjs.
 */

const LOWEST_BITS: i32 = 104 << 23;
/** Adding 2²³ leaves a number's nearest integer in the low bits of the float. */
const ROUNDER: f32 = 8388608;

/** Byte offsets in a tally, as tally.ts has them. */
const COUNTED: usize = 0;
const FLOOR: usize = 4;
const LEAST: usize = 8;
const WANTED: usize = 12;
const MARGIN: usize = 16;
const TOP: usize = 20;
const CLASSES: usize = 24;
/** A planned term in bytes, and where its parts are, as planned-terms.ts has them. */
const TERM: usize = 32;
const END: usize = 4;
const FIRST: usize = 8;
const LAST: usize = 12;
const RANKS: usize = 8;
const CODES: usize = 12;
const WEIGHT: usize = 16;
const FACTOR: usize = 24;
/** Lists of fewer postings than so many for each position wanted are read, not searched. */
const SCAN_FACTOR: usize = 24;
/** What is noted of an entry of a row whose exact code is looked up: see `noteRow`. */
const NOTE: usize = 16;
const NOTED_TARGET: usize = 12;
/** Byte offsets of the other two tables behind the first by a record's parts. */
const POINTS: usize = 8 * 256;
const UNKNOWN: usize = 2 * POINTS;
/** The state of a record that was replaced or removed is from here on; below are the parts of the others. */
const DEAD: usize = 256;

function impact(code: i32): f32 {
  return reinterpret<f32>((code << 12) + LOWEST_BITS);
}

function addTo(posting: i32, amount: i32): void {
  const sum = sums + ((posting & 0xffff) << 1);
  store<u16>(sum, load<u16>(sum) + amount);
}

/** Adds what the postings of the first `count` planned terms are worth to the sums. */
export function addPostings(count: usize): void {
  for (let term = terms; term < terms + count * TERM; term += TERM)
    if (load<u32>(term, END) != 0) addList(load<u32>(term), load<u32>(term, END), load<f32>(term, FACTOR));
}

/** Adds `factor` × impact, rounded, to the 16-bit sum of each posting from `at` to `end`. */
function addList(at: usize, end: usize, factor: f32): void {
  const factors = f32x4.splat(factor);
  while (at + 16 <= end) {
    const postings = v128.load(at);
    const bits = i32x4.add(
      v128.and(i32x4.shr_u(postings, 4), i32x4.splat(0x0ffff000)),
      i32x4.splat(LOWEST_BITS),
    );
    const amounts = f32x4.add(f32x4.mul(bits, factors), f32x4.splat(ROUNDER));
    const postings01 = i64x2.extract_lane(postings, 0);
    const postings23 = i64x2.extract_lane(postings, 1);
    const amounts01 = i64x2.extract_lane(amounts, 0);
    const amounts23 = i64x2.extract_lane(amounts, 1);
    addTo(<i32>postings01, <i32>amounts01);
    addTo(<i32>(postings01 >> 32), <i32>(amounts01 >> 32));
    addTo(<i32>postings23, <i32>amounts23);
    addTo(<i32>(postings23 >> 32), <i32>(amounts23 >> 32));
    at += 16;
  }
  while (at < end) {
    const posting = load<u32>(at);
    addTo(posting, reinterpret<i32>(impact(posting >>> 16) * factor + ROUNDER));
    at += 4;
  }
}

/** Narrows the first `count` planned terms to the postings of positions `from … to`. */
export function narrow(count: usize, from: u32, to: u32): void {
  for (let term = terms; term < terms + count * TERM; term += TERM) {
    if (load<u32>(term, END) == 0) continue;
    const first = load<u32>(term, FIRST);
    const last = load<u32>(term, LAST);
    store<u32>(term, firstPosting(first, last, from));
    store<u32>(term, firstPosting(first, last, to), END);
  }
}

/** The first posting of `at … end` whose position is not below `wanted`; `end` if there is none. */
function firstPosting(at: usize, end: usize, wanted: u32): usize {
  let first = at;
  for (let length = (end - at) >>> 2; length > 0;) {
    const half = (length + 1) >>> 1;
    const isBefore = <u32>load<u16>(first + ((half - 1) << 2)) < wanted;
    first = select<usize>(first + (half << 2), first, isBefore);
    length -= half;
  }
  return first;
}

/** Where a selection finds everything in the block's memory: `WorkingSpace` says what each part is. */
let sums: usize = 0;
let found: usize = 0;
let tally: usize = 0;
let seedBits: usize = 0;
let planRows: usize = 0;
let planFactors: usize = 0;
let groupEnds: usize = 0;
let groupShifts: usize = 0;
let gainPlanes: usize = 0;
let gainTables: usize = 0;
let judgements: usize = 0;
let filterPlanes: usize = 0;
let filterTables: usize = 0;
let scales: usize = 0;
let states: usize = 0;
let terms: usize = 0;
let values: usize = 0;
let notes: usize = 0;
let notesEnd: usize = 0;
let positions: usize = 0;
let dots: usize = 0;

/** The addresses of all parts, in the order of above; called once. */
export function place(at: usize): void {
  sums = load<u32>(at);
  found = load<u32>(at, 4);
  tally = load<u32>(at, 8);
  seedBits = load<u32>(at, 12);
  planRows = load<u32>(at, 16);
  planFactors = load<u32>(at, 20);
  groupEnds = load<u32>(at, 24);
  groupShifts = load<u32>(at, 28);
  gainPlanes = load<u32>(at, 32);
  gainTables = load<u32>(at, 36);
  judgements = load<u32>(at, 40);
  filterPlanes = load<u32>(at, 44);
  filterTables = load<u32>(at, 48);
  scales = load<u32>(at, 52);
  states = load<u32>(at, 56);
  terms = load<u32>(at, 60);
  values = load<u32>(at, 64);
  notes = load<u32>(at, 68);
  notesEnd = load<u32>(at, 72);
  positions = load<u32>(at, 76);
  dots = load<u32>(at, 80);
}

/** How much of the plan there is, and from which sum on a record may reach a level. */
let groups: i32 = 0;
let gains: i32 = 0;
let narrowGains: i32 = 0;
let gainUnit: i32 = 0;
let criteria: i32 = 0;
let filters: i32 = 0;
let isSure: bool = true;
let sumsPerLevel: f64 = 0;
let sumsBefore: f64 = 0;
let knownBefore: f64 = 0;
let minimum: i32 = 0;

export function prepare(
  groupCount: i32,
  gainCount: i32,
  narrowGainCount: i32,
  unit: i32,
  criterionCount: i32,
  filterCount: i32,
  allSure: bool,
  perLevel: f64,
  before: f64,
  known: f64,
): void {
  groups = groupCount;
  gains = gainCount;
  narrowGains = narrowGainCount;
  gainUnit = unit;
  criteria = criterionCount;
  filters = filterCount;
  isSure = allSure;
  sumsPerLevel = perLevel;
  sumsBefore = before;
  knownBefore = known;
  setMinimum();
}

/** The least sum that reaches the least level wanted. */
function setMinimum(): void {
  const least = <f64>load<u32>(tally, LEAST) * sumsPerLevel - sumsBefore;
  minimum = <i32>min<f64>(65535, max<f64>(0, Math.ceil(least * (1 - 1e-9))));
}

/** Counts a record that surely reaches a level; tally.ts says how. */
function count(level: u32): void {
  const levelClass = level >> 4;
  let floorClass = load<u32>(tally, FLOOR);
  if (levelClass < floorClass) return;
  const own = tally + CLASSES + ((<usize>levelClass) << 2);
  store<u32>(own, load<u32>(own) + 1);
  if (levelClass >= load<u32>(tally, TOP)) store<u32>(tally, levelClass + 1, TOP);
  let counted = load<u32>(tally, COUNTED) + 1;
  const wanted = load<u32>(tally, WANTED);
  let left = counted - load<u32>(tally + ((<usize>floorClass) << 2), CLASSES);
  if (left >= wanted) {
    do {
      counted = left;
      floorClass++;
      left = counted - load<u32>(tally + ((<usize>floorClass) << 2), CLASSES);
    } while (left >= wanted);
    store<u32>(tally, floorClass, FLOOR);
    const margin = load<u32>(tally, MARGIN);
    const floor = floorClass << 4;
    if (floor > margin && floor - margin > load<u32>(tally, LEAST)) {
      store<u32>(tally, floor - margin, LEAST);
      setMinimum();
    }
  }
  store<u32>(tally, counted, COUNTED);
}

/** The least and the largest level that the record may have; −1 for no answer. */
let lowLevel: i32 = -1;
let highLevel: i32 = -1;

function judge(position: usize, sum: u32): void {
  lowLevel = -1;
  highLevel = -1;
  const state = <usize>load<u16>(states + (position << 1));
  if (state >= DEAD) return;
  let sure = isSure;
  for (let i = 0; i < filters; i++) {
    const table =
      filterTables + (i << 6) + <usize>load<u8>(<usize>load<u32>(filterPlanes + (i << 2)) + position);
    if (load<u8>(table) == 0) return;
    if (load<u8>(table, 32) == 0) sure = false;
  }
  const own = scales + (state << 3);
  let high = load<f64>(own) * <f64>sum;
  let low = high;
  if (criteria != 0) {
    const most = load<f64>(own, POINTS);
    const unknown = min<f64>(load<f64>(own, UNKNOWN) * <f64>sum, high + most);
    let known = knownBefore;
    let surelyKnown: f64 = 0;
    let mostMet = knownBefore;
    let leastMet: f64 = 0;
    for (let i = 0; i < criteria; i++) {
      const code = <usize>load<u8>(<usize>load<u32>(gainPlanes + (i << 2)) + position);
      const cell = judgements + (i << 10) + (code << 5);
      known += load<f64>(cell);
      surelyKnown += load<f64>(cell, 8);
      mostMet += load<f64>(cell, 16);
      leastMet += load<f64>(cell, 24);
    }
    if (known > 0) {
      high += most * (mostMet / known);
      low += most * (leastMet / known);
      if (surelyKnown == 0) low = min<f64>(low, unknown);
    } else {
      high = unknown;
      low = unknown;
    }
  }
  highLevel = <i32>high;
  if (sure) lowLevel = <i32>low;
}

/**
 * Counts what the sums say so far of the records of postings `at … end`, each once, until `seeds` is `wanted`; sums only grow.
 * Answers how many there are by now; `found` remembers them.
 */
export function seed(at: usize, end: usize, seeds: i32, wanted: i32): i32 {
  for (; at < end && seeds < wanted; at += 4) {
    const position = <usize>load<u16>(at);
    const byte = seedBits + (position >> 3);
    const bit = 1 << ((<i32>position) & 7);
    const bits = load<u8>(byte);
    if (bits & bit) continue;
    store<u8>(byte, bits | bit);
    store<u32>(found + (seeds << 2), <u32>position);
    seeds++;
    judge(position, load<u16>(sums + (position << 1)));
    if (lowLevel >= 0) count(lowLevel);
  }
  return seeds;
}

/** Forgets the seeds and what they counted, but not the least level that they proved. */
export function endSeeds(seeds: i32): void {
  for (let i = 0; i < seeds; i++) store<u8>(seedBits + ((<usize>load<u32>(found + (i << 2))) >> 3), 0);
  store<u32>(tally, 0, COUNTED);
  memory.fill(tally + CLASSES, 0, load<u32>(tally, TOP) << 2);
  store<u32>(tally, 0, TOP);
}

/** The bytes of a table of 32 at 16 places 0 … 31. */
function lookUp(table: usize, places: v128): v128 {
  const low = i8x16.swizzle(v128.load(table), places);
  return v128.or(low, i8x16.swizzle(v128.load(table, 16), i8x16.sub(places, i8x16.splat(16))));
}

/**
 * Reads and clears the sums from `from` to `to` (multiples of 64), each with its dense terms added, and lists as
 * `level << 16 | position` those that may reach the least level wanted, which rises on the way; goes on
 * at `listed` and answers how many there are.
 */
export function sweep(from: u32, to: u32, listed: i32): i32 {
  for (let position = from; position < to; position += 64) {
    addRows(position);
    for (let half = position; half < position + 64; half += 32) listed = check(half, listed);
  }
  return listed;
}

/** Adds the planned rows to the sums of 64 positions. */
function addRows(position: usize): void {
  const sum = sums + (position << 1);
  let term: usize = 0;
  for (let group: usize = 0; group < <usize>groups; group++) {
    const end = (<usize>load<u32>(groupEnds + (group << 2))) << 2;
    let part0 = i16x8.splat(0);
    let part1 = part0;
    let part2 = part0;
    let part3 = part0;
    let part4 = part0;
    let part5 = part0;
    let part6 = part0;
    let part7 = part0;
    for (; term < end; term += 4) {
      const row = <usize>load<u32>(planRows + term) + position;
      const factor = v128.load_splat<i16>(planFactors + term);
      part0 = i16x8.add(part0, i16x8.mul(v128.load_ext<u8>(row), factor));
      part1 = i16x8.add(part1, i16x8.mul(v128.load_ext<u8>(row, 8), factor));
      part2 = i16x8.add(part2, i16x8.mul(v128.load_ext<u8>(row, 16), factor));
      part3 = i16x8.add(part3, i16x8.mul(v128.load_ext<u8>(row, 24), factor));
      part4 = i16x8.add(part4, i16x8.mul(v128.load_ext<u8>(row, 32), factor));
      part5 = i16x8.add(part5, i16x8.mul(v128.load_ext<u8>(row, 40), factor));
      part6 = i16x8.add(part6, i16x8.mul(v128.load_ext<u8>(row, 48), factor));
      part7 = i16x8.add(part7, i16x8.mul(v128.load_ext<u8>(row, 56), factor));
    }
    const shift = load<i32>(groupShifts + (group << 2));
    v128.store(sum, i16x8.add(v128.load(sum), i16x8.shr_u(part0, shift)));
    v128.store(sum, i16x8.add(v128.load(sum, 16), i16x8.shr_u(part1, shift)), 16);
    v128.store(sum, i16x8.add(v128.load(sum, 32), i16x8.shr_u(part2, shift)), 32);
    v128.store(sum, i16x8.add(v128.load(sum, 48), i16x8.shr_u(part3, shift)), 48);
    v128.store(sum, i16x8.add(v128.load(sum, 64), i16x8.shr_u(part4, shift)), 64);
    v128.store(sum, i16x8.add(v128.load(sum, 80), i16x8.shr_u(part5, shift)), 80);
    v128.store(sum, i16x8.add(v128.load(sum, 96), i16x8.shr_u(part6, shift)), 96);
    v128.store(sum, i16x8.add(v128.load(sum, 112), i16x8.shr_u(part7, shift)), 112);
  }
}

/** Lists those of 32 positions that with what the criteria add at most may reach the least level; clears their sums. */
function check(position: usize, listed: i32): i32 {
  const none = i16x8.splat(0);
  const sum = sums + (position << 1);
  let bound0 = v128.load(sum);
  let bound1 = v128.load(sum, 16);
  let bound2 = v128.load(sum, 32);
  let bound3 = v128.load(sum, 48);
  if (gains != 0) {
    let gain0 = none;
    let gain1 = none;
    for (let i = 0; i < narrowGains; i++) {
      const plane = <usize>load<u32>(gainPlanes + (i << 2)) + position;
      const table = v128.load(gainTables + (i << 5));
      gain0 = i8x16.add(gain0, i8x16.swizzle(table, v128.load(plane)));
      gain1 = i8x16.add(gain1, i8x16.swizzle(table, v128.load(plane, 16)));
    }
    for (let i = narrowGains; i < gains; i++) {
      const plane = <usize>load<u32>(gainPlanes + (i << 2)) + position;
      gain0 = i8x16.add(gain0, lookUp(gainTables + (i << 5), v128.load(plane)));
      gain1 = i8x16.add(gain1, lookUp(gainTables + (i << 5), v128.load(plane, 16)));
    }
    const unit = i16x8.splat(<i16>gainUnit);
    bound0 = i16x8.add_sat_u(bound0, i16x8.mul(i16x8.extend_low_i8x16_u(gain0), unit));
    bound1 = i16x8.add_sat_u(bound1, i16x8.mul(i16x8.extend_high_i8x16_u(gain0), unit));
    bound2 = i16x8.add_sat_u(bound2, i16x8.mul(i16x8.extend_low_i8x16_u(gain1), unit));
    bound3 = i16x8.add_sat_u(bound3, i16x8.mul(i16x8.extend_high_i8x16_u(gain1), unit));
  }
  for (let i = 0; i < filters; i++) {
    const plane = <usize>load<u32>(filterPlanes + (i << 2)) + position;
    const pass0 = lookUp(filterTables + (i << 6), v128.load(plane));
    const pass1 = lookUp(filterTables + (i << 6), v128.load(plane, 16));
    bound0 = v128.and(bound0, i16x8.extend_low_i8x16_s(pass0));
    bound1 = v128.and(bound1, i16x8.extend_high_i8x16_s(pass0));
    bound2 = v128.and(bound2, i16x8.extend_low_i8x16_s(pass1));
    bound3 = v128.and(bound3, i16x8.extend_high_i8x16_s(pass1));
  }
  const least = i16x8.splat(<i16>minimum);
  const high0 = i16x8.ge_u(bound0, least);
  const high1 = i16x8.ge_u(bound1, least);
  const high2 = i16x8.ge_u(bound2, least);
  const high3 = i16x8.ge_u(bound3, least);
  if (v128.any_true(v128.or(v128.or(high0, high1), v128.or(high2, high3)))) {
    let high =
      i8x16.bitmask(i8x16.narrow_i16x8_s(high0, high1)) |
      (i8x16.bitmask(i8x16.narrow_i16x8_s(high2, high3)) << 16);
    for (; high != 0; high &= high - 1) {
      const lane = <usize>ctz(high);
      judge(position + lane, load<u16>(sum + (lane << 1)));
      if (highLevel < load<i32>(tally, LEAST)) continue;
      store<u32>(found + (listed << 2), ((<u32>highLevel) << 16) | (<u32>(position + lane)));
      listed++;
      if (lowLevel >= 0) count(lowLevel);
    }
  }
  v128.store(sum, none);
  v128.store(sum, none, 16);
  v128.store(sum, none, 32);
  v128.store(sum, none, 48);
  return listed;
}

/**
 * Adds what the first `termCount` planned terms are worth, in their order, to the dot products of the first `count`
 * positions gathered. All impacts are fetched first, without waiting for one to look up the next.
 */
export function gather(count: usize, termCount: usize): void {
  const width = ((count + 1) & ~1) << 2;
  memory.fill(values, 0, termCount * width);
  mark(count);
  let noted = notes;
  for (let i: usize = 0; i < termCount; i++) {
    const term = terms + i * TERM;
    const at = <usize>load<u32>(term);
    const end = <usize>load<u32>(term, END);
    const own = values + i * width;
    if (end == 0) {
      noted = noteRow(noted, own, count, at, load<u32>(term, RANKS), load<u32>(term, CODES));
      if (noted + count * NOTE <= notesEnd) continue;
      fetchNoted(noted);
      noted = notes;
    } else if (end - at < SCAN_FACTOR * (count << 2)) scanList(at, end, own);
    else searchList(at, end, own, count);
  }
  fetchNoted(noted);
  for (let i: usize = 0; i < termCount; i++)
    addProducts(values + i * width, width, load<f64>(terms + i * TERM, WEIGHT));
  unmark(count);
}

/** Sets the bit of each position gathered, and notes its place among them where its sum was. */
function mark(count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const position = <usize>load<u32>(positions + (i << 2));
    const byte = seedBits + (position >> 3);
    const bit = 1 << ((<i32>position) & 7);
    store<u8>(byte, (<i32>load<u8>(byte)) | bit);
    store<u16>(sums + (position << 1), <u16>i);
  }
}

function unmark(count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const position = <usize>load<u32>(positions + (i << 2));
    store<u8>(seedBits + (position >> 3), 0);
    store<u16>(sums + (position << 1), 0);
  }
}

/** In its lowest bit, whether the position of a posting is gathered. */
function marked(posting: u32): u32 {
  return (<u32>load<u8>(seedBits + ((posting & 0xffff) >>> 3))) >>> (posting & 7);
}

function takeMarked(posting: u32, own: usize): void {
  if ((marked(posting) & 1) == 0) return;
  const place = <usize>load<u16>(sums + ((posting & 0xffff) << 1));
  store<f32>(own + (place << 2), impact(posting >>> 16));
}

/** Takes the impacts of the positions gathered out of postings `at … end`. */
function scanList(at: usize, end: usize, own: usize): void {
  for (; at + 16 <= end; at += 16) {
    const posting0 = load<u32>(at);
    const posting1 = load<u32>(at, 4);
    const posting2 = load<u32>(at, 8);
    const posting3 = load<u32>(at, 12);
    if (((marked(posting0) | marked(posting1) | marked(posting2) | marked(posting3)) & 1) == 0) continue;
    takeMarked(posting0, own);
    takeMarked(posting1, own);
    takeMarked(posting2, own);
    takeMarked(posting3, own);
  }
  for (; at < end; at += 4) takeMarked(load<u32>(at), own);
}

/** The same by searching; the searches run side by side. */
function searchList(at: usize, end: usize, own: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const wanted = load<u32>(positions + (i << 2));
    let first = at;
    for (let length = (end - at) >>> 2; length > 1;) {
      const half = length >>> 1;
      first = select<usize>(first + (half << 2), first, <u32>load<u16>(first + ((half - 1) << 2)) < wanted);
      length -= half;
    }
    const posting = load<u32>(first);
    store<f32>(own + (i << 2), select<f32>(impact(posting >>> 16), 0, (posting & 0xffff) == wanted));
  }
}

/**
 * The exact code of a dense term is found by counting the entries of its row that are not zero. Notes, for each
 * position that has one, the 64 entries around it, its place there, the codes of those 64 and where its impact belongs.
 * Without a branch that cannot be foreseen: so all is fetched at once.
 */
function noteRow(noted: usize, own: usize, count: usize, row: usize, ranks: usize, codes: usize): usize {
  for (let i: usize = 0; i < count; i++) {
    const position = <usize>load<u32>(positions + (i << 2));
    const rank = <usize>load<u16>(ranks + ((position >>> 6) << 1));
    store<u32>(noted, row + (position & ~63));
    store<u32>(noted, position & 63, 4);
    store<u32>(noted, codes + (rank << 1), 8);
    store<u32>(noted, own + (i << 2), NOTED_TARGET);
    noted += load<u8>(row + position) == 0 ? 0 : NOTE;
  }
  return noted;
}

function fetchNoted(end: usize): void {
  for (let note = notes; note < end; note += NOTE) {
    const start = <usize>load<u32>(note);
    const before =
      (presence(start) |
        (presence(start + 16) << 16) |
        (presence(start + 32) << 32) |
        (presence(start + 48) << 48)) &
      (((<u64>1) << load<u32>(note, 4)) - 1);
    store<u32>(note, load<u32>(note, 8) + ((<u32>popcnt<u64>(before)) << 1));
  }
  for (let note = notes; note < end; note += NOTE)
    store<f32>(load<u32>(note, NOTED_TARGET), impact(load<u16>(load<u32>(note))));
}

/** A bit for each of 16 bytes that is not zero. */
function presence(at: usize): u64 {
  return <u64>i8x16.bitmask(i8x16.ne(v128.load(at), i8x16.splat(0)));
}

/** Adds `weight` × impact to each dot product; an impact of 0 changes none. */
function addProducts(own: usize, width: usize, weight: f64): void {
  const weights = f64x2.splat(weight);
  for (let at: usize = 0; at < width; at += 8) {
    const dot = dots + (at << 1);
    const products = f64x2.mul(weights, f64x2.promote_low_f32x4(v128.load64_zero(own + at)));
    v128.store(dot, f64x2.add(v128.load(dot), products));
  }
}
