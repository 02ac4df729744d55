export type QueryValue = string | number | boolean | readonly string[] | undefined | null;

/** '?a=1&b=x,y', leaving out what is empty; '' when nothing is left. */
export function queryString(query: Readonly<Record<string, QueryValue>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === null || value === '') return [];
    if (Array.isArray(value)) return value.length > 0 ? [[name, value.join(',')]] : [];
    return [[name, String(value)]];
  });
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : '';
}
