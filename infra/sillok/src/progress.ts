export interface Progress {
  step(name: string): void;
  end(): void;
}

const width = 30;

/** A bar on stderr where a person looks on; plain lines now and then where a file does. */
export function progressBar(label: string, total: number): Progress {
  const isTerminal = process.stderr.isTTY === true;
  let done = 0;
  let printed = 0;
  function print(name: string): void {
    const part = Math.min(1, done / total);
    const bar = '█'.repeat(Math.round(part * width)).padEnd(width, '·');
    if (isTerminal) process.stderr.write(`\r\u001b[2K${label} ${bar} ${done}/${total} ${name}`);
    else if (part >= printed + 0.25 || done === total) {
      printed = part;
      process.stderr.write(`${label}: ${done} of ${total}\n`);
    }
  }
  return {
    step(name) {
      done += 1;
      print(name);
    },
    end() {
      if (isTerminal) process.stderr.write('\r\u001b[2K');
    },
  };
}
