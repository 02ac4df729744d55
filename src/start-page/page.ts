import type { Locale } from '../common/locale';
import type { PlanStanding } from '../platform/start-page/plan-figures';
import { type Html, html } from './html';
import { WORDS } from './words';

export interface StartPage {
  locale: Locale;
  /** Who is signed in, if anybody. */
  user?: string;
  plan?: PlanStanding;
}

const planTable = ({ title, targets }: PlanStanding, counted: string): Html =>
  html` <h2>${title}</h2>
    <table>
      <tr>
        <th></th>
        <th></th>
        <th>${counted}</th>
      </tr>
      ${targets.map(
        (target) =>
          html`<tr>
            <td>${target.code}</td>
            <td>${target.title}</td>
            <td>${target.counted} / ${target.goal}</td>
          </tr>`,
      )}
    </table>`;

/** The whole page as text. */
export function renderStartPage({ locale, user, plan }: StartPage): string {
  const words = WORDS[locale];
  const session =
    user === undefined
      ? html`<form id="sign-in" data-failed="${words.failed}">
          <label>${words.login}<input name="login" autocomplete="username" required /></label>
          <label
            >${words.password}<input name="password" type="password" autocomplete="current-password" required
          /></label>
          <p role="alert"></p>
          <button>${words.signIn}</button>
        </form>`
      : html`<p>${words.signedInAs}${user} <button id="sign-out">${words.signOut}</button></p>`;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${words.title}</title>
        <link rel="stylesheet" href="/assets/start.css" />
        <script src="/assets/start.js" defer></script>
      </head>
      <body>
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <p><a href="/api/docs">${words.docs}</a></p>
        ${session} ${plan ? planTable(plan, words.counted) : ''}
      </body>
    </html> `.text;
}
