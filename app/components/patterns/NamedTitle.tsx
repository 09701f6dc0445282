import { Heading } from '../primitives/Heading'
import { UserText } from '../primitives/UserText'

/** The title of a page about something that a person named: what it is, and its name. */
export function NamedTitle({ kind, name }: { kind: string; name: string }) {
  return (
    <>
      <p className="lk-eyebrow">{kind}</p>
      <Heading level={1}>
        <UserText>{name}</UserText>
      </Heading>
    </>
  )
}
