/** A real browser for these tests: the one that npm brings, or else the one that the machine has. */
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sparticuz from "@sparticuz/chromium"
import { type BrowserContext, chromium } from "playwright-core"

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** A browser with a profile of its own, and how to end it. */
export interface Browser {
  readonly context: BrowserContext
  readonly close: () => Promise<void>
}

export const open = async (): Promise<Browser> => {
  const profile = mkdtempSync(join(tmpdir(), "grootboek-browser-"))
  const context = await launch(profile)
  // The time limit of a test applies, not one of the browser: a busy machine is slow, not wrong.
  context.setDefaultTimeout(0)
  return {
    context,
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

// Without any browser the tests fail: a page that no browser looked at is not tested.
const launch = async (profile: string): Promise<BrowserContext> => {
  const faults: Array<string> = []
  for (const find of [unpacked, installed]) {
    try {
      const executablePath = await find()
      return await chromium.launchPersistentContext(profile, {
        executablePath,
        args: flags,
        headless: true,
        viewport: { width: 1440, height: 900 },
      })
    } catch (cause) {
      faults.push(String(cause))
    }
  }
  throw new Error(`no browser could be started:\n${faults.join("\n")}`)
}

// The package unpacks into the folder for temporary files. Unpacked aside and moved in one step, so that nobody
// starts half a browser; in a folder of one's own, so that nobody starts what another user left there.
const unpacked = async (): Promise<string> => {
  const uid = process.getuid?.() ?? 0
  const home = join(tmpdir(), `grootboek-chromium-153-${uid}`)
  if (!existsSync(home)) {
    const before = process.env.TMPDIR
    const aside = mkdtempSync(join(tmpdir(), "grootboek-unpack-"))
    process.env.TMPDIR = aside
    try {
      await sparticuz.executablePath()
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    try {
      renameSync(aside, home)
    } catch {
      rmSync(aside, { recursive: true, force: true })
    }
  }
  if (process.getuid !== undefined && statSync(home).uid !== uid) throw new Error(`${home} is another user's`)
  return join(home, "chromium")
}

const installed = (): Promise<string> => {
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync)
  return found === undefined
    ? Promise.reject(new Error("no chromium on this machine"))
    : Promise.resolve(found)
}
