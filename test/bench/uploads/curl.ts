import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { demoKeys } from '../../emulator/auth/demoKeys.ts';
import type { Report } from './contestant.ts';

/** Whether there is a curl that sends several files at a time, and a shell that tells its times. */
export function hasCurl(): boolean {
  return / (?:7\.(?:6[6-9]|[7-9]\d)|[89])\./.test(curl(['--version'])?.output ?? '');
}

/**
 * What it takes curl to send the files in forms like ours, eight at a time, without what it takes to
 * start curl.
 */
export function uploadWithCurl(
  origin: string,
  paths: readonly string[],
  folder: string,
): Omit<Report, 'memoryGrowth'> {
  const config = join(folder, 'uploads.curl');
  const requests = paths.map((path) =>
    [
      `url = "${origin}/api/v1/files/upload"`,
      `user = "${demoKeys.privateKey}:"`,
      // Otherwise it asks whether a large body is welcome and waits a second for the answer.
      'header = "Expect:"',
      `form-string = "fileName=${basename(path)}"`,
      `form = "file=@${path}"`,
      'output = "/dev/null"',
    ].join('\n'),
  );
  writeFileSync(config, requests.join('\nnext\n'));
  const parallel = ['--parallel', '--parallel-max', '8'];
  const args = ['--silent', '--fail', ...(paths.length > 1 ? parallel : []), '--config', config];
  const start = timesOf(['--version']);
  const all = timesOf(args);
  return { seconds: all.seconds - start.seconds, processor: all.processor - start.processor };
}

interface Run {
  readonly output: string;
  readonly seconds: number;
  readonly processor: number;
}

function timesOf(args: readonly string[]): Run {
  const run = curl(args);
  if (run === undefined) throw new Error(`curl ${args.join(' ')} failed`);
  return run;
}

/** In a shell, as Node does not tell the processor time of a child. */
function curl(args: readonly string[]): Run | undefined {
  const before = performance.now();
  const { status, stdout } = spawnSync('sh', ['-c', 'curl "$@" && echo && times', 'sh', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const seconds = (performance.now() - before) / 1000;
  // The last line is about the children: `0m0.120s 0m0.040s`.
  const times = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/.exec(stdout)?.slice(1).map(Number);
  if (status !== 0 || times === undefined) return undefined;
  const [minutes = 0, user = 0, systemMinutes = 0, system = 0] = times;
  return { output: stdout, seconds, processor: (minutes + systemMinutes) * 60 + user + system };
}
