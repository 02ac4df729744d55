/**
 * Words of a closed class that join others and say nothing of the subject, as they are after folding: lower case, simplified.
 * Left out are those that stand for things in technical texts: IT, CAN, as (arsenic), in (indium), 中 (Chinese).
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...'的地得了着过与和及或且而并但于在从向对把被将由以为因则之其此该是等也就都又还更只各每这那哪',
  ...'the of and for with from by to on into onto between through during upon among'.split(' '),
  ...'is are was were be been being has have had having does did would should could'.split(' '),
  ...'this that these those there here which what whose when where while because how why'.split(' '),
  ...'its their our your they them we you then than thus such also however therefore'.split(' '),
  ...'not nor but both each either neither any all other some more most very'.split(' '),
]);

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
