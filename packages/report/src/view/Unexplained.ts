/** What no reason explains of the changes of a form. */
import { type Diff, Money } from "@grootboek/core"

/** Returns the largest size of an unexplained amount of the cells of a form, in euro; zero when all is explained. */
export const largest = (cells: ReadonlyArray<Diff.ChangedCell>, form: string): Money.Money => {
  let most = Money.zero
  for (const cell of cells) {
    const size = Money.abs(cell.unexplained)
    if (cell.form === form && size > most) most = size
  }
  return most
}
