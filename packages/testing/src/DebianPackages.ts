/** The installation of Debian's packages. */
import { execFileSync } from "node:child_process"
import { existsSync, rmSync, writeFileSync } from "node:fs"

/** Installs packages where this process may, as root on a system with apt, without starting their services. */
export const install = (packages: ReadonlyArray<string>): void => {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return
  const policy = "/usr/sbin/policy-rc.d"
  const isOurs = !existsSync(policy)
  if (isOurs) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 })
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const
  try {
    execFileSync("apt-get", ["update", "-q"], options)
    execFileSync("apt-get", ["install", "-qy", "--no-install-recommends", ...packages], options)
  } catch (cause) {
    console.log(`the installation failed: ${cause instanceof Error ? cause.message.split("\n")[0] : cause}`)
  } finally {
    if (isOurs) rmSync(policy)
  }
}
