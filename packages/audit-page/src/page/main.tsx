/** The page's program: opens the embedded journal and puts the page in its place. */
import "./page.css"
import { render } from "preact"
import type { Label } from "../AuditPage.ts"
import { App } from "./App.tsx"
import * as Opened from "./Opened.ts"

const textOf = (id: string): string => document.getElementById(id)?.textContent ?? ""

const start = async (): Promise<void> => {
  const packets: Opened.Packets = { journal: textOf("journal"), snapshot: textOf("snapshot") }
  // The page wrote its label itself, and everything it promises is checked against the journal.
  const label = JSON.parse(textOf("label")) as Label
  const opened = (await Opened.glance(packets)) ?? (await Opened.open(packets, label))
  const page = document.getElementById("page")
  if (page === null) return
  page.replaceChildren()
  render(<App opened={opened} label={label} packets={packets} />, page)
  // Read by whoever measures: from the start of the load until the first statement stands.
  requestAnimationFrame(() => performance.mark("grootboek-open"))
}

start()
