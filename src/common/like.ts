/** A LIKE pattern for texts that contain `part`, whose own % and _ stand for themselves. */
export const containing = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
