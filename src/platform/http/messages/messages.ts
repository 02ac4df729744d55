/** A sentence per language; `{name}` takes the error's parameter of that name. */
export type Messages = Record<string, { readonly 'zh-CN': string; readonly en: string }>;
