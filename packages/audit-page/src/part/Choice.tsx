/** A labelled list to choose from. */

export interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
  /** Each option: its value, and its text. */
  readonly options: ReadonlyArray<readonly [value: string, text: string]>
}

export const Choice = ({ label, value, set, options }: ChoiceProps) => (
  <label>
    {label}
    <select value={value} onChange={(event) => set(event.currentTarget.value)}>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </select>
  </label>
)
