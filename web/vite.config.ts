import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API of a server started beside `npm run dev`. */
const API = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // The server puts a nonce of its own into each document it sends.
  html: { cspNonce: '__CSP_NONCE__' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
  server: { proxy: { '/api': API } },
});
