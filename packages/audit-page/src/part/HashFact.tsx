/** A fact of a list whose value is a hash, or another text that is compared character by character. */

export const HashFact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <code class="hash">{value}</code>
    </dd>
  </>
)
