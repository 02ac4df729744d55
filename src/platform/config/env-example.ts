import { envSchema } from './env.schema';

/** The text of `.env.example`: every setting with what it does, commented out at its default. */
export function envExample(): string {
  const settings = Object.entries(envSchema.shape).map(([name, type]) => {
    const initial = type.safeParse(undefined).data;
    const shown = typeof initial === 'boolean' ? Number(initial) : (initial ?? '');
    return `# ${type.description}\n# ${name}=${shown}\n`;
  });
  return ['# Settings are read from the environment; every one is optional.\n', ...settings].join('\n');
}
