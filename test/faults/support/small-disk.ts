import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BLOCK = 4096;

/** A disk that is soon full. Only root can have one, on Linux: a tmpfs of its own. */
export class SmallDisk {
  readonly folder: string;
  private readonly ballast: string;

  private constructor(private readonly mountPoint: string) {
    this.folder = join(mountPoint, 'data');
    this.ballast = join(mountPoint, 'ballast');
    mkdirSync(this.folder);
  }

  static mount(megabytes: number): SmallDisk {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      throw new Error('A full disk is made by mounting a small one, which only root can on Linux.');
    const mountPoint = mkdtempSync(join(tmpdir(), 'zhichuang-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', mountPoint]);
    return new SmallDisk(mountPoint);
  }

  /** Leaves no block free. */
  fill(): void {
    const free = () => statfsSync(this.mountPoint).bavail * BLOCK;
    for (let left = free(); left > 0; left = free()) {
      try {
        writeFileSync(this.ballast, Buffer.alloc(left), { flag: 'a' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  }

  free(): void {
    rmSync(this.ballast);
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.mountPoint]);
    rmSync(this.mountPoint, { recursive: true });
  }
}
