/** A real browser for these tests: the one that npm brings, or else the one that the machine has. */
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import sparticuz from "@sparticuz/chromium"
import { type Browser, chromium } from "playwright-core"

const flags = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

/** Starts it. Without any browser the tests fail: a page that no browser looked at is not tested. */
export const open = async (): Promise<Browser> => {
  const faults: Array<string> = []
  for (const find of [unpacked, installed]) {
    try {
      return await chromium.launch({ executablePath: await find(), args: flags, headless: true })
    } catch (cause) {
      faults.push(String(cause))
    }
  }
  throw new Error(`no browser could be started:\n${faults.join("\n")}`)
}

// Unpacked aside and moved in one step, so that nobody starts half a browser; in a folder per user, so that nobody
// starts what another left there.
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
      // Another test was first.
      rmSync(aside, { recursive: true, force: true })
    }
  }
  if (process.getuid !== undefined && statSync(home).uid !== uid) {
    throw new Error(`${home} is another user's`)
  }
  return join(home, "chromium")
}

const installed = (): Promise<string> => {
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path))
  return found === undefined
    ? Promise.reject(new Error("no chromium on this machine"))
    : Promise.resolve(found)
}
