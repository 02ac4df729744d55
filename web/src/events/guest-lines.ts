export interface GuestLine {
  label: string;
  details?: { name: string; post?: string; phone?: string; email?: string };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d -]{5,20}$/;

/**
 * Guests as they are pasted from a list, one a line: unit, name, post, phone, mail address, apart by tabs, commas or 、. What
 * looks like a phone or an address is one wherever it stands; an address without a name is the unit's.
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
      const email = rest.find((part) => EMAIL.test(part));
      const [named, post] = rest.filter((part) => part !== phone && part !== email);
      const name = named ?? (email && label);
      const reached = { ...(post && { post }), ...(phone && { phone }), ...(email && { email }) };
      return { label, ...(name && { details: { name, ...reached } }) };
    });
}
