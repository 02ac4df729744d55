/** What styles written at run time must show to the content policy of this document. */
export const contentNonce = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
