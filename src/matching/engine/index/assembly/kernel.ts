/**
 * The inner loops of the index in AssemblyScript with 128-bit SIMD. script-kernel.ts says the same in plain JavaScript;
 * the two agree bit for bit. Addresses are bytes in the block's memory, laid out by block-layout.ts.
 *
 * Built into wasm-binary.ts by scripts/build-wasm.mjs.
 */

const LOWEST_BITS: i32 = 104 << 23;
/** Adding 2²³ leaves a number's nearest integer in the low bits of the float. */
const ROUNDER: f32 = 8388608;

function impact(code: i32): f32 {
  return reinterpret<f32>((code << 12) + LOWEST_BITS);
}

function addImpact(dot: usize, code: i32, weight: f64): void {
  store<f64>(dot, load<f64>(dot) + weight * <f64>impact(code));
}

function addTo(sums: usize, posting: i32, amount: i32): void {
  const sum = sums + ((posting & 0xffff) << 1);
  store<u16>(sum, load<u16>(sum) + amount);
}

/** Adds `factor` × impact, rounded, to the 16-bit sum of each posting from `at` to `end`. */
export function addPostings(sums: usize, at: usize, end: usize, factor: f32): void {
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
    addTo(sums, <i32>postings01, <i32>amounts01);
    addTo(sums, <i32>(postings01 >> 32), <i32>(amounts01 >> 32));
    addTo(sums, <i32>postings23, <i32>amounts23);
    addTo(sums, <i32>(postings23 >> 32), <i32>(amounts23 >> 32));
    at += 16;
  }
  while (at < end) {
    const posting = load<u32>(at);
    addTo(sums, posting, reinterpret<i32>(impact(posting >>> 16) * factor + ROUNDER));
    at += 4;
  }
}

/** The bytes of a table of 32 at 16 places 0 … 31. */
function lookUp(table: usize, places: v128): v128 {
  const low = i8x16.swizzle(v128.load(table), places);
  return v128.or(low, i8x16.swizzle(v128.load(table, 16), i8x16.sub(places, i8x16.splat(16))));
}

/**
 * Reads and clears the sums from `from` to `to` (multiples of 32), each with its dense terms added, and lists as
 * `sum << 16 | position` those that with what the criteria add at most are `minimum` or more and may pass the filters;
 * answers how many.
 */
export function sweep(
  sums: usize,
  from: u32,
  to: u32,
  minimum: i32,
  rows: usize,
  factors: usize,
  groupEnds: usize,
  groupShifts: usize,
  groups: i32,
  planes: usize,
  tables: usize,
  gains: i32,
  gainUnit: i32,
  filters: i32,
  found: usize,
): i32 {
  const first = found;
  const least = i16x8.splat(<i16>minimum);
  const unit = i16x8.splat(<i16>gainUnit);
  const none = i16x8.splat(0);
  for (let position = from; position < to; position += 32) {
    const sum = sums + (position << 1);
    let sum0 = v128.load(sum);
    let sum1 = v128.load(sum, 16);
    let sum2 = v128.load(sum, 32);
    let sum3 = v128.load(sum, 48);
    let term: usize = 0;
    for (let group: usize = 0; group < <usize>groups; group++) {
      const end = (<usize>load<u32>(groupEnds + (group << 2))) << 2;
      let part0 = none;
      let part1 = none;
      let part2 = none;
      let part3 = none;
      for (; term < end; term += 4) {
        const row = <usize>load<u32>(rows + term) + position;
        const factor = v128.load_splat<i16>(factors + term);
        part0 = i16x8.add(part0, i16x8.mul(v128.load_ext<u8>(row), factor));
        part1 = i16x8.add(part1, i16x8.mul(v128.load_ext<u8>(row, 8), factor));
        part2 = i16x8.add(part2, i16x8.mul(v128.load_ext<u8>(row, 16), factor));
        part3 = i16x8.add(part3, i16x8.mul(v128.load_ext<u8>(row, 24), factor));
      }
      const shift = load<i32>(groupShifts + (group << 2));
      sum0 = i16x8.add(sum0, i16x8.shr_u(part0, shift));
      sum1 = i16x8.add(sum1, i16x8.shr_u(part1, shift));
      sum2 = i16x8.add(sum2, i16x8.shr_u(part2, shift));
      sum3 = i16x8.add(sum3, i16x8.shr_u(part3, shift));
    }
    let bound0 = sum0;
    let bound1 = sum1;
    let bound2 = sum2;
    let bound3 = sum3;
    if (gains != 0) {
      let gain0 = none;
      let gain1 = none;
      for (let i = 0; i < gains; i++) {
        const plane = <usize>load<u32>(planes + (i << 2)) + position;
        gain0 = i8x16.add(gain0, lookUp(tables + (i << 5), v128.load(plane)));
        gain1 = i8x16.add(gain1, lookUp(tables + (i << 5), v128.load(plane, 16)));
      }
      bound0 = i16x8.add_sat_u(sum0, i16x8.mul(i16x8.extend_low_i8x16_u(gain0), unit));
      bound1 = i16x8.add_sat_u(sum1, i16x8.mul(i16x8.extend_high_i8x16_u(gain0), unit));
      bound2 = i16x8.add_sat_u(sum2, i16x8.mul(i16x8.extend_low_i8x16_u(gain1), unit));
      bound3 = i16x8.add_sat_u(sum3, i16x8.mul(i16x8.extend_high_i8x16_u(gain1), unit));
    }
    for (let i = gains; i < gains + filters; i++) {
      const plane = <usize>load<u32>(planes + (i << 2)) + position;
      const pass0 = lookUp(tables + (i << 5), v128.load(plane));
      const pass1 = lookUp(tables + (i << 5), v128.load(plane, 16));
      bound0 = v128.and(bound0, i16x8.extend_low_i8x16_s(pass0));
      bound1 = v128.and(bound1, i16x8.extend_high_i8x16_s(pass0));
      bound2 = v128.and(bound2, i16x8.extend_low_i8x16_s(pass1));
      bound3 = v128.and(bound3, i16x8.extend_high_i8x16_s(pass1));
    }
    const high0 = i16x8.ge_u(bound0, least);
    const high1 = i16x8.ge_u(bound1, least);
    const high2 = i16x8.ge_u(bound2, least);
    const high3 = i16x8.ge_u(bound3, least);
    if (v128.any_true(v128.or(v128.or(high0, high1), v128.or(high2, high3)))) {
      v128.store(sum, sum0);
      v128.store(sum, sum1, 16);
      v128.store(sum, sum2, 32);
      v128.store(sum, sum3, 48);
      let high =
        i8x16.bitmask(i8x16.narrow_i16x8_s(high0, high1)) |
        (i8x16.bitmask(i8x16.narrow_i16x8_s(high2, high3)) << 16);
      while (high != 0) {
        const lane = ctz(high);
        store<u32>(found, ((<u32>load<u16>(sum + (lane << 1))) << 16) | (position + lane));
        found += 4;
        high &= high - 1;
      }
    }
    v128.store(sum, none);
    v128.store(sum, none, 16);
    v128.store(sum, none, 32);
    v128.store(sum, none, 48);
  }
  return <i32>((found - first) >> 2);
}

/**
 * Adds `weight` × impact to the dot product of each posting whose position is gathered: its sum is 1 + its place there,
 * 0 elsewhere.
 */
export function scanPostings(sums: usize, dots: usize, at: usize, end: usize, weight: f64): void {
  for (; at < end; at += 4) {
    const posting = load<u32>(at);
    const place = <usize>load<u16>(sums + ((posting & 0xffff) << 1));
    if (place != 0) addImpact(dots + ((place - 1) << 3), posting >>> 16, weight);
  }
}

/** The same for `count` ascending positions, each searched for; the searches run side by side. */
export function searchPostings(
  positions: usize,
  dots: usize,
  count: i32,
  at: usize,
  end: usize,
  weight: f64,
): void {
  for (let i = 0; i < count; i++) {
    const wanted = load<u32>(positions + (i << 2));
    let first = at;
    for (let length = (end - at) >>> 2; length > 1;) {
      const half = length >>> 1;
      first = select<usize>(first + (half << 2), first, <u32>load<u16>(first + ((half - 1) << 2)) < wanted);
      length -= half;
    }
    const posting = load<u32>(first);
    if ((posting & 0xffff) == wanted) addImpact(dots + (i << 3), posting >>> 16, weight);
  }
}

/** The same for a dense row, whose exact codes are found by counting the non-zero entries before a position. */
export function gatherRow(
  positions: usize,
  dots: usize,
  count: i32,
  row: usize,
  ranks: usize,
  codes: usize,
  weight: f64,
): void {
  for (let i = 0; i < count; i++) {
    const position = load<u32>(positions + (i << 2));
    if (load<u8>(row + position) == 0) continue;
    const start = row + (position & ~63);
    const before =
      (presence(start) |
        (presence(start + 16) << 16) |
        (presence(start + 32) << 32) |
        (presence(start + 48) << 48)) &
      (((<u64>1) << (position & 63)) - 1);
    const rank = <u32>load<u16>(ranks + ((position >>> 6) << 1)) + <u32>popcnt<u64>(before);
    addImpact(dots + (i << 3), load<u16>(codes + (rank << 1)), weight);
  }
}

/** A bit for each of 16 bytes that is not zero. */
function presence(at: usize): u64 {
  return <u64>i8x16.bitmask(i8x16.ne(v128.load(at), i8x16.splat(0)));
}
