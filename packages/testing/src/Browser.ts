/** A real browser for tests: the one from npm, or else the one of the machine. */
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

/** A browser with its own profile. */
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

// Without a browser the tests fail, because the page is not tested.
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
        locale: "nl-BE",
      })
    } catch (cause) {
      faults.push(String(cause))
    }
  }
  throw new Error(`no browser could be started:\n${faults.join("\n")}`)
}

// The package unpacks into the temporary folder. It is unpacked elsewhere and moved in one step, so that no process starts
// an incomplete browser, and into a folder per user, so that nobody starts a file of another user.
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
