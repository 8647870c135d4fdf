/** One line that says how far a long step is: rewritten in a terminal, repeated in a log. */
export interface ProgressLine {
  update(text: string): void;
  /** Ends the line, with a last text. */
  end(text: string): void;
}

const logIntervalMs = 5000;

export function progressLine(
  label: string,
  out: NodeJS.WriteStream = process.stdout,
): ProgressLine {
  const started = Date.now();
  let latest = '';
  const line = (): string => `${label}: ${latest} (${Math.round((Date.now() - started) / 1000)} s)`;
  const rewrite = (text: string): void => {
    out.write(`\r\u001B[K${text.slice(0, Math.max(20, out.columns - 1))}`);
  };
  // The timer shows that something still happens while a single large download is on its way.
  const timer = setInterval(
    () => {
      if (out.isTTY) rewrite(line());
      else out.write(`${line()}\n`);
    },
    out.isTTY ? 500 : logIntervalMs,
  );
  return {
    update(text) {
      latest = text;
      if (out.isTTY) rewrite(line());
    },
    end(text) {
      clearInterval(timer);
      latest = text;
      if (out.isTTY) rewrite('');
      out.write(`${line()}\n`);
    },
  };
}
