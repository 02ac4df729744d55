const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const FORM = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;

/** The 18th character of a resident identity number, from its first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECKS.charAt(sum % 11);
}

/** Whether the text is an 18-character resident identity number: a real birthday, upper-case X, right check character. */
export function isResidentId(text: string): boolean {
  const parts = FORM.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts;
  const birthday = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const isRealDay =
    !Number.isNaN(birthday.getTime()) && birthday.toISOString().startsWith(`${year}-${month}-${day}`);
  return isRealDay && residentIdCheckCharacter(text.slice(0, 17)) === text.charAt(17);
}
