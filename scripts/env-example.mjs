// Writes .env.example from the settings' schema; a test refuses a stale one.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { envExample } = createRequire(import.meta.url)('../dist/src/platform/config/env-example.js');
writeFileSync(new URL('../.env.example', import.meta.url), envExample());
