import { InvalidInput } from '../../common/errors';

const decode = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Every other byte is mostly zero where text is mostly ASCII; a UTF-16 file without its mark shows by that. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 2_000);
  const zeros = (from: number) => head.filter((byte, at) => byte === 0 && at % 2 === from).length;
  if (zeros(1) > head.length / 10) return 'utf-16le';
  return zeros(0) > head.length / 10 ? 'utf-16be' : undefined;
}

/**
 * A text file's words: UTF-8 and UTF-16 with or without their mark, else GB18030, which spreadsheets in Chinese write.
 * @throws 400 IMPORT.ENCODING
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : utf16Of(bytes);
  const text =
    marked === undefined
      ? (decode('utf-8', bytes) ?? decode('gb18030', bytes))
      : decode(marked, bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text === undefined || text.includes('\0'))
    throw new InvalidInput('IMPORT.ENCODING', 'The file is neither UTF-8, UTF-16 nor GB18030');
  return text;
}
