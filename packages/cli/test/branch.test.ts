/** Branches under two programs at once: nothing that was acknowledged is lost. */
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { declared, file, folder, grootboek, json, must } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"

const head =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026"
const lines = (dir: string, name: string, amount: number): string =>
  file(dir, name, [head, `A10101;9090;614000${amount % 10};;;U;Goederen;${amount},00`].join("\n"))

const drafted = async () => {
  const dir = folder()
  const ledger = await declared(dir)
  await must("branch", "new", "draft", "--ledger", ledger)
  const add = (amount: number) =>
    grootboek(
      ...["import", lines(dir, `${amount}.csv`, amount), "--ledger", ledger],
      ...["--as", "lines", "--branch", "draft"],
    )
  const proposals = async () => {
    const { branches } = await json<{ branches: ReadonlyArray<{ proposals: number }> }>(
      ...["branch", "list", "--ledger", ledger],
    )
    return branches[0]?.proposals
  }
  return { ledger, add, proposals, path: join(`${ledger}.branches`, "draft.branch.ndjson") }
}

test("import: says how many proposals a branch has more, and that the journal is unchanged", async () => {
  const { ledger, add } = await drafted()
  const { entries } = await json<{ entries: number }>("verify", "--ledger", ledger)
  expect((await add(1)).out).toContain("Branch draft: 1 proposal added. The journal is unchanged.")
  expect((await add(1)).out).toContain("Nothing was written.")
  const row = file(folder(), "more.csv", `${head}\nA10101;9090;6140007;;;U;Goederen;7,00`)
  const added = ["import", row, "--as", "lines", "--branch", "draft", "--ledger", ledger]
  expect(await json(...added)).toMatchObject({ written: null, drafted: { branch: "draft", proposals: 1 } })
  expect(await json("verify", "--ledger", ledger)).toMatchObject({ entries })
})

test("import: keeps every acknowledged proposal when three imports change one branch at once", async () => {
  const { add, proposals } = await drafted()
  const ran = await Promise.all([1, 2, 3].map(add))
  const kept = ran.filter(({ status }) => status === 0).length
  expect(kept).toBeGreaterThan(0)
  expect(await proposals()).toBe(kept)
  for (const { status, err } of ran)
    if (status !== 0) expect([status, err]).toEqual([1, expect.stringContaining("Run the command again.")])
  for (const amount of [1, 2, 3]) expect((await add(amount)).status).toBe(0)
  expect(await proposals()).toBe(3)
})

test("promote: appends every acknowledged proposal when an import changes the branch at once", async () => {
  const { ledger, add } = await drafted()
  await add(1)
  const before = (await json<{ entries: number }>("verify", "--ledger", ledger)).entries
  const [promoted, added] = await Promise.all([
    grootboek("branch", "promote", "draft", "--ledger", ledger),
    add(2),
  ])
  expect(promoted?.status).toBe(0)
  const { entries } = await json<{ entries: number }>("verify", "--ledger", ledger)
  expect(entries - before).toBe(added?.status === 0 ? 2 : 1)
})

test("promote: completes a promotion that was stopped before it removed the branch", async () => {
  const { ledger, add, path } = await drafted()
  await add(1)
  const text = readFileSync(path)
  await must("branch", "promote", "draft", "--ledger", ledger)
  const { entries } = await json("verify", "--ledger", ledger)
  writeFileSync(path, text)
  expect((await grootboek("branch", "promote", "draft", "--ledger", ledger)).status).toBe(0)
  expect(existsSync(path)).toBe(false)
  expect((await json("verify", "--ledger", ledger)).entries).toBe(entries)
})

test("new: creates one branch when two programs choose one name at once", async () => {
  const ledger = await declared(folder())
  const ran = await Promise.all([1, 2].map(() => grootboek("branch", "new", "draft", "--ledger", ledger)))
  expect(ran.map(({ status }) => status).sort()).toEqual([0, 1])
})

test("branch: is that of the file, also through a symbolic link or a file URL", async () => {
  const { ledger, path } = await drafted()
  const link = join(folder(), "link.db")
  symlinkSync(ledger, link)
  for (const address of [link, pathToFileURL(ledger).href])
    expect(await json("branch", "list", "--ledger", address)).toMatchObject({
      branches: [{ name: "draft" }],
    })
  expect(existsSync(`${link}.branches`)).toBe(false)
  // Earlier versions gave a link branches of its own.
  renameSync(join(path, ".."), `${link}.branches`)
  expect((await grootboek("branch", "list", "--ledger", link)).out).toContain("draft")
})

test("branch: refuses a pipe in the place of a branch at once", async () => {
  const { ledger, path } = await drafted()
  execFileSync("rm", [path])
  execFileSync("mkfifo", [path])
  const { status, err } = await grootboek("branch", "diff", "draft", "--ledger", ledger)
  expect([status, err]).toEqual([1, expect.stringContaining("not a regular file")])
})

test("drop: leaves no folder beside a ledger that has no branches", async () => {
  const ledger = join(folder(), "none.db")
  expect((await grootboek("branch", "drop", "draft", "--ledger", ledger)).status).toBe(1)
  expect(existsSync(`${ledger}.branches`)).toBe(false)
})
