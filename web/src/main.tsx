import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { nonceStyles } from './app/content-nonce';
import { Frame } from './app/frame';
import { isServerThere } from './app/reachable';
import { startI18n } from './i18n/i18n';
import { AppearanceProvider } from './theme/appearance';
import './theme/base.css';

const RELOADED_AT = 'reloaded at';
const RELOAD_PAUSE_MS = 60_000;

/** A newer release has taken the place of the one that is open: its parts are gone, so the page is fetched anew. */
async function fetchAnew(): Promise<void> {
  const last = Number(sessionStorage.getItem(RELOADED_AT));
  if (Date.now() - last < RELOAD_PAUSE_MS || !(await isServerThere())) return;
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  window.location.reload();
}
window.addEventListener('vite:preloadError', () => void fetchAnew());

async function start(): Promise<void> {
  nonceStyles();
  await startI18n();
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <AppearanceProvider>
          <Frame />
        </AppearanceProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();
