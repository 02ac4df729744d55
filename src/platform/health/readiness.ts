import { Injectable } from '@nestjs/common';

/** Resolves when a part of the process can work, rejects when it cannot. */
export type ReadinessCheck = () => Promise<void>;

/** What must work before requests are sent here; each part adds its check when its module starts. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();

  add(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  /** The verdict of each check; a reason stays inside, in the log. */
  async ask(): Promise<Record<string, 'ok' | 'failed'>> {
    const asked = [...this.checks].map(async ([name, check]) => {
      const verdict = await check().then(
        () => 'ok' as const,
        () => 'failed' as const,
      );
      return [name, verdict] as const;
    });
    return Object.fromEntries(await Promise.all(asked));
  }
}
