import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { nonceStyles } from './app/content-nonce';
import { Frame } from './app/frame';
import { startI18n } from './i18n/i18n';
import { AppearanceProvider } from './theme/appearance';
import './theme/base.css';

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
