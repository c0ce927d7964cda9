/** Scrolls to the chosen cell of a table that scrolls in its own area, where it is out of sight. */

/** Shows the chosen cell between the years and the explanation, which covers the lower part of a small screen. */
export const chosen = (grid: HTMLElement | null): void => {
  const cells = [...(grid?.querySelectorAll<HTMLElement>('td[aria-selected="true"]') ?? [])]
  const [cell] = cells
  const port = cell?.closest<HTMLElement>(".scroll")
  if (!grid || !cell || !port) return
  const panel = document.querySelector<HTMLElement>("aside.explain")
  const isSheet = panel !== null && getComputedStyle(panel).position === "fixed"
  const bottom = isSheet ? panel.getBoundingClientRect().top : innerHeight
  const headPx = grid.querySelector("thead")?.getBoundingClientRect().height ?? 0
  // The years and the row labels stay in place while the cells scroll below them.
  const labelPx = cell.parentElement?.querySelector("th")?.getBoundingClientRect().width ?? 0
  const measure = () => {
    const around = port.getBoundingClientRect()
    const [first, last] = [cell, cells.at(-1) ?? cell].map((one) => one.getBoundingClientRect())
    return {
      own: {
        top: first?.top ?? 0,
        bottom: first?.bottom ?? 0,
        left: first?.left ?? 0,
        right: last?.right ?? 0,
      },
      room: {
        top: around.top + headPx,
        bottom: Math.min(around.bottom, bottom),
        left: around.left + labelPx,
        right: around.right,
      },
    }
  }
  const { own, room } = measure()
  const isSeen =
    room.top >= headPx &&
    own.top >= room.top &&
    own.bottom <= room.bottom &&
    own.left >= room.left &&
    own.right <= room.right
  if (isSeen) return
  port.scrollIntoView({ block: isSheet ? "start" : "nearest" })
  const now = measure()
  port.scrollTop += (now.own.top + now.own.bottom - now.room.top - now.room.bottom) / 2
  port.scrollLeft += (now.own.left + now.own.right - now.room.left - now.room.right) / 2
}

/** Shows the last column, such as that of the last decisions, beside the row labels that stay visible. */
export const lastColumn = (grid: HTMLElement | null): void => {
  const port = grid?.closest<HTMLElement>(".scroll")
  if (port) port.scrollLeft = port.scrollWidth
}

/** Shows the pressed button of a bar that scrolls. */
export const pressed = (bar: HTMLElement | null): void => {
  const button = bar?.querySelector<HTMLElement>('[aria-pressed="true"]')
  if (!bar || !button) return
  const [own, around] = [button.getBoundingClientRect(), bar.getBoundingClientRect()]
  bar.scrollLeft += own.left - around.left - (around.width - own.width) / 2
}
