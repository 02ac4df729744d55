/** The package's own typings do not resolve under `nodenext`; the engine uses this much of it. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: 't'; to: 'cn' }): (text: string) => string;
}
