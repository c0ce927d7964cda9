/** The exception that ends the reading of a file. It leaves this package only as a value or a failed Effect. */
import type { FileDamage, SheetFault } from "./Fault.ts"

/** Carries the fault of a file through generators and parsers. */
export class SheetRefusal extends Error {
  override readonly name = "SheetRefusal"
  readonly fault: SheetFault
  constructor(fault: SheetFault) {
    super(fault._tag)
    this.fault = fault
  }
}

/** Ends the reading of a file. */
export const refuse = (fault: SheetFault): never => {
  throw new SheetRefusal(fault)
}

/** Ends the reading of a file that is not a spreadsheet, or has a damaged part. */
export const damaged = (problem: FileDamage, part?: string): never =>
  refuse({ _tag: "NotASpreadsheet", problem, ...(part === undefined ? {} : { part }) })
