export interface GuestLine {
  label: string;
  details?: { name: string; post?: string; phone?: string };
}

const PHONE = /^\+?[\d -]{5,20}$/;

/**
 * Guests as they are pasted from a list, one a line: unit, name, post, phone, apart by tabs, commas or 、. What looks
 * like a phone is one wherever it stands.
 */
export function readGuests(text: string): GuestLine[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .split(/[\t,，、;；]/)
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .filter((parts) => parts.length > 0)
    .map(([label = '', ...rest]) => {
      const phone = rest.find((part) => PHONE.test(part));
      const [name, post] = rest.filter((part) => part !== phone);
      return { label, ...(name && { details: { name, ...(post && { post }), ...(phone && { phone }) } }) };
    });
}
