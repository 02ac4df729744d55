const AMOUNT = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;
const WAN_DIGITS = 4;

/** An amount in 万元 as people type it ("1,200.5") in whole 元; undefined when it is no amount or holds a fraction of a 元. */
export const parseWan = (text: string): number | undefined => parseScaled(text, WAN_DIGITS);

/** An amount in 元 as people type it, in whole 元; undefined when it is no amount or holds a fraction of a 元. */
export const parseYuan = (text: string): number | undefined => parseScaled(text, 0);

/** Whole 元 shown in 万元, exactly and without trailing zeros: 12,500,500 → "1250.05". */
export function formatWan(yuan: number): string {
  const digits = Math.abs(yuan)
    .toString()
    .padStart(WAN_DIGITS + 1, '0');
  const whole = digits.slice(0, -WAN_DIGITS);
  const rest = digits.slice(-WAN_DIGITS).replace(/0+$/, '');
  return `${yuan < 0 ? '-' : ''}${whole}${rest && `.${rest}`}`;
}

/** Shifts the decimal point by text, never by floating point. */
function parseScaled(text: string, scale: number): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const parts = AMOUNT.exec(plain);
  if (!parts) return undefined;
  const [whole = ''] = plain.replaceAll(',', '').split('.');
  const fraction = (parts[1] ?? '').replace(/0+$/, '');
  if (fraction.length > scale) return undefined;
  const yuan = Number(whole + fraction.padEnd(scale, '0'));
  return Number.isSafeInteger(yuan) ? yuan : undefined;
}
