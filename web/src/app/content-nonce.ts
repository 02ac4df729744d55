/** What styles written at run time must show to the content policy of this document. */
export const contentNonce = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** Components that measure scroll bars or lock scrolling write styles of their own; they get the nonce here. */
export function nonceStyles(): void {
  const nonce = contentNonce();
  if (!nonce) return;
  const create: (name: string, options?: ElementCreationOptions) => HTMLElement =
    document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
