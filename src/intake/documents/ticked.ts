const TICKED = /[☑☒■✓✔√●]\s*([^☑☒■✓✔√●□☐○◯\s][^☑☒■✓✔√●□☐○◯]*)/g;
const BOX = /[☑☒■✓✔√□☐○◯]/g;

const TICKED_BEHIND = /([^（()）；;，,、\s]+)\s*[（(]\s*[√✓✔]\s*[)）]/g;
/** 中试（ ）产业化（√）: brackets for boxes, behind the words; what is written behind all of them is said as well. */
function tickedInBrackets(words: string): string | undefined {
  const ticked = [...words.matchAll(TICKED_BEHIND)].map(([, word = '']) => word);
  const rest = words.replace(/^[^]*[（(]\s*[√✓✔]?\s*[)）]/, '').replace(/^[；;，,、\s]+/, '');
  const said = [...ticked.filter((word) => rest === '' || word !== '有'), ...(rest === '' ? [] : [rest])];
  return said.length > 0 ? said.join('\n') : undefined;
}

/** Of boxes to tick the words beside those that are; undefined where none is. */
export function tickedIn(words: string): string | undefined {
  if (/[（(]\s*[)）]/.test(words) && /[（(]\s*[√✓✔]\s*[)）]/.test(words)) return tickedInBrackets(words);
  if ((words.match(BOX) ?? []).length < 2 && !/[□☐☑☒]/.test(words)) return words;
  const ticked = [...words.matchAll(TICKED)].map(([, word = '']) => word.trim().replace(/[、,，;；]$/, ''));
  return ticked.length > 0 ? ticked.join('\n') : undefined;
}
