/** Disk failures: every I/O call of SQLite fails once, and the disk is full at every kilobyte. */
import type { Campaign } from "./Campaign.ts"
import * as FailingCalls from "./FailingCalls.ts"
import * as FullDisk from "./FullDisk.ts"
import { inFolder } from "./Sample.ts"

export const disks: ReadonlyArray<Campaign> = [
  {
    fault: "every I/O call fails once (EIO)",
    promise: "acknowledged and lost 0, half-visible 0; the handle is closed",
    run: () => inFolder((folder) => FailingCalls.each(folder, "EIO", FailingCalls.calls)),
  },
  {
    fault: "every write fails once (ENOSPC)",
    promise: "acknowledged and lost 0, half-visible 0; the handle is closed",
    run: () =>
      inFolder((folder) =>
        FailingCalls.each(folder, "ENOSPC", ["writeSync", "ftruncateSync", "openSync", "mkdirSync"]),
      ),
  },
  {
    fault: "the disk is full at every kilobyte (libsql, write-ahead log)",
    promise: "acknowledged and lost 0, half-visible 0",
    run: () => inFolder(FullDisk.each),
  },
]
