/** Runs example programs in this process, where the engine is loaded already. */
import { vi } from "vitest"

let runs = 0

/** Runs a module with arguments and returns the lines that it logs. Fails as the module does. */
export const run = async (file: string, args: ReadonlyArray<string> = []): Promise<ReadonlyArray<string>> => {
  const log = vi.spyOn(console, "log").mockReturnValue(undefined)
  const { argv } = process
  process.argv = [argv[0] ?? "", file, ...args]
  try {
    // A module runs once per address.
    runs += 1
    await import(`${file}?run=${runs}`)
    return log.mock.calls.map((values) => values.map(String).join(" "))
  } finally {
    process.argv = argv
    log.mockRestore()
  }
}
