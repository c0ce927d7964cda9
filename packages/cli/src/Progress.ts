/** Progress of long work, on a terminal only: a bar when the end is known, a count when it is not. */
import { SingleBar } from "cli-progress"

/** Something that counts on. */
export interface Progress {
  readonly to: (done: number) => void
  readonly stop: () => void
}

const silent: Progress = { to: () => undefined, stop: () => undefined }

/** Starts showing progress if standard error is a terminal; nothing is shown for work that ends at once. */
export const start = (what: string, total: number): Progress => {
  if (!process.stderr.isTTY || total < 20_000) return silent
  const bar = new SingleBar({
    format: `${what} {bar} {percentage}% | {value}/{total} | {eta_formatted}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 10,
  })
  bar.start(total, 0)
  return { to: (done) => bar.update(done), stop: () => bar.stop() }
}
