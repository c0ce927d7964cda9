/** The progress of long work, shown on a terminal only. */
import { SingleBar } from "cli-progress"

export interface ProgressBar {
  readonly to: (done: number) => void
  readonly stop: () => void
}

const silent: ProgressBar = { to: () => undefined, stop: () => undefined }

/** Starts a bar when standard error is a terminal and the work is long enough to wait for: 20,000 rows, unless `least` says otherwise. */
export const start = (name: string, total: number, { least = 20_000 } = {}): ProgressBar => {
  if (!process.stderr.isTTY || total < least) return silent
  const bar = new SingleBar({
    format: `${name} {bar} {percentage}% | {value}/{total} | {eta_formatted}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 10,
  })
  bar.start(total, 0)
  return { to: (done) => bar.update(done), stop: () => bar.stop() }
}
