import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Whether there is a curl that sends several files at a time. */
export function hasCurl(): boolean {
  return / (?:7\.(?:6[6-9]|[7-9]\d)|[89])\./.test(curl(['--version']) ?? '');
}

/**
 * Seconds in which curl sends the files in forms like ours, eight at a time, without what it takes
 * to start curl.
 */
export function uploadWithCurl(origin: string, paths: readonly string[], folder: string): number {
  const config = join(folder, 'uploads.curl');
  const requests = paths.map((path) =>
    [
      `url = "${origin}/api/v1/files/upload"`,
      'user = "private_bench:"',
      // Otherwise it asks whether a large body is welcome and waits a second for the answer.
      'header = "Expect:"',
      `form-string = "fileName=${basename(path)}"`,
      `form = "file=@${path}"`,
      'output = "/dev/null"',
    ].join('\n'),
  );
  writeFileSync(config, requests.join('\nnext\n'));
  const parallel = ['--parallel', '--parallel-max', '8'];
  const start = secondsOf(['--version']);
  const args = ['--silent', '--fail', ...(paths.length > 1 ? parallel : []), '--config', config];
  return secondsOf(args) - start;
}

function secondsOf(args: readonly string[]): number {
  const before = performance.now();
  if (curl(args) === undefined) throw new Error(`curl ${args.join(' ')} failed`);
  return (performance.now() - before) / 1000;
}

function curl(args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('curl', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
